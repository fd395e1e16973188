import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { StatusParams } from '../../protocol';
import { traceOf } from '../guard';
import type { Session } from '../session';
import { checkDocument } from './checkDocument';
import type { CheckedDocument } from './checkedDocument';
import { Cancelled } from './textFile';

/** What the last check of a document came to. */
export interface DocumentResult {
  version: number;
  diagnostics: Diagnostic[];
  status: StatusParams;
  /** Present when the document is a dataset. */
  checked?: CheckedDocument;
}

interface Run {
  version: number;
  cancelled: boolean;
  done: Promise<void>;
}

/** State of one open document. */
interface Entry {
  timer?: NodeJS.Timeout;
  run?: Run;
  result?: DocumentResult;
  /** The client shows diagnostics that were pushed. */
  shown: boolean;
}

/** Quiet time after an edit before the document is checked. */
const DEBOUNCE_MS = 150;

/** Checks of the open documents: at most one runs for each, and it is of the latest version. */
export class Checks {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly session: Session) {}

  /** Whether the document is known to be open. */
  knows({ uri }: TextDocument): boolean {
    return this.entries.has(uri);
  }

  /** A document was opened. */
  opened({ uri }: TextDocument): void {
    this.entries.set(uri, { shown: false });
    if (this.session.client.push) this.soon(uri, 0);
  }

  /** The text of a document changed: what is known and running is outdated. */
  changed({ uri }: TextDocument): void {
    this.outdate(uri);
    if (this.session.client.push) this.soon(uri, DEBOUNCE_MS);
  }

  closed({ uri }: TextDocument): void {
    const entry = this.entries.get(uri);
    this.outdate(uri);
    this.entries.delete(uri);
    if (entry?.shown) this.push({ uri, diagnostics: [] });
  }

  /** What the findings of these documents depend on changed. */
  inputsChanged(isAffected: (uri: string) => boolean): void {
    const affected = [...this.entries.keys()].filter(isAffected);
    for (const uri of affected) this.outdate(uri);
    const { client, connection } = this.session;
    if (client.push) for (const uri of affected) this.soon(uri, DEBOUNCE_MS);
    else if (affected.length > 0 && client.diagnosticRefresh) {
      this.session.inBackground(connection.languages.diagnostics.refresh());
    }
  }

  /** The result for the latest version of a document, checked now if need be; undefined once it is closed. */
  async latest(uri: string): Promise<DocumentResult | undefined> {
    for (;;) {
      const document = this.session.documents.get(uri);
      const entry = this.entries.get(uri);
      if (!document || !entry) return undefined;
      if (entry.result?.version === document.version) return entry.result;
      await this.start(document, entry).done;
    }
  }

  private soon(uri: string, delay: number): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      const document = this.session.documents.get(uri);
      if (document && entry.result?.version !== document.version) this.start(document, entry);
    }, delay);
  }

  private outdate(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    clearTimeout(entry.timer);
    if (entry.run) entry.run.cancelled = true;
    delete entry.run;
    delete entry.result;
  }

  private start(document: TextDocument, entry: Entry): Run {
    if (entry.run?.version === document.version) return entry.run;
    clearTimeout(entry.timer);
    const run: Run = { version: document.version, cancelled: false, done: Promise.resolve() };
    entry.run = run;
    run.done = this.check(document, run).then((result) => {
      if (run.cancelled) return;
      delete entry.run;
      entry.result = result;
      this.publish(document.uri, entry, result);
    });
    return run;
  }

  /** Never rejects: a check that fails is logged, and the document passes for one that has no findings. */
  private async check(document: TextDocument, run: Run): Promise<DocumentResult> {
    try {
      return await checkDocument(this.session, document, () => run.cancelled);
    } catch (error) {
      if (!(error instanceof Cancelled)) this.session.connection.console.error(`The check failed: ${traceOf(error)}`);
      return failed(document.uri, run.version);
    }
  }

  private publish(uri: string, entry: Entry, { version, diagnostics, status }: DocumentResult): void {
    const { client } = this.session;
    if (client.push && (status.state === 'checked' || entry.shown || diagnostics.length > 0)) {
      entry.shown = diagnostics.length > 0;
      this.push({ uri, version, diagnostics });
    }
    this.session.sendStatus(status);
  }

  private push(params: PublishDiagnosticsParams): void {
    this.session.inBackground(this.session.connection.sendDiagnostics(params));
  }
}

function failed(uri: string, version: number): DocumentResult {
  const none = { records: 0, unreadable: 0, findings: 0, suppressed: 0 };
  const reason = 'the check failed; the log says where';
  return { version, diagnostics: [], status: { uri, version, state: 'not-a-dataset', ...none, reason } };
}
