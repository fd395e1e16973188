import { parseJson } from '../../records/jsonParser';
import { defaultLimits } from '../../records/limits';
import { advance } from '../../records/position';
import { type ArrayValue, member, type ObjectValue, type Value } from '../../records/value';
import type { Edit } from '../write';

/** A value to be written as JSON; members that are undefined are left out. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A document to be described in is no JSON that can be edited. */
export class UnreadableDocument extends Error {}

/**
 * Edits of a JSON document that add members and items. All that stands there stays, byte for byte; what is added is
 * laid out as its neighbours are.
 */
export class JsonEdits {
  readonly root: ObjectValue;
  private readonly members = new Map<ObjectValue, [string, Json][]>();
  private readonly items = new Map<ArrayValue, Json[]>();
  /** What is added to single values, which become lists. */
  private readonly lists = new Map<Value, Json[]>();
  private readonly replacements: Edit[] = [];
  private readonly colon: string;
  private readonly comma: string;
  /** The document goes over several lines. */
  private readonly hasLines: boolean;
  private readonly unit: string;
  private readonly eol: string;

  /** @throws UnreadableDocument when the text is no JSON object */
  constructor(private readonly source: string) {
    const { root, faults } = parseJson(source, defaultLimits.depth);
    if (root?.type !== 'object') {
      const [fault] = faults;
      const { line } = advance({ line: 0, column: 0 }, source, fault?.start ?? 0);
      throw new UnreadableDocument(fault ? `line ${line + 1}: ${fault.what}` : 'it is no JSON object');
    }
    this.root = root;
    this.eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
    const [first] = root.members;
    const spaced = !first || source.slice(first.keyEnd, first.value.start).endsWith(' ');
    this.colon = spaced ? ': ' : ':';
    this.comma = spaced ? ', ' : ',';
    const lead = leadOf(source, root);
    this.hasLines = lead !== undefined;
    this.unit = lead?.replace(/^[\r\n]+/, '') || '  ';
  }

  /** Adds a member at the end of an object. */
  addMember(object: ObjectValue, key: string, value: Json): void {
    const known = this.members.get(object);
    if (known) known.push([key, value]);
    else this.members.set(object, [[key, value]]);
  }

  /** Adds an item at the end of a list. */
  addItem(list: ArrayValue, value: Json): void {
    const known = this.items.get(list);
    if (known) known.push(value);
    else this.items.set(list, [value]);
  }

  /** Adds values to a member that holds one value or several, or is not there. */
  addTo(object: ObjectValue, key: string, values: readonly Json[]): void {
    if (values.length === 0) return;
    const present = member(object, key)?.value;
    if (!present) {
      const pending = this.members.get(object)?.find(([name]) => name === key);
      if (pending) pending[1] = [...(pending[1] as readonly Json[]), ...values];
      else this.addMember(object, key, values);
    } else if (present.type === 'array') for (const value of values) this.addItem(present, value);
    else this.lists.set(present, [...(this.lists.get(present) ?? []), ...values]);
  }

  /** Replaces a value, unless it says that already. */
  replace({ start, end }: Value, by: Json): void {
    const newText = this.flat(by);
    if (this.source.slice(start, end) !== newText) this.replacements.push({ start, end, newText });
  }

  lineOf(value: Value): number {
    return advance({ line: 0, column: 0 }, this.source, value.start).line;
  }

  get edits(): Edit[] {
    const edits: Edit[] = [...this.replacements];
    for (const [object, added] of this.members) {
      edits.push(this.insertion(object, object.members[object.members.length - 1]?.value, added));
    }
    for (const [list, added] of this.items) {
      edits.push(
        this.insertion(
          list,
          list.items[list.items.length - 1],
          added.map((value) => [undefined, value]),
        ),
      );
    }
    // A bracket that closes a value comes before what is added after it.
    return [...[...this.lists].flatMap(([value, added]) => this.listed(value, added)), ...edits];
  }

  private listed({ type, start, end }: Value, added: readonly Json[]): Edit[] {
    if (type === 'null') return [{ start, end, newText: this.flat(added) }];
    const more = added.map((value) => this.comma + this.flat(value)).join('');
    return [
      { start, end: start, newText: '[' },
      { start: end, end, newText: `${more}]` },
    ];
  }

  private insertion(
    container: ObjectValue | ArrayValue,
    last: Value | undefined,
    added: readonly (readonly [key: string | undefined, value: Json])[],
  ): Edit {
    const { start, end } = last ? { start: last.end, end: last.end } : container;
    const [open, close] = last ? ['', ''] : container.type === 'object' ? ['{', '}'] : ['[', ']'];
    const lead = leadOf(this.source, container);
    if (lead === undefined && (last || !this.hasLines)) {
      const written = added.map(
        ([key, value]) => (key === undefined ? '' : this.flat(key) + this.colon) + this.flat(value),
      );
      return { start, end, newText: `${open}${last ? this.comma : ''}${written.join(this.comma)}${close}` };
    }
    const outer = indentAt(this.source, container.start);
    const inner = lead?.replace(/^[\r\n]+/, '') ?? outer + this.unit;
    const lines = added.map(([key, value]) => {
      return `${this.eol}${inner}${key === undefined ? '' : `${this.flat(key)}: `}${this.laidOut(value, inner)}`;
    });
    return {
      start,
      end,
      newText: `${open}${last ? ',' : ''}${lines.join(',')}${last ? '' : this.eol + outer}${close}`,
    };
  }

  private laidOut(value: Json, indent: string): string {
    return printJson(value, this.unit).replaceAll('\n', this.eol + indent);
  }

  /** On one line. A line break of the laid out form stands between tokens only. */
  private flat(value: Json): string {
    if (this.comma === ',') return escapeHidden(JSON.stringify(value));
    const lines = printJson(value, '\t');
    return lines
      .replace(/([[{])\n\t*/g, '$1')
      .replace(/\n\t*([\]}])/g, '$1')
      .replace(/\n\t*/g, ' ');
  }
}

/** A value as a document of its own. */
export function printJson(value: Json, unit = '  '): string {
  return escapeHidden(JSON.stringify(value, null, unit));
}

/** What JSON leaves as it is and a terminal obeys, or a reader does not see. */
const HIDDEN = /[\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g;

const escapeHidden = (json: string) =>
  json.replace(HIDDEN, (units) =>
    [...Array(units.length).keys()].map((at) => `\\u${units.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );

/** The line break and white space before the first thing in a container; undefined where it does not start a line. */
function leadOf(source: string, container: ObjectValue | ArrayValue): string | undefined {
  const first = container.type === 'object' ? container.members[0]?.keyStart : container.items[0]?.start;
  if (first === undefined) return undefined;
  const lead = /^\s*?(\r\n|\n|\r)([ \t]*)$/.exec(source.slice(container.start + 1, first));
  return lead ? lead[1]! + lead[2]! : undefined;
}

/** White space at the start of the line on which an offset is. */
function indentAt(source: string, at: number): string {
  const start = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(source.slice(start, at))![0];
}
