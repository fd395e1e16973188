import type { FileContext } from '../context';
import type { Assertion } from '../provenance/assertion';
import { fieldForKey } from '../provenance/fields';
import { turnAssertions } from '../provenance/turn';
import { canonicalKeys, type Edit, insertMembers, jsonStyle, writeProvenance } from '../provenance/write';
import { isFilled } from '../records/path';
import type { DatasetRecord } from '../records/record';
import { member, type ObjectValue } from '../records/value';

/** A turn of a conversation. */
export interface Turn {
  object: ObjectValue;
  /** Who speaks; absent for a system message, a tool, or a role that is not known. */
  speaker?: 'user' | 'assistant';
  /** What the turn itself says of its origin. */
  origin?: Assertion;
}

const LISTS = ['messages', 'conversations', 'conversation'] as const;
const SPEAKERS: ReadonlyMap<string, 'user' | 'assistant'> = new Map([
  ['user', 'user'],
  ['human', 'user'],
  ['prompter', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
]);

/** The turns of a record that is a conversation with something to read in them; empty for any other record. */
export function turnsOf({ root }: DatasetRecord, { facts }: FileContext): Turn[] {
  if (root?.type !== 'object') return [];
  for (const key of LISTS) {
    const list = member(root, key)?.value;
    if (list?.type !== 'array') continue;
    return list.items.flatMap((object): Turn[] => {
      if (object.type !== 'object') return [];
      const speaker = speakerOf(object);
      const origin = turnAssertions(object, `${key}[].`, facts.shape).find(isOrigin);
      return [{ object, ...(speaker && { speaker }), ...(origin && { origin }) }];
    });
  }
  return [];
}

const isOrigin = ({ field }: Assertion) => field === 'digital_source_type';

function speakerOf(turn: ObjectValue): Turn['speaker'] {
  const role = (member(turn, 'role') ?? member(turn, 'from'))?.value;
  const text = (member(turn, 'content') ?? member(turn, 'value'))?.value;
  if (role?.type !== 'string' || !text || !isFilled(text)) return undefined;
  return SPEAKERS.get(role.text.toLowerCase());
}

/** Edits that write the origin of turns, in the way in which `like`, a turn that has one, does. */
export function tagTurns(
  turns: readonly Turn[],
  origin: string,
  record: DatasetRecord,
  { facts }: FileContext,
  like?: Turn,
): Edit[] {
  const path = like?.origin?.own?.path;
  const style = jsonStyle(record.source, record.root as ObjectValue);
  const bag = like && member(like.object, 'provenance')?.value;
  const used = bag?.type === 'object' ? bag.members.flatMap(({ key }) => fieldForKey(key) ?? []) : [];
  const provenanceKeys = used.length > 0 ? used : canonicalKeys.slice(0, 1);
  const shape = { ...facts.shape, provenance: [], placement: 'provenance' as const };
  return turns.flatMap(({ object }) => {
    if (path !== undefined && !path.includes('.') && !member(object, path)) {
      return [insertMembers(record.source, object, [['digital_source_type', JSON.stringify(origin)]], style)];
    }
    const turn = { ...record, root: object };
    return (
      writeProvenance(turn, { digital_source_type: origin }, { format: facts.format, shape, provenanceKeys }) ?? []
    );
  });
}
