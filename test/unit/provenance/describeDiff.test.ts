import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/engine/fix';
import { unifiedDiff } from '../../../server/src/engine/provenance/describe/unifiedDiff';
import type { Edit } from '../../../server/src/engine/provenance/write';

/** Lines without their ends; whether the last one has one. */
function linesOf(text: string): { lines: string[]; ended: boolean } {
  const lines = text.split('\n');
  const ended = lines[lines.length - 1] === '';
  if (ended) lines.pop();
  return { lines, ended };
}

/** Applies a unified diff, checking every line and every count it states. */
function patch(before: string, diff: readonly string[]): string {
  if (diff.length === 0) return before;
  const { lines, ended } = linesOf(before);
  const after: string[] = [];
  let at = 0;
  let endsAfter = ended;
  let [left, grown] = [0, 0];
  for (const [index, line] of diff.entries()) {
    if (index < 2) continue;
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line);
    if (hunk) {
      assert.deepEqual([left, grown], [0, 0]);
      const [start, removed, to, added] = hunk.slice(1).map(Number) as [number, number, number, number];
      const from = removed === 0 ? start : start - 1;
      while (at < from) after.push(lines[at++]!);
      assert.equal(added === 0 ? to : to - 1, after.length);
      [left, grown] = [removed, added];
    } else if (line.startsWith('\\')) {
      const sign = diff[index - 1]![0];
      if (sign !== '-') endsAfter = false;
      else endsAfter = true;
    } else {
      if (line[0] !== '+') {
        assert.equal(lines[at++], line.slice(1));
        left--;
      }
      if (line[0] !== '-') {
        after.push(line.slice(1));
        grown--;
      }
      assert.match(line, /^[ +-]/);
    }
  }
  assert.deepEqual([left, grown], [0, 0]);
  const tail = lines.slice(at);
  const all = [...after, ...tail];
  return all.join('\n') + (all.length > 0 && endsAfter ? '\n' : '');
}

test('a diff shows changes with what is around them', () => {
  const before = `${Array.from({ length: 12 }, (_, n) => `line ${n}`).join('\n')}\n`;
  const at = before.indexOf('line 5');
  assert.deepEqual(unifiedDiff('README.md', before, [{ start: at, end: at + 6, newText: 'five\nand' }]), [
    '--- README.md',
    '+++ README.md',
    '@@ -3,7 +3,8 @@',
    ' line 2',
    ' line 3',
    ' line 4',
    '-line 5',
    '+five',
    '+and',
    ' line 6',
    ' line 7',
    ' line 8',
  ]);
  assert.deepEqual(unifiedDiff('x', before, []), []);
  assert.deepEqual(unifiedDiff('x', before, [{ start: 0, end: 6, newText: 'line 0' }]), []);
});

test('any edits: the diff of a text leads to the text after them', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '\n', 'c d'), { maxLength: 40 }).map((parts) => parts.join(''));
  const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.constantFrom('', 'x', 'x\n', '\ny\n', 'a')), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(text, cuts, (before, wanted) => {
      const edits: Edit[] = [];
      let from = 0;
      for (const [skip, length, newText] of wanted) {
        const start = from + (skip % 12);
        const end = start + length;
        if (end > before.length) break;
        edits.push({ start, end, newText });
        from = end;
      }
      assert.equal(patch(before, unifiedDiff('x', before, edits)), applyEdits(before, edits));
    }),
    { numRuns: 2000 },
  );
});
