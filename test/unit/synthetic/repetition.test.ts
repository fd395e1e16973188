import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRepetition, type RepetitionFinding } from '../../../server/src/engine/synthetic/repetition';

const strong = (text: string) => findRepetition(text).filter(({ strength }) => strength === 'strong');
const covered = (text: string, { start, end }: RepetitionFinding) => text.slice(start, end);

const orchard =
  'The cooperative bought the orchard in 1987, after two dry summers had emptied the wells of the valley. Half of the ' +
  'trees were pears, grafted on quince, and nobody remembered who had planted them. My uncle pruned every row himself ' +
  'until his knees gave out; then he sat by the gate and told the rest of us what we were doing wrong.';

test('slots: parallel list items that go on changing one word are strong, however hyphens are written', () => {
  const herds =
    'masonry of the old tower. Besides being a resting place of several of the largest herds of brown-backed ' +
    'antelopes, grey-backed antelopes, green-backed antelopes, pink-backed antelopes, orange-';
  const [found, ...others] = findRepetition(herds);
  assert.equal(others.length, 0);
  assert.deepEqual([found?.kind, found?.strength], ['slots', 'strong']);
  assert.equal(found && covered(herds, found).startsWith('brown-backed antelopes, grey'), true);
  const tokenised =
    'populations of black @-@ tailed jackrabbits, white @-@ tailed jackrabbits, blue @-@ tailed ' +
    'jackrabbits, red @-@ tailed jackrabbits, yellow @-';
  assert.deepEqual(
    strong(tokenised).map(({ kind }) => kind),
    ['slots'],
  );
  assert.deepEqual(
    strong(`${orchard} ${herds}`).map(({ kind }) => kind),
    ['slots'],
  );
});

test('slots: a list that people finish, and lists on lines, are at most weak', () => {
  for (const text of [
    `${orchard} They grew red-skinned potatoes, white-skinned potatoes, blue-skinned potatoes, and yellow-skinned potatoes.`,
    `${orchard} They grew red-skinned potatoes, white-skinned potatoes, blue-skinned potatoes, pink-skinned potatoes and beans.`,
    '- red-skinned potatoes\n- white-skinned potatoes\n- blue-skinned potatoes\n- pink-skinned potatoes\n- old-skinned potatoes',
  ]) {
    assert.deepEqual(strong(text), []);
  }
});

test('loop: phrases, sentences, lines and paragraphs over and over are strong', () => {
  const paragraph = `${orchard} So it went from year to year, with frost in May and hail in June, and still they stayed.\n\n`;
  for (const [name, text, period] of [
    ['phrase', `${orchard} ${'and the door was open '.repeat(12)}`, 5],
    ['sentence', `${orchard} ${'She said that she would think about it tomorrow. '.repeat(6)}`, 9],
    ['line', 'Now the work is finished.\n'.repeat(20), 5],
    ['words', `${orchard} ${'very '.repeat(60)}`, 1],
    ['paragraph', paragraph.repeat(4), 81],
    ['Cyrillic', 'Вечером он вернулся домой и лёг спать. '.repeat(8), 7],
    ['Chinese', '今天天气很好我们去公园散步吧。'.repeat(8), 14],
  ] as const) {
    const found = strong(text);
    assert.equal(found.length, 1, name);
    assert.equal(found[0]?.kind, 'loop', name);
    assert.match(
      found[0]?.reason ?? '',
      period === 1 ? /^One word comes/ : new RegExp(`^The same ${period} words`),
      name,
    );
  }
});

test('loop: the span holds the copies and nothing else', () => {
  const text = `${orchard} ${'She said that she would think about it tomorrow. '.repeat(6)}Then it rained.`;
  const [found] = strong(text);
  assert.ok(found);
  assert.equal(covered(text, found).trim(), 'She said that she would think about it tomorrow. '.repeat(6).slice(0, -2));
});

test('crowded: a window full of one phrase is strong without any exact period', () => {
  const text =
    'the price of the bread of the house of the price of the bread in the house and the price of the bread of the man ' +
    'in the house of the price of the bread and the house of the bread of the house and the price of the bread of the ' +
    'house in the price of the bread of the house of the man and the price of the bread.';
  assert.deepEqual(
    findRepetition(text).map(({ kind, strength }) => [kind, strength]),
    [['crowded', 'strong']],
  );
});

test('enumeration: short items are weak, and strong only where they come back', () => {
  const languages =
    'Dutch, Welsh, Basque, Czech, Danish, Irish, Thai, Malay, Tamil, Hindi, Greek, Latin, Sami, Ainu, Manx';
  const once = findRepetition(`It was translated into ${languages}. ${orchard}`);
  assert.deepEqual(
    once.map(({ kind, strength }) => [kind, strength]),
    [['enumeration', 'weak']],
  );
  const again =
    'Dutch, Welsh, Thai, Basque, Thai, Dutch, Czech, Welsh, Thai, Dutch, Malay, Basque, Welsh, Thai, Czech, Dutch, Tamil, Welsh, Basque, Thai';
  assert.deepEqual(
    strong(`It was translated into ${again}. ${orchard}`).map(({ kind }) => kind),
    ['enumeration'],
  );
});

const people: Record<string, string> = {
  prose: orchard,
  'song with a refrain':
    'The barge went down in the month of May,\n  Roll on, dark water, roll on.\nThe cook swam home and the mate would stay,\n' +
    '  Roll on, dark water, roll on.\nThey drank to the flood at the Crooked Bell,\n  Roll on, dark water, roll on.\n' +
    'And who had the money no man can tell,\n  Roll on, dark water, roll on.',
  anaphora:
    'We asked for a road and we got a promise. We asked for a school and we got a promise. We asked for a doctor and ' +
    'we got a promise. We are not asking any more.',
  recipe:
    '1/2 cup diced onion\n1/2 cup diced celery\n1/2 cup diced carrot\n1/2 cup diced leek\n1 cup stock\n2 tsp salt\n' +
    '1 tsp pepper\n1 tsp thyme\n1 tsp paprika\n2 cups rice',
  statute:
    '(a) the holder of a licence under section 4; (b) the holder of a licence under section 5; (c) the holder of a ' +
    'licence under section 6 or 7; (d) the holder of a permit under section 9; (e) any person employed by the holder.',
  bibliography:
    'Aalto, P. (1999). On moss. Journal of Northern Botany, 12, 3-9.\nAalto, P. (2001). On lichen. Journal of Northern ' +
    'Botany, 14, 22-31.\nBerg, K. (2003). On fern. Journal of Northern Botany, 16, 1-8.\nBerg, K. (2004). On sedge. ' +
    'Journal of Northern Botany, 17, 40-52.',
  code: Array.from({ length: 30 }, (_, n) => `  table.set('key${n}', readValue(input, ${n}));`).join('\n'),
  log: Array.from(
    { length: 40 },
    (_, n) => `2024-05-0${n % 9} 10:1${n % 10}:00 INFO worker-${n} connection closed`,
  ).join('\n'),
  'table rows': '<tr><td align="center">none</td><td>yes</td></tr>\n'.repeat(40),
  'markdown table': `| name | value |\n|---|---|\n${'| not known | not known |\n'.repeat(30)}`,
  formula: String.raw`\frac{\partial f}{\partial x} + \frac{\partial f}{\partial y} = `.repeat(12),
  index: 'ash, 4, 9; beech, 12; birch, 3, 7, 9; elder, 40; elm, 2, 17; fir, 5; hazel, 8; larch, 6; lime, 30; oak, 1',
  laughter: `He looked at me and went ${'ha '.repeat(20)}and then he left. ${orchard}`,
};

for (const [name, text] of Object.entries(people)) {
  test(`people may repeat themselves: ${name}`, () => assert.deepEqual(strong(text), []));
}

test('ordinary prose gives nothing at all, and calls keep nothing of each other', () => {
  assert.deepEqual(findRepetition(''), []);
  assert.deepEqual(findRepetition(orchard), []);
  for (let run = 0; run < 20; run++) assert.deepEqual(findRepetition(orchard), []);
  const loop = 'Now the work is finished. '.repeat(20);
  assert.deepEqual(findRepetition(loop), findRepetition(loop));
});

test('findings come in order, lie inside the text and say why in one sentence', () => {
  const text = `${'Now the work is finished. '.repeat(20)}${orchard} ${'Then the rain came down again. '.repeat(20)}`;
  const found = findRepetition(text);
  assert.equal(found.length, 2);
  for (const [index, { start, end, reason }] of found.entries()) {
    assert.ok(start >= (found[index - 1]?.end ?? 0) && end > start && end <= text.length);
    assert.match(reason, /^[A-Z0-9].*\.$/);
  }
});

const hostile: Record<string, string> = {
  prose: `${orchard} `,
  'one word': 'word ',
  'one letter': 'a',
  spaces: ' ',
  'two letters': 'a b ',
  'short items': 'a, b, c, ',
  'slot items': 'red fat cats, blue fat cats, ',
  'sentences in turn': 'The man sat. The dog sat. A man sat. ',
  'line ends': '\n',
  commas: ',',
  apostrophes: "'",
  Chinese: '今天天气很好',
  'one character': '喵',
  emoji: '🏴😀',
  'lone surrogates': '\ud800 ',
  combining: 'e\u0301\u0301 ',
  'no-break spaces': 'x\u00a0y\u00a0',
};

for (const [name, unit] of Object.entries(hostile)) {
  test(`a megabyte of it comes to an end: ${name}`, () => {
    // Quadratic work would take longer than the runner gives a file; timings are measured by the benchmark.
    const findings = findRepetition(unit.repeat(Math.ceil((1 << 20) / unit.length)));
    assert.ok(findings.every(({ start, end }) => start < end));
  });
}
