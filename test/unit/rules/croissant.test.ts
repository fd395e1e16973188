import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, safeEdits } from '../../../server/src/engine/fix';
import { CONTEXT, croissantText, REQUIRED } from '../../support/croissant';
import { check } from '../../support/datasets';
import { fixedFiles } from '../../support/fixing';

/** `rule severity words under the finding`, and the fixes, the safe ones marked, with the document after each. */
async function examine(content: string, severities: [string, 'warning'][] = []) {
  const inputs = { severities: new Map(severities) };
  const { findings, records, summary } = await check('croissant.json', content, inputs);
  const found = findings.map(
    ({ rule, severity, problem }) => `${rule} ${severity} ${content.slice(problem!.start, problem!.end)}`,
  );
  const fixes: [string, Record<string, unknown>][] = [];
  for (const finding of findings) {
    for (const { fix, content: after } of fixedFiles(content, finding, records, summary.context)) {
      const left = (await check('croissant.json', after, inputs)).findings.map(({ rule, message }) => rule + message);
      assert.ok(!left.includes(finding.rule + finding.message), `${fix.title}\n${after}`);
      const brought = left.filter((one) => !findings.some(({ rule, message }) => rule + message === one));
      assert.deepEqual(brought, [], fix.title);
      fixes.push([`${fix.title}${fix.safety === 'safe' ? ' (safe)' : ''}`, JSON.parse(after)]);
    }
  }
  return {
    found,
    fixes,
    titles: fixes.map(([title]) => title),
    messages: findings.map(({ message }) => message),
    findings,
    records,
    summary,
  };
}

const document = (members: Record<string, unknown>, context?: unknown) => examine(croissantText(members, context));

test('what the specification requires, one finding for all that is missing', async () => {
  const { found, messages, fixes } = await document({ creator: undefined, datePublished: '' });
  assert.deepEqual(found, ['croissant-required-missing warning "@type": "sc:Dataset"']);
  assert.deepEqual(messages, ['Croissant requires creator and datePublished of every dataset.']);
  const [[title, after]] = fixes as [[string, Record<string, unknown>]];
  assert.equal(title, 'Insert creator and datePublished, to be filled in');
  assert.deepEqual(after.creator, { '@type': 'Organization', name: '[More Information Needed]' });
  assert.equal(after.datePublished, '[More Information Needed]');
});

test('required properties under other names are there', async () => {
  const { conformsTo, name, creator, ...rest } = REQUIRED;
  const members = {
    ...rest,
    'dct:conformsTo': [conformsTo, 'http://mlcommons.org/croissant/RAI/1.0'],
    'sc:name': name,
    'https://schema.org/creator': [creator],
  };
  assert.deepEqual((await examine(JSON.stringify({ '@context': CONTEXT, ...members }))).found, []);
});

test('Croissant 0.8 had other requirements, and a description without a version lacks it', async () => {
  const old = { '@vocab': 'https://schema.org/', ml: 'http://mlcommons.org/schema/', recordSet: 'ml:recordSet' };
  const bare = { '@type': 'sc:Dataset', name: 'ferries', recordSet: [] };
  assert.deepEqual((await examine(JSON.stringify({ '@context': old, ...bare }))).found, []);
  const { messages } = await examine(JSON.stringify({ '@context': CONTEXT, ...bare }));
  assert.deepEqual(messages, [
    'Croissant requires conformsTo, description, license, url, creator and datePublished of every dataset.',
  ]);
});

const RAI = [
  'rai:dataLimitations',
  'rai:dataBiases',
  'rai:personalSensitiveInformation',
  'rai:dataUseCases',
  'rai:dataSocialImpact',
];

test('the minimal responsible-AI fields are asked for where the configuration does', async () => {
  const on: [string, 'warning'][] = [['croissant-rai-minimal-missing', 'warning']];
  const said = Object.fromEntries(RAI.map((name) => [name, 'x']));
  const complete = { ...said, 'rai:hasSyntheticData': false, 'prov:wasDerivedFrom': 'x', 'prov:wasGeneratedBy': 'x' };
  assert.deepEqual((await document({})).found, []);
  assert.deepEqual((await examine(croissantText(complete), on)).found, []);
  const older = { ...complete, 'rai:dataBiases': undefined, dataBiases: 'x' };
  assert.deepEqual((await examine(croissantText(older, { ...CONTEXT, dataBiases: 'cr:dataBiases' }), on)).found, []);
  const { prov: _p, rai: _r, ...without } = CONTEXT;
  const { messages, fixes } = await examine(croissantText({}, without), on);
  assert.match(
    messages[0]!,
    /^The minimal responsible-AI fields lack rai:dataLimitations, .* and prov:wasGeneratedBy\.$/,
  );
  assert.deepEqual(
    fixes.map(([title, after]) => [title, after['rai:hasSyntheticData'], (after['@context'] as typeof CONTEXT).rai]),
    [
      ['Insert the missing fields, with synthetic data', true, CONTEXT.rai],
      ['Insert the missing fields, without synthetic data', false, CONTEXT.rai],
    ],
  );
});

const rai: [key: string, found: string[], titles: string[]][] = [
  ['rai:dataBiases', [], []],
  ['rai:hasSyntheticData', [], []],
  ['rai:usedBy', [], []],
  [
    'rai:socialImpact',
    ['croissant-unknown-rai-property warning "rai:socialImpact"'],
    ['Rename to rai:dataSocialImpact (safe)'],
  ],
  [
    'rai:dataPreprocessing',
    ['croissant-unknown-rai-property warning "rai:dataPreprocessing"'],
    ['Rename to rai:dataPreprocessingProtocol (safe)'],
  ],
  [
    'rai:dataLimitatons',
    ['croissant-unknown-rai-property warning "rai:dataLimitatons"'],
    ['Rename to rai:dataLimitations'],
  ],
  ['rai:syntheticDataExplanation', ['croissant-unknown-rai-property warning "rai:syntheticDataExplanation"'], []],
];

for (const [key, found, titles] of rai) {
  test(`RAI property ${key}`, async () => {
    const examined = await document({ [key]: 'x' });
    assert.deepEqual([examined.found, examined.titles], [found, titles]);
  });
}

test('a property that is there under its own name as well is not renamed over it', async () => {
  const { found, titles } = await document({ 'rai:dataBias': 'x', 'rai:dataBiases': 'y' });
  assert.equal(found.length, 1);
  assert.deepEqual(titles, []);
});

test('prefixes that the context does not declare are errors, once each', async () => {
  const { prov: _p, rai: _r, ...without } = CONTEXT;
  const members = { 'rai:dataBiases': 'x', 'prov:wasDerivedFrom': 'x', 'prov:wasGeneratedBy': 'y' };
  const { found, fixes } = await document(members, without);
  assert.deepEqual(found.sort(), [
    'croissant-prov-malformed error "prov:wasDerivedFrom"',
    'croissant-unknown-rai-property error "rai:dataBiases"',
  ]);
  assert.deepEqual(fixes.map(([title]) => title).sort(), ['Declare the prefix prov', 'Declare the prefix rai']);
  assert.deepEqual((await document(members, ['https://schema.org/', without])).found, []);
  const typed = await document({ contributor: { '@type': 'prov:Agent', name: 'x' } }, without);
  assert.deepEqual(typed.found, ['croissant-prov-malformed error "prov:Agent"']);
});

/** The provenance of a chat corpus as a description in the wild has it: three steps, agents listed with the dataset. */
const CHAT = {
  'prov:wasDerivedFrom': { '@type': 'prov:Entity', '@id': 'chats-full', 'prov:label': 'Chats' },
  'prov:wasGeneratedBy': [
    {
      '@type': 'prov:Activity',
      '@id': 'manual-removal',
      'prov:startedAtTime': '2024-10-17',
      'prov:wasAssociatedWith': { '@id': 'reader', '@type': 'prov:Person', name: 'A reader' },
    },
    {
      '@type': 'prov:Activity',
      '@id': 'moderation',
      'prov:wasAssociatedWith': { '@id': 'moderator', '@type': 'prov:SoftwareAgent', name: 'A moderation service' },
    },
    {
      '@type': 'prov:Activity',
      '@id': 'step:masking',
      description: 'Masking of personal data.',
      wasAssociatedWith: { '@id': 'masker' },
    },
  ],
  'prov:wasAssociatedWith': [
    { '@type': 'prov:Person', '@id': 'reader', name: 'A reader' },
    { '@type': 'prov:SoftwareAgent', '@id': 'moderator', name: 'A moderation service' },
    { '@type': 'prov:SoftwareAgent', id: 'masker', name: 'A program that masks' },
  ],
};

test('PROV of a real kind: an unprefixed property, an agent under id that is then nowhere, an association of the data', async () => {
  const content = croissantText({ ...CHAT, creator: undefined, datePublished: undefined });
  const { found, titles, findings, records, summary } = await examine(content);
  assert.deepEqual(found, [
    'croissant-prov-malformed warning "prov:wasAssociatedWith"',
    'croissant-prov-malformed warning "wasAssociatedWith"',
    'croissant-prov-malformed warning {\n        "@id": "masker"\n      }',
    'croissant-prov-malformed warning "id"',
    'croissant-required-missing warning "@type": "sc:Dataset"',
  ]);
  assert.deepEqual(titles, [
    'Rename to prov:wasAttributedTo',
    'Rename to prov:wasAssociatedWith (safe)',
    'Name the agent by @id (safe)',
    'Rename to @id (safe)',
    'Insert creator and datePublished, to be filled in',
  ]);
  const fixed = applyEdits(content, safeEdits(findings, records[0]!, summary.context));
  const after = (await check('croissant.json', fixed)).findings.filter(
    ({ rule }) => rule === 'croissant-prov-malformed',
  );
  assert.deepEqual(
    after.map(({ message }) => message),
    ['"prov:wasAssociatedWith" is said of an activity; of data, who is responsible is prov:wasAttributedTo.'],
  );
});

const activity = (more: Record<string, unknown>) => ({ 'prov:wasGeneratedBy': { '@type': 'prov:Activity', ...more } });

const prov: [members: Record<string, unknown>, found: string[], titles: string[]][] = [
  [
    activity({
      'prov:startedAtTime': '2024-10-17T10:00:00Z',
      'prov:endedAtTime': { '@value': '2024-10-18', '@type': 'xsd:date' },
    }),
    [],
    [],
  ],
  [activity({ 'prov:startedAtTime': 2024 }), [], []],
  [activity({ 'prov:startedAtTime': '17 October 2024' }), ['"17 October 2024"'], ['Replace by 2024-10-17 (safe)']],
  [
    activity({ 'prov:endedAtTime': '03/05/2024' }),
    ['"03/05/2024"'],
    ['Replace by 2024-03-05', 'Replace by 2024-05-03'],
  ],
  [activity({ 'prov:endedAtTime': 'last spring' }), ['"last spring"'], []],
  [activity({ 'prov:endedAtTime': '[More Information Needed]' }), [], []],
  [
    activity({
      name: 'Crawl',
      description: 'x',
      startDate: '2024',
      location: 'here',
      'prov:type': { '@id': 'https://www.wikidata.org/wiki/Q4929239' },
      'prov:label': 'x',
      'prov:description': 'y',
    }),
    [],
    [],
  ],
  [
    activity({
      'prov:wasAssociatedWith': [
        { '@id': 'https://orcid.org/0000-0001' },
        { '@id': 'ex:someone' },
        'Jane',
        { '@type': 'prov:Person', name: 'x' },
      ],
    }),
    [],
    [],
  ],
  [activity({ 'prov:wasAssociatedWith': { '@id': 'nobody' } }), ['{\n      "@id": "nobody"\n    }'], []],
  [
    {
      'prov:wasGeneratedBy': { '@id': 'step' },
      'sc:step': { '@id': 'step', '@type': 'sc:CreateAction', 'prov:wasAssociatedWith': 'x' },
    },
    [],
    [],
  ],
  [{ 'prov:wasGeneratedBy': { '@type': 'wd:Q1', 'prov:wasAssociatedWith': 'x' } }, [], []],
  [{ 'prov:wasDerivedFrom': [{ '@type': 'Dataset', name: 'x', url: 'y' }, 'z', { '@id': 'other-dataset' }] }, [], []],
  [{ wasAttributedTo: 'x' }, ['"wasAttributedTo"'], ['Rename to prov:wasAttributedTo (safe)']],
  [{ wasAssociatedWith: 'x' }, ['"wasAssociatedWith"'], ['Rename to prov:wasAttributedTo']],
  [{ 'prov:isAssociatedWith': 'x' }, ['"prov:isAssociatedWith"'], ['Rename to prov:wasAttributedTo']],
  [{ 'prov:wasDerivedForm': 'x' }, ['"prov:wasDerivedForm"'], ['Rename to prov:wasDerivedFrom']],
  [
    { 'prov:wasDerivedFrom': { '@type': 'prov:Entity', 'prov:locatedAt': 'x' } },
    ['"prov:locatedAt"'],
    ['Rename to prov:atLocation'],
  ],
  [{ 'prov:wasDerivedFrom': 'x', wasDerivedFrom: 'y' }, ['"wasDerivedFrom"'], []],
  [
    { 'prov:wasDerivedFrom': { type: 'prov:Entity', id: 'x' } },
    ['"id"', '"type"'],
    ['Rename to @id (safe)', 'Rename to @type (safe)'],
  ],
  [{ about: { id: 'x', type: 'y' } }, [], []],
];

for (const [members, found, titles] of prov) {
  test(`PROV ${JSON.stringify(members)}`, async () => {
    const examined = await document(members);
    const expected = found.map((words) => `croissant-prov-malformed warning ${words}`);
    assert.deepEqual([examined.found, examined.titles], [expected, titles]);
  });
}

test('terms that a context defines need no prefix', async () => {
  const context = { ...CONTEXT, wasDerivedFrom: 'prov:wasDerivedFrom', id: '@id', type: '@type' };
  assert.deepEqual((await document({ wasDerivedFrom: { type: 'prov:Entity', id: 'x' } }, context)).found, []);
});

test('hostile descriptions are checked without a crash', async () => {
  for (const members of [
    { '@id': 5, 'prov:wasGeneratedBy': [[], null, { '@type': [3, {}] }], 'prov:startedAtTime': { '@value': {} } },
    { 'prov:wasAssociatedWith': { '@id': '__proto__' }, 'rai:': 'x', 'rai:constructor': 1, 'prov:toString': [] },
  ]) {
    await document(members as Record<string, unknown>);
  }
});
