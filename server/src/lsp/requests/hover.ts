import { type Hover, type HoverParams, MarkupKind, type Position, type Range } from 'vscode-languageserver/node';
import { carriedKeys } from '../../engine/provenance/assertion';
import type { ProvenanceField } from '../../engine/provenance/fields';
import { RecordLines } from '../../engine/records/lines';
import type { DatasetRecord } from '../../engine/records/record';
import { subjectOf } from '../../engine/subject';
import type { CheckedDocument } from '../documents/checkedDocument';
import { markdown, plaintext } from '../presentation/markdown';
import { sayOneField, sayProvenance } from '../presentation/provenance';
import { sayVerdictOn } from '../presentation/verdict';
import type { Session } from '../session';

/** `textDocument/hover`: the provenance of the record, or of the one field that is pointed at. */
export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const checked = (await session.checks.latest(textDocument.uri))?.checked;
  const row = checked?.rowAt(position);
  const record = row === undefined ? undefined : checked?.record(row);
  if (!checked || record?.root?.type !== 'object') return null;
  const whole = checked.rangeToClient({ start: record.start, end: new RecordLines(record).end });
  if (!contains(whole, position)) return null;
  const subject = subjectOf(record, checked.context);
  const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  const markup = kind === MarkupKind.Markdown ? markdown : plaintext;
  const key = keyAt(checked, record, position);
  const verdict = key ? undefined : sayVerdictOn(subject.texts, checked.context, markup);
  const said = key ? sayOneField(subject, key.field, markup) : sayProvenance(subject, markup);
  const value = verdict ? `${said}\n\n${verdict}` : said;
  return { contents: { kind, value }, range: key?.range ?? whole };
}

/** The provenance key that stands at a position, with its value. */
function keyAt(
  checked: CheckedDocument,
  record: DatasetRecord,
  position: Position,
): { field: ProvenanceField; range: Range } | undefined {
  const lines = new RecordLines(record);
  for (const { field, member, value } of carriedKeys(record.root!, checked.context.facts.shape)) {
    const start = lines.at(member && member.keyEnd > member.keyStart ? member.keyStart : value.start);
    const range = checked.rangeToClient({ start, end: lines.at(value.end) });
    if (contains(range, position)) return { field, range };
  }
  return undefined;
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}
