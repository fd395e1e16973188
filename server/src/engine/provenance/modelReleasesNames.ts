/** Longest text that is read as the name of a model, in UTF-16 units. */
const LONGEST = 200;

/** Words before the name of a model that say only who offers it. */
const OFFERED_BY = new Set([
  'openai',
  'azure',
  'anthropic',
  'google',
  'deepmind',
  'meta',
  'facebook',
  'mistralai',
  'alibaba',
  'cohere',
  'nvidia',
  'microsoft',
  'xai',
  'amazon',
  'ibm',
  'bedrock',
  'us',
  'eu',
  'apac',
  'global',
]);

/** Words after the name of a family that leave a model one of it: size, tuning, format, speed. */
const VARIANTS = new Set(
  `a air alpha api astra audio awq base behemoth beta bf bit bnb chat chatbot cloud code coder completion deduped deep dpo e en
  exp experimental extended fast flash fp free ft ggml gguf gptq grande haiku hf high highspeed hd instruct int it jumbo k
  large latest light lite long low luna m math maverick max medium micro mini mlx model moe multilingual nano nightly
  omni onnx online opus original plus preview pro q quant quantized realtime reasoner reasoning research rlhf
  scout search sft small sol sonnet speciale standard supreme terra text thinking think tiny tts turbo ultra unsloth v
  vision vl x xl xlarge xxl zh`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Name of a model in the parts by which it is compared, and the day that it was pinned to after `@`. */
export interface ModelName {
  /** Runs of letters, and of digits with what follows them: `llama`, `3.1`, `8b`, `instruct`. */
  tokens: readonly string[];
  revision: string | undefined;
}

/**
 * Reads a name in any of the ways it is written: `org/name@revision`, the address of a model on the Hub, `GPT4`,
 * `anthropic.claude-3-opus-20240229-v1:0`, `llama3.1:8b`, `OpenAI GPT-4`.
 */
export function readModelName(text: string): ModelName | undefined {
  if (text.length > LONGEST) return undefined;
  const written = text.trim().toLowerCase();
  const path = written.replace(/^[a-z]+:\/\/[^/]*\//, '').split('/');
  const isHub = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\//.test(written);
  const [name = '', revision] = (isHub ? (path[1] ?? '') : path[path.length - 1]!).split('@');
  const tokens = tokensOf(name.replace(/^c4ai-/, ''));
  let offered = 0;
  while (offered < tokens.length - 1 && OFFERED_BY.has(tokens[offered]!)) offered++;
  return tokens.length === 0 ? undefined : { tokens: tokens.slice(offered), revision };
}

/** `3-5` between separators is the version 3.5; `2-7b` is the version 2 and a size. */
export function tokensOf(name: string): string[] {
  const versioned = name.toLowerCase().replace(/(?<![\d.])(\d)[-_](\d)(?![\w.])/g, '$1.$2');
  return versioned.match(/[a-z]+|\d[\d.]*[a-z\d]*/g)?.map((token) => token.replace(/\.+$/, '')) ?? [];
}

/** Whether what follows the name of a family leaves a model one of it; other words name something made from it. */
export function isVariant(rest: readonly string[]): boolean {
  return rest.every((token) => /^\d/.test(token) || VARIANTS.has(token));
}
