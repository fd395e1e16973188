import { member, type ObjectValue, type Value } from '../../records/value';

/** Namespaces of a Croissant description: the prefix we write, its IRI, and how the IRI is written in the wild. */
const NAMESPACES: readonly { prefix: string; iri: string; forms: RegExp }[] = [
  {
    prefix: 'rai',
    iri: 'http://mlcommons.org/croissant/RAI/',
    forms: /^https?:\/\/mlcommons\.org\/croissant[-/]RAI[/#](?:\d\.\d[/#])?/i,
  },
  {
    prefix: 'cr',
    iri: 'http://mlcommons.org/croissant/',
    forms: /^https?:\/\/mlcommons\.org\/(?:croissant|schema)\/(?:\d\.\d[/#])?/,
  },
  { prefix: 'prov', iri: 'http://www.w3.org/ns/prov#', forms: /^https?:\/\/www\.w3\.org\/ns\/prov[#/]?/ },
  { prefix: 'sc', iri: 'https://schema.org/', forms: /^https?:\/\/schema\.org\// },
  { prefix: 'dct', iri: 'http://purl.org/dc/terms/', forms: /^https?:\/\/purl\.org\/dc\/terms\// },
  { prefix: 'foaf', iri: 'http://xmlns.com/foaf/0.1/', forms: /^https?:\/\/xmlns\.com\/foaf\/0\.1\// },
  {
    prefix: 'rdfs',
    iri: 'http://www.w3.org/2000/01/rdf-schema#',
    forms: /^https?:\/\/www\.w3\.org\/2000\/01\/rdf-schema#/,
  },
];

/** Prefixes that are understood without being declared. */
const CONVENTIONAL: ReadonlyMap<string, string> = new Map([
  ...NAMESPACES.map(({ prefix }) => [prefix, prefix] as const),
  ['schema', 'sc'],
  ['croissant', 'cr'],
  ['ml', 'cr'],
  ['dcterms', 'dct'],
]);

export const namespaceOf = (prefix: string): string => NAMESPACES.find((one) => one.prefix === prefix)!.iri;

/** Terms may be defined by other terms; longer chains than this lead nowhere. */
const LONGEST_CHAIN = 8;

/**
 * The `@context` of a JSON-LD document: what its keys and types mean. Names are compared in one form, `prov:label`,
 * however they are written: by a term, another prefix, a full IRI or through `@vocab`. Contexts are not fetched: what a
 * context elsewhere defines is taken to follow convention. Contexts within nodes are not read.
 */
export class JsonLdContext {
  private readonly terms = new Map<string, string>();
  private readonly named = new Map<string, string>();
  private vocabulary = '';
  /** It refers to a context elsewhere, which may define anything. */
  readonly remote: boolean = false;

  constructor(readonly value: Value | undefined) {
    for (const part of value?.type === 'array' ? value.items : [value]) {
      if (part?.type === 'string') this.remote = true;
      else if (part?.type === 'object') this.define(part);
    }
    if (this.remote && this.vocabulary === '') this.vocabulary = namespaceOf('sc');
  }

  private define({ members }: ObjectValue): void {
    for (const { key, value } of members) {
      const id = value.type === 'object' ? member(value, '@id')?.value : value;
      if (id?.type !== 'string') continue;
      if (key === '@vocab') this.vocabulary = id.text;
      else if (!key.startsWith('@')) this.terms.set(key, id.text);
    }
  }

  /** Whether the document itself defines a prefix or term. */
  declares(term: string): boolean {
    return this.terms.has(term);
  }

  /** The name that a key, type or reference to a term stands for, with our prefix where we have one. */
  name(key: string): string {
    let name = this.named.get(key);
    if (name === undefined) {
      name = compact(this.expand(key));
      this.named.set(key, name);
    }
    return name;
  }

  private expand(key: string): string {
    let term = key;
    for (let i = 0; i < LONGEST_CHAIN && !term.startsWith('@'); i++) {
      const defined = this.terms.get(term);
      if (defined !== undefined && defined !== term) {
        term = defined;
        continue;
      }
      const colon = term.indexOf(':');
      if (colon < 0) return this.vocabulary + term;
      const prefix = this.terms.get(term.slice(0, colon));
      if (prefix === undefined || term.startsWith('//', colon + 1)) return term;
      term = prefix + term.slice(colon + 1);
    }
    return term;
  }

  /** How the document can write a name: with a term or prefix that it defines, else by convention. */
  write(name: string): string {
    const [prefix, local] = name.split(':') as [string, string];
    if (this.name(local) === name) return local;
    if (this.terms.has(prefix) && this.name(name) === name) return name;
    const own = [...this.terms.keys()].find((term) => this.name(`${term}:${local}`) === name);
    return own === undefined ? name : `${own}:${local}`;
  }
}

function compact(iri: string): string {
  for (const { prefix, forms } of NAMESPACES) {
    const found = forms.exec(iri);
    if (found) return `${prefix}:${iri.slice(found[0].length)}`;
  }
  const colon = iri.indexOf(':');
  const prefix = colon < 0 ? undefined : CONVENTIONAL.get(iri.slice(0, colon));
  return prefix === undefined ? iri : prefix + iri.slice(colon);
}
