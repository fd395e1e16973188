import type { Format } from '../records/format';
import { isFilled, type Path, select } from '../records/path';
import type { DatasetRecord } from '../records/record';
import type { Value } from '../records/value';
import { catalogue } from './catalogue';
import { bareStrings, genericShape, hasText } from './generic';
import { describe, fits, RecordView } from './match';
import type { NativeField, Placement, Shape } from './shape';
import { findText } from './textPaths';

/** What the records of a file are. */
export interface ShapeMatch {
  shape: Shape;
  /** Share of the sampled records that fit. */
  share: number;
  /** One sentence without its final stop: "100 of 100 sampled records have id, text, source". */
  evidence: string;
}

/** Share of the sample a shape must fit: files have odd records, and are no less of the shape for it. */
const ENOUGH = 0.8;

/**
 * The first shape of the catalogue that fits the sample, or one made up from it. Records that could not be read do not
 * count. The shape returned is settled for this file: the text in its open objects is found, and fields that count by
 * their values only are kept or dropped.
 *
 * @param sample records from the head of the file; a few hundred are plenty
 */
export function detectShape(sample: readonly DatasetRecord[], format: Format): ShapeMatch {
  const roots = sample.flatMap(({ root }) => root ?? []);
  if (roots.length === 0) return unread(format);
  const strings = roots.filter(({ type }) => type === 'string').length;
  if (strings >= roots.length * ENOUGH) {
    return { shape: bareStrings, share: strings / roots.length, evidence: `${outOf(strings, roots)} are bare strings` };
  }
  const views = roots.map((root) => new RecordView(root));
  for (const shape of catalogue) {
    if (!(shape.formats ? shape.formats.includes(format.kind) : format.kind !== 'text')) continue;
    const match = tryShape(shape, views);
    if (match) return { ...match, shape: settle(match.shape, roots, format) };
  }
  return generic(roots, format);
}

function tryShape(shape: Shape, views: readonly RecordView[]): ShapeMatch | undefined {
  const needed = Math.ceil(views.length * ENOUGH);
  const counts = shape.signatures.map(() => 0);
  let fitting = 0;
  for (const [index, view] of views.entries()) {
    const which = shape.signatures.findIndex((signature) => fits(view, signature));
    if (which >= 0) {
      counts[which]!++;
      fitting++;
    } else if (fitting + views.length - index - 1 < needed) return undefined;
  }
  const commonest = shape.signatures[counts.indexOf(Math.max(...counts))]!;
  const evidence = `${outOf(fitting, views)} have ${describe(commonest)}`;
  return { shape, share: fitting / views.length, evidence };
}

function settle(shape: Shape, roots: readonly Value[], format: Format): Shape {
  const provenance = shape.provenance.filter((field) => counts(field, roots));
  const placement = settlePlacement(shape.placement, roots, format);
  if (!shape.open) return { ...shape, provenance, placement };
  const lone = format.kind === 'json' && format.wrapper.kind === 'single';
  const text = [...new Set([...shape.text, ...shape.open.flatMap((path) => findText(roots, path, lone))])];
  // An open shape without text is a list of images or sounds and what was said of them.
  return { ...shape, provenance, placement, text, role: hasText(roots, text) ? shape.role : 'annotations' };
}

/** Where the object can be written in these records: not into a string, nor over what has the name already. */
function settlePlacement(placement: Placement, roots: readonly Value[], format: Format): Placement {
  if (placement === 'none' || format.kind === 'csv') return placement === 'none' ? 'none' : 'provenance';
  const isObject = (path: Path) =>
    roots.every((root) => select(root, path).every(({ value }) => value.type === 'object' || value.type === 'null'));
  const bag = placement.slice(0, Math.max(0, placement.lastIndexOf('.')));
  if (bag && isObject(bag) && isObject(placement)) return placement;
  return isObject('provenance') ? 'provenance' : 'none';
}

function counts({ path, values, allListed }: NativeField, roots: readonly Value[]): boolean {
  if (!allListed) return true;
  const seen = roots.flatMap((root) => select(root, path).filter(({ value }) => isFilled(value)));
  return seen.length > 0 && seen.every(({ value }) => Object.hasOwn(values!, jsonText(value)));
}

const jsonText = (value: Value) =>
  value.type === 'string' ? value.text : 'value' in value ? String(value.value) : value.type;

function generic(roots: readonly Value[], format: Format): ShapeMatch {
  const made = genericShape(roots, format);
  const shape = settle(made, roots, format);
  const withText = roots.filter((root) => hasText([root], shape.text)).length;
  const evidence =
    shape.text.length > 0
      ? `${outOf(withText, roots)} fit no known convention and have text at ${list(shape.text)}`
      : `${outOf(roots.length, roots)} fit no known convention and have no text`;
  return { shape, share: shape.text.length > 0 ? withText / roots.length : 1, evidence };
}

/** A file without a record that could be read. */
function unread(format: Format): ShapeMatch {
  const nothing = { signatures: [], text: [], provenance: [], placement: 'none', source: '' } as const;
  switch (format.kind) {
    case 'pointer':
      return {
        shape: { ...nothing, id: 'pointer', title: `${format.to} pointer`, role: 'other' },
        share: 1,
        evidence: `A ${format.to} pointer stands in the place of the data`,
      };
    case 'unsupported':
      return {
        shape: { ...nothing, id: 'unsupported', title: 'Not read', role: 'other' },
        share: 0,
        evidence: `The file is ${format.what}, which is not read`,
      };
    default:
      return {
        shape: { ...nothing, id: 'empty', title: 'No records', role: 'other' },
        share: 0,
        evidence: 'No record could be read',
      };
  }
}

const outOf = (some: number, all: { length: number }) => `${some} of ${all.length} sampled records`;

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 6).join(', ');
  return paths.length > 6 ? `${shown}, …` : shown;
}
