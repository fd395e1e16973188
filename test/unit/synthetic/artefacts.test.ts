import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artefactPatterns, measuredDocuments, measuredOn } from '../../../server/src/engine/synthetic/artefacts';
import { findArtefacts } from '../../../server/src/engine/synthetic/matchArtefacts';

/** In `finds` the double angle brackets enclose the span that has to be found; `leaves` must not match the pattern. */
interface Example {
  readonly finds: readonly string[];
  readonly leaves: readonly string[];
}

const tagged = (letters: string) =>
  [...letters].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
const englishFlag = `🏴${tagged('gbeng')}${String.fromCodePoint(0xe007f)}`;

const examples: Record<string, Example> = {
  'chatgpt-turn-citation': {
    finds: [
      'Rivers carry silt. ⟪citeturn0search1turn12view0⟫',
      'The ferry leaves at noon.⟪turn0search16⟫',
      'Already known 【⟪turn3news2⟫】 since May.',
    ],
    leaves: ['It is turn 0 of the search.', 'Call return0search0 first.', 'turn0search', 'turn0searches1'],
  },
  'chatgpt-private-use-citation': {
    finds: ['Silt settles.⟪\uE200cite\uE202turn0search0\uE202turn1news2\uE201⟫ Then it dries.'],
    leaves: ['A font icon \uE200 and another \uE202 one.', 'mojibake \uE200裕\uE202'],
  },
  'chatgpt-content-reference': {
    finds: ['Costs fell ⟪:contentReference[oaicite:0]{index=0}⟫.', 'Costs fell ⟪[oaicite:12]⟫.'],
    leaves: ['The contentReference[0] field holds a link.'],
  },
  'chatgpt-oai-citation': {
    finds: ['See ⟪[oai_citation:0‡Harbour Office]⟫(https://example.org/a).', '⟪[oai_citation_attribution:3‡x]⟫'],
    leaves: ['The oai_citation field', '[oai_citation]'],
  },
  'chatgpt-attributable-index': {
    finds: ['A quiet town ⟪({"attribution":{"attributableIndex":"1009-1"}})⟫ by the sea.'],
    leaves: ['{"attribution":{"index":"1009-1"}}', 'An attributable index of wages.'],
  },
  'chatgpt-sandbox-link': {
    finds: ['[Download](⟪sandbox:/mnt/data/report.csv⟫)'],
    leaves: ['mount /mnt/data/report.csv in a sandbox: /mnt/data', 'sandbox:/mnt/other/x'],
  },
  'chatgpt-file-service': {
    finds: ['[Plan](⟪file-service://file-Ab3dE5gH7jK9⟫)'],
    leaves: ['the file-service://files endpoint'],
  },
  'lenticular-citation': {
    finds: ['It rained⟪【12†source】⟫.', 'It rained⟪【85†L261-269】⟫.', 'It rained⟪【4:0†plan.pdf】⟫.'],
    leaves: ['【12】と【注†】', '【公告】明天放假', '【1†'],
  },
  'chatgpt-writing-block': {
    finds: ['Draft:\n⟪:::writing{variant="email" id="12345"}⟫\nHello'],
    leaves: [':::writing\nfree text', ':::note{variant="x"}'],
  },
  'chatgpt-link-tag': {
    finds: ['https://example.org/?a=1&⟪utm_source=chatgpt.com⟫', 'https://example.org/?⟪utm_source=openai⟫&b=2'],
    leaves: ['https://example.org/?utm_source=chatgpt.community', 'utm_source=openaire', 'utm_source=newsletter'],
  },
  'copilot-link-tag': {
    finds: ['https://example.org/?⟪utm_source=copilot.com⟫'],
    leaves: ['https://example.org/?utm_source=copilot.com-fan', 'utm_source=copilot'],
  },
  'bing-footnote': {
    finds: ['The lake is deep⟪[^1^][3]⟫.'],
    leaves: ['The lake is deep[^1^].', 'x[^2][3]'],
  },
  'gemini-cite-tag': {
    finds: ['⟪[cite_start]⟫The board has four layers.', 'Four layers⟪[cite: 4, 5, 212]⟫.', 'Two more⟪[cite:230-234]⟫.'],
    leaves: ['[cite:@miller2019]', '[cite: page 4]', '[cited: 4]', 'cite: 4'],
  },
  'gemini-span-tag': {
    finds: ['⟪[span_3](start_span)⟫Water boils.', 'Water boils.⟪[span_3](end_span)⟫'],
    leaves: ['[span_3](https://example.org)', '[span_x](start_span)'],
  },
  'gemini-grounding-link': {
    finds: ['https://⟪vertexaisearch.cloud.google.com/grounding-api-redirect/AbC-1_x=⟫'],
    leaves: ['https://vertexaisearch.cloud.google.com/docs'],
  },
  'grok-citation-card': {
    finds: ['Good. [](⟪grok_render_citation_card_json⟫={"cardIds":["a1"]})', 'Good. ⟪<grok-card⟫ data-id="e1">'],
    leaves: ['to grok a card', 'my_grok_card', 'grok_cards'],
  },
  'grok-link-tag': {
    finds: ['https://example.org/?⟪referrer=grok.com⟫'],
    leaves: ['https://example.org/?referrer=grok.community', 'referrer=example.com'],
  },
  'perplexity-attachment-tag': {
    finds: ['The loop is stable ⟪[attached_file:1]⟫.'],
    leaves: ['[attached file: 1]', '[attached_file:a]'],
  },
  'perplexity-web-tag': {
    finds: ['Keys expire daily ⟪[web:1]⟫⟪[web:17]⟫.'],
    leaves: ['[web:1](https://example.org)', '[web: 1]', '[web:1][home]'],
  },
  'perplexity-upload-link': {
    finds: ['https://⟪ppl-ai-file-upload⟫.s3.example.org/web/a.pdf'],
    leaves: ['apply-ai-file-upload', 'ppl-ai-file-uploader'],
  },
  'chatml-token': {
    finds: ['⟪<|im_start|>⟫system\nBe brief.⟪<|im_end|>⟫'],
    leaves: ['<|im_started|>', '<im_start>', '|im_end|'],
  },
  'end-of-text-token': {
    finds: ['The end.⟪<|endoftext|>⟫', '⟪<|begin_of_text|>⟫Hello'],
    leaves: ['<endoftext>', '<|end of text|>'],
  },
  'llama3-token': {
    finds: ['⟪<|start_header_id|>⟫user⟪<|end_header_id|>⟫', 'Done.⟪<|eot_id|>⟫', '⟪<|reserved_special_token_17|>⟫'],
    leaves: ['<|eot_ids|>', '<|reserved_special_token_x|>'],
  },
  'role-token': {
    finds: ['⟪<|user|>⟫\nHi\n⟪<|assistant|>⟫\nHello'],
    leaves: ['<user>', '<| user |>', '<|users|>'],
  },
  'deepseek-token': {
    finds: ['⟪<｜begin▁of▁sentence｜>⟫⟪<｜User｜>⟫Hi⟪<｜Assistant｜>⟫'],
    leaves: ['<｜user', '<｜Userin｜>'],
  },
  'inst-token': {
    finds: ['⟪[INST]⟫ ⟪<<SYS>>⟫Be kind.⟪<</SYS>>⟫ Hi ⟪[/INST]⟫'],
    leaves: ['[inst]', '[INSTALL]', '<<sys>>'],
  },
  'gemma-turn-token': {
    finds: ['⟪<start_of_turn>⟫user\nHi⟪<end_of_turn>⟫'],
    leaves: ['<start of turn>', '<start_of_turns>'],
  },
  'think-tag': {
    finds: ['⟪<think>⟫\nThe user wants a rhyme.\n⟪</think>⟫\nRoses', 'Fine.\n⟪</think>⟫'],
    leaves: ['<thinker>', 'render(<think>)', '< think >'],
  },
  'prompt-preamble': {
    finds: ['⟪Below is an instruction that describes a task⟫. Write a response.'],
    leaves: ['Below is an instruction that describes how to fold it.', 'A chat between a curious child and an owl.'],
  },
  'as-an-ai-language-model': {
    finds: [
      '⟪As an AI language model⟫, I cannot taste soup.',
      'Sorry, but ⟪as an\nAI language model⟫ I cannot taste soup.',
      '⟪As a large language model⟫, my answers end here.',
      '⟪As an AI assistant created by a company to be of use⟫, I try.',
      '⟪As an AI developed by OpenAI⟫, I try.',
    ],
    leaves: [
      'We used the network as a language model in our study.',
      'As an AI model, the system reached 80 %.',
      'It works as an AI assistant for nurses.',
    ],
  },
  'as-an-ai': {
    finds: ['⟪As an AI⟫, I have no tongue.', 'And ⟪as an artificial intelligence⟫, it is important to stay calm.'],
    leaves: ['As an AI researcher, I travel.', 'It was an AI the whole time.', 'As an aide, I carried bags.'],
  },
  'i-am-an-ai-model': {
    finds: [
      '⟪I am an AI language model⟫ without a kitchen.',
      'Well, ⟪I’m just a language model⟫.',
      "⟪I'm an AI trained by⟫ a bakery.",
    ],
    leaves: ['I am an AI engineer.', 'I am a language modeler.', 'I build an AI assistant.'],
  },
  'i-am-an-ai': {
    finds: ["⟪I'm just an AI⟫, my words are borrowed.", '⟪I am an AI⟫ and do not have a home.'],
    leaves: ['I am an AI skeptic.', 'I am an AI and data lawyer.', 'I am an aid worker.'],
  },
  'i-am-product': {
    finds: ['Hello! ⟪I am ChatGPT, a large language model⟫.', '⟪I’m Claude, an AI⟫ made for talking.'],
    leaves: ['I am Claude, a baker from Lyon.', 'I am Gemini, born in June.'],
  },
  'i-was-created-by-vendor': {
    finds: ['⟪I was developed by OpenAI⟫ to chat.', '⟪I was created by Anthropic⟫.'],
    leaves: ['I was trained by a sheepdog.', 'It was created by OpenAI.', 'I was made by Openair.'],
  },
  'no-personal-opinions': {
    finds: ["⟪I don't have personal opinions⟫ about tea.", '⟪I do not have any personal beliefs⟫.'],
    leaves: [
      "I don't have personal experience with this oven.",
      "I don't have personal feelings for him.",
      'We do not have personal opinions here.',
    ],
  },
  'no-feelings': {
    finds: ["⟪I don't have feelings or emotions⟫.", '⟪I do not have access to real-time information⟫.'],
    leaves: ["I don't have feelings for her.", "I don't have access to the garage."],
  },
  'as-an-ai-es': {
    finds: ['⟪Como modelo de lenguaje⟫, no tengo huerto.', '⟪Soy un modelo de lenguaje⟫ y nada más.'],
    leaves: [
      'Usamos la red como modelo de lenguaje, con buenos resultados.',
      'Como inteligencia artificial, el sistema falla.',
    ],
  },
  'as-an-ai-fr': {
    finds: ["⟪En tant qu'IA⟫, je n'ai pas de jardin.", '⟪En tant que modèle de langage⟫, je lis.'],
    leaves: ["En tant qu'IA, ce système échoue.", "En tant qu'assistant social, je lis."],
  },
  'as-an-ai-de': {
    finds: ['⟪Als KI-Sprachmodell⟫ habe ich keinen Garten.', '⟪Ich bin ein KI-Sprachmodell⟫.'],
    leaves: ['Als KI-Forscher habe ich keinen Garten.', 'Als Sprachmodell dient ein Netz.', 'Ich bin ein Kind.'],
  },
  'as-an-ai-pt': {
    finds: ['⟪Como um modelo de linguagem⟫, não tenho horta.', '⟪Sou um modelo de linguagem⟫.'],
    leaves: [
      'Usamos a rede como modelo de linguagem, com sucesso.',
      'Ele disse: sou uma inteligência artificial geral.',
    ],
  },
  'as-an-ai-it': {
    finds: ['⟪In quanto modello linguistico⟫, non ho un orto.', '⟪Sono un modello linguistico⟫.'],
    leaves: ['Come modello linguistico, la rete è piccola.', 'In quanto aiuto, non ho altro.'],
  },
  'as-an-ai-ru': {
    finds: ['⟪Как языковая модель⟫, я не имею сада.', '⟪Я — языковая модель⟫ без сада.'],
    leaves: ['Как языковая модель, сеть слаба.', 'Я читаю, как языковая модель устроена.'],
  },
  'as-an-ai-zh': {
    finds: ['⟪作为一个AI语言模型⟫，我没有花园。', '⟪作为人工智能助手⟫，我无法品尝。', '⟪我是一个语言模型⟫。'],
    leaves: ['作为人工智能公司，我们在招人。', '我是一个人工智能专业的学生。', '作为一个爱好者，我很高兴。'],
  },
  'as-an-ai-ja': {
    finds: ['⟪AI言語モデルとして⟫、私は庭を持ちません。', '⟪私はAIアシスタントです⟫。'],
    leaves: ['この網は言語モデルとして使われる。', '私はAIの研究者です。'],
  },
  'as-an-ai-ko': {
    finds: ['⟪저는 AI 언어 모델입니다⟫.', '⟪AI 언어 모델로서⟫ 저는 정원이 없어요.'],
    leaves: ['저는 언어 교사입니다.', 'AI 언어 모델을 연구합니다.'],
  },
  'as-an-ai-id': {
    finds: ['⟪Sebagai model bahasa AI⟫, saya tidak punya kebun.'],
    leaves: ['Jaringan itu dipakai sebagai model bahasa.', 'Sebagai AI, sistem ini lambat.'],
  },
  'knowledge-cutoff': {
    finds: [
      '⟪As of my last knowledge update⟫, the bridge stood.',
      'The bridge came after ⟪my knowledge cutoff⟫ in 2021.',
      '⟪As of my knowledge cut-off⟫, it stood.',
    ],
    leaves: [
      'To my knowledge, the bridge stood.',
      'My training updates are weekly.',
      'The cutoff for my entry is May.',
    ],
  },
  'as-of-my-last-update': {
    finds: ['⟪As of my last update⟫ in June 2023, it stood.', '⟪As of my last update⟫, it stood.'],
    leaves: ['As of my last update the hens lay eggs.', 'Since my last updates, much happened.'],
  },
  'training-data-ends': {
    finds: ['⟪My training data only goes up to⟫ 2021.', 'But ⟪my knowledge was cut off⟫ in May.'],
    leaves: ['My training data includes 500 photos of hens.', 'My knowledge is limited.', 'My training goes well.'],
  },
  'knowledge-cutoff-zh': {
    finds: ['⟪截至我的知识更新⟫，桥还在。', '⟪我的知识截止⟫于2021年。'],
    leaves: ['截至我写信时，桥还在。', '我的知识很有限。'],
  },
  'knowledge-cutoff-es': {
    finds: ['Hasta ⟪mi última actualización de conocimientos⟫, el puente existía.', '⟪Mi fecha de corte⟫ es mayo.'],
    leaves: ['Mi última actualización de la página fue ayer.', 'Mi fecha de cumpleaños es mayo.'],
  },
  'knowledge-cutoff-fr': {
    finds: ["⟪Mes connaissances s'arrêtent⟫ en 2021."],
    leaves: ['Mes connaissances sont vagues.', 'Ma dernière mise à jour de la page date de mai.'],
  },
  'knowledge-cutoff-de': {
    finds: ['Seit ⟪meiner letzten Wissensaktualisierung⟫ steht sie.', '⟪Mein Wissensstand reicht⟫ bis 2021.'],
    leaves: ['Meiner letzten Wissensfrage wich er aus.', 'Mein Wissensstand ist gering.'],
  },
  'knowledge-cutoff-pt': {
    finds: ['Até ⟪minha última atualização de conhecimento⟫, a ponte existia.'],
    leaves: ['Minha última atualização foi ontem.', 'Minha data de corte favorita.'],
  },
  'placeholder-your': {
    finds: ['Sincerely,\n⟪[Your Name]⟫', 'Write to ⟪[your email]⟫.', '⟪[Your Company Name]⟫ grows.'],
    leaves: ['[Your country needs you!][18]', '[your old camera]', '[Your Cart](https://example.org)', '[Yours]'],
  },
  'placeholder-insert': {
    finds: ['On ⟪[Insert Date]⟫ we met.', 'On ⟪[insert date here]⟫ we met.', '⟪[Insert City or Town]⟫'],
    leaves: ['[insert evil laugh here]', '[Inserted later]', '[Insert Coin](https://example.org)'],
  },
  'placeholder-name': {
    finds: ['Dear ⟪[Recipient’s Name]⟫,', 'At ⟪[Company Name]⟫ we bake.', 'My name is ⟪[Name]⟫.'],
    leaves: ['[name]', '[Company Named]', 'query[Name]', '[Friend Name](https://example.org)'],
  },
  'placeholder-letterhead': {
    finds: ['⟪[Date]⟫\n⟪[City, State, ZIP Code]⟫\n⟪[Phone Number]⟫'],
    leaves: ['[date]', 'cancer[Address]', '[Date](https://example.org)', '[Date of birth: unknown]'],
  },
  'placeholder-name-translated': {
    finds: ['Atentamente,\n⟪[Tu nombre]⟫', 'Cordialement,\n⟪[Votre nom]⟫', '此致\n⟪[您的姓名]⟫'],
    leaves: ['[Tu nombre es Ana]', '[Votre nom](https://example.org)'],
  },
  'tag-characters': {
    finds: [`Plain⟪${tagged('made by a model')}⟫ words.`],
    leaves: [`England ${englishFlag} won.`, `Flag lost its base: ${englishFlag.slice(2)} here.`, '葛\u{E0100}城'],
  },
};

/** Splits an example into its text and the spans it marks. */
function parse(marked: string): { text: string; spans: Array<[number, number]> } {
  const spans: Array<[number, number]> = [];
  let text = '';
  for (const part of marked.split(/(?=[⟪⟫])/)) {
    if (part.startsWith('⟪')) spans.push([text.length, -1]);
    if (part.startsWith('⟫')) spans.at(-1)![1] = text.length;
    text += part.replace(/^[⟪⟫]/, '');
  }
  return { text, spans };
}

test('every pattern has examples to find and to leave alone, and no example lacks its pattern', () => {
  assert.deepEqual(Object.keys(examples).sort(), artefactPatterns.map(({ id }) => id).sort());
  for (const [id, { finds, leaves }] of Object.entries(examples)) {
    assert.ok(finds.length > 0 && leaves.length > 0, id);
  }
});

for (const [id, { finds, leaves }] of Object.entries(examples)) {
  test(`${id}: exact spans, and near misses stay clean`, () => {
    for (const marked of finds) {
      const { text, spans } = parse(marked);
      assert.ok(spans.length > 0, marked);
      const found = findArtefacts(text).filter(({ pattern }) => pattern.id === id);
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        spans.map(([start, end]) => text.slice(start, end)),
        marked,
      );
      assert.deepEqual(
        found.map(({ start, end }) => [start, end]),
        spans,
        marked,
      );
    }
    for (const text of leaves) {
      assert.ok(!findArtefacts(text).some(({ pattern }) => pattern.id === id), text);
    }
  });
}

test('the table is complete and consistent', () => {
  assert.equal(new Set(artefactPatterns.map(({ id }) => id)).size, artefactPatterns.length);
  assert.match(measuredOn, /^\d{4}-\d\d-\d\d$/);
  for (const { id, title, tier, kind, asOf, precision, anchors, regex } of artefactPatterns) {
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, id);
    assert.ok(title.length > 0 && title.length <= 60, id);
    assert.ok(tier === 'A' || tier === 'A-', id);
    assert.match(asOf, /^\d{4}-\d\d-\d\d$/, id);
    assert.ok(regex.sticky && !regex.global, id);
    assert.ok(kind !== 'placeholder' || tier === 'A-', id);
    if (precision) {
      assert.ok(precision.human + precision.machine > 0, id);
      assert.ok(precision.human <= measuredDocuments.human && precision.machine <= measuredDocuments.machine, id);
    }
    assert.ok(anchors.length > 0, id);
    for (const anchor of anchors) {
      // Only ASCII is folded, so an ASCII capital would never be found.
      assert.doesNotMatch(anchor, /[A-Z]/, `${id}: ${anchor}`);
      // Short anchors are compared as they are and looked up by their first character, which must be rare in Latin text.
      if (anchor.length < 6) assert.match(anchor, /^[^\x00-\xff][^a-z]*$/, `${id}: ${anchor}`);
    }
  }
});

test('clean, empty and odd texts give nothing', () => {
  for (const text of [
    '',
    'a',
    'The hen crossed the road.',
    '\uD800',
    '\uDB40',
    '[',
    '['.repeat(50),
    'I am. As an. My kn',
  ]) {
    assert.deepEqual(findArtefacts(text), []);
  }
});

test('of overlapping matches the longest stays, and matches come in order', () => {
  const text =
    'x \uE200cite\uE202turn0search0\uE201 y [oai_citation:0‡a](https://example.org/?utm_source=chatgpt.com) [Your Name]';
  assert.deepEqual(
    findArtefacts(text).map(({ pattern }) => pattern.id),
    ['chatgpt-private-use-citation', 'chatgpt-oai-citation', 'chatgpt-link-tag', 'placeholder-your'],
  );
});

test('a match at the very start and at the very end is found', () => {
  assert.deepEqual(
    findArtefacts('[Date]').map(({ start, end }) => [start, end]),
    [[0, 6]],
  );
  assert.deepEqual(
    findArtefacts('ok [web:1]').map(({ start, end }) => [start, end]),
    [[3, 10]],
  );
});

const mentions = [
  'The bot said “As an AI language model, I cannot help” and stopped.',
  'It answered "As an AI language model, I cannot help" and stopped.',
  'Elle dit « En tant qu’IA, je ne sais pas » puis rien.',
  'Split the prompt at `<|im_start|>` first.',
  'Use it so:\n```\n<|im_start|>user\nHi<|im_end|>\n```\nand stop.',
  'Left open:\n```text\n[INST] Hi [/INST]',
  'Each turn ends with the token <|im_end|>, always.',
  'The <|endoftext|> token ends it.',
  'Beware of the phrase as an AI language model, I cannot.',
  'Fill the placeholder [Your Name] in the form.',
];

const uses = [
  'As an AI language model, I cannot help. "Try again," it says.',
  'He said "no". As an AI language model, I cannot help with "that".',
  '“As an AI language model, I cannot help.”',
  '"As an AI language model, I cannot help."',
  '```\ncode\n```\nAs an AI language model, I cannot help.',
  'Run `ls`. <|im_start|> then `cd`.',
  '<|im_start|>user\nHi<|im_end|>',
  '“We are glad,” said [Spokesperson Name] today.',
  'A line with an open " mark\nand as an AI language model, I close it " here.',
];

test('mentions are told from uses', () => {
  for (const [texts, expected] of [
    [mentions, true],
    [uses, false],
  ] as const) {
    for (const text of texts) {
      const found = findArtefacts(text);
      assert.ok(found.length > 0, text);
      for (const { mentioned } of found) assert.equal(mentioned, expected, text);
    }
  }
});

test('patterns keep no state between calls', () => {
  const text = 'a [Your Name] b [Your Name]';
  assert.deepEqual(findArtefacts(text), findArtefacts(text));
  assert.equal(findArtefacts('[Your Name]').length, 1);
});

const hostile: Record<string, string> = {
  prose: 'The hens, as an afterthought, do not have any of my knowledge. ',
  'one letter': 'a',
  'open brackets': '[',
  'unclosed blank': '[your ',
  'unclosed insert': '[Insert xxxxxxxx',
  'many blanks on one line': '[Your Name]',
  'unclosed list': '[cite: 1, 2, 3, ',
  'endless turn chain': 'turn0search0',
  'turns without kind': 'turn0',
  'unfinished phrase': 'as a language model with ',
  'self-identification': 'as an AI, I ',
  'open quotes': '"as an AI, I ',
  'curly quotes': '“As an AI, I” ',
  'code marks': '`<think>` ```',
  'private use': '\uE200cite\uE202',
  lenticular: '【1†',
  'tag characters': '\uDB40\uDC41',
  'Chinese subjects': '我是一个作为',
  'line ends': '\n<think>',
};

for (const [name, unit] of Object.entries(hostile)) {
  test(`a megabyte of it comes to an end: ${name}`, () => {
    // Quadratic work would take longer than the runner gives a file; timings are measured by the benchmark.
    const matches = findArtefacts(unit.repeat(Math.ceil((1 << 20) / unit.length)));
    assert.ok(matches.every(({ start, end }) => start < end));
  });
}
