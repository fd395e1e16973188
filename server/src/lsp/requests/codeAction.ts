import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver/node';
import { fixesFor } from '../../engine/fix';
import type { DatasetRecord } from '../../engine/records/record';
import { acceptActions, declareActions, fixOnDiskAction, pageAction } from '../actions/fileActions';
import { type FixPlace, fixActions } from '../actions/fixActions';
import { REWRITE, recordActions } from '../actions/recordActions';
import { type FixableFinding, recordFindings } from '../actions/recordFindings';
import { type Repetition, repeatedEdit } from '../actions/repeat';
import { repeatActions } from '../actions/repeatActions';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { KeptFinding } from '../documents/findingStore';
import { survivesEditor } from '../edits/diskText';
import { presentedFile } from '../presentation/datasetDiagnostics';
import { diagnosticOf } from '../presentation/diagnostics';
import { SOURCE } from '../presentation/source';
import type { Session } from '../session';

/** Kind of the action that makes every safe fix of a document. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.datasetHygiene`;

/** Records of a selection whose findings get actions: nobody reads a longer menu. */
const ROWS_OFFERED = 10;

/** `textDocument/codeAction` */
export async function codeAction(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  const checked = (await session.checks.latest(textDocument.uri))?.checked;
  if (!checked || token.isCancellationRequested) return null;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    actions.push(...(await quickFixes(session, checked, range, context.diagnostics)));
  }
  if (isWanted(REWRITE, context.only)) actions.push(...recordActions(session, checked, range.start));
  // Made on save: offered when it is asked for by name, and not in the menu of the light bulb.
  if (context.only && isWanted(FIX_ALL, context.only)) actions.push(...(await fixAll(session, checked)));
  return distinct(actions);
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

async function fixAll(session: Session, checked: CheckedDocument): Promise<CodeAction[]> {
  if (checked.path !== undefined && !survivesEditor(checked.path)) return [];
  const title = 'Make every safe fix of Dataset Hygiene';
  const repetition: Repetition = { kind: 'safe', uri: checked.uri };
  if (session.client.resolveEdit) return [{ title, kind: FIX_ALL, data: repetition }];
  const edit = await repeatedEdit(session, checked, repetition);
  return edit ? [{ title, kind: FIX_ALL, edit }] : [];
}

async function quickFixes(
  session: Session,
  checked: CheckedDocument,
  range: Range,
  given: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const survives = checked.path === undefined || survivesEditor(checked.path);
  const presented = presentedFile(checked, session);
  const diagnosticsOf = (kept: KeptFinding) => [sameDiagnostic(given, diagnosticOf(kept, presented))];
  const first: CodeAction[] = [];
  const repeated: CodeAction[] = [];
  const last: CodeAction[] = [];
  const seen = new Set<string>();
  for (const { record, finding } of findingsIn(checked, range)) {
    const diagnostics = diagnosticsOf(finding.kept);
    const place: FixPlace = { session, checked, record, finding, rule: finding.rule, diagnostics };
    const isNew = !seen.has(finding.rule);
    seen.add(finding.rule);
    if (survives) {
      first.push(...fixActions(place));
      if (isNew) repeated.push(...(await repeatActions(place)));
    } else if (fixesFor(finding, record, checked.context).some(({ safety }) => safety === 'safe')) {
      first.push(fixOnDiskAction(checked, diagnostics));
    }
    last.push(...acceptActions(session, checked, finding.kept, diagnostics));
    if (isNew) last.push(...pageAction(session, finding.rule, diagnostics));
  }
  for (const kept of startsFile(range) ? checked.findings.ofFile() : []) {
    const diagnostics = diagnosticsOf(kept);
    if (kept.rule === 'provenance-undeclared') first.push(...declareActions(session, checked, diagnostics));
    last.push(...acceptActions(session, checked, kept, diagnostics), ...pageAction(session, kept.rule, diagnostics));
  }
  return [...first, ...repeated, ...last];
}

function findingsIn(checked: CheckedDocument, range: Range): { record: DatasetRecord; finding: FixableFinding }[] {
  const found: { record: DatasetRecord; finding: FixableFinding }[] = [];
  const from = checked.rowAt(range.start) ?? 0;
  const to = checked.rowAt(range.end) ?? -1;
  for (let row = from, rows = 0; row <= to && rows < ROWS_OFFERED; row++) {
    if (!checked.findings.ofRow(row).some((kept) => touches(checked.rangeToClient(kept.range), range))) continue;
    const record = checked.record(row);
    if (!record) continue;
    rows++;
    for (const finding of recordFindings(checked, record)) {
      if (touches(checked.rangeToClient(finding.range), range)) found.push({ record, finding });
    }
  }
  return found;
}

/** Findings about the file are shown at its first character. */
function startsFile({ start }: Range): boolean {
  return start.line === 0 && start.character <= 1;
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range['start'], y: Range['start']) =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

/** The client's own copy of a diagnostic where it sent one, by which it finds the place to show the action. */
function sameDiagnostic(given: readonly Diagnostic[], wanted: Diagnostic): Diagnostic {
  const { start } = wanted.range;
  return (
    given.find(
      ({ source, code, range }) =>
        source === SOURCE &&
        code === wanted.code &&
        range.start.line === start.line &&
        range.start.character === start.character,
    ) ?? wanted
  );
}

/** Several findings of a record may offer the same, and so may the record itself: the first is kept. */
function distinct(actions: CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edit, command, data }) => {
    const key = JSON.stringify([title, edit, command, data]);
    return !seen.has(key) && seen.add(key);
  });
}
