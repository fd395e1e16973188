import type { FileContext } from '../context';
import type { Assertion, Place } from '../provenance/assertion';
import { fieldForKey } from '../provenance/fields';
import { type SourceClaim, shippedSources } from '../provenance/knownSources';
import { sourceOfId } from '../provenance/knownSourcesNames';
import type { Span } from '../records/position';
import { member, type ObjectValue } from '../records/value';
import { recordStart } from './missing';
import { generatorQuestion, markFixes, originFixes } from './originFixes';
import { type Related, recordRule, type Subject } from './rule';

interface Data {
  /** The source as the record names it. */
  said: string;
  claim: SourceClaim;
  /** The record is declared human. */
  human: boolean;
}

/** A source that a record names, and where. */
interface NamedSource {
  said: string;
  span?: Span;
  place?: Place;
}

export const sourceDeclaredSynthetic = recordRule<Data>({
  id: 'source-declared-synthetic',
  title: 'Its source says that models wrote it, and the record does not',
  severity: 'warning',
  what: 'A record whose source (`source`, an address, the name that its id begins with, `derived_from`) says of itself that models wrote its texts or a part of them, while the record has no origin, a human one, or `noAssertion`. What sources say is looked up in `sources` of the configuration, then in a [dated, cited table](../sources.md) of widely used datasets. An error where the record is declared human, or where the dataset card denies machine text.',
  why: 'A corpus that promised to hold no text of models shipped thousands of rows of HelpSteer, whose card says that a model wrote every response: nothing carried the statement of the source over to its rows.',
  fix: 'Marks the record as synthetic, with the generators that the source names as suggestions, or as mixed. A person chooses, nothing is preferred and nothing runs on save. The finding itself labels nothing.',
  falsePositives:
    'A web page about a dataset, crawled for itself; a part of a source that people wrote. Mark those records, or declare the source in `sources` of the configuration as what it is to you; that is heard before the table.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"id": "HelpSteer-4", "text": "Put the plant near a window and water it once a week.", "source": "nvidia/HelpSteer", "added": "2025-01-10", "metadata": {"license": "CC-BY-4.0"}}\n',
    valid:
      '{"id": "HelpSteer-4", "text": "Put the plant near a window and water it once a week.", "source": "nvidia/HelpSteer", "added": "2025-01-10", "metadata": {"license": "CC-BY-4.0", "provenance": {"digital_source_type": "compositeSynthetic"}}}\n',
  },
  references: [
    'r-three/common-pile issue 137: rows of nvidia/HelpSteer in a corpus that avoids text of models',
    'Dolma data format: source',
    'Data Provenance Initiative: Model Generated, Derived from Datasets',
  ],
  check: (subject, { inputs }) => {
    const origin = subject.provenance.originClass;
    if (origin === 'machine' || origin === 'mixed') return [];
    const named = firstKnown(namedSources(subject), inputs.sources ?? shippedSources);
    if (!named) return [];
    const { source, claim } = named;
    if (claim.origin !== 'machine' && claim.origin !== 'mixed') return [];
    if (claim.quantifier === 'some' && isLabelled(subject)) return [];
    const human = origin === 'human';
    const contradicted = claim.quantifier === 'every' && (human || inputs.deniesMachineText);
    return [
      {
        ...(source.span ?? recordStart(subject)),
        data: { said: source.said, claim, human },
        ...(contradicted && { severity: 'error' as const }),
        related: relatedTo(source, claim),
      },
    ];
  },
  message: ({ said, claim, human }) => {
    const holds =
      claim.quantifier === 'some'
        ? 'holds some text by models'
        : claim.origin === 'mixed'
          ? 'holds text by models in each record'
          : 'is text by models';
    const where = [claim.citation, claim.date && `as of ${claim.date}`].filter(Boolean).join(', ');
    const evidence = `${claim.evidence}${where && ` (${where})`}`.replace(/\s+/g, ' ');
    return `${JSON.stringify(said.slice(0, 80))} ${holds}: ${evidence}${human ? '; yet this record is declared human' : ''}.`;
  },
  fixes: ({ data: { claim } }, _, context: FileContext) =>
    claim.quantifier === 'some' ? originFixes(context) : markFixes(generatorQuestion(context, claim.generators)),
});

/** The first source of which anything is known decides: what a project says of it ends the search. */
function firstKnown(
  sources: Iterable<NamedSource>,
  lookUp: (source: string) => SourceClaim | undefined,
): { source: NamedSource; claim: SourceClaim } | undefined {
  for (const source of sources) {
    const claim = lookUp(source.said);
    if (claim) return { source, claim };
  }
  return undefined;
}

/** The sources a record names: those in force, other fields of the kind, the name in its id, and what it derives from. */
function* namedSources({ provenance, record: { root } }: Subject): Generator<NamedSource> {
  const sources = provenance.chain('source');
  for (const assertion of sources) if (assertion.scope === sources[0]!.scope) yield* saidBy(assertion);
  if (root?.type !== 'object') return;
  yield* sourceMembers(root);
  for (const bag of ['metadata', 'meta']) {
    const inner = member(root, bag)?.value;
    if (inner?.type === 'object') yield* sourceMembers(inner);
  }
  const id = member(root, 'id')?.value;
  const name = id?.type === 'string' ? sourceOfId(id.text) : undefined;
  if (id && name !== undefined) yield { said: name, span: { start: id.start, end: id.end } };
  const parents = provenance.get('derived_from');
  if (parents) yield* saidBy(parents);
}

function* saidBy({ value, own, place }: Assertion): Generator<NamedSource> {
  const at = { ...(own && { span: { start: own.value.start, end: own.value.end } }), ...(place && { place }) };
  for (const said of typeof value === 'object' ? value : [String(value)]) yield { said, ...at };
}

function* sourceMembers({ members }: ObjectValue): Generator<NamedSource> {
  for (const { key, value } of members.slice(0, MEMBERS)) {
    if (value.type !== 'string' || !namesSource(key)) continue;
    yield { said: value.text, span: { start: value.start, end: value.end } };
  }
}

/** Members of a record that are looked at. */
const MEMBERS = 200;

/** Keys, besides the synonyms of `source`, that hold the id, name or address of a dataset. */
const DATASET_KEYS = new Set(['dataset_id', 'dataset_name', 'dataset_url', 'hf_url', 'upstream']);
const namesSource = (key: string) => fieldForKey(key) === 'source' || DATASET_KEYS.has(key);

/** Whether the record itself says what it is: of a source that is mixed, that is the better knowledge. */
function isLabelled({ provenance }: Subject): boolean {
  const scope = provenance.get('digital_source_type')?.scope;
  return scope === 'turn' || scope === 'record' || scope === 'sidecar';
}

function relatedTo({ place }: NamedSource, claim: SourceClaim): Related[] {
  return [
    ...(place ? [{ message: 'The source is named here', place }] : []),
    ...(claim.place ? [{ message: 'What the source holds is declared here', place: claim.place }] : []),
  ];
}
