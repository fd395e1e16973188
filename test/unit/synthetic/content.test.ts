import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentKind, leastWords } from '../../../server/src/engine/synthetic/content';

const letter =
  'Dear Anna, the parcel came on Tuesday (thank you!) and the jars were whole, all 12 of them. We opened the plum first; ' +
  'it is better than last year, when the wasps got in. Paul says the boat can go back in the water by June if the paint ' +
  'dries, so come then, and bring the long rope, the one from the shed.';

const prose: Record<string, string> = {
  letter,
  'forum post': `> On Monday you wrote:\n> ${letter}\n\nI agree; see http://example.org/boats/a_b?c=1&d=2 for the rest of it.`,
  'numbered advice': Array.from(
    { length: 8 },
    (_, n) => `${n + 1}. Dry the brush well and keep it away from the stove.`,
  ).join('\n'),
  'tutorial with a little code': `${letter}\n\n${letter}\n\n    x = read(1)\n    print(x)\n\n${letter}`,
  'markdown with links': `${letter} See [the list](http://example.org/list_of_boats) and **do** write. ${letter}`,
  'Brief auf Deutsch': 'Liebe Anna, das Paket kam am Dienstag, und die Gläser waren alle heil. '.repeat(5),
  Chinese: '狗躺在门前，等孩子们晚上带着水回家，因为那天很热，而且井里的水已经干了好几个星期。'.repeat(4),
};

for (const [name, text] of Object.entries(prose)) {
  test(`prose: ${name}`, () => assert.equal(contentKind(text).kind, 'prose'));
}

const python = `import os
from pathlib import Path

def collect(folder, suffix):
    """Names of the files in a folder."""
    names = []
    for entry in os.listdir(folder):
        if entry.endswith(suffix):
            names.append(Path(folder) / entry)
    return sorted(names)

class Reader:
    def __init__(self, path):
        self.path = path
        self.rows = []

    def read(self):
        with open(self.path) as handle:
            self.rows = handle.read().split('\\n')
        return self.rows
`;
const typescript = `export function collect(folder: string, suffix: string): string[] {
  const names: string[] = [];
  for (const entry of readdirSync(folder)) {
    if (entry.endsWith(suffix)) names.push(join(folder, entry));
  }
  return names.sort((left, right) => left.localeCompare(right));
}
`;

test('code, bare or fenced under a sentence', () => {
  assert.equal(contentKind(python).kind, 'code');
  assert.equal(contentKind(typescript.repeat(3)).kind, 'code');
  assert.equal(contentKind(`Here is how to do it:\n\n\`\`\`python\n${python}\`\`\`\n`).kind, 'code');
  assert.equal(contentKind(`${letter}\n\n${letter}\n\n${letter}\n\n\`\`\`\n${typescript}\`\`\`\n`).kind, 'prose');
});

test('markup: page source and tables', () => {
  const page = '<div class="row"><a href="/one">First page</a> <span id="two">and second</span></div>\n'.repeat(12);
  const table = `| ferry | leaves | berth |\n|---|---|---|\n${'| Northern Star | at noon | east quay |\n'.repeat(12)}`;
  assert.equal(contentKind(page).kind, 'markup');
  assert.equal(contentKind(table).kind, 'markup');
});

test('numbers, with or without words', () => {
  const rows = Array.from({ length: 60 }, (_, n) => `Station ${n * 37} ${n * 113} ${n * 7919} ${n * 104729}`).join(
    '\n',
  );
  assert.equal(contentKind(rows).kind, 'numbers');
  assert.equal(contentKind('12 443 9911 20 3321 '.repeat(30)).kind, 'numbers');
});

test('short: under forty words of letters', () => {
  const words = 'a quiet road by the river '.repeat(20).split(' ');
  assert.deepEqual(contentKind(words.slice(0, leastWords - 1).join(' ')), { kind: 'short', words: leastWords - 1 });
  assert.deepEqual(contentKind(words.slice(0, leastWords).join(' ')), { kind: 'prose', words: leastWords });
  assert.deepEqual(contentKind(''), { kind: 'short', words: 0 });
  assert.deepEqual(contentKind('1, 2 — 3'), { kind: 'short', words: 0 });
  assert.equal(contentKind('今天天气很好').words, 3);
});

test('long texts are sampled and their words estimated', () => {
  const long = `${letter} `.repeat(200);
  const exact = long.trim().split(/\s+/).length;
  const { kind, words } = contentKind(long);
  assert.equal(kind, 'prose');
  assert.ok(Math.abs(words - exact) < 0.1 * exact, `${words} of ${exact}`);
});

test('time does not grow with hostile texts', () => {
  for (const unit of [
    'word ',
    ' ',
    'a',
    'a b ',
    '<',
    '<a',
    '|',
    '\t',
    '](',
    '{',
    'def a',
    'a.b(',
    '\\a',
    '今',
    '\ud800',
    '\n',
  ]) {
    const text = unit.repeat(1 << 20);
    assert.ok(contentKind(text).kind, unit);
  }
});
