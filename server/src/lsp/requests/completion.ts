import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import { type ProvenanceField, provenanceFields } from '../../engine/provenance/fields';
import { annotationsCreators, digitalSourceTypes } from '../../engine/provenance/vocabulary';
import { extensionOf } from '../../engine/records/format';
import { type Slot, slotAt } from '../documents/jsonSlot';
import { seenGenerators } from '../documents/seenGenerators';
import type { Session } from '../session';

const LINES = new Set(['jsonl', 'ndjson']);
const COMMON_LICENSES = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'PDDL-1.0',
  'MIT',
  'Apache-2.0',
  'BSD-3-Clause',
  'GPL-3.0-only',
  'NOASSERTION',
];
const CANONICAL = new Map(provenanceFields.map(({ field }) => [field as string, field]));

interface Proposal {
  value: string;
  detail?: string;
}

/** `textDocument/completion`: provenance keys, and the values of those that have known ones. */
export async function completion(
  session: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionItem[] | null> {
  const document = session.documents.get(textDocument.uri);
  if (!document || !session.handles(document.uri) || !session.select(document).checked) return null;
  const extension = extensionOf(session.nameOf(document.uri));
  if (!LINES.has(extension) && extension !== 'json') return null;
  const text = document.getText();
  const offset = document.offsetAt(position);
  const start = LINES.has(extension) ? document.offsetAt({ line: position.line, character: 0 }) : 0;
  const slot = slotAt(text, start, offset);
  if (!slot) return null;
  const range = { start: document.positionAt(slot.start), end: document.positionAt(slot.end) };
  const proposals = await proposalsFor(slot, session, document.uri);
  const markdown = session.client.markdownCompletion;
  return proposals.map((proposal, index) => item(proposal, index, slot, range, markdown));
}

async function proposalsFor(slot: Slot, session: Session, uri: string): Promise<Proposal[]> {
  if (slot.kind === 'key') {
    if (slot.container !== 'provenance') return [];
    const present = new Set(slot.keys);
    return provenanceFields
      .filter(({ field }) => !present.has(field))
      .map(({ field, description }) => ({ value: field, detail: description }));
  }
  const field = CANONICAL.get(slot.key);
  const isTop = slot.container === undefined;
  if (!field || (!isTop && slot.container !== 'provenance')) return [];
  return valuesOf(field, session, uri);
}

async function valuesOf(field: ProvenanceField, session: Session, uri: string): Promise<Proposal[]> {
  switch (field) {
    case 'digital_source_type':
      return digitalSourceTypes
        .filter(({ retired }) => !retired)
        .map(({ code, meaning }) => ({ value: code, detail: meaning }));
    case 'annotations_creator':
      return annotationsCreators.map((value) => ({ value }));
    case 'license':
      return COMMON_LICENSES.map((value) => ({ value }));
    case 'generator':
      return (await seenGenerators(session, uri)).map((value) => ({ value }));
    default:
      return [];
  }
}

function item({ value, detail }: Proposal, index: number, slot: Slot, range: Range, markdown: boolean): CompletionItem {
  const quoted = JSON.stringify(value);
  const newText = slot.kind === 'key' && slot.lacksColon ? `${quoted}: ` : quoted;
  return {
    label: value,
    kind: slot.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    // The text before the cursor begins with the quote: what is compared with it must, too.
    filterText: quoted,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText },
    ...(detail && {
      documentation: markdown ? { kind: MarkupKind.Markdown, value: detail } : detail,
    }),
  };
}
