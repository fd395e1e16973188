import type { Path } from '../records/path';
import type { ObjectValue } from '../records/value';
import type { Shape } from '../shapes/shape';
import { type Assertion, assertionsOf, carriedKeys } from './assertion';

/** What the object that holds a text, a turn or one of several completions, says of it. */
export function turnAssertions(holder: ObjectValue, path: Path, shape: Shape): readonly Assertion[] {
  return assertionsOf(carriedKeys(holder, turnShape(path, shape)), turnShape(path, shape)).map((assertion) => ({
    ...assertion,
    scope: 'turn',
  }));
}

const turnShapes = new WeakMap<Shape, Map<Path, Shape>>();

/** The shape seen from one of its turns: of its provenance fields only those of the turn. */
function turnShape(path: Path, shape: Shape): Shape {
  const byPath = turnShapes.get(shape) ?? new Map<Path, Shape>();
  turnShapes.set(shape, byPath);
  const known = byPath.get(path);
  if (known) return known;
  const prefix = path.slice(0, path.lastIndexOf('[].') + '[].'.length);
  const provenance = shape.provenance
    .filter((field) => field.path.startsWith(prefix))
    .map((field) => ({ ...field, path: field.path.slice(prefix.length) }));
  const seen = { ...shape, provenance };
  byPath.set(path, seen);
  return seen;
}
