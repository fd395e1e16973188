import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';

import { describeAs, HUMAN, MACHINE, SILENT, stating, summaryOf, withoutAdditions } from '../../support/describing';

const front = (text: string) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
const MIXED = summaryOf({ 'a.jsonl': stating(MACHINE) + stating(HUMAN) });
const ALL_MACHINE = summaryOf({
  'a.jsonl': stating({ ...MACHINE, license: 'apache_v2', source: 'org/seed', annotations_creator: 'crowdsourced' }),
});

test('a new card says of every record what every record says', () => {
  const { after, missing, conflicts } = describeAs('card', '', ALL_MACHINE);
  assert.equal(
    front(after),
    [
      'language_creators:',
      '- machine-generated',
      'annotations_creators:',
      '- crowdsourced',
      'license: apache-2.0',
      'source_datasets:',
      '- org/seed',
      'tags:',
      '- synthetic',
    ].join('\n'),
  );
  assert.deepEqual([missing, conflicts], [[], []]);
});

test('a lone value would be read as that of every record: other stands beside it, or it is left out', () => {
  const some = summaryOf({ 'a.jsonl': stating({ ...MACHINE, source: 'org/seed', license: 'MIT' }) + SILENT });
  const { after, missing } = describeAs('card', '', some);
  assert.equal(front(after), 'language_creators:\n- machine-generated\n- other\ntags:\n- synthetic');
  assert.deepEqual(missing, [
    'license: the records do not all state one and the same: MIT in 1 of 2 records (50.0%)',
    'source_datasets: org/seed is that of some records only; alone it would be read as that of all',
  ]);
});

test('a creator that Hugging Face has no word for is one all the same', () => {
  const files = {
    'a.jsonl': stating({ annotations_creator: 'crowdsourced' }) + stating({ annotations_creator: 'Ann' }),
  };
  const { after } = describeAs('card', '', summaryOf(files));
  assert.equal(front(after), 'annotations_creators:\n- crowdsourced\n- other');
});

test('a dataset that states nothing gets no front matter, and a table that says so', () => {
  const { after } = describeAs('card', '', summaryOf({ 'a.jsonl': SILENT }));
  assert.match(after, /^<!-- dataset-hygiene:begin -->\n## Provenance\n/);
  assert.match(after, /\| Not stated \| 1 \| 100\.0% \| 6 \|/);
});

const CARD = `---
# ours
language_creators: [found] # crawled
pretty_name: "A: b"   # kept
tags:
    - rivers # first
    - mills

custom: {a: 1}
---
# Rivers

By hand.
`;

test('values are added to a card, and every other byte stays', () => {
  const description = describeAs('card', CARD, MIXED);
  assert.equal(
    description.after.slice(0, description.after.indexOf('<!--')),
    CARD.replace('[found]', '[found, machine-generated]')
      .replace('    - mills\n', '    - mills\n    - synthetic\n')
      .concat('\n'),
  );
  assert.equal(withoutAdditions(description), CARD);
});

test('lists are added to in the way they are written', () => {
  const written = (yaml: string) => front(describeAs('card', `---\n${yaml}\n---\n`, MIXED).after).split(/\n *tags/)[0];
  assert.equal(written('language_creators: found'), 'language_creators: [found, machine-generated]');
  assert.equal(written('language_creators: "found" # x'), 'language_creators: ["found", machine-generated] # x');
  assert.equal(written('language_creators:\n- found'), 'language_creators:\n- found\n- machine-generated');
  assert.equal(written('language_creators: []'), 'language_creators: [machine-generated, other]');
  assert.equal(written('language_creators:'), 'language_creators: [machine-generated, other]');
  assert.equal(written('language_creators: ~'), 'language_creators: [machine-generated, other]');
  assert.equal(written('language_creators: [\n  found,\n]'), 'language_creators: [\n  found, machine-generated,\n]');
  assert.equal(
    written('  language_creators:\n    - found'),
    '  language_creators:\n    - found\n    - machine-generated',
  );
});

test('line ends of the card are kept', () => {
  const { after } = describeAs('card', CARD.replaceAll('\n', '\r\n'), MIXED);
  assert.equal(/[^\r]\n/.test(after), false);
});

test('what cannot be added to is left and said', () => {
  for (const yaml of [
    'language_creators: &a found',
    'language_creators: *a',
    '{language_creators: [found], tags: [a]}',
  ]) {
    const before = `---\n${yaml}\n---\nText.\n`;
    const description = describeAs('card', before, MIXED);
    assert.equal(withoutAdditions(description), before);
    parseDocument(front(description.after));
  }
  const toml = '+++\ntitle = "x"\n+++\nText.\n';
  const description = describeAs('card', toml, MIXED);
  assert.ok(description.after.startsWith(toml));
  assert.ok(description.missing.some((line) => line.includes('it is TOML')));
  const broken = describeAs('card', '---\na: [\n---\nText.\n', MIXED);
  assert.ok(broken.after.startsWith('---\na: [\n---\nText.\n'));
  assert.ok(broken.missing.some((line) => line.startsWith('language_creators: machine-generated: the front matter')));
});

test('what contradicts the records is left as it is and reported with its line', () => {
  const before =
    '---\nlanguage_creators:\n- machine-generated\nannotations_creators: no-annotation\nlicense: mit\n---\n';
  const summary = summaryOf({
    'a.jsonl': stating({ ...HUMAN, license: 'CC-BY-4.0', annotations_creator: 'crowdsourced' }),
  });
  const { after, conflicts } = describeAs('card', before, summary);
  assert.ok(after.startsWith(before));
  assert.deepEqual(
    conflicts.map(({ line, message }) => `${line} ${message}`),
    [
      '2 language_creators lists machine-generated, but every record says that a person wrote it.',
      '3 annotations_creators says no-annotation, but records name who made their labels: crowdsourced.',
      '4 license says mit, but records state CC-BY-4.0 (1).',
    ],
  );
  const said = describeAs('card', '---\nlanguage_creators: machine-generated\ntags: [synthetic]\n---\n', MIXED);
  assert.deepEqual(
    said.conflicts.map(({ line }) => line),
    [1],
  );
});

test('what agrees with the records in other words is no contradiction', () => {
  const summary = summaryOf({ 'a.jsonl': stating({ ...HUMAN, license: 'CC-BY-4.0' }) });
  for (const license of ['cc-by-4.0', 'cc', '[mit, cc-by-4.0]', 'other']) {
    const { conflicts } = describeAs(
      'card',
      `---\nlicense: ${license}\nlanguage_creators: crowdsourced\n---\n`,
      summary,
    );
    assert.deepEqual(conflicts, [], license);
  }
});

test('the section is written between its markers and nowhere else', () => {
  const first = describeAs('card', '# Rivers\n\nBefore.\n', MIXED).after;
  const edited = `${first}\nAfter.\n`;
  const { after } = describeAs('card', edited, ALL_MACHINE);
  assert.ok(after.endsWith('<!-- dataset-hygiene:end -->\n\nAfter.\n'));
  assert.ok(after.includes('# Rivers\n\nBefore.\n'));
  assert.equal(after.match(/dataset-hygiene:begin/g)!.length, 1);
  assert.match(after, /\| Machine \| 1 \| 100\.0% \|/);
});

test('markers in a code block are an example, and those that are no pair are left', () => {
  const example = '# Use\n\n```\n<!-- dataset-hygiene:begin -->\n<!-- dataset-hygiene:end -->\n```\n';
  assert.ok(describeAs('card', example, MIXED).after.includes(example));
  for (const markers of [
    '<!-- dataset-hygiene:begin -->\n',
    '<!-- dataset-hygiene:end -->\n<!-- dataset-hygiene:begin -->\n',
    '<!-- dataset-hygiene:begin -->\n<!-- dataset-hygiene:begin -->\n<!-- dataset-hygiene:end -->\n',
  ]) {
    const { after, conflicts } = describeAs('card', `# A\n${markers}`, summaryOf({ 'a.jsonl': SILENT }));
    assert.equal(after, `# A\n${markers}`);
    assert.equal(conflicts.length, 1);
  }
});

test('values of the dataset are shown as they are, and do nothing', () => {
  const names = [
    'a|b',
    '`x``y`',
    '<img src=x onerror=y>',
    '[l](javascript:x)',
    'a\nb\n<!-- dataset-hygiene:end -->',
    'x\u202ey',
    '\\|',
  ];
  const summary = summaryOf({ 'a.jsonl': names.map((generator) => stating({ ...MACHINE, generator })).join('') });
  const { after } = describeAs('card', '', summary);
  const rows = after.split('\n').filter((line) => line.startsWith('| `'));
  assert.equal(rows.length, names.length);
  for (const row of rows) assert.equal(row.replace(/\\\|/g, '').match(/\|/g)!.length, 4, row);
  assert.equal(after.split('\n').filter((line) => line === '<!-- dataset-hygiene:end -->').length, 1);
  assert.ok(!after.includes('\u202e'));
});

test('a list of sources that nobody reads is not written', () => {
  const many = Array.from({ length: 101 }, (_, n) => stating({ ...HUMAN, source: `org/set-${n}` })).join('');
  const { after, missing } = describeAs('card', '', summaryOf({ 'a.jsonl': many }));
  assert.ok(!after.includes('source_datasets'));
  assert.ok(missing.includes('source_datasets: the records name too many sources to list, 101 of them by an id'));
  assert.match(after, /\| 81 others \| 81 \|/);
});

test('any card: nothing of it is lost, its other keys read as before, and a second run changes nothing', () => {
  const key = fc.constantFrom(
    'language_creators',
    'annotations_creators',
    'license',
    'source_datasets',
    'tags',
    'x',
    'configs',
  );
  const value = fc.constantFrom(
    ' found',
    ' [found]',
    ' []',
    '',
    ' ~',
    '\n- found',
    '\n  - found # c\n  - b',
    ' "a, b"',
    ' a, b',
    ' [a,\n b]',
    ' |\n  text',
    '\n- >\n  folded\n  text',
    '\n  default: found',
    " 'x'",
    ' # comment',
    '\n- default\n\n',
    '\n-\n- a',
    ' &a x',
    ' {a: b}',
    '\n- - a',
  );
  const yaml = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 5 });
  fc.assert(
    fc.property(
      yaml,
      fc.constantFrom('', 'Text.\n', '\n# Head\n\nText'),
      fc.constantFrom('\n', '\r\n'),
      (pairs, body, eol) => {
        const before = `---\n${pairs.map(([name, said]) => `${name}:${said}\n`).join('')}---\n${body}`.replaceAll(
          '\n',
          eol,
        );
        for (const summary of [MIXED, ALL_MACHINE]) {
          const description = describeAs('card', before, summary);
          assert.equal(withoutAdditions(description), before);
          const [old, now] = [before, description.after].map((text) =>
            parseDocument(front(text.replaceAll('\r\n', '\n'))),
          );
          if (old!.errors.length > 0) continue;
          assert.deepEqual(now!.errors, []);
          const values: Record<string, unknown> = old!.toJS() ?? {};
          const after = now!.toJS() ?? {};
          for (const name of ['x', 'configs']) assert.deepEqual(after[name], values[name]);
          for (const [name, said] of Object.entries(values)) {
            if (Array.isArray(said)) assert.deepEqual(after[name].slice(0, said.length), said);
            else if (typeof said === 'string') assert.ok(after[name] === said || after[name][0] === said);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
