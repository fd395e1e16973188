import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

const HEAD = '---\npretty_name: Ferries\n';
const card = (yaml: string, body = '# Ferries') => `${HEAD}${yaml}\n---\n${body}\n`;

/** `rule severity words under the finding`, and the fixes, the safe ones marked, with the front matter after each. */
async function examine(yaml: string, body?: string) {
  const content = card(yaml, body);
  const { findings, records, summary } = await check('README.md', content);
  const found = findings.map(
    ({ rule, severity, problem }) => `${rule} ${severity} ${content.slice(problem!.start, problem!.end)}`,
  );
  const fixes: Record<string, string> = {};
  for (const finding of findings) {
    for (const { fix, content: after } of fixedFiles(content, finding, records, summary.context)) {
      const left = (await check('README.md', after)).findings.filter(
        ({ rule, message }) => rule === finding.rule && message === finding.message,
      );
      assert.deepEqual(left, [], `${fix.title}\n${after}`);
      assert.ok(after.endsWith(`\n---\n${body ?? '# Ferries'}\n`));
      fixes[`${fix.title}${fix.safety === 'safe' ? ' (safe)' : ''}`] = after.slice(
        HEAD.length,
        after.indexOf('\n---\n'),
      );
    }
  }
  return { found, fixes, messages: findings.map(({ message }) => message) };
}

test('creators off the list: spellings, other words, what is nothing like any', async () => {
  assert.deepEqual(await examine('language_creators: Machine_Generated'), {
    found: ['card-creators-invalid error Machine_Generated'],
    fixes: { 'Replace by machine-generated (safe)': 'language_creators: machine-generated' },
    messages: [
      '"Machine_Generated" is no value of language_creators: found, crowdsourced, expert-generated, machine-generated, other. It reads like machine-generated.',
    ],
  });
  const { found, fixes } = await examine('annotations_creators:\n- expert-annotated\n- crowdsorced\n- derived\n- 7');
  assert.deepEqual(found, [
    'card-creators-invalid warning expert-annotated',
    'card-creators-invalid warning crowdsorced',
    'card-creators-invalid warning derived',
    'card-creators-invalid warning 7',
  ]);
  assert.equal(Object.keys(fixes)[0], 'Replace by expert-generated');
  assert.ok(Object.keys(fixes).every((title) => !title.endsWith('(safe)')));
});

test('no annotation is said of labels, not of a text', async () => {
  const missing = await examine('language_creators:\n- found\n- no-annotation');
  assert.deepEqual(missing.found, ['card-creators-invalid error no-annotation']);
  assert.deepEqual(missing.fixes, {
    'Move no-annotation to annotations_creators': 'language_creators:\n- found\nannotations_creators:\n- no-annotation',
  });
  const there = await examine('language_creators: [no-annotation]\nannotations_creators: [found]');
  assert.deepEqual(there.fixes, { 'Remove no-annotation': 'annotations_creators: [found]' });
});

test('an empty list of creators says nothing', async () => {
  assert.deepEqual(await examine('license: mit\nannotations_creators: []'), {
    found: ['card-creators-invalid information []'],
    fixes: { 'Remove annotations_creators': 'license: mit' },
    messages: ['An empty list of annotations_creators says nothing.'],
  });
});

const licenses: [yaml: string, found: string[], fixes: Record<string, string>][] = [
  ['license: mit', [], {}],
  ['license: [cc-by-4.0, odc-by]', [], {}],
  [
    'license: Apache-2.0',
    ['card-license-invalid error Apache-2.0'],
    { 'Replace by apache-2.0 (safe)': 'license: apache-2.0' },
  ],
  [
    'license: [mit, apache_v2]',
    ['card-license-invalid error apache_v2'],
    { 'Replace by apache-2.0 (safe)': 'license: [mit, apache-2.0]' },
  ],
  [
    'license:\n- https://creativecommons.org/licenses/by-sa/4.0/',
    ['card-license-invalid error https://creativecommons.org/licenses/by-sa/4.0/'],
    { 'Replace by cc-by-sa-4.0 (safe)': 'license:\n- cc-by-sa-4.0' },
  ],
  [
    'license: NOASSERTION',
    ['card-license-invalid error NOASSERTION'],
    { 'Replace by unknown (safe)': 'license: unknown' },
  ],
  [
    'license: GPL-3.0-only',
    ['card-license-invalid error GPL-3.0-only'],
    {
      'Replace by gpl-3.0': 'license: gpl-3.0',
      'Replace by other, with its name': 'license: other\nlicense_name: gpl-3.0-only\nlicense_link: LICENSE',
    },
  ],
  [
    'license: CC-BY-ND-3.0',
    ['card-license-invalid error CC-BY-ND-3.0'],
    { 'Replace by other, with its name': 'license: other\nlicense_name: cc-by-nd-3.0\nlicense_link: LICENSE' },
  ],
  [
    'license: Our own Terms!',
    ['card-license-invalid warning Our own Terms!'],
    { 'Replace by other, with its name': 'license: other\nlicense_name: our-own-terms\nlicense_link: LICENSE' },
  ],
  [
    'license: https://example.org/terms',
    ['card-license-invalid warning https://example.org/terms'],
    {
      'Replace by other, with its name':
        'license: other\nlicense_name: example.org-terms\nlicense_link: "https://example.org/terms"',
    },
  ],
  [
    'license: other',
    ['license-other-without-name warning other'],
    {
      'Insert license_name and license_link':
        'license: other\nlicense_name: "[More Information Needed]"\nlicense_link: LICENSE',
    },
  ],
  [
    'license: other\nlicense_name:\nlicense_link: LICENSE',
    ['license-other-without-name warning other'],
    { 'Insert license_name': 'license: other\nlicense_name: "[More Information Needed]"\nlicense_link: LICENSE' },
  ],
  ['license: other\nlicense_name: ours\nlicense_link: LICENSE.md', [], {}],
];

for (const [yaml, found, fixes] of licenses) {
  test(`card with ${JSON.stringify(yaml)}`, async () => {
    const examined = await examine(yaml);
    assert.deepEqual([examined.found, examined.fixes], [found, fixes]);
  });
}

const GENERATED =
  'tags:\n- synthetic\n- SomeModel\nannotations_creators:\n- machine-generated\nlanguage_creators:\n- found';

test('a card of a generation pipeline that hard-codes "found"', async () => {
  const { found, messages, fixes } = await examine(GENERATED);
  assert.deepEqual(found, ['card-synthetic-tag-contradiction warning found']);
  assert.deepEqual(messages, [
    'The card calls the data synthetic, and its language_creators (found) are not machine-generated. The creators of the labels are: the two may be the wrong way round.',
  ]);
  assert.deepEqual(fixes, {
    'Replace found by machine-generated': GENERATED.replace('- found', '- machine-generated'),
    'Add machine-generated to language_creators': `${GENERATED}\n- machine-generated`,
    'Remove the tag synthetic': GENERATED.replace('- synthetic\n', ''),
  });
});

test('such a card without its tag, by the first words of its prose', async () => {
  const body =
    '# Dataset Card for Ferries\n\n## Dataset Summary\n\nSynthetic data generated by [Pipe](https://example.org):\n * Model: `m`';
  const { found } = await examine('language_creators: [found]', body);
  assert.deepEqual(found, ['card-synthetic-tag-contradiction warning found']);
  for (const other of [
    'No synthetic data generated by models is in here.',
    'Synthetic fibres. Data generated by looms.',
    'Synthetic data are not used.',
  ]) {
    assert.deepEqual((await examine('language_creators: [found]', other)).found, []);
  }
});

test('machine text that no tag tells of is worth knowing', async () => {
  const { found, fixes } = await examine('language_creators:\n- machine-generated\ntags:\n- chat');
  assert.deepEqual(found, ['card-synthetic-tag-contradiction information machine-generated']);
  assert.deepEqual(fixes, {
    'Add the tag synthetic': 'language_creators:\n- machine-generated\ntags:\n- chat\n- synthetic',
  });
});

const quiet = [
  'tags: [synthetic]',
  'tags: [synthetic]\nlanguage_creators: [machine-generated, crowdsourced]',
  'tags: [photosynthesis]\nlanguage_creators: [found]',
  'language_creators: [machine-generated]',
  'language_creators: [machine-generated, found]\ntags: [chat]',
  'language_creators:\n  en: [found]\n  de: [machine-generated]',
  'license: {license}\nlanguage_creators:\n- {creator}\ntags:\n- {tag_0}',
  'license: [[license_id]]\nlanguage_creators: [[creator]]',
  'license: {{ license }}\nlanguage_creators: {{ creators }}',
  'license: "[More Information Needed]"\nlanguage_creators: [More Information Needed]',
  'license:\nlanguage_creators:\ntags:',
];

for (const yaml of quiet) {
  test(`nothing to say of ${JSON.stringify(yaml)}`, async () => assert.deepEqual((await examine(yaml)).found, []));
}
