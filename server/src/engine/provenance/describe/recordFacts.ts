import { CONFIGURATION_FILE } from '../../configuration';
import type { FileContext } from '../../context';
import type { Subject } from '../../rules/rule';
import { provenanceOf } from '../../subject';
import type { Assertion } from '../assertion';
import { readDate } from '../date';
import type { EffectiveProvenance } from '../effective';
import type { ProvenanceField } from '../fields';
import { readLicense } from '../license';
import { readOrigin } from '../vocabulary';
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

/** What stands in the place of a generator's name where there is none, or it is not known any more. */
const UNNAMED = /^(?:unrecorded|unknown|unspecified|none|null|nil|n\/?a|human|other|-|\?)?$/i;

/** Reads the facts of a record that could be read. */
export function recordFacts(subject: Subject, context: Pick<FileContext, 'facts' | 'inputs'>): RecordFacts {
  const { texts, provenance } = subject;
  const perText = new Set(texts.map((part) => provenanceOf(part, subject, context)));
  const parts = perText.size > 0 ? [...perText] : [provenance];
  const all = (field: ProvenanceField) => new Set(parts.flatMap((part) => evidence(part, field)));
  const readings = [...all('digital_source_type')].map(readOrigin);
  const types = readings.flatMap((reading) => (reading.kind === 'unknown' ? [] : [reading.type]));
  const size = measure(texts.map(({ text }) => text));
  const sources = [...all('source')].map((source) => source.trim());
  const urls = sources.filter((source) => HOST.test(source));
  return {
    ...size,
    origin: oneOrigin(new Set(parts.map(originOf))),
    types: [...new Set(types.map(({ code }) => code))],
    withModelText: types.some(({ code }) => MODEL.has(code)),
    withMachineText: types.some((type) => MODEL.has(type.code) || type.class === 'machine'),
    generators: [...all('generator')].map((generator) => generator.trim()).filter((name) => !UNNAMED.test(name)),
    ...licensesOf(all('license')),
    sources: sources.filter((source) => !HOST.test(source)),
    urls,
    hosts: [...new Set(urls.map((url) => HOST.exec(url)![1]!.toLowerCase()))],
    annotators: [...all('annotations_creator')].map((creator) => creator.trim()),
    created: dateOf(all('created')),
    added: dateOf(all('added')),
  };
}

/** The values of the nearest evidence of a field; a list, or the same path in several turns, states several. */
function evidence(provenance: EffectiveProvenance, field: ProvenanceField): string[] {
  const stated = provenance.chain(field).filter(isEvidence);
  const [nearest] = stated;
  if (!nearest) return [];
  const beside = stated.filter(({ scope, own }) => scope === nearest.scope && own?.path === nearest.own?.path);
  const same = nearest.own ? beside : [nearest];
  return same.flatMap(({ value }) => (typeof value === 'object' ? value : [String(value)]));
}

function originOf(provenance: EffectiveProvenance): Origin {
  const readings = evidence(provenance, 'digital_source_type').map(readOrigin);
  return oneOrigin(new Set(readings.map((reading) => (reading.kind === 'unknown' ? 'none' : reading.type.class))));
}

/** One origin for several parts. With text of a machine among others it is mixed; else, where they differ, not known. */
function oneOrigin(origins: ReadonlySet<Origin>): Origin {
  const [first] = origins;
  if (first === undefined) return 'none';
  if (origins.size === 1) return first;
  return origins.has('machine') || origins.has('mixed') ? 'mixed' : 'unknown';
}

function licensesOf(written: ReadonlySet<string>): Pick<RecordFacts, 'licenses' | 'unreadLicenses'> {
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

function dateOf(written: ReadonlySet<string>): RecordFacts['created'] {
  const [date] = written;
  if (date === undefined) return undefined;
  const reading = readDate(date);
  return 'earliest' in reading ? { earliest: reading.earliest, latest: reading.latest } : 'unread';
}

/** Words are runs of anything but white space; characters are those of Unicode. */
function measure(texts: readonly string[]): { words: number; characters: number } {
  let words = 0;
  let characters = 0;
  for (const text of texts) {
    let inWord = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0xdc00 || code > 0xdfff) characters++;
      const space = code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x3000;
      if (!space && !inWord) words++;
      inWord = !space;
    }
  }
  return { words, characters };
}
