import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import type { Diagnostic, Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { Trusted } from '../../server/src/protocol';
import { judgeAt, LONG_PROSE } from '../support/judge';
import { TOLD_BY_A_MODEL, TOLD_BY_A_PERSON } from '../support/passages';
import type { ClientOptions, TestClient } from './client';
import { at, fixture, span } from './fixture';

/** A record that nothing but its text can be suspected for. */
const record = (text: string, origin = 'noAssertion') =>
  JSON.stringify({ text, source: 'a', license: 'MIT', digital_source_type: origin });

const GERMAN =
  'Die Fähre kam wieder zu spät, und der See lag flach unter den Hügeln. Meine Tante hatte Brot und zwei Eier eingepackt, und niemand durfte sie anrühren, bevor die Glocke läutete. Wir zählten Schwäne, bis das Licht verschwand und jemand zu singen begann, während die Lampen angingen.';
const CODE = 'for (let i = 0; i < n; i++) {\n  total += rows[i].value * 2;\n  console.log(total);\n}\n'.repeat(12);

const STATE = '.dataset-hygiene/calibration.json';
/** Day of the shipped model. */
const MODEL = judgeAt(0, 0).date;

/** A calibration file; a shift of 1000 puts a band out of reach of every text, one of -1000 puts every text above it. */
function calibration(likely: number, possible: number, model = MODEL): string {
  const band = (shift: number, alarms: number) => ({ shift, alarms });
  const own = { date: '2026-01-01', model, texts: 60, likely: band(likely, 1), possible: band(possible, 3) };
  return JSON.stringify({ version: 1, ...own });
}

async function opened(
  t: TestContext,
  text: string,
  {
    files = {},
    name = 'data.jsonl',
    options,
  }: { files?: Record<string, string>; name?: string; options?: ClientOptions } = {},
) {
  const { client, project } = await fixture(t, files, options);
  const uri = project.uri(name);
  await client.open(uri, text);
  return { client, project, uri, found: await client.checked(uri) };
}

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

function textAt(text: string, { range }: Diagnostic): string {
  const { start, end } = range;
  assert.equal(start.line, end.line);
  return text.split('\n')[start.line]!.slice(start.character, end.character);
}

async function hoverAt(client: TestClient, uri: string, line: number): Promise<string> {
  const params = { textDocument: { uri }, position: at(line, 12) };
  return ((await client.request<Hover>('textDocument/hover', params)).contents as MarkupContent).value;
}

test('the passage is reported, exactly, whatever escapes stand before it and in it', async (t) => {
  const quoted = TOLD_BY_A_MODEL.replace('a testament', '"a testament"').replace('Moreover', '\u{1f33b}\t\nMoreover');
  const text = `${record(TOLD_BY_A_PERSON)}\n${record(`“\u{1f33b}"\n ${quoted}\n`)}\n`;
  const { found } = await opened(t, text);
  assert.deepEqual(codes(found), ['likely-synthetic']);
  assert.equal(JSON.parse(`"${textAt(text, found[0]!)}"`), `“\u{1f33b}"\n ${quoted}`);
  assert.equal(found[0]!.range.start.line, 1);
});

test('of a long text the part is reported that reads like a model', async (t) => {
  const text = record(`${TOLD_BY_A_PERSON}\n\n"${TOLD_BY_A_MODEL}"`);
  const { found } = await opened(t, text);
  assert.deepEqual(codes(found), ['likely-synthetic']);
  const passage = JSON.parse(`"${textAt(text, found[0]!)}"`);
  assert.ok(passage.includes(TOLD_BY_A_MODEL.slice(300, 900)), passage);
  assert.ok(!passage.includes(TOLD_BY_A_PERSON.slice(0, 300)), passage);
});

test('a passage in a CSV cell is reported in its cell', async (t) => {
  const cell = TOLD_BY_A_MODEL.replace('a testament', '""a testament""');
  const text = `id,text,source,license,digital_source_type\n1,"${cell}",a,MIT,noAssertion\n`;
  const files = { 'dataset-hygiene.json': '{"datasets": ["*.csv"]}' };
  const { found } = await opened(t, text, { files, name: 'data.csv' });
  assert.deepEqual(codes(found), ['likely-synthetic']);
  assert.deepEqual(found[0]!.range, span(1, 3, 3 + cell.length));
});

test('a suspicion is information; a warning where the record or the card says otherwise', async (t) => {
  const { client, project, uri, found } = await opened(t, record(TOLD_BY_A_MODEL));
  assert.deepEqual(
    found.map(({ severity }) => severity),
    [3],
  );
  await client.change(uri, { text: record(TOLD_BY_A_MODEL, 'digitalCreation') });
  assert.deepEqual(
    (await client.checked(uri)).map(({ code, severity }) => [code, severity]),
    [['likely-synthetic', 2]],
  );
  await client.change(uri, { text: record(TOLD_BY_A_MODEL) });
  await client.checked(uri);
  project.write('README.md', '---\nlanguage_creators: [expert-generated]\n---\n');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri('README.md'), type: 1 }] });
  const suspicions = (await client.checked(uri)).filter(({ code }) => code === 'likely-synthetic');
  assert.deepEqual(
    suspicions.map(({ severity }) => severity),
    [2],
  );
});

test('the message says the band, how often it is wrong, why, and how old the model is', async (t) => {
  const { client, uri, found } = await opened(t, record(TOLD_BY_A_MODEL));
  const [{ message, relatedInformation, range }] = found as [Diagnostic & { message: string }];
  assert.match(message, /^Likely written by a machine/);
  assert.match(message, /False alarms of this verdict on human texts: [\d.]+ % over all/);
  assert.match(message, new RegExp(`Model of ${MODEL}; a reason to look, no proof\\.$`));
  assert.doesNotMatch(message, /probab|confiden|certain/i);
  assert.ok(relatedInformation && relatedInformation.length >= 2);
  for (const { message: reason, location } of relatedInformation) {
    assert.ok(message.includes(reason), reason);
    assert.equal(location.uri, uri);
    const { start, end } = location.range;
    assert.ok(range.start.character <= start.character && end.character <= range.end.character, reason);
  }
  const shown = await hoverAt(client, uri, 0);
  assert.match(shown, /\*\*Machine text\*\*: likely \(\d+ words\)/);
  assert.match(shown, /- False alarms of this verdict on human texts: [\d.]+ % over all/);
  assert.match(shown, /todays-world.*: `In today's fast-paced world`/);
  assert.match(shown, new RegExp(`- Model of ${MODEL}; a reason to look, no proof\\.`));
});

test('of short texts, other languages, code and what people write nothing is reported; the hover says why', async (t) => {
  const texts = ['A river runs past the mill.', GERMAN, CODE, TOLD_BY_A_PERSON, LONG_PROSE];
  const { client, uri, found } = await opened(t, texts.map((text) => record(text)).join('\n'));
  assert.deepEqual(found, []);
  assert.doesNotMatch(await hoverAt(client, uri, 0), /Machine text/);
  assert.match(await hoverAt(client, uri, 1), /\*\*Machine text\*\*: no verdict \(other language\)/);
  assert.match(await hoverAt(client, uri, 2), /\*\*Machine text\*\*: no verdict \(code\)/);
  assert.match(
    await hoverAt(client, uri, 3),
    /\*\*Machine text\*\*: no suspicion \(221 words\), which is no proof of a person/,
  );
});

test('what is declared machine-made is not suspected', async (t) => {
  const made = { ...JSON.parse(record(TOLD_BY_A_MODEL, 'trainedAlgorithmicMedia')), generator: 'org/model' };
  const { found } = await opened(t, `${JSON.stringify(made)}\n`);
  assert.deepEqual(found, []);
});

test('possibly-synthetic is off unless the configuration turns it on', async (t) => {
  const files = { 'dataset-hygiene.json': '{}', [STATE]: calibration(1000, 0) };
  const { client, project, uri, found } = await opened(t, record(TOLD_BY_A_MODEL), { files });
  assert.deepEqual(found, []);
  assert.match(await hoverAt(client, uri, 0), /\*\*Machine text\*\*: possible/);
  project.write('dataset-hygiene.json', '{"rules": {"possibly-synthetic": "information"}}');
  const changes = [{ uri: project.uri('dataset-hygiene.json'), type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  const [possible] = await client.checked(uri);
  assert.deepEqual([possible?.code, possible?.severity], ['possibly-synthetic', 3]);
  assert.match(
    String(possible?.message),
    /^Possibly written by a machine .* on your own human texts: 3 of 60 \(2026-01-01\)/,
  );
});

test('a calibration holds as soon as it is there, and no longer than it is', async (t) => {
  const { client, project, uri, found } = await opened(t, `${record(TOLD_BY_A_MODEL)}\n${record(LONG_PROSE)}\n`);
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [0],
  );
  const afterChange = async (name: string) => {
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri(name), type: 1 }] });
    return client.checked(uri);
  };
  project.write(STATE, calibration(1000, 1000));
  assert.deepEqual(await afterChange(STATE), []);
  project.write(STATE, calibration(-1000, -1000));
  const all = await afterChange(STATE);
  assert.deepEqual(codes(all), ['likely-synthetic', 'likely-synthetic']);
  assert.match(
    String(all[1]!.message),
    /False alarms of this verdict on your own human texts: 1 of 60 \(2026-01-01\)\./,
  );
  // Made for other weights, its thresholds mean nothing.
  project.write(STATE, calibration(1000, 1000, '2020-01-01'));
  assert.equal((await afterChange(STATE)).length, 1);
  project.write(STATE, calibration(1000, 1000));
  // Of a folder that is new a watcher may tell no more than that.
  assert.deepEqual(await afterChange('.dataset-hygiene'), []);
  rmSync(project.path('.dataset-hygiene'), { recursive: true });
  assert.equal((await afterChange('.dataset-hygiene')).length, 1);
});

test('a damaged calibration is told, and the thresholds are the shipped ones', async (t) => {
  const { found } = await opened(t, record(TOLD_BY_A_MODEL), { files: { [STATE]: '{"version": 1,' } });
  const [problem, finding] = found;
  assert.match(String(problem!.message), /^The calibration in \.dataset-hygiene is damaged/);
  assert.equal(finding!.code, 'likely-synthetic');
  assert.equal(found.length, 2);
});

test('in a restricted workspace no calibration hides anything, until it is trusted', async (t) => {
  const options = { initializationOptions: { push: true, trusted: false } };
  const files = { [STATE]: calibration(1000, 1000) };
  const { client, uri, found } = await opened(t, record(TOLD_BY_A_MODEL), { files, options });
  assert.deepEqual(codes(found), ['likely-synthetic']);
  await client.notify(Trusted);
  assert.deepEqual(await client.checked(uri), []);
});

test('a document that was never saved is judged like any other', async (t) => {
  const { client } = await fixture(t);
  await client.open('untitled:Untitled-1', record(TOLD_BY_A_MODEL));
  assert.deepEqual(codes(await client.checked('untitled:Untitled-1')), ['likely-synthetic']);
});

test('the choices of a suspicion come first, then accepting it, then what the record offers; nothing twice', async (t) => {
  const text = `${record(TOLD_BY_A_MODEL)}\n${record(TOLD_BY_A_MODEL.replace('gardens', 'orchards'))}\n`;
  const { client, uri, found } = await opened(t, text);
  assert.equal(found.length, 2);
  const actions = await client.codeActions(uri, found[0]!.range, undefined, found);
  const titles = (kind: string) => actions.filter((action) => action.kind === kind).map(({ title }) => title);
  assert.deepEqual(titles('quickfix'), [
    'Mark as synthetic',
    'Mark as mixed (human and machine)',
    'Mark all 2 records as synthetic',
    'Mark all 2 records as mixed (human and machine)',
    'Accept this finding in the baseline (likely-synthetic)',
    'Accept all 2 findings of likely-synthetic in this file in the baseline',
    'Open the page of this rule (likely-synthetic)',
  ]);
  assert.deepEqual(titles('refactor.rewrite'), ['Mark as human', 'Mark as synthetic, with its generator…']);
  assert.ok(!actions.some(({ isPreferred }) => isPreferred));
});

test('all suspicions of a file are answered at once', async (t) => {
  const text = `${record(TOLD_BY_A_MODEL)}\n${record(TOLD_BY_A_MODEL.replace('gardens', 'orchards'))}\n`;
  const { client, uri, found } = await opened(t, text);
  await client.apply(await client.action(uri, found[0]!.range.start, 'Mark all 2 records as synthetic'));
  assert.deepEqual(codes(await client.checked(uri)), ['synthetic-without-generator', 'synthetic-without-generator']);
  const origins = client
    .text(uri)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).digital_source_type);
  assert.deepEqual(origins, ['trainedAlgorithmicMedia', 'trainedAlgorithmicMedia']);
});

test('an accepted suspicion stays accepted when a person says that a person wrote it', async (t) => {
  const { client, uri, found } = await opened(t, record(TOLD_BY_A_MODEL));
  const title = 'Accept this finding in the baseline (likely-synthetic)';
  const { command } = await client.action(uri, found[0]!.range.start, title);
  await client.request('workspace/executeCommand', command);
  assert.deepEqual(await client.checked(uri), []);
  await client.apply(await client.action(uri, at(0, 0), 'Mark as human'));
  assert.deepEqual(await client.checked(uri), []);
});
