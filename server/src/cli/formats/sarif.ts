import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import type { Finding } from '../../engine/finding';
import { rules } from '../../engine/rules';
import { rulePage } from '../../engine/rules/page';
import type { Severity } from '../../engine/rules/rule';
import type { Output } from '../output';
import { printableJson } from '../printable';
import type { Totals } from '../totals';
import type { Reporter } from './reporter';

/** A hint is no fault: SARIF keeps levels for what fails. */
const LEVEL: Record<Severity, { level: string; kind: string }> = {
  error: { level: 'error', kind: 'fail' },
  warning: { level: 'warning', kind: 'fail' },
  information: { level: 'note', kind: 'fail' },
  hint: { level: 'none', kind: 'informational' },
};
const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));

/** SARIF 2.1.0 with one run. Results are written as they come: the document is never held as a whole. */
export class SarifReporter implements Reporter {
  readonly wantsKeys = true;
  private results = 0;
  private readonly notifications: object[] = [];

  constructor(private readonly out: Output) {
    const start = JSON.stringify({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver: driver() }, columnKind: 'utf16CodeUnits', results: [] }],
    });
    // Up to and with the bracket that opens the results.
    out.line(start.slice(0, start.lastIndexOf('[') + 1));
  }

  finding(file: string, finding: Finding): void {
    this.out.line(`${this.results++ > 0 ? ',' : ''}${printableJson(result(file, finding))}`);
  }

  checked(): void {}

  notChecked(file: string, reason: string): void {
    const location = { physicalLocation: { artifactLocation: artifact(file) } };
    this.notifications.push({ level: 'note', message: { text: `Not checked: ${reason}` }, locations: [location] });
  }

  end({ failures }: Totals): void {
    const invocation = { executionSuccessful: failures === 0, toolExecutionNotifications: this.notifications };
    this.out.line(`],"invocations":[${printableJson(invocation)}]}]}`);
  }
}

function driver(): object {
  return {
    name: 'Dataset Hygiene',
    version,
    informationUri: rulePage('').replace(/\/blob\/.*$/, ''),
    rules: rules.map(({ id, title, severity, what, why, fix }) => ({
      id,
      shortDescription: { text: `${title}.` },
      fullDescription: { text: what },
      help: { text: `${why}\n\nFix: ${fix}` },
      helpUri: rulePage(id),
      defaultConfiguration: { level: LEVEL[severity].level },
    })),
  };
}

function result(file: string, { rule, severity, message, row, range: { start, end }, key }: Finding): object {
  const region = {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule),
    ...LEVEL[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(file), region },
        ...(row !== null && { logicalLocations: [{ name: `record ${row}`, kind: 'element' }] }),
      },
    ],
    ...(key && { partialFingerprints: { 'recordContent/v1': key } }),
  };
}

function artifact(file: string): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
