import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { canonicalKeys, type ProvenancePatch } from '../../engine/provenance/write';
import type { ApplyPatchParams, Patch } from '../../protocol';
import { forEveryRecord } from '../actions/everyRecord';
import type { CheckedDocument } from '../documents/checkedDocument';
import { declarationEdit } from '../edits/declarationEdit';
import { PatchWriter } from '../edits/patchWriter';
import type { Session } from '../session';

/** `datasetHygiene/applyPatch`: the edit that writes what a person answered. */
export async function applyPatch(session: Session, params: ApplyPatchParams): Promise<WorkspaceEdit | null> {
  const { uri, version, place } = params;
  const checked = (await session.checks.latest(uri))?.checked;
  if (!checked || (version !== undefined && version !== checked.version)) return null;
  const patch = canonical(params.patch);
  if (place === 'file') return (checked.path !== undefined && declarationEdit(session, checked.path, patch)) || null;
  const writer = new PatchWriter(session, checked, place);
  await addRecords(writer, checked, patch, params);
  return writer.edit() ?? null;
}

async function addRecords(
  writer: PatchWriter,
  checked: CheckedDocument,
  patch: ProvenancePatch,
  { row, rule }: ApplyPatchParams,
): Promise<void> {
  if (row !== null) {
    const record = checked.record(row);
    if (record) writer.add(record, patch);
  } else if (rule !== undefined) {
    await forEveryRecord(checked, rule, (record) => writer.add(record, patch));
  }
}

/** A patch with nothing in it but provenance fields. */
function canonical(patch: Patch): ProvenancePatch {
  return Object.fromEntries(canonicalKeys.flatMap((field) => (field in patch ? [[field, patch[field]]] : [])));
}
