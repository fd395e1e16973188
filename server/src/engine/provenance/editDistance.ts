/**
 * Edits that turn `a` into `b`: insertion, deletion, substitution, or a swap of two neighbouring characters (optimal
 * string alignment). Work is bounded by the product of the lengths; callers cap their input.
 *
 * @param limit largest distance of interest, in edits
 * @returns the distance in edits, or `undefined` when it is above `limit`
 */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    // A swap can reach back two rows, but never below the best of the row between, so this cut is safe.
    if (best > limit) return undefined;
    beforeLast = last;
    last = current;
  }
  const distance = last[b.length]!;
  return distance <= limit ? distance : undefined;
}
