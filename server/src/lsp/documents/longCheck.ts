import { basename } from 'node:path';
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { makeVisible } from '../../engine/hiddenCharacters';
import type { Session } from '../session';

/** A check that takes longer than this is shown. */
const PATIENCE_MS = 500;

/** Shows in the client that a check is running, once it takes a while. */
export class LongCheck {
  private readonly timer: NodeJS.Timeout | undefined;
  private shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor({ client, connection, nameOf }: Session, uri: string) {
    if (!client.progress) return;
    const title = `Checking ${makeVisible(basename(nameOf(uri)))}`;
    this.timer = setTimeout(() => {
      this.shown = connection.window.createWorkDoneProgress().then(
        (reporter) => {
          reporter.begin(title);
          return reporter;
        },
        () => undefined,
      );
    }, PATIENCE_MS);
  }

  end(): void {
    clearTimeout(this.timer);
    void this.shown?.then((reporter) => reporter?.done());
  }
}
