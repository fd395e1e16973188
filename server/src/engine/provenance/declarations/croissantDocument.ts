import { isFilled } from '../../records/path';
import type { Span } from '../../records/position';
import { type Member, member, type ObjectValue, type TextValue, type Value } from '../../records/value';
import { JsonLdContext } from './croissantContext';
import { isPlaceholder } from './placeholder';
import { isProvProperty } from './provTerms';

/** Terms of Croissant that files write without mapping them in their context. */
const CROISSANT_TERMS = new Set([
  'annotation',
  'column',
  'containedIn',
  'data',
  'dataType',
  'equivalentProperty',
  'examples',
  'extract',
  'field',
  'fileObject',
  'fileProperty',
  'fileSet',
  'includes',
  'isArray',
  'jsonPath',
  'recordSet',
  'repeated',
  'source',
  'subField',
  'transform',
]);

const documents = new WeakMap<ObjectValue, CroissantDocument>();

/** A Croissant description as JSON-LD: nodes, their properties by name, and what refers to what. */
export class CroissantDocument {
  readonly context: JsonLdContext;
  /** The node of the dataset. */
  readonly dataset: ObjectValue;
  /** Every node, the dataset included, in the order of the document; literal JSON (`data`, `examples`) left out. */
  readonly nodes: readonly ObjectValue[];
  private readonly byId = new Map<string, ObjectValue>();
  private readonly properties = new WeakMap<ObjectValue, Map<string, Member[]>>();

  private constructor(root: ObjectValue) {
    this.context = new JsonLdContext(member(root, '@context')?.value);
    this.nodes = this.walk(root);
    this.dataset = this.nodes.find((node) => this.isA(node, 'sc:Dataset')) ?? root;
    for (const node of this.nodes) {
      const id = this.id(node);
      if (id !== undefined && !this.isReference(node) && !this.byId.has(id)) this.byId.set(id, node);
    }
  }

  /** The document of a tree; asked for again, the same one. */
  static of(root: ObjectValue): CroissantDocument {
    let document = documents.get(root);
    if (!document) {
      document = new CroissantDocument(root);
      documents.set(root, document);
    }
    return document;
  }

  private walk(root: ObjectValue): ObjectValue[] {
    const nodes: ObjectValue[] = [];
    const open: Value[] = [root];
    for (let value = open.pop(); value; value = open.pop()) {
      if (value.type === 'array') for (let i = value.items.length - 1; i >= 0; i--) open.push(value.items[i]!);
      if (value.type !== 'object') continue;
      nodes.push(value);
      for (let i = value.members.length - 1; i >= 0; i--) {
        const { key, value: inner } = value.members[i]!;
        if (key !== '@context' && !LITERAL.has(this.meaning(key))) open.push(inner);
      }
    }
    return nodes;
  }

  /** What a key is meant for: a name that the context forgot to map is taken for the term of Croissant or PROV it is. */
  meaning(key: string): string {
    const name = this.context.name(key);
    const local = name.startsWith('sc:') ? name.slice(3) : name;
    if (CROISSANT_TERMS.has(local)) return `cr:${local}`;
    return isProvProperty(local) ? `prov:${local}` : name;
  }

  /** Members of a node that have one of these names; of a repeated key the last. */
  members(node: ObjectValue, ...names: string[]): readonly Member[] {
    let byName = this.properties.get(node);
    if (!byName) {
      byName = new Map();
      for (const one of this.all(node)) {
        const name = this.meaning(one.key);
        const same = byName.get(name);
        if (same) same.push(one);
        else byName.set(name, [one]);
      }
      this.properties.set(node, byName);
    }
    const [name, ...others] = names;
    if (others.length > 0) return names.flatMap((one) => byName.get(one) ?? []);
    return byName.get(name!) ?? [];
  }

  /** Every member of a node; of a repeated key the last. */
  all(node: ObjectValue): Member[] {
    return [...new Map(node.members.map((one) => [one.key, one])).values()];
  }

  /** Values of these properties, lists and value objects opened. */
  values(node: ObjectValue, ...names: string[]): Value[] {
    return this.members(node, ...names).flatMap(({ value }) => opened(value));
  }

  /** Strings of these properties that say something. */
  texts(node: ObjectValue, ...names: string[]): TextValue[] {
    return this.values(node, ...names).filter(
      (value): value is TextValue => value.type === 'string' && !isPlaceholder(value.text),
    );
  }

  /** Nodes that these properties hold or refer to. */
  related(node: ObjectValue, ...names: string[]): ObjectValue[] {
    return this.values(node, ...names).flatMap((value) => this.resolve(value) ?? []);
  }

  /** The node that a value is or refers to; a reference to nothing known is itself. */
  resolve(value: Value): ObjectValue | undefined {
    if (value.type !== 'object') return value.type === 'string' ? this.byId.get(value.text) : undefined;
    return this.isReference(value) ? (this.byId.get(this.id(value)!) ?? value) : value;
  }

  /** Whether one of these properties is there and holds something. */
  says(node: ObjectValue, ...names: string[]): boolean {
    return this.members(node, ...names).some(({ value }) => isFilled(value));
  }

  id(node: ObjectValue): string | undefined {
    const [id] = this.members(node, '@id');
    return id?.value.type === 'string' ? id.value.text : undefined;
  }

  /** Whether a node only refers to another one. */
  isReference(node: ObjectValue): boolean {
    return node.members.length === 1 && this.id(node) !== undefined;
  }

  /** Whether something of this `@id` is defined here. */
  defines(id: string): boolean {
    return this.byId.has(id);
  }

  types(node: ObjectValue): string[] {
    return this.values(node, '@type').flatMap((type) => (type.type === 'string' ? [this.context.name(type.text)] : []));
  }

  isA(node: ObjectValue, ...types: string[]): boolean {
    return this.types(node).some((type) => types.includes(type));
  }

  /** The first use of a prefix, in a key or a type, that no context can define; undefined where all is well. */
  undeclaredUse(prefix: string): Span | undefined {
    const { context } = this;
    if (context.remote || context.declares(prefix)) return undefined;
    for (const node of this.nodes) {
      for (const { key, keyStart, keyEnd } of node.members) {
        if (key.startsWith(`${prefix}:`)) return { start: keyStart, end: keyEnd };
      }
      const terms = this.values(node, '@type', 'cr:dataType', 'cr:equivalentProperty');
      const used = terms.find((term) => term.type === 'string' && term.text.startsWith(`${prefix}:`));
      if (used) return { start: used.start, end: used.end };
    }
    return undefined;
  }

  /** Version of Croissant that the document says it conforms to; undefined where it names none. */
  get version(): string | undefined {
    for (const { text } of this.texts(this.dataset, 'dct:conformsTo', 'sc:conformsTo')) {
      const version = /mlcommons\.org\/croissant\/(\d+\.\d+)/.exec(text)?.[1];
      if (version) return version;
    }
    return undefined;
  }
}

/** Properties whose values are JSON, not nodes. */
const LITERAL = new Set(['cr:data', 'cr:examples']);

/** The items of a list or set, the value of a value object. */
export function opened(value: Value): Value[] {
  const items = value.type === 'array' ? value.items : [value];
  return items.flatMap((item): Value[] => {
    if (item.type !== 'object') return [item];
    const inner = (member(item, '@value') ?? member(item, '@list') ?? member(item, '@set'))?.value;
    if (!inner) return [item];
    return inner.type === 'array' ? inner.items : [inner];
  });
}
