import { CONFIGURATION_FILE } from '../../configuration';
import type { FileContext } from '../../context';
import type { Subject } from '../../rules/rule';
import { provenanceOf } from '../../subject';
import type { Assertion } from '../assertion';
import { readDate } from '../date';
import type { EffectiveProvenance } from '../effective';
import type { ProvenanceField } from '../fields';
import { readLicense } from '../license';
import { type OriginClass, readOrigin } from '../vocabulary';
import type { Origin } from './facts';

/** What one record says of itself, each value once. */
export interface RecordFacts {
  words: number;
  characters: number;
  origin: Origin;
  types: readonly string[];
  withModelText: boolean;
  withMachineText: boolean;
  generators: readonly string[];
  licenses: readonly string[];
  unreadLicenses: readonly string[];
  sources: readonly string[];
  urls: readonly string[];
  hosts: readonly string[];
  annotators: readonly string[];
  created: { earliest: number; latest: number } | 'unread' | undefined;
  added: RecordFacts['created'];
}

/**
 * What is evidence of a record's provenance: its own statements, those of its row sidecar, and those of the configuration,
 * which a person wrote for its files. What a card or a description says is not, or it would confirm itself.
 */
export function isEvidence({ scope, place }: Assertion): boolean {
  if (scope === 'turn' || scope === 'record' || scope === 'sidecar') return true;
  return place !== undefined && /[^/\\]*$/.exec(place.file)![0] === CONFIGURATION_FILE;
}

/** Types whose text a trained model made, in whole or in part. */
const MODEL = new Set([
  'trainedAlgorithmicMedia',
  'trainedAlgorithmicData',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
]);

/** What stands in the place of a name where there is none. */
const NO_NAME = /^(?:unknown|unspecified|undefined|none|null|nil|nan|n\/?a|tbd|missing|-+|\?+)?$/i;
/** The same for a generator: it is not known any more, or was a person. */
const NO_MODEL = /^(?:unrecorded|human|other)$/i;

/** Reads the facts of a record that could be read. */
export function recordFacts(subject: Subject, context: Pick<FileContext, 'facts' | 'inputs'>): RecordFacts {
  const { texts, provenance } = subject;
  const perText = new Set(texts.map((part) => provenanceOf(part, subject, context)));
  const parts = (perText.size > 0 ? [...perText] : [provenance]).map(evidence);
  const [first] = parts as [Evidence];
  const all = (field: ProvenanceField): readonly string[] =>
    parts.length === 1 ? (first.get(field) ?? []) : [...new Set(parts.flatMap((part) => part.get(field) ?? []))];
  const types = new Map<string, OriginClass>();
  for (const value of all('digital_source_type')) {
    const reading = readOrigin(value);
    if (reading.kind !== 'unknown') types.set(reading.type.code, reading.type.class);
  }
  const codes = [...types.keys()];
  const sources: string[] = [];
  const urls: string[] = [];
  const hosts = new Set<string>();
  for (const source of names(all('source'))) {
    const host = HOST.exec(source)?.[1];
    if (host === undefined) sources.push(source);
    else {
      urls.push(source);
      hosts.add(host.toLowerCase());
    }
  }
  const withModelText = codes.some((code) => MODEL.has(code));
  return {
    ...measure(texts),
    origin: parts.length === 1 ? originOf(first) : oneOrigin(new Set(parts.map(originOf))),
    types: codes,
    withModelText,
    withMachineText: withModelText || codes.some((code) => types.get(code) === 'machine'),
    generators: names(all('generator')).filter((name) => !NO_MODEL.test(name)),
    ...licensesOf(all('license')),
    sources,
    urls,
    hosts: [...hosts],
    annotators: names(all('annotations_creator')),
    created: dateOf(all('created')),
    added: dateOf(all('added')),
  };
}

/** What is stated of each field, by its nearest evidence. */
type Evidence = ReadonlyMap<ProvenanceField, readonly string[]>;

/** A list, or the same path in several places, states several values at once. */
function evidence({ all }: EffectiveProvenance): Evidence {
  const nearest = new Map<ProvenanceField, Assertion>();
  const stated = new Map<ProvenanceField, string[]>();
  for (const assertion of all) {
    if (!isEvidence(assertion)) continue;
    const { field, value, scope, own } = assertion;
    const before = nearest.get(field);
    const values = typeof value === 'object' ? value : [String(value)];
    if (!before) {
      nearest.set(field, assertion);
      stated.set(field, [...values]);
    } else if (own && scope === before.scope && own.path === before.own?.path) {
      const known = stated.get(field)!;
      for (const one of values) if (!known.includes(one)) known.push(one);
    }
  }
  return stated;
}

function originOf(part: Evidence): Origin {
  const classes = (part.get('digital_source_type') ?? []).map((value): Origin => {
    const reading = readOrigin(value);
    return reading.kind === 'unknown' ? 'none' : reading.type.class;
  });
  return classes.length === 1 ? classes[0]! : oneOrigin(new Set(classes));
}

/** One origin for several parts. With text of a machine among others it is mixed; else, where they differ, not known. */
function oneOrigin(origins: ReadonlySet<Origin>): Origin {
  const [first] = origins;
  if (first === undefined) return 'none';
  if (origins.size === 1) return first;
  return origins.has('machine') || origins.has('mixed') ? 'mixed' : 'unknown';
}

/** Values that are names. */
function names(values: readonly string[]): readonly string[] {
  const trimmed = values.map((value) => value.trim()).filter((name) => !NO_NAME.test(name));
  return trimmed.length > 1 ? [...new Set(trimmed)] : trimmed;
}

function licensesOf(written: readonly string[]): Pick<RecordFacts, 'licenses' | 'unreadLicenses'> {
  const licenses = new Set<string>();
  const unread = new Set<string>();
  for (const license of written) {
    const reading = readLicense(license);
    if (reading.kind === 'not-stated') continue;
    if ('expression' in reading && reading.expression !== 'NOASSERTION') licenses.add(reading.expression);
    else unread.add(license.trim());
  }
  return { licenses: [...licenses], unreadLicenses: [...unread] };
}

/** A URL of the web with its host, without user and port. */
const HOST = /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)/i;

function dateOf([date]: readonly string[]): RecordFacts['created'] {
  if (date === undefined) return undefined;
  const reading = readDate(date);
  return 'earliest' in reading ? { earliest: reading.earliest, latest: reading.latest } : 'unread';
}

/** Words are runs of anything but white space; characters are those of Unicode. */
function measure(texts: readonly { text: string }[]): { words: number; characters: number } {
  let words = 0;
  let characters = 0;
  for (const { text } of texts) {
    let inWord = false;
    characters += text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code <= 32 || (code >= 0xa0 && isWide(code))) inWord = false;
      else {
        if (!inWord) words++;
        inWord = true;
        // The second half of a pair is no character of its own.
        if (code >= 0xdc00 && code <= 0xdfff) characters--;
      }
    }
  }
  return { words, characters };
}

/** White space beyond ASCII. */
const isWide = (code: number) =>
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000;
