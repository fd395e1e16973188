import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, Status, type StatusParams } from '../../server/src/protocol';
import { applyWorkspaceEdit } from './workspaceEdit';

/** The server under test, as it is shipped. */
const SERVER = process.env.DATASET_HYGIENE_SERVER ?? join(process.cwd(), 'dist/server.js');
const WAIT_MS = 20_000;

export interface ClientOptions {
  initializationOptions?: InitializationOptions;
  /** Merged over what an editor with everything can do. */
  capabilities?: { workspace?: object; textDocument?: object; window?: object };
  /** Answers to `workspace/configuration`, by uri; everything is on where none is given. */
  settings?: Map<string, unknown>;
  rootUri?: string;
}

/** A message of the server that no test has looked at yet. */
interface Message {
  method: string;
  params: unknown;
}

/** What an editor with every ability declares. */
const workspaceAbilities = {
  configuration: true,
  workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
  didChangeConfiguration: { dynamicRegistration: true },
  didChangeWatchedFiles: { dynamicRegistration: true },
};
const documentAbilities = {
  publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
  codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  hover: { contentFormat: ['markdown', 'plaintext'] },
};

/** Our client: diagnostics are pushed, and there are commands of its own. */
export const own: ClientOptions = { initializationOptions: { push: true } };

/**
 * A language client of a few lines. Every message of the server must be looked at: one that is left at the end fails
 * the test.
 */
export class TestClient {
  readonly documents = new Map<string, TextDocument>();
  result!: InitializeResult;
  private readonly waiting: Message[] = [];
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly process: ChildProcess,
    readonly connection: MessageConnection,
    private readonly options: ClientOptions,
  ) {
    connection.onNotification((method, params) => this.received(method, params));
    connection.onRequest((method, params) => this.answer(method, params));
    connection.onUnhandledProgress((params) => this.received('$/progress', params));
  }

  static async start(options: ClientOptions = own): Promise<TestClient> {
    assert.ok(existsSync(SERVER), `${SERVER} is not built`);
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new StreamMessageReader(child.stdout!);
    const connection = createMessageConnection(reader, new StreamMessageWriter(child.stdin!));
    const client = new TestClient(child, connection, options);
    connection.listen();
    const { workspace, textDocument, window } = options.capabilities ?? {};
    const capabilities = {
      workspace: { ...workspaceAbilities, ...workspace },
      textDocument: { ...documentAbilities, ...textDocument },
      window: { ...window },
    };
    const { initializationOptions, rootUri = null } = options;
    const params = { processId: process.pid, rootUri, capabilities, initializationOptions };
    client.result = await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    if (capabilities.workspace.didChangeConfiguration?.dynamicRegistration)
      await client.next('client/registerCapability');
    if (capabilities.workspace.didChangeWatchedFiles?.dynamicRegistration)
      await client.next('client/registerCapability');
    return client;
  }

  /** Ends the server, which must have said nothing that no one heard. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    assert.equal(await ended, 0);
    assert.deepEqual(this.waiting, []);
  }

  /** Ends the server whatever it is doing. */
  kill(): void {
    this.process.kill();
    this.connection.dispose();
  }

  async open(uri: string, text: string, languageId = 'jsonl'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Changes a document, whole or by edits in the order in which they are made. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  }

  text(uri: string): string {
    return this.document(uri).getText();
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** The next message of a kind, of those nobody looked at. */
  async next<P>(method: string, wanted: (params: P) => boolean = () => true): Promise<P> {
    const found = await this.until(() =>
      this.waiting.findIndex((message) => message.method === method && wanted(message.params as P)),
    );
    return this.waiting.splice(found, 1)[0]!.params as P;
  }

  /** The diagnostics of the version a document has now, once its check is finished; earlier ones are dropped. */
  async checked(uri: string): Promise<Diagnostic[]> {
    const { version } = this.document(uri);
    const isLast = (message: Message) => isFinal(message, uri, version);
    await this.until(() => this.waiting.findIndex(isLast));
    let diagnostics: Diagnostic[] = [];
    for (let at = 0; at < this.waiting.length; ) {
      const message = this.waiting[at]!;
      const last = isLast(message);
      if (uriOf(message) !== uri) {
        at++;
        continue;
      }
      if (message.method === PUBLISH) diagnostics = (message.params as PublishDiagnosticsParams).diagnostics;
      this.waiting.splice(at, 1);
      if (last) break;
    }
    return diagnostics;
  }

  /** The last status of the version a document has now; its diagnostics are dropped. */
  async status(uri: string): Promise<StatusParams> {
    const { version } = this.document(uri);
    await this.until(() => this.waiting.findIndex((message) => isFinal(message, uri, version)));
    const status = this.waiting.find((message) => isFinal(message, uri, version))!.params as StatusParams;
    await this.checked(uri);
    return status;
  }

  /** Lets the server finish what it has begun; what it said about documents meanwhile is dropped, nothing else is. */
  async quiet(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 600));
    const others = this.waiting.filter((message) => uriOf(message) === undefined);
    this.waiting.splice(0, this.waiting.length, ...others);
  }

  async codeActions(
    uri: string,
    range: Range,
    only?: CodeActionKind[],
    diagnostics: Diagnostic[] = [],
  ): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics, ...(only && { only }) } };
    return (await this.request<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
  }

  /** The action with a title, its edit made. */
  async action(uri: string, position: Position, title: string): Promise<CodeAction> {
    const actions = await this.codeActions(uri, { start: position, end: position });
    const action = actions.find((candidate) => candidate.title === title);
    assert.ok(action, `"${title}" is not among:\n${actions.map((other) => other.title).join('\n')}`);
    return this.resolved(action);
  }

  async resolved(action: CodeAction): Promise<CodeAction> {
    return action.data === undefined ? action : this.request('codeAction/resolve', action);
  }

  /** Makes the edit of an action in open documents, and on disk in others. */
  async apply({ edit }: CodeAction): Promise<void> {
    assert.ok(edit, 'the action has no edit');
    for (const [uri, text] of applyWorkspaceEdit(edit, this.documents)) await this.change(uri, { text });
  }

  private answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: { scopeUri: string }[] };
      return items.map(({ scopeUri }) => this.options.settings?.get(scopeUri) ?? null);
    }
    this.received(method, params);
    return null;
  }

  private received(method: string, params: unknown): void {
    this.waiting.push({ method, params });
    for (const listener of this.listeners) listener();
  }

  /** Resolves with what `find` finds among the waiting messages, once it is no longer -1. */
  private async until(find: () => number): Promise<number> {
    const deadline = Date.now() + WAIT_MS;
    for (let found = find(); ; found = find()) {
      if (found >= 0) return found;
      const left = deadline - Date.now();
      assert.ok(left > 0, `nothing came; waiting are ${JSON.stringify(this.waiting.map(({ method }) => method))}`);
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.listeners.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.listeners.add(done);
      });
    }
  }
}

const PUBLISH = 'textDocument/publishDiagnostics';

function uriOf({ method, params }: Message): string | undefined {
  return method === PUBLISH || method === Status ? (params as { uri: string }).uri : undefined;
}

function isFinal({ method, params }: Message, uri: string, version: number): boolean {
  if (method !== Status) return false;
  const status = params as StatusParams;
  return status.uri === uri && status.version === version && status.state !== 'checking';
}

/** Text of a file on disk. */
export function onDisk(path: string): string {
  return readFileSync(path, 'utf8');
}
