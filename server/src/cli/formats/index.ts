import type { Terminal } from '../terminal';
import { GithubReporter } from './github';
import { JsonReporter } from './json';
import type { Reporter } from './reporter';
import { SarifReporter } from './sarif';
import { TextReporter } from './text';

/** Output formats of a check; the first is the default. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** One of them. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The reporter of a format. */
export function reporterFor(format: CheckFormat, { out, colours }: Terminal): Reporter {
  switch (format) {
    case 'json':
      return new JsonReporter(out);
    case 'sarif':
      return new SarifReporter(out);
    case 'github':
      return new GithubReporter(out);
    default:
      return new TextReporter(out, colours);
  }
}
