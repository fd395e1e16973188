import type { Span } from '../../records/position';
import type { Member, ObjectValue, Value } from '../../records/value';
import { type DateReading, readDate } from '../date';
import { type CroissantDocument, opened } from './croissantDocument';
import { spanOf } from './documents';
import { isPlaceholder } from './placeholder';
import { meantProperty, PROV_DATES } from './provTerms';

/** Something in the PROV of a description that no reader of PROV would find. */
export type ProvProblem = Span &
  (
    | { kind: 'undeclared' }
    /** A property without its prefix, with one that PROV lacks, or of an activity on something else; `to` is meant. */
    | { kind: 'unprefixed' | 'unknown' | 'no-activity'; member: Member; to: string; taken: boolean }
    /** `id` or `type` for the keyword of JSON-LD. */
    | { kind: 'keyword'; member: Member }
    /** A reference to an agent that is not there; `written` is one that has its name under `id`. */
    | { kind: 'dangling'; id: string; written: Member | undefined }
    | { kind: 'date'; value: Value; said: string; reading: DateReading }
  );

const ASSOCIATED = 'prov:wasAssociatedWith';
const ATTRIBUTED = 'prov:wasAttributedTo';
const AGENT_RELATIONS = new Set([ASSOCIATED, ATTRIBUTED, 'prov:actedOnBehalfOf']);
/** Relations whose value is an activity. */
const TO_ACTIVITY = new Set(['prov:wasGeneratedBy', 'prov:wasInvalidatedBy', 'prov:wasInformedBy', 'prov:activity']);

export function provProblems(document: CroissantDocument): ProvProblem[] {
  const use = document.undeclaredUse('prov');
  const finder = new Finder(document);
  return [
    ...(use ? [{ ...use, kind: 'undeclared' } as const] : []),
    ...document.nodes.flatMap((node) => finder.of(node)),
  ];
}

class Finder {
  /** Nodes that a PROV property holds or refers to. */
  private readonly valued = new Set<ObjectValue>();
  private readonly activities = new Set<ObjectValue>();
  /** Nodes without `@id` by what they have as `id`. */
  private readonly misnamed = new Map<string, Member>();

  constructor(private readonly document: CroissantDocument) {
    for (const node of document.nodes) {
      for (const member of document.all(node)) {
        const name = document.meaning(member.key);
        if (!name.startsWith('prov:')) continue;
        for (const value of opened(member.value)) {
          const target = document.resolve(value);
          if (!target) continue;
          this.valued.add(target);
          if (TO_ACTIVITY.has(name)) this.activities.add(target);
        }
      }
    }
    for (const node of document.nodes) {
      const id = this.keyword(node, 'id');
      if (id?.value.type === 'string') this.misnamed.set(id.value.text, id);
    }
  }

  of(node: ObjectValue): ProvProblem[] {
    const problems: ProvProblem[] = [];
    for (const keyword of ['id', 'type'] as const) {
      const member = this.keyword(node, keyword);
      if (member) problems.push({ ...keySpan(member), kind: 'keyword', member });
    }
    for (const member of this.document.all(node)) {
      const renamed = this.renamed(node, member);
      if (renamed) problems.push(renamed);
      const name = this.document.meaning(member.key);
      const check = AGENT_RELATIONS.has(name) ? this.dangling : PROV_DATES.has(name) ? this.date : undefined;
      for (const value of check ? opened(member.value) : []) {
        const problem = check!.call(this, value);
        if (problem) problems.push(problem);
      }
    }
    return problems;
  }

  private renamed(node: ObjectValue, member: Member): ProvProblem | undefined {
    const { document } = this;
    const strict = document.context.name(member.key);
    const meaning = document.meaning(member.key);
    const meant = strict.startsWith('prov:') ? meantProperty(strict.slice('prov:'.length)) : undefined;
    const property = meant === undefined ? meaning : `prov:${meant}`;
    if (!property.startsWith('prov:')) return undefined;
    const to = property === ASSOCIATED && this.isNoActivity(node) ? ATTRIBUTED : property;
    if (to === strict) return undefined;
    const kind = meant !== undefined ? 'unknown' : strict === property ? 'no-activity' : 'unprefixed';
    return {
      ...keySpan(member),
      kind,
      member,
      to,
      taken: document.members(node, to).some((other) => other !== member),
    };
  }

  private isNoActivity(node: ObjectValue): boolean {
    const types = this.document.types(node);
    return (
      types.length > 0 &&
      !types.some((type) => type === 'prov:Activity' || /^sc:\w*Action$/.test(type)) &&
      !this.activities.has(node)
    );
  }

  /** A key `id` or `type` of a PROV node that has none of the keyword, and whose context does not make one of it. */
  private keyword(node: ObjectValue, key: 'id' | 'type'): Member | undefined {
    const { document } = this;
    if (document.context.name(key) === `@${key}` || document.members(node, `@${key}`).length > 0) return undefined;
    if (!this.valued.has(node) && !document.types(node).some((type) => type.startsWith('prov:'))) return undefined;
    return node.members.findLast((member) => member.key === key && member.value.type === 'string');
  }

  private dangling(value: Value): ProvProblem | undefined {
    const { document } = this;
    const id = value.type === 'object' && document.isReference(value) ? document.id(value)! : undefined;
    // What looks like an IRI may be defined elsewhere.
    if (id === undefined || id.includes(':') || document.defines(id)) return undefined;
    return { ...spanOf(value), kind: 'dangling', id, written: this.misnamed.get(id) };
  }

  private date(value: Value): ProvProblem | undefined {
    if (value.type !== 'string' && value.type !== 'number') return undefined;
    const said = value.type === 'string' ? value.text : String(value.value);
    const reading = readDate(said);
    if (isPlaceholder(said) || reading.kind === 'rfc3339' || reading.kind === 'iso8601') return undefined;
    return { ...spanOf(value), kind: 'date', value, said, reading };
  }
}

const keySpan = ({ keyStart, keyEnd }: Member): Span => ({ start: keyStart, end: keyEnd });
