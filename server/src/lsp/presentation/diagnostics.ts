import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Position as LspPosition,
  type Range as LspRange,
} from 'vscode-languageserver/node';
import type { LocatedRelated, Range } from '../../engine/finding';
import { makeVisible } from '../../engine/hiddenCharacters';
import { ruleById } from '../../engine/rules';
import { rulePage } from '../../engine/rules/page';
import type { Severity } from '../../engine/rules/rule';
import type { DiagnosticData } from '../../protocol';
import type { FindingStore, KeptFinding } from '../documents/findingStore';
import { chooseShown, type Fold } from './shown';
import { SOURCE } from './source';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What presenting the findings of a file needs to know of it. */
export interface PresentedFile {
  uri: string;
  version: number | null;
  findings: FindingStore;
  rangeToClient(range: Range): LspRange;
  /** Uri of a file that explains a finding, by the name the engine gives it; undefined to leave related places out. */
  placeUri?(file: string): string | undefined;
  /** Where a record starts; undefined where that is not kept. */
  recordStart?(row: number): LspPosition | undefined;
}

/** Records named for a finding about the file: enough to begin with. */
const ROWS_NAMED = 5;

/** The findings of a file as diagnostics: as many as an editor shows, and the number of those beyond. */
export function presentFindings(file: PresentedFile): Diagnostic[] {
  const { findings } = file;
  const { single, folded, left } = chooseShown(findings);
  const diagnostics = single.map((index) => diagnosticOf(findings.at(index), file));
  diagnostics.push(...folded.map((fold) => foldDiagnostic(fold, file)));
  if (left > 0) diagnostics.push(leftDiagnostic(left));
  return diagnostics;
}

/** One finding as a diagnostic. */
export function diagnosticOf(finding: KeptFinding, file: PresentedFile): Diagnostic {
  const { rule, severity, message, row, range, related, rows = [] } = finding;
  const places = file.placeUri
    ? [
        ...related.flatMap((place) => relatedInformation(place, file)),
        ...rows.slice(0, ROWS_NAMED).flatMap((about) => recordInformation(about, file)),
      ]
    : [];
  return {
    ...about(rule),
    range: file.rangeToClient(range),
    severity: SEVERITY[severity],
    message: makeVisible(message),
    ...(places.length > 0 && { relatedInformation: places }),
    data: { row, rule, version: file.version } satisfies DiagnosticData,
  };
}

function foldDiagnostic({ rule, first, worst, records, alike }: Fold, file: PresentedFile): Diagnostic {
  const { range, row, message } = file.findings.at(first);
  const what = alike ? message : `${ruleById(rule)!.title}.`;
  return {
    ...about(rule),
    range: file.rangeToClient(range),
    severity: SEVERITY[file.findings.at(worst).severity],
    message: `… and ${records.toLocaleString('en')} more ${records === 1 ? 'record' : 'records'}: ${makeVisible(what)}`,
    data: { row, rule, version: file.version, more: records } satisfies DiagnosticData,
  };
}

function leftDiagnostic(left: number): Diagnostic {
  const [number, verb] = [left.toLocaleString('en'), left === 1 ? 'finding is' : 'findings are'];
  return {
    source: SOURCE,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    message: `${number} more ${verb} not shown here; the command line lists every one.`,
  };
}

function about(rule: string): Pick<Diagnostic, 'source' | 'code' | 'codeDescription'> {
  return { source: SOURCE, code: rule, codeDescription: { href: rulePage(rule) } };
}

function relatedInformation(
  { message, range, place }: LocatedRelated,
  file: PresentedFile,
): DiagnosticRelatedInformation[] {
  const text = makeVisible(message);
  if (range) return [{ message: text, location: { uri: file.uri, range: file.rangeToClient(range) } }];
  const uri = place && file.placeUri?.(place.file);
  return uri ? [{ message: text, location: { uri, range: lspRange(place.range) } }] : [];
}

/** A range in a file that no client has told us about. */
function lspRange({ start, end }: Range): LspRange {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

function recordInformation(row: number, { uri, recordStart }: PresentedFile): DiagnosticRelatedInformation[] {
  const start = recordStart?.(row);
  return start ? [{ message: 'One of these records', location: { uri, range: { start, end: start } } }] : [];
}
