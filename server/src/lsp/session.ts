import { relative, sep } from 'node:path';
import {
  type Connection,
  type InitializeParams,
  type MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type FileInputs, noInputs } from '../engine/context';
import { Status, type StatusParams } from '../protocol';
import { shippedJudge } from '../workspace/detector';
import { Project, type Selection } from '../workspace/project';
import { abilitiesOf, type ClientAbilities } from './client';
import { Checks } from './documents/checks';
import { traceOf } from './guard';
import { Settings } from './settings';

/** What the files around a document say of it, and what is wrong with them. */
export interface Surroundings {
  inputs: FileInputs;
  problem?: string;
}

/** Everything the handlers share: the open documents, the project around them, and what the checks came to. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly checks = new Checks(this);
  readonly settings: Settings;
  readonly client: ClientAbilities;
  private trusted: boolean;
  /** Uris of open documents by path on disk, for what the project reads. */
  private readonly openPaths = new Map<string, string>();
  private readonly surroundings = new Map<string, Surroundings>();
  private currentProject: Project;

  constructor(
    readonly connection: Connection,
    params: InitializeParams,
  ) {
    this.client = abilitiesOf(params);
    this.trusted = this.client.trusted;
    this.settings = new Settings(connection, this.client.configuration);
    this.currentProject = this.createProject();
  }

  get project(): Project {
    return this.currentProject;
  }

  /** Whether the project's baseline is honoured and may be written. */
  get isTrusted(): boolean {
    return this.trusted;
  }

  /** The person trusts the workspace. */
  trust(): void {
    if (this.trusted) return;
    this.trusted = true;
    this.currentProject = this.createProject();
    this.surroundings.clear();
    this.checks.inputsChanged(() => true);
  }

  /** Whether documents of this scheme are looked at: those on disk, and new ones. Not the past versions git shows. */
  handles(uri: string): boolean {
    return /^(?:file|untitled):/.test(uri);
  }

  /** Path of a document on disk; undefined for one that was never saved. */
  readonly pathOf = (uri: string): string | undefined => (uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined);

  /** Name under which findings of a document are known: its path from the project's root. */
  readonly nameOf = (uri: string): string => {
    const path = this.pathOf(uri);
    return path ? relative(this.project.rootOf(path), path).split(sep).join('/') : 'untitled.jsonl';
  };

  select({ uri, languageId }: TextDocument): Selection {
    const path = this.pathOf(uri);
    if (path) return this.project.select(path);
    if (languageId === 'jsonl') return { checked: true, why: 'JSON Lines' };
    return { checked: false, isData: false, why: 'an unsaved document that is not JSON Lines' };
  }

  /** What the files around a document say of it, kept until one of them changes. */
  inputsFor(uri: string): Surroundings {
    const path = this.pathOf(uri);
    if (!path) return { inputs: { ...noInputs, judge: shippedJudge(), now: Date.now() } };
    let around = this.surroundings.get(uri);
    if (!around) {
      around = this.readInputs(path);
      this.surroundings.set(uri, around);
    }
    return { ...around, inputs: { ...around.inputs, now: Date.now() } };
  }

  private readInputs(path: string): Surroundings {
    try {
      return { inputs: this.project.inputsFor(path) };
    } catch {
      const problem = `The ${this.damagedState(path)} in .dataset-hygiene is damaged: nothing in there is honoured.`;
      return { inputs: this.createProject(false).inputsFor(path), problem };
    }
  }

  /** Only state that is there and cannot be read makes reading inputs fail. */
  private damagedState(path: string): string {
    try {
      this.project.baselineFor(path);
      return 'calibration';
    } catch {
      return 'baseline';
    }
  }

  /** Files around the datasets changed: read them again, and check the documents they are about. */
  inputsChanged(isAffected: (uri: string) => boolean): void {
    this.project.forget();
    this.surroundings.clear();
    this.checks.inputsChanged(isAffected);
  }

  opened(document: TextDocument): void {
    const path = this.pathOf(document.uri);
    if (path) this.openPaths.set(path, document.uri);
  }

  closed({ uri }: TextDocument): void {
    const path = this.pathOf(uri);
    if (path) this.openPaths.delete(path);
    this.surroundings.delete(uri);
  }

  /** The open document of a path on disk. */
  documentAt(path: string): TextDocument | undefined {
    const uri = this.openPaths.get(path);
    return uri === undefined ? undefined : this.documents.get(uri);
  }

  sendStatus(status: StatusParams): void {
    if (this.client.own) this.inBackground(this.connection.sendNotification(Status, status));
  }

  /** Tells the person something, without waiting for an answer. */
  tell(type: MessageType, message: string): void {
    this.inBackground(this.connection.sendNotification(ShowMessageNotification.type, { type, message }));
  }

  /** A client that cannot be told something is no reason to stop. */
  inBackground(sent: Promise<void>): void {
    sent.catch((error) => this.connection.console.error(`A message was not taken: ${traceOf(error)}`));
  }

  private createProject(withBaseline = this.trusted): Project {
    const overlay = (path: string) =>
      this.documentAt(path)
        ?.getText()
        .replace(/^\ufeff/, '');
    return new Project({ judge: shippedJudge, overlay, ...(!withBaseline && { baseline: false as const }) });
  }
}
