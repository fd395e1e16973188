import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { AcceptInBaselineCommand, FixOnDiskCommand } from '../../server/src/protocol';
import type { ClientOptions } from './client';
import { at, CLEAN, fixture } from './fixture';

const NO_SOURCE = CLEAN.replace('"source": "mill", ', '');
const pull: ClientOptions = {
  capabilities: {
    workspace: { diagnostics: { refreshSupport: true } },
    textDocument: { diagnostic: { relatedInformation: true } },
  },
};

test('our own client gets pushed diagnostics, whatever else it can', async (t) => {
  const { client } = await fixture(t, {}, { ...pull, initializationOptions: { push: true } });
  const { capabilities, serverInfo } = client.result;
  assert.equal(capabilities.diagnosticProvider, undefined);
  assert.deepEqual(capabilities.executeCommandProvider?.commands, [AcceptInBaselineCommand]);
  assert.equal(serverInfo?.name, 'dataset-hygiene');
  assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/);
});

test('a client that cannot pull gets pushed diagnostics and no notification of ours', async (t) => {
  const { client, project } = await fixture(t, {}, {});
  assert.equal(client.result.capabilities.diagnosticProvider, undefined);
  const uri = project.uri('data.jsonl');
  await client.open(uri, NO_SOURCE);
  const pushed = await client.next<{ version: number; diagnostics: unknown[] }>('textDocument/publishDiagnostics');
  assert.deepEqual([pushed.version, pushed.diagnostics.length], [1, 1]);
});

test('a client that pulls gets nothing pushed, and unchanged reports', async (t) => {
  const { client, project } = await fixture(t, {}, pull);
  const { diagnosticProvider, executeCommandProvider } = client.result.capabilities;
  assert.deepEqual(diagnosticProvider, {
    identifier: 'dataset-hygiene',
    interFileDependencies: false,
    workspaceDiagnostics: false,
  });
  assert.deepEqual(executeCommandProvider?.commands, [AcceptInBaselineCommand, FixOnDiskCommand]);
  const uri = project.uri('data.jsonl');
  const report = (previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  await client.open(uri, NO_SOURCE);
  const first = (await report()) as FullDocumentDiagnosticReport;
  assert.deepEqual(
    first.items.map(({ code }) => code),
    ['source-missing'],
  );
  assert.deepEqual(await report(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  await client.change(uri, { text: CLEAN });
  const second = (await report(first.resultId)) as FullDocumentDiagnosticReport;
  assert.deepEqual(second.items, []);
  await client.change(uri, { text: NO_SOURCE });
  assert.equal(((await report(second.resultId)) as FullDocumentDiagnosticReport).items.length, 1);
  project.write('dataset-hygiene.json', '{"rules": {"source-missing": "off"}}');
  const changes = [{ uri: project.uri('dataset-hygiene.json'), type: 1 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  await client.next('workspace/diagnostic/refresh');
  assert.deepEqual(((await report()) as FullDocumentDiagnosticReport).items, []);
  await client.close(uri);
  assert.deepEqual(((await report()) as FullDocumentDiagnosticReport).items, []);
});

test('a client that announces nothing is served', async (t) => {
  const none = { didChangeConfiguration: {}, didChangeWatchedFiles: {}, workspaceEdit: {}, configuration: false };
  const textDocument = { publishDiagnostics: undefined, codeAction: undefined, hover: undefined };
  const { client, project } = await fixture(t, {}, { capabilities: { workspace: none, textDocument } });
  const uri = project.uri('data.jsonl');
  await client.open(uri, `${NO_SOURCE.replace('digitalCreation', 'human')}`);
  await client.next('textDocument/publishDiagnostics');
  const position = at(0, NO_SOURCE.indexOf('digitalCreation'));
  const fix = await client.action(uri, position, 'Replace by digitalCreation');
  assert.deepEqual(Object.keys(fix.edit ?? {}), ['changes']);
  await client.apply(fix);
  await client.next('textDocument/publishDiagnostics');
  assert.equal(client.text(uri), NO_SOURCE);
  const hover = await client.request<{ contents: { kind: string } }>('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  assert.equal(hover.contents.kind, 'plaintext');
  // Settings that cannot be asked for are sent along.
  await client.notify('workspace/didChangeConfiguration', { settings: { datasetHygiene: { enable: false } } });
  assert.deepEqual(await client.next<{ diagnostics: unknown[] }>('textDocument/publishDiagnostics'), {
    uri,
    version: 2,
    diagnostics: [],
  });
});
