import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { placePatch, sidecarRow } from '../../engine/fix';
import type { SidecarRow } from '../../engine/provenance/sidecar';
import type { ProvenancePatch } from '../../engine/provenance/write';
import type { DatasetRecord } from '../../engine/records/record';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { Session } from '../session';
import { sidecarEdit } from './sidecarEdit';
import { documentEdit, recordTextEdits } from './workspaceEdits';

/** Collects what writing patches takes, into the records themselves or into rows of the sidecar. */
export class PatchWriter {
  private readonly edits: TextEdit[] = [];
  private readonly rows: SidecarRow[] = [];

  constructor(
    private readonly session: Session,
    private readonly checked: CheckedDocument,
    private readonly place: 'record' | 'sidecar',
  ) {}

  /** A record without room for the patch is left as it is. */
  add(record: DatasetRecord, patch: ProvenancePatch): void {
    const { context } = this.checked;
    if (this.place === 'sidecar') {
      this.rows.push(sidecarRow(record, patch, context));
      return;
    }
    const placement = placePatch(record, patch, context);
    if (placement.kind === 'record') this.edits.push(...recordTextEdits(this.checked, record, placement.edits));
  }

  /** Undefined where there is nothing to change, or the client cannot make the change. */
  edit(): WorkspaceEdit | undefined {
    const { path } = this.checked;
    if (this.rows.length > 0) return path === undefined ? undefined : sidecarEdit(this.session, path, this.rows);
    return this.edits.length > 0 ? documentEdit(this.session, this.checked, this.edits) : undefined;
  }
}
