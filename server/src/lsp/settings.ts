import type { Connection } from 'vscode-languageserver/node';

const SECTION = 'datasetHygiene.enable';

/** The settings by resource, asked for once and kept until they change. */
export class Settings {
  private readonly enabled = new Map<string, Promise<boolean>>();
  /** What a client that cannot be asked sent along with its change notification. */
  private sent: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
  ) {}

  /** Whether a document is to be checked; it is, unless the setting says `false`. */
  isEnabled(uri: string): Promise<boolean> {
    if (!this.canAsk) return Promise.resolve(enableOf(this.sent) !== false);
    let answer = this.enabled.get(uri);
    if (!answer) {
      answer = this.ask(uri);
      this.enabled.set(uri, answer);
    }
    return answer;
  }

  /** The settings changed. */
  forget(sent: unknown): void {
    this.enabled.clear();
    this.sent = sent;
  }

  private async ask(uri: string): Promise<boolean> {
    try {
      const value: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      return value !== false;
    } catch {
      // A client that fails to answer has no such setting.
      return true;
    }
  }
}

/** `datasetHygiene.enable` in an object of settings, nested or flat. */
function enableOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  const section = (settings as Record<string, unknown>).datasetHygiene;
  if (typeof section === 'object' && section !== null) return (section as Record<string, unknown>).enable;
  return (settings as Record<string, unknown>)[SECTION];
}
