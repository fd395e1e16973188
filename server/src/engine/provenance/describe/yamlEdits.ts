import { applyEdits } from '../../fix';
import { type FrontMatter, findFrontMatter, parseText } from '../../records/frontMatter';
import { defaultLimits } from '../../records/limits';
import { type ArrayValue, type Member, member, type ObjectValue } from '../../records/value';
import { entriesOf } from '../declarations/cardEntries';
import { type Edit, yamlScalar } from '../write';
import { lineEnd } from './markdown';

/**
 * Edits of the front matter of a page that add keys, and values to lists. Everything that stands there stays: comments,
 * order, other values, and the way each is written.
 */
export class FrontMatterEdits {
  readonly root: ObjectValue;
  private readonly block: FrontMatter | undefined;
  private readonly fault: string | undefined;
  private readonly added: Edit[] = [];
  private readonly newKeys: string[] = [];

  constructor(private readonly source: string) {
    this.block = findFrontMatter(source);
    const { root, faults } = parse(source);
    this.root = root;
    this.fault = this.block?.language === 'toml' ? 'it is TOML' : faults[0]?.what;
  }

  /** Where the page after the front matter begins. */
  get body(): number {
    return this.block?.body ?? 0;
  }

  /**
   * Adds values to the list of a key, which becomes a list if it is none.
   *
   * @returns why it cannot be done
   */
  add(key: string, values: readonly string[]): string | undefined {
    if (values.length === 0) return undefined;
    if (this.fault !== undefined) return `the front matter cannot be edited: ${this.fault}`;
    const present = this.lastMember(key);
    if (!present) return this.write(key, [`${key}:`, ...values.map((value) => `- ${yamlScalar(value)}`)]);
    const edits = this.listEdits(present, values.map(yamlScalar));
    if (edits && this.holds(key, values, edits)) {
      this.added.push(...edits);
      return undefined;
    }
    return 'its value is not written as a plain list';
  }

  /** Writes a key that has no value yet. */
  set(key: string, value: string): string | undefined {
    if (this.lastMember(key)) return this.add(key, [value]);
    if (this.fault !== undefined) return `the front matter cannot be edited: ${this.fault}`;
    return this.write(key, [`${key}: ${yamlScalar(value)}`]);
  }

  get edits(): Edit[] {
    if (this.newKeys.length === 0) return this.added;
    const eol = lineEnd(this.source);
    const lines = this.newKeys.map((line) => line + eol).join('');
    const at = this.block?.end ?? 0;
    const text = this.block ? lines : `---${eol}${lines}---${eol}${eol}`;
    return [...this.added, { start: at, end: at, newText: text }];
  }

  private lastMember(key: string): Member | undefined {
    return this.block && this.root.members.some((one) => one.key === key && one.keyStart < this.block!.end)
      ? member(this.root, key)
      : undefined;
  }

  /** New keys go to the end of the block, indented as its first one is. */
  private write(key: string, lines: readonly string[]): string | undefined {
    const first = this.block && this.root.members.find(({ keyEnd }) => keyEnd <= this.block!.end);
    const hasKeys = first !== undefined && first.keyEnd > first.keyStart;
    const content = this.block ? this.source.slice(this.block.start, this.block.end) : '';
    if (hasKeys && /^\s*[{?]/.test(content)) return `${key} cannot be added to a block in braces`;
    if (!hasKeys && !/^(?:[ \t]*(?:#.*)?(?:\r\n|\n|\r))*$/.test(content)) return 'the front matter has no keys';
    const indent = hasKeys ? indentBefore(this.source, first.keyStart) : '';
    const written = lines.map((line) => indent + line);
    const before = this.newKeys.splice(0);
    this.newKeys.push(...before, ...written);
    const after = parse(applyEdits(this.source, this.edits));
    if (after.faults.length === 0 && entriesOf(after.root, key).length === Math.max(1, lines.length - 1))
      return undefined;
    this.newKeys.splice(0, this.newKeys.length, ...before);
    return 'the front matter cannot be added to';
  }

  private listEdits({ keyEnd, value }: Member, values: readonly string[]): Edit[] | undefined {
    const { source } = this;
    if (value.type === 'array') return this.arrayEdits(value, values);
    if (value.type === 'object') return undefined;
    const end = value.start + source.slice(value.start, value.end).trimEnd().length;
    const written = source.slice(value.start, end);
    if (value.type === 'null') {
      // An alias reads as null too.
      if (!/^(?:~|null)?$/i.test(written)) return undefined;
      const at = written === '' ? source.indexOf(':', keyEnd) + 1 : value.start;
      return [
        { start: at, end: written === '' ? at : end, newText: `${written === '' ? ' ' : ''}[${values.join(', ')}]` },
      ];
    }
    // A plain word that has a meaning of its own between brackets, or goes over several lines, is left to a person.
    if (/[\r\n]/.test(written) || (/^[^"']/.test(written) && /[,[\]{}]/.test(written))) return undefined;
    return [
      { start: value.start, end: value.start, newText: '[' },
      { start: end, end, newText: `, ${values.join(', ')}]` },
    ];
  }

  private arrayEdits(list: ArrayValue, values: readonly string[]): Edit[] | undefined {
    const { source } = this;
    const last = list.items[list.items.length - 1];
    if (source[list.start] === '[') {
      const at = last ? last.start + source.slice(last.start, last.end).trimEnd().length : list.start + 1;
      return [{ start: at, end: at, newText: (last ? ', ' : '') + values.join(', ') }];
    }
    if (!last) return undefined;
    const lineStart = lineStartAt(source, last.start);
    const dash = source.slice(lineStart, last.start);
    if (!/^[ \t]*-[ \t]+$/.test(dash)) return undefined;
    const content = last.start + source.slice(last.start, last.end).trimEnd().length;
    const at = content + /^[^\r\n]*/.exec(source.slice(content))![0].length;
    return [{ start: at, end: at, newText: values.map((value) => lineEnd(source) + dash + value).join('') }];
  }

  /** Whether the key says what it said before and the new values, and the page still reads. */
  private holds(key: string, values: readonly string[], edits: readonly Edit[]): boolean {
    const wanted = [...entriesOf(this.root, key).map(({ text }) => text), ...values];
    const { root, faults } = parse(applyEdits(this.source, edits));
    const found = entriesOf(root, key).map(({ text }) => text);
    return faults.length === 0 && found.length === wanted.length && found.every((text, at) => text === wanted[at]);
  }
}

function parse(source: string) {
  const raw = { row: 0, start: { line: 0, column: 0 }, byteOffset: 0, bytes: new Uint8Array(), source };
  const { root, faults } = parseText(raw, defaultLimits);
  return { root: root as ObjectValue, faults };
}

const lineStartAt = (source: string, at: number) =>
  Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;

const indentBefore = (source: string, keyStart: number) =>
  /^[ \t]*/.exec(source.slice(lineStartAt(source, keyStart), keyStart))![0];
