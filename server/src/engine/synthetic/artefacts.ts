/**
 * Leftovers that only a language model or its product leaves in text. The list is data: every entry says when it was
 * last confirmed and how often it was seen in labelled text, because these marks come and go with the products.
 */

/** `A`: enough on its own. `A-`: strong, but templates, links copied by people or fiction can carry it too. */
export type ArtefactTier = 'A' | 'A-';

/** What was left behind; rules word their message by it. */
export type ArtefactKind =
  | 'citation-leak'
  | 'chat-template'
  | 'self-identification'
  | 'knowledge-cutoff'
  | 'placeholder'
  | 'watermark';

/** One leftover and how to find it. */
export interface ArtefactPattern {
  /** Kebab-case and stable: findings and configuration refer to it. */
  readonly id: string;
  /** Short noun phrase for messages, such as "ChatGPT citation marker". */
  readonly title: string;
  readonly kind: ArtefactKind;
  readonly tier: ArtefactTier;
  /** ISO date on which the pattern was last confirmed. */
  readonly asOf: string;
  /** Documents in {@link measuredDocuments} with a used (not mentioned) match; null where none was seen. */
  readonly precision: { readonly human: number; readonly machine: number } | null;
  /**
   * Lower-case literals at which every match begins. ASCII letters match either case, `'` also matches `’`, and one
   * space of the literal may be a line break.
   */
  readonly anchors: readonly string[];
  /** Sticky, tried only where an anchor begins. Every repetition is bounded or cannot backtrack. */
  readonly regex: RegExp;
}

/** ISO date of the counts in `precision`; `scripts/measure-artefacts.mjs` makes them. */
export const measuredOn = '2026-11-23';

/** Labelled documents behind the counts in `precision`. */
export const measuredDocuments = { human: 45_496, machine: 45_403 } as const;

/** Documents with a used match, human and machine, per pattern id. */
const seen: Readonly<Record<string, readonly [human: number, machine: number]>> = {
  'llama3-token': [0, 4],
  'as-an-ai-language-model': [0, 300],
  'as-an-ai': [0, 47],
  'i-am-an-ai-model': [0, 70],
  'i-am-an-ai': [0, 15],
  'no-personal-opinions': [0, 131],
  'no-feelings': [0, 22],
  'as-an-ai-zh': [0, 89],
  'knowledge-cutoff': [0, 36],
  'as-of-my-last-update': [0, 13],
  'training-data-ends': [0, 4],
  'knowledge-cutoff-zh': [0, 65],
  'placeholder-your': [2, 694],
  'placeholder-insert': [0, 37],
  'placeholder-name': [2, 361],
  'placeholder-letterhead': [2, 76],
};

/** Date of the last check of the whole table; an entry confirmed later says so itself. */
const confirmedOn = '2026-11-23';

type Entry = Omit<ArtefactPattern, 'kind' | 'asOf' | 'precision'> & { readonly asOf?: string };

function ofKind(kind: ArtefactKind, entries: readonly Entry[]): ArtefactPattern[] {
  return entries.map((entry) => {
    const counts = seen[entry.id];
    const precision = counts ? { human: counts[0], machine: counts[1] } : null;
    return { asOf: confirmedOn, ...entry, kind, precision };
  });
}

/** Anchors written as one line of text. */
function phrases(separatedBySemicolons: string): string[] {
  return separatedBySemicolons.split('; ');
}

/** Case-sensitive sticky expression for markup. */
function markup(source: string): RegExp {
  return new RegExp(source, 'y');
}

/** Case-insensitive sticky expression for prose: a space is any white space, `'` either apostrophe. */
function prose(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${source.replaceAll(' ', '\\s').replaceAll("'", "['’]")}`, 'iuy');
}

/** Case-insensitive sticky expression for scripts written without spaces, where no boundary can be asked for. */
function unspaced(source: string): RegExp {
  return new RegExp(source, 'iy');
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const searchKinds =
  'search|view|news|image|file|fetch|forecast|finance|sports|academia|maps?|video|product|reddit|calculator|time|' +
  'business|local|ref|click|find|weather';

const citationLeaks = ofKind('citation-leak', [
  {
    id: 'chatgpt-turn-citation',
    title: 'ChatGPT citation marker',
    tier: 'A',
    anchors: [
      ...digits.flatMap((digit) =>
        [...digits, 's', 'v', 'n', 'i', 'f', 'a', 'm', 'p', 'r', 'c', 't', 'b', 'l', 'w'].map(
          (next) => `turn${digit}${next}`,
        ),
      ),
      'citeturn',
    ],
    regex: markup(
      `(?<![Rr]e)(?:cite)?turn\\d{1,3}(?:${searchKinds})\\d{1,3}` +
        `(?:turn\\d{1,3}(?:${searchKinds})\\d{1,3}){0,20}(?![A-Za-z0-9_])`,
    ),
  },
  {
    id: 'chatgpt-private-use-citation',
    title: 'ChatGPT citation marker in private-use characters',
    tier: 'A',
    anchors: ['\uE200'],
    regex: markup('\\uE200[a-z_]{2,24}\\uE202[^\\uE201\\n]{0,200}\\uE201?'),
  },
  {
    id: 'chatgpt-content-reference',
    title: 'ChatGPT content reference',
    tier: 'A',
    anchors: [':contentreference[oaicite', 'contentreference[oaicite', '[oaicite:'],
    regex: markup('(?::?contentReference)?\\[oaicite:\\s?\\d{1,4}\\](?:\\{index=\\d{1,4}\\})?'),
  },
  {
    id: 'chatgpt-oai-citation',
    title: 'ChatGPT source link',
    tier: 'A',
    anchors: ['[oai_citation'],
    regex: markup('\\[oai_citation(?:_attribution)?:\\d{1,4}[^\\]\\n]{0,160}\\]'),
  },
  {
    id: 'chatgpt-attributable-index',
    title: 'ChatGPT attribution record',
    tier: 'A',
    anchors: ['({"attribution":{"attributableindex"', '{"attribution":{"attributableindex"'],
    regex: markup('\\(?\\{"attribution":\\{"attributableIndex":"[\\d-]{1,16}"\\}\\}\\)?'),
  },
  {
    id: 'chatgpt-sandbox-link',
    title: 'link into the ChatGPT sandbox',
    tier: 'A',
    anchors: ['sandbox:/mnt/data/'],
    regex: markup('sandbox:/mnt/data/[^\\s)\\]>"\'`]{0,200}'),
  },
  {
    id: 'chatgpt-file-service',
    title: 'link to a file uploaded to ChatGPT',
    tier: 'A',
    anchors: ['file-service://file'],
    regex: markup('file-service://file[-_][A-Za-z0-9-]{8,64}'),
  },
  {
    id: 'lenticular-citation',
    title: 'retrieval citation in lenticular brackets',
    tier: 'A',
    anchors: ['【'],
    regex: markup('【\\d{1,20}(?::\\d{1,4})?†[^】\\n]{1,120}】'),
  },
  {
    id: 'chatgpt-writing-block',
    title: 'ChatGPT writing block',
    tier: 'A',
    anchors: [':::writing{'],
    regex: markup(':::writing\\{\\s?(?:variant|id|subject)=[^}\\n]{0,200}\\}?'),
  },
  {
    id: 'chatgpt-link-tag',
    title: 'link tagged by ChatGPT',
    // The tag proves where the link was copied from, not who wrote the sentence around it.
    tier: 'A-',
    anchors: ['utm_source=chatgpt.com', 'utm_source=openai'],
    regex: unspaced('utm_source=(?:chatgpt\\.com|openai(?:\\.com)?)(?![\\w.-]*[\\w])'),
  },
  {
    id: 'copilot-link-tag',
    title: 'link tagged by Copilot',
    tier: 'A-',
    anchors: ['utm_source=copilot.com'],
    regex: unspaced('utm_source=copilot\\.com(?![\\w-])'),
  },
  {
    id: 'bing-footnote',
    title: 'Bing Chat footnote',
    // Only the doubled form: `[^1^]` alone is also what OCR and Pandoc superscripts leave.
    tier: 'A-',
    anchors: ['[^1^][', '[^2^][', '[^3^][', '[^4^][', '[^5^]['],
    regex: markup('\\[\\^\\d\\^\\]\\[\\d{1,2}\\](?!\\()'),
  },
  {
    id: 'gemini-cite-tag',
    title: 'Gemini citation tag',
    tier: 'A',
    anchors: ['[cite_start]', '[cite_end]', '[cite: ', ...digits.map((digit) => `[cite:${digit}`)],
    regex: markup('\\[cite(?:_start|_end|: ?\\d{1,5}(?:(?:, ?| ?[-–] ?)\\d{1,5}){0,40})\\]'),
  },
  {
    id: 'gemini-span-tag',
    title: 'Gemini span tag',
    tier: 'A',
    anchors: ['[span_'],
    regex: markup('\\[span_\\d{1,5}\\]\\((?:start|end)_span\\)'),
  },
  {
    id: 'gemini-grounding-link',
    title: 'Gemini grounding redirect',
    tier: 'A',
    anchors: ['vertexaisearch.cloud.google.com/grounding-api-redirect'],
    regex: markup('vertexaisearch\\.cloud\\.google\\.com/grounding-api-redirect(?:/[\\w=-]{0,600})?'),
  },
  {
    id: 'grok-citation-card',
    title: 'Grok citation card',
    tier: 'A',
    anchors: ['grok_card', '<grok-card', 'grok_render_citation_card_json', '<grok:render'],
    regex: markup('(?<![\\w-])(?:grok_card|grok_render_citation_card_json|<grok-card|<grok:render)(?![\\w])'),
  },
  {
    id: 'grok-link-tag',
    title: 'link tagged by Grok',
    tier: 'A-',
    anchors: ['referrer=grok.com'],
    regex: unspaced('referrer=grok\\.com(?![\\w-])'),
  },
  {
    id: 'perplexity-attachment-tag',
    title: 'Perplexity attachment tag',
    tier: 'A',
    anchors: ['[attached_file:'],
    regex: markup('\\[attached_file:\\d{1,4}\\]'),
  },
  {
    id: 'perplexity-web-tag',
    title: 'Perplexity source tag',
    tier: 'A-',
    anchors: digits.map((digit) => `[web:${digit}`),
    // A following parenthesis or bracketed target would make it an ordinary Markdown link.
    regex: markup('\\[web:\\d{1,4}\\](?!\\(|\\[(?!web:))'),
  },
  {
    id: 'perplexity-upload-link',
    title: 'link to a file uploaded to Perplexity',
    tier: 'A',
    anchors: ['ppl-ai-file-upload'],
    regex: markup('ppl-ai-file-upload(?![\\w-])'),
  },
]);

const chatTemplates = ofKind('chat-template', [
  {
    id: 'chatml-token',
    title: 'ChatML token',
    tier: 'A',
    anchors: ['<|im_start|>', '<|im_end|>', '<|im_sep|>'],
    regex: markup('<\\|im_(?:start|end|sep)\\|>'),
  },
  {
    id: 'end-of-text-token',
    title: 'end-of-text token',
    // Also used to separate documents that people wrote.
    tier: 'A-',
    anchors: ['<|endoftext|>', '<|end_of_text|>', '<|begin_of_text|>', '<|startoftext|>', '<|endofprompt|>'],
    regex: markup('<\\|(?:endoftext|end_of_text|begin_of_text|startoftext|endofprompt)\\|>'),
  },
  {
    id: 'llama3-token',
    title: 'Llama 3 chat token',
    tier: 'A',
    anchors: phrases(
      '<|eot_id|>; <|eom_id|>; <|start_header_id|>; <|end_header_id|>; <|python_tag|>; ' +
        '<|reserved_special_token_; <|header_start|>; <|header_end|>',
    ),
    regex: markup(
      '<\\|(?:eo[tm]_id|(?:start|end)_header_id|header_(?:start|end)|python_tag|reserved_special_token_\\d{1,4})\\|>',
    ),
  },
  {
    id: 'role-token',
    title: 'chat role token',
    tier: 'A',
    anchors: ['<|system|>', '<|user|>', '<|assistant|>', '<|observation|>', '<|channel|>', '<|message|>'],
    regex: markup('<\\|(?:system|user|assistant|observation|channel|message)\\|>'),
  },
  {
    id: 'deepseek-token',
    title: 'DeepSeek chat token',
    tier: 'A',
    anchors: ['<｜begin▁', '<｜end▁of', '<｜user｜', '<｜assistant', '<｜tool▁'],
    regex: markup('<｜(?:begin▁of▁sentence|end▁of▁sentence|User|Assistant|tool▁[a-z▁]{4,24})｜>'),
  },
  {
    id: 'inst-token',
    title: 'Llama 2 or Mistral instruction token',
    tier: 'A',
    anchors: ['[inst]', '[/inst]', '<<sys>>', '<</sys>>'],
    regex: markup('\\[/?INST\\]|<</?SYS>>'),
  },
  {
    id: 'gemma-turn-token',
    title: 'Gemma turn token',
    tier: 'A',
    anchors: ['<start_of_turn>', '<end_of_turn>'],
    regex: markup('<(?:start|end)_of_turn>'),
  },
  {
    id: 'think-tag',
    title: 'reasoning tag',
    tier: 'A',
    anchors: ['<think>', '</think>'],
    regex: markup('(?<![\\w=(])</?think>'),
  },
  {
    id: 'prompt-preamble',
    title: 'instruction-tuning preamble',
    tier: 'A',
    anchors: ['below is an instruction that describes', 'a chat between a curious'],
    regex: prose(
      '(?:below is an instruction that describes a task' +
        '|a chat between a curious (?:user|human) and an artificial intelligence assistant)(?!\\w)',
    ),
  },
]);

const aiNoun =
  '(?:language model|large language model|text-based model|text model|conversational model|model|assistant|chatbot|' +
  'chat bot|virtual assistant|bot)';
const firstPerson = "(?:I(?:'m|'d|'ve|'ll)?|my|it(?:'s| is) (?:important|not)|there is no)(?![\\p{L}\\p{N}_])";
/** What a model puts between its name and "I": "developed by …", "with access to …", "without a body". */
const aiSupplement = ' (?:developed|created|trained|made|built|designed|with|without|from)(?: [^.!?"”\\n]{1,90}?)';

const selfIdentification = ofKind('self-identification', [
  {
    id: 'as-an-ai-language-model',
    title: '"as an AI language model"',
    tier: 'A',
    anchors: ['as an ai', 'as an artificial intelligence', 'as a large language model', 'as a language model'],
    regex: prose(
      `as an? (?:(?:AI|artificial intelligence)[ -](?:powered |based |driven )?${aiNoun}|(?:large )?language model(?: AI)?` +
        `|AI(?= (?:developed|created|trained) by))(?:${aiSupplement})?(?=,? ${firstPerson})`,
    ),
  },
  {
    id: 'as-an-ai',
    title: '"as an AI, I"',
    // Robots in stories speak like this as well.
    tier: 'A-',
    anchors: ['as an ai', 'as an artificial intelligence', 'as artificial intelligence'],
    regex: prose(
      `as (?:an )?(?:AI|artificial intelligence)(?: (?:system|entity|program|tool|being))?(?=,? ${firstPerson})`,
    ),
  },
  {
    id: 'i-am-an-ai-model',
    title: '"I am an AI language model"',
    tier: 'A',
    anchors: ['i am ', "i'm "].flatMap((subject) =>
      ['', 'just ', 'only '].flatMap((adverb) => [
        `${subject}${adverb}an ai`,
        `${subject}${adverb}an artificial intelligence`,
        `${subject}${adverb}a language model`,
        `${subject}${adverb}a large language model`,
      ]),
    ),
    regex: prose(
      "I(?:'m| am)(?: just| only)? an? " +
        `(?:(?:AI|artificial intelligence)[ -](?:powered |based |driven )?${aiNoun}` +
        '|(?:AI|artificial intelligence),? (?:developed|created|trained|made|designed) (?:by|to)' +
        '|(?:large )?language model)(?![\\p{L}\\p{N}_])',
    ),
  },
  {
    id: 'i-am-an-ai',
    title: '"I am an AI"',
    tier: 'A-',
    anchors: ['i am ', "i'm "].flatMap((subject) =>
      ['', 'just ', 'only '].flatMap((adverb) => [
        `${subject}${adverb}an ai`,
        `${subject}${adverb}an artificial intelligence`,
      ]),
    ),
    regex: prose(
      "I(?:'m| am)(?: just| only)? an (?:AI|artificial intelligence)" +
        `(?=[.;]|, ${firstPerson}|,? (?:and|so|but) (?:I |my |do not|don't|cannot|can't|have no))`,
    ),
  },
  {
    id: 'i-am-product',
    title: 'assistant introducing itself by name',
    tier: 'A',
    anchors: ['chatgpt', 'claude', 'gemini', 'qwen', 'deepseek', 'grok', 'kimi', 'bard', 'copilot'].flatMap((name) => [
      `i am ${name}`,
      `i'm ${name}`,
    ]),
    regex: prose(
      "I(?:'m| am) (?:ChatGPT|Claude|Gemini|Qwen|DeepSeek|Grok|Kimi|Bard|Copilot)(?:[ -][\\w.]{1,8})?, (?:an? |the )?" +
        '(?:new |helpful |large |conversational |advanced )?' +
        '(?:AI|language model|artificial intelligence|virtual assistant|assistant)(?![\\p{L}\\p{N}_])',
    ),
  },
  {
    id: 'i-was-created-by-vendor',
    title: 'assistant naming its maker',
    tier: 'A',
    anchors: ['i was created by', 'i was developed by', 'i was trained by', 'i was made by', 'i was built by'],
    regex: prose(
      'I was (?:created|developed|trained|made|built) by (?:OpenAI|Anthropic|DeepSeek|Alibaba Cloud|Mistral AI|xAI' +
        '|Moonshot AI|Google DeepMind|Meta AI)(?![\\p{L}\\p{N}_])',
    ),
  },
  {
    id: 'no-personal-opinions',
    title: '"I don\'t have personal opinions"',
    tier: 'A',
    anchors: ['do not', "don't"].flatMap((negation) => [
      `i ${negation} have personal`,
      `i ${negation} have any personal`,
      `i ${negation} possess personal`,
      `i ${negation} hold personal`,
    ]),
    // "Experience with" and "feelings for" are what people lack.
    regex: prose(
      "I (?:do not|don't) (?:have|possess|hold) (?:any )?personal (?:opinions?|beliefs?|feelings|emotions|experiences" +
        '|preferences|views?|viewpoints?|perspectives?|bias(?:es)?|thoughts|desires|values)' +
        '(?![\\p{L}\\p{N}_]| (?:with|of|for|against|toward|towards|in |using|to share))',
    ),
  },
  {
    id: 'no-feelings',
    title: '"I don\'t have feelings or emotions"',
    tier: 'A-',
    anchors: phrases(
      "i do not have; i don't have; i do not possess; i don't possess; i do not experience; " + "i don't experience",
    ),
    regex: prose(
      "I (?:do not|don't) (?:have|possess|experience) (?:the (?:ability|capacity) to (?:have|feel|experience) |any |human )?" +
        '(?:(?:feelings?|emotions?|beliefs?|opinions?)(?:,| or| and) (?:or |and )?(?:feelings?|emotions?|beliefs?' +
        '|opinions?|consciousness|sensations|values|preferences|experiences|morals)' +
        '|consciousness|subjective experiences?|self-awareness|real-time (?:access|data|information|capabilities)' +
        '|access to (?:real-time|current) (?:data|information|events|news|updates)' +
        '|(?:browsing|web browsing|internet browsing) capabilities|the ability to (?:browse|access) (?:the )?(?:internet|web))' +
        '(?![\\p{L}\\p{N}_]| (?:for|toward|towards) )',
    ),
  },
  {
    id: 'as-an-ai-es',
    title: 'self-identification as a language model (Spanish)',
    tier: 'A',
    anchors: phrases(
      'como modelo de lenguaje; como un modelo de lenguaje; como inteligencia artificial; ' +
        'como una inteligencia artificial; como ia,; como asistente de ia; soy un modelo de lenguaje; ' +
        'soy una inteligencia artificial; soy una ia',
    ),
    regex: prose(
      '(?:como (?:una? )?(?:modelo de lenguaje|inteligencia artificial|IA|asistente de IA)' +
        '(?: (?:de IA|de inteligencia artificial|grande|basado en IA))?(?: (?:desarrollad|entrenad|cread)[oa] por \\w{2,12})?' +
        '(?=, (?:yo|no (?:tengo|puedo|soy|estoy|poseo|me)|tengo|puedo|mi|mis|carezco|soy|estoy)(?![\\p{L}]))' +
        '|soy (?:un modelo de lenguaje|una (?:inteligencia artificial|IA)(?= (?:desarrollada|creada|entrenada|diseñada)))' +
        '(?![\\p{L}]))',
    ),
  },
  {
    id: 'as-an-ai-fr',
    title: 'self-identification as a language model (French)',
    tier: 'A',
    anchors: phrases(
      "en tant que modèle; en tant qu'ia; en tant qu'intelligence artificielle; en tant qu'assistant; " +
        "en tant qu'une intelligence artificielle; je suis un modèle; je suis une intelligence artificielle; " +
        'je suis une ia',
    ),
    regex: prose(
      "(?:en tant qu(?:e modèle de langage|e modèle d'IA|'IA|'assistant IA|'(?:une )?intelligence artificielle)" +
        "(?: (?:d'IA|d'intelligence artificielle))?(?: (?:développée?|entraînée?|créée?) par \\w{2,12})?" +
        "(?=, (?:je|j'|mon|ma|mes))" +
        '|je suis (?:un modèle de langage|une (?:intelligence artificielle|IA)(?= (?:développée|créée|entraînée|conçue)))' +
        '(?![\\p{L}]))',
    ),
  },
  {
    id: 'as-an-ai-de',
    title: 'self-identification as a language model (German)',
    tier: 'A',
    anchors: phrases(
      'als ki; als künstliche intelligenz; als sprachmodell; als großes sprachmodell; ich bin ein ki; ' +
        'ich bin eine ki; ich bin eine künstliche intelligenz; ich bin ein sprachmodell; ' +
        'ich bin ein großes sprachmodell; ich bin nur ein',
    ),
    regex: prose(
      '(?:als (?:KI(?:-(?:Sprachmodell|Modell|Assistent(?:in)?|System))?|künstliche Intelligenz|(?:großes )?Sprachmodell)' +
        '(?=,? (?:habe|kann|bin|besitze|verfüge|darf) ich(?![\\p{L}]))' +
        '|ich bin (?:nur )?(?:ein (?:großes )?(?:von \\w{2,12} entwickeltes )?(?:KI-)?Sprachmodell' +
        '|ein KI-(?:Modell|Assistent)|eine (?:KI|künstliche Intelligenz),? die (?:von|entwickelt))(?![\\p{L}-]))',
    ),
  },
  {
    id: 'as-an-ai-pt',
    title: 'self-identification as a language model (Portuguese)',
    tier: 'A',
    anchors: phrases(
      'como modelo de linguagem; como um modelo de linguagem; como inteligência artificial; ' +
        'como uma inteligência artificial; como uma ia; como ia,; sou um modelo de linguagem; ' +
        'sou uma inteligência artificial; sou uma ia',
    ),
    regex: prose(
      '(?:como (?:uma? )?(?:modelo de linguagem|inteligência artificial|IA)(?: (?:de IA|de inteligência artificial))?' +
        '(?: (?:desenvolvid|treinad|criad)[oa] p(?:or|ela) \\w{2,12})?' +
        '(?=, (?:eu|não (?:tenho|posso|sou|possuo|estou)|tenho|posso|meu|minha|sou)(?![\\p{L}]))' +
        '|sou (?:um modelo de linguagem|uma (?:inteligência artificial|IA)(?= (?:desenvolvida|criada|treinada|projetada)))' +
        '(?![\\p{L}]))',
    ),
  },
  {
    id: 'as-an-ai-it',
    title: 'self-identification as a language model (Italian)',
    tier: 'A',
    anchors: phrases(
      'in quanto modello linguistico; in quanto intelligenza artificiale; in quanto ia; in quanto ai; ' +
        'come modello linguistico; come modello di linguaggio; come intelligenza artificiale; ' +
        "sono un modello linguistico; sono un modello di linguaggio; sono un'intelligenza artificiale; " +
        "sono un'ia",
    ),
    regex: prose(
      '(?:(?:come|in quanto) (?:modello (?:linguistico|di linguaggio)|intelligenza artificiale|IA|AI)' +
        '(?: (?:di IA|di intelligenza artificiale))?(?: (?:sviluppat|addestrat|creat)[oa] da \\w{2,12})?' +
        '(?=, (?:io|non (?:ho|posso|sono|possiedo)|ho|posso|sono|il mio|la mia|le mie|i miei)(?![\\p{L}]))' +
        "|sono un(?: modello (?:linguistico|di linguaggio)|'(?:intelligenza artificiale|IA)" +
        '(?= (?:sviluppata|creata|addestrata|progettata)))(?![\\p{L}]))',
    ),
  },
  {
    id: 'as-an-ai-ru',
    title: 'self-identification as a language model (Russian)',
    tier: 'A',
    anchors: ['Как', 'как']
      .flatMap((word) => [
        `${word} языковая модель`,
        `${word} большая языковая модель`,
        `${word} искусственный интеллект`,
        `${word} ИИ`,
        `${word} модель ИИ`,
      ])
      .concat(
        ['Я', 'я'].flatMap((word) => [
          `${word} являюсь языковой`,
          `${word} — языковая`,
          `${word} - языковая`,
          `${word} – языковая`,
          `${word} всего лишь`,
        ]),
      ),
    regex: prose(
      '(?:как (?:(?:большая )?языковая модель|искусственный интеллект|ИИ(?:-(?:ассистент|модель|помощник))?|модель ИИ)' +
        '(?:, (?:разработанн|обученн|созданн)[а-я]{2,3} [^,.\\n]{2,30})?(?=, (?:я|у меня|мне|мо[йиёея])(?![\\p{L}]))' +
        '|я (?:(?:[-–—]|всего лишь) (?:большая )?языковая модель|являюсь языковой моделью)(?![\\p{L}]))',
    ),
  },
  {
    id: 'as-an-ai-zh',
    title: 'self-identification as a language model (Chinese)',
    tier: 'A',
    anchors: ['作为', '作為', '我是', '身为'],
    regex: unspaced(
      '(?:(?:作[为為]|身为)(?:一[个個名款种種位])?\\s?(?:AI|人工智能|人工智慧|大型?语言模型|大型?語言模型|语言模型|語言模型)' +
        '\\s?(?:语言模型|語言模型|大模型|模型|助手|助理|机器人|聊天机器人)?(?=[，,]?\\s?我(?![们們国國]))' +
        '|我[只仅僅]?是(?:一[个個名款种種位])\\s?(?:AI|人工智能|人工智慧)?\\s?(?:大型?语言模型|语言模型|語言模型)' +
        '|我[只仅僅]?是(?:一[个個名款种種位])\\s?(?:AI|人工智能|人工智慧)(?:助手|助理)(?=[，,。]))',
    ),
  },
  {
    id: 'as-an-ai-ja',
    title: 'self-identification as a language model (Japanese)',
    tier: 'A',
    anchors: ['言語モデル', '大規模言語モデル', 'ai言語モデル', '私は'],
    regex: unspaced(
      '(?:(?:AI|大規模)?言語モデル(?:として|である私|ですので|なので)(?=[、,]?\\s?(?:私|個人的|わたし))' +
        '|私は(?:AI|人工知能|大規模)?(?:言語モデル|アシスタント)(?:です|であ|なので|として|に過ぎ)' +
        '|私は(?:AI|人工知能)(?:なので|であるため|ですので|に過ぎ))',
    ),
  },
  {
    id: 'as-an-ai-ko',
    title: 'self-identification as a language model (Korean)',
    tier: 'A',
    anchors: ['저는', 'ai 언어 모델', 'ai 언어모델', '인공지능 언어', '대규모 언어'],
    regex: unspaced(
      '(?:저는 (?:AI|인공지능|대규모)? ?언어 ?모델(?:로서|로써|이기 때문|입니다|이므로|이라)' +
        '|(?:AI|인공지능|대규모) 언어 ?모델(?:로서|로써)(?=,? (?:저는|저의|제|개인적)))',
    ),
  },
  {
    id: 'as-an-ai-id',
    title: 'self-identification as a language model (Indonesian)',
    tier: 'A',
    anchors: ['sebagai model bahasa', 'sebagai ai', 'sebagai asisten ai', 'sebagai sebuah model bahasa'],
    regex: prose('sebagai (?:sebuah )?(?:model bahasa(?: besar)?(?: AI)?|asisten AI|AI)(?=, (?:saya|aku)(?![\\p{L}]))'),
  },
]);

const knowledgeCutoffs = ofKind('knowledge-cutoff', [
  {
    id: 'knowledge-cutoff',
    title: 'knowledge cut-off',
    tier: 'A',
    anchors: phrases(
      'as of my knowledge; as of the knowledge cut; as of my training; as of my last knowledge; ' +
        'as of my last training; my knowledge cut; my knowledge-cut; my training cut; my training data cut; ' +
        'my last knowledge; my last training; my latest knowledge; my most recent knowledge',
    ),
    regex: prose(
      '(?:as of the knowledge cut-?off|as of my (?:(?:last|latest|most recent|current) )?(?:knowledge|training)(?: data)?' +
        '(?: update| cut-?off| cut off|(?= (?:up to|until|in (?:\\w{3,9} )?20\\d\\d))|(?=,| \\(20\\d\\d))' +
        '|my (?:knowledge|training|training data)[ -]cut-?off' +
        '|my (?:last|latest|most recent) (?:knowledge|training(?: data)?) (?:update|cut-?off))(?![\\p{L}\\p{N}_])',
    ),
  },
  {
    id: 'as-of-my-last-update',
    title: '"as of my last update"',
    // People write it of a diary or a web page; the month or year a model adds is what tells them apart.
    tier: 'A-',
    anchors: ['as of my last update', 'as of my latest update', 'since my last update'],
    regex: prose(
      '(?:as of|since) my (?:last|latest) update(?= (?:in|on) (?:\\w{3,9} )?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?20\\d\\d|,)',
    ),
  },
  {
    id: 'training-data-ends',
    title: 'end of training data',
    tier: 'A',
    anchors: ['my training data', 'my knowledge', 'my training only', 'my training ended', 'my training goes'],
    regex: prose(
      'my (?:training(?: data)?|knowledge(?: base)?)(?: (?:only|currently))? ' +
        '(?:goes (?:only )?(?:up )?(?:to|until|through)|extends (?:only )?(?:up )?(?:to|until|through)|was cut off' +
        '|cuts? off|ended in|ends in|stops (?:in|at)|runs (?:up )?(?:to|until|through)|was last updated' +
        '|is (?:only )?(?:current|up[- ]to[- ]date) (?:as of|until|through|up to)' +
        '|(?:only )?includes (?:information|data) (?:up )?(?:to|until|through))(?![\\p{L}\\p{N}_])',
    ),
  },
  {
    id: 'knowledge-cutoff-zh',
    title: 'knowledge cut-off (Chinese)',
    tier: 'A',
    anchors: ['截至我', '截止到我', '我的知识', '我的训练数据', '我的知識', '我的訓練'],
    regex: unspaced(
      '(?:截(?:至|止到)我的?(?:最后一次|最近一次|上次|最新)?(?:的)?(?:知识|训练|知識|訓練)(?:更新|数据|截止|資料)?' +
        '|我的(?:知识|知識)(?:库)?(?:截止|截至|更新至|更新到|仅限于|只到)' +
        '|我的(?:训练|訓練)(?:数据|資料)?(?:截止|截至|仅限于|只到|更新至))',
    ),
  },
  {
    id: 'knowledge-cutoff-es',
    title: 'knowledge cut-off (Spanish)',
    tier: 'A',
    anchors: [
      'mi última actualización de conocimiento',
      'mi fecha de corte',
      'mi conocimiento llega',
      'mi corte de conocimiento',
    ],
    regex: prose(
      'mi (?:última actualización de conocimientos?|fecha de corte(?: de conocimientos?)?(?= (?:es|de|en))' +
        '|conocimiento llega hasta|corte de conocimientos?)(?![\\p{L}])',
    ),
  },
  {
    id: 'knowledge-cutoff-fr',
    title: 'knowledge cut-off (French)',
    tier: 'A',
    anchors: ['mes connaissances s', 'ma dernière mise à jour de', 'mes données d', 'ma date de coupure'],
    regex: prose(
      "(?:mes connaissances s'arrêtent|ma dernière mise à jour de(?:s)? connaissances" +
        "|mes données d'entraînement (?:s'arrêtent|vont jusqu|s'étendent)|ma date de coupure)(?![\\p{L}])",
    ),
  },
  {
    id: 'knowledge-cutoff-de',
    title: 'knowledge cut-off (German)',
    tier: 'A',
    anchors: phrases(
      'meiner letzten wissens; mein wissensstand; meine trainingsdaten; meinem letzten trainings; ' +
        'mein wissen reicht',
    ),
    regex: prose(
      '(?:meiner letzten Wissensaktualisierung|mein Wissensstand (?:reicht|endet|ist von|geht bis)' +
        '|meine Trainingsdaten (?:reichen|enden|gehen) |mein Wissen reicht (?:nur )?bis|meinem letzten Trainingsstand)',
    ),
  },
  {
    id: 'knowledge-cutoff-pt',
    title: 'knowledge cut-off (Portuguese)',
    tier: 'A',
    anchors: [
      'minha última atualização de conhecimento',
      'minha data de corte',
      'meu conhecimento vai',
      'meus dados de treinamento',
    ],
    regex: prose(
      '(?:minha última atualização de conhecimentos?|minha data de corte(?= (?:é|de|em))|meu conhecimento vai até' +
        '|meus dados de treinamento (?:vão|se estendem|terminam))(?![\\p{L}])',
    ),
  },
]);

const placeholders = ofKind('placeholder', [
  {
    id: 'placeholder-your',
    title: 'unfilled "[Your …]" placeholder',
    tier: 'A-',
    anchors: ['[your '],
    // Lower case, punctuation and length are marks of a sentence that merely stands in brackets.
    regex: markup(
      '(?<!\\w)\\[(?:(?:Your|YOUR) [^\\]\\[\\n.!?]{2,48}|your (?:full )?(?:name|email|phone number|contact information))' +
        '(?: here)?\\](?![(\\[])',
    ),
  },
  {
    id: 'placeholder-insert',
    title: 'unfilled "[Insert …]" placeholder',
    tier: 'A-',
    anchors: ['[insert '],
    // In lower case "[insert … here]" is a joke of people; only the date is left blank that way by models.
    regex: markup(
      '(?<!\\w)\\[(?:(?:Insert|INSERT) [^\\]\\[\\n!?]{2,80}|insert (?:current )?date(?: here)?)\\](?![(\\[])',
    ),
  },
  {
    id: 'placeholder-name',
    title: 'unfilled name placeholder',
    tier: 'A-',
    anchors: [
      '[name]',
      '[full name]',
      '[first name]',
      '[last name]',
      ...[
        'author',
        'candidate',
        'child',
        'client',
        'company',
        'customer',
        'director',
        'employee',
        'employer',
        'friend',
        'guest',
        'head teacher',
        'hiring manager',
        'hotel',
        'manager',
        'organization',
        'patient',
        'pen friend',
        'penfriend',
        'product',
        'professor',
        'recipient',
        'restaurant',
        'school',
        'software',
        'sponsor',
        'spokesperson',
        'student',
        'teacher',
        'town name',
        'university',
      ].map((owner) => `[${owner}`),
    ],
    regex: markup("(?<!\\w)\\[(?:[A-Z][A-Za-z]{1,14}(?: [A-Za-z]{2,14})?(?:['’]s)? )?Name\\](?![(\\[])"),
  },
  {
    id: 'placeholder-letterhead',
    title: 'unfilled letterhead placeholder',
    tier: 'A-',
    anchors: phrases(
      "[date]; [today's date]; [current date]; [address]; [email; [phone number]; [city, state; " +
        '[job title]; [contact information]',
    ),
    regex: markup(
      "(?<!\\w)\\[(?:Date|Today['’]s Date|Current Date|Address|Email(?: Address)?|Phone Number|City, State(?:,? Z(?:ip|IP)(?: Code)?)?" +
        '|Job Title|Contact Information)\\](?![(\\[])',
    ),
  },
  {
    id: 'placeholder-name-translated',
    title: 'unfilled name placeholder in another language',
    tier: 'A-',
    anchors: phrases(
      '[tu nombre; [su nombre; [votre nom; [ihr name; [dein name; [seu nome; [il tuo nome; [Ваше имя; ' +
        '[ваше имя; [您的姓名]; [您的名字]; [你的名字]; [你的姓名]; [あなたの名前',
    ),
    regex: unspaced(
      '(?<!\\w)\\[(?:(?:Tu|Su) nombre(?: completo)?|Votre nom|(?:Ihr|Dein) Name|Seu nome(?: completo)?|Il tuo nome|Ваше имя' +
        '|[您你]的(?:姓名|名字)|あなたの名前)\\](?![(\\[])',
    ),
  },
]);

const watermarks = ofKind('watermark', [
  {
    id: 'tag-characters',
    title: 'hidden text in Unicode tag characters',
    tier: 'A',
    anchors: ['\uDB40'],
    // A run after a black flag, or one spelling a British flag whose emoji was stripped, is an ordinary emoji.
    regex: markup(
      '(?<!\\uD83C\\uDFF4|\\uDB40[\\uDC00-\\uDC7F])' +
        '(?!\\uDB40\\uDC67\\uDB40\\uDC62(?:\\uDB40[\\uDC61-\\uDC7A]){3}\\uDB40\\uDC7F)(?:\\uDB40[\\uDC00-\\uDC7F]){2,}',
    ),
  },
]);

/** Every leftover looked for, tiers `A` and `A-`. */
export const artefactPatterns: readonly ArtefactPattern[] = [
  ...citationLeaks,
  ...chatTemplates,
  ...selfIdentification,
  ...knowledgeCutoffs,
  ...placeholders,
  ...watermarks,
];
