import { type DatasetFile, inspectHead, recordsOf } from '../engine/check';
import type { FileInputs } from '../engine/context';
import { type Assertion, carriedKeys, recordAssertions } from '../engine/provenance/assertion';
import { declaresProvenance } from '../engine/provenance/effective';
import type { ProvenanceField } from '../engine/provenance/fields';
import type { CsvDialect } from '../engine/records/csvDialect';
import type { Format } from '../engine/records/format';
import { isFilled } from '../engine/records/path';
import type { Project, Selection } from '../workspace/project';

/** How a file is read, and what declares its provenance. */
export interface Inspection {
  format: string;
  /** Where the records of a JSON file are. */
  wrapper?: string;
  encoding: string;
  bom: boolean;
  dialect?: CsvDialect;
  records: number;
  unreadable: number;
  shape: { id: string; title: string; role: string; share: number; evidence: string; source: string };
  /** Paths of the text fields. */
  text: readonly string[];
  /** Fields that say something of provenance, and in how many records they do. */
  provenance: ProvenanceUse[];
  /** Where the canonical object is written. */
  placement: string;
  /** What declares provenance; empty when nothing does. */
  declared: string[];
  selected: Selection;
}

/** A field that can say something of provenance, and in how many records it does. */
export interface ProvenanceUse {
  path: string;
  field: ProvenanceField;
  records: number;
}

/** Reads a whole file and says what is in it. */
export async function inspectFile(path: string, file: DatasetFile, project: Project): Promise<Inspection> {
  const facts = await inspectHead(file);
  const { encoding, format, dialect, shape, match } = facts;
  const uses = new Map<string, ProvenanceUse>(
    shape.provenance.map(({ path, field }) => [`${path}\0${field}`, { path, field, records: 0 }]),
  );
  let records = 0;
  let unreadable = 0;
  let declaring = 0;
  const declaredFields = new Set<ProvenanceField>();
  for await (const record of recordsOf(file, facts)) {
    const { root } = record;
    if (!root) {
      if (!record.stray) unreadable++;
      continue;
    }
    records++;
    const filled = new Set<string>();
    for (const { path, field, value } of carriedKeys(root, shape)) {
      const key = `${path}\0${field}`;
      if (!uses.has(key)) uses.set(key, { path, field, records: 0 });
      if (isFilled(value)) filled.add(key);
    }
    for (const key of filled) uses.get(key)!.records++;
    const own = recordAssertions(record, shape);
    if (!declaresProvenance(own)) continue;
    declaring++;
    for (const { field } of own) declaredFields.add(field);
  }
  const inputs = project.inputsFor(path);
  return {
    format: format.kind,
    ...(format.kind === 'json' && { wrapper: sayWrapper(format) }),
    encoding: encoding.encoding,
    bom: encoding.bom > 0,
    ...(dialect && { dialect }),
    records,
    unreadable,
    shape: {
      id: shape.id,
      title: shape.title,
      role: shape.role,
      share: match.share,
      evidence: match.evidence,
      source: shape.source,
    },
    text: shape.text,
    provenance: [...uses.values()],
    placement: shape.placement,
    declared: [
      ...(declaring > 0 ? [`${declaring} of ${records} records: ${[...declaredFields].join(', ')}`] : []),
      ...declaredAround(inputs),
    ],
    selected: project.select(path),
  };
}

function sayWrapper({ wrapper }: Format & { kind: 'json' }): string {
  switch (wrapper.kind) {
    case 'array':
      return 'an array of records';
    case 'key':
      return `records under "${wrapper.key}"`;
    case 'map':
      return 'an object of records by id';
    default:
      return 'one record';
  }
}

/** What the files around a dataset declare. */
function declaredAround({ sidecar, inherited, optedIn }: FileInputs): string[] {
  return [
    ...(sidecar ? [`${sidecar.file}, ${sidecar.size} rows`] : []),
    ...inherited.map(sayAssertion),
    ...(optedIn ? ['the configuration names the file as a dataset'] : []),
  ];
}

function sayAssertion({ field, place, scope }: Assertion): string {
  return place ? `${place.file}:${place.range.start.line + 1} (${scope}): ${field}` : `${scope}: ${field}`;
}
