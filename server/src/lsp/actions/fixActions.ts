import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { fixesFor, placePatch } from '../../engine/fix';
import type { ProvenancePatch } from '../../engine/provenance/write';
import type { DatasetRecord } from '../../engine/records/record';
import type { Fix, Question } from '../../engine/rules/rule';
import { type AskAndFixArguments, AskAndFixCommand, type PatchPlace } from '../../protocol';
import type { CheckedDocument } from '../documents/checkedDocument';
import { declarationEdit } from '../edits/declarationEdit';
import { PatchWriter } from '../edits/patchWriter';
import { BLANK, snippetEdit } from '../edits/snippet';
import { documentEdit, recordTextEdits } from '../edits/workspaceEdits';
import type { Session } from '../session';
import { extendTitle, quickFix } from './offer';
import type { FixableFinding } from './recordFindings';

/** A record, as changes of it are offered. */
export interface RecordPlace {
  session: Session;
  checked: CheckedDocument;
  record: DatasetRecord;
  /** Rule whose findings the change answers. */
  rule: string;
  diagnostics: Diagnostic[];
}

/** A finding in its record, as its fixes are offered. */
export interface FixPlace extends RecordPlace {
  finding: FixableFinding;
}

/** The fixes of one finding as actions. */
export function fixActions(place: FixPlace): CodeAction[] {
  const { finding, record, checked } = place;
  return fixesFor(finding, record, checked.context).flatMap((fix) => actionsOf(fix, place));
}

/** A fix as actions: one for each place where it can be written. */
export function actionsOf(fix: Fix, place: RecordPlace): CodeAction[] {
  const { session, checked, record, diagnostics } = place;
  const { title, change } = fix;
  if (change.kind === 'edits') {
    const edit = documentEdit(session, checked, recordTextEdits(checked, record, change.edits));
    return [quickFix(title, diagnostics, { edit, ...(fix.preferred && { isPreferred: true }) })];
  }
  const { patch, ask } = change;
  const blank = ask ? { ...patch, [ask.field]: BLANK } : patch;
  if (placePatch(record, blank, checked.context).kind === 'record') {
    const action = ask ? askAction(title, patch, ask, 'record', place) : writeAction(title, patch, 'record', place);
    return action ? [action] : [];
  }
  if (checked.path === undefined) return [];
  const places: [PatchPlace, string][] = [['sidecar', 'in the row sidecar']];
  if (!isInherited(patch, place)) places.push(['file', 'for the whole file in dataset-hygiene.json']);
  return places.flatMap(([where, words]) => {
    const extended = extendTitle(title, words);
    return (ask ? askAction(extended, patch, ask, where, place) : writeAction(extended, patch, where, place)) ?? [];
  });
}

/** Writes a patch that is complete. */
function writeAction(
  title: string,
  patch: ProvenancePatch,
  where: PatchPlace,
  { session, checked, record, diagnostics }: RecordPlace,
): CodeAction | undefined {
  if (where === 'file') {
    const edit = declarationEdit(session, checked.path!, patch);
    return edit && quickFix(title, diagnostics, { edit });
  }
  const writer = new PatchWriter(session, checked, where);
  writer.add(record, patch);
  const edit = writer.edit();
  return edit && quickFix(title, diagnostics, { edit });
}

/** Writes a patch of which one value is asked for: in the text itself where the editor can, else by a command. */
function askAction(
  title: string,
  patch: ProvenancePatch,
  ask: Question,
  where: PatchPlace,
  place: RecordPlace,
): CodeAction | undefined {
  const { session, checked, record, rule, diagnostics } = place;
  const edit = where === 'record' ? snippetFor(patch, ask, place) : undefined;
  if (edit) return quickFix(title, diagnostics, { edit });
  if (!session.client.own) return undefined;
  const { uri, version } = checked;
  return quickFix(title, diagnostics, {
    command: askCommand(title, { uri, version, row: record.row, rule, patch, place: where, ask }),
  });
}

/** The command of our client that asks for a value. */
export function askCommand(title: string, request: AskAndFixArguments) {
  return { title, command: AskAndFixCommand, arguments: [request] };
}

function snippetFor(patch: ProvenancePatch, ask: Question, { session, checked, record }: RecordPlace) {
  const { snippetEdits, documentChanges } = session.client;
  if (!snippetEdits || !documentChanges) return undefined;
  const placement = placePatch(record, { ...patch, [ask.field]: BLANK }, checked.context);
  if (placement.kind !== 'record') return undefined;
  let asked = false;
  const edits = recordTextEdits(checked, record, placement.edits).map((edit) => {
    const snippet = snippetEdit(edit, ask.suggestions, checked.context.facts.dialect);
    asked ||= snippet !== undefined;
    return snippet ?? edit;
  });
  return asked ? documentEdit(session, checked, edits) : undefined;
}

/** Whether the patch says only what the files around the dataset say already. */
function isInherited(patch: ProvenancePatch, { checked }: RecordPlace): boolean {
  const { inherited } = checked.context.inputs;
  const fields = Object.entries(patch);
  return (
    fields.length > 0 &&
    fields.every(([field, value]) => inherited.some((said) => said.field === field && said.value === value))
  );
}
