// Checks every real dataset file of the samples with the command line, in one run, and compares the record counts with
// those of independent parsers: JSON.parse, line by line or whole, and for CSV the counts of the samples' manifest.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const shared = process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared');
const samples = join(shared, 'samples');
if (!existsSync(samples)) {
  console.error(`There is no ${samples}; set DATASET_HYGIENE_SHARED.`);
  process.exit(2);
}
const files = readdirSync(samples, { recursive: true })
  .map((name) => join(samples, String(name)))
  .filter((path) => statSync(path).isFile() && !/MANIFEST\.tsv$|\.gitattributes$/.test(path))
  .sort();

const started = process.hrtime.bigint();
const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'json', ...files], {
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const lines = run.stdout
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const summaries = new Map(lines.filter((line) => 'records' in line).map((line) => [line.file, line]));
const findings = lines.filter((line) => 'rule' in line);

const manifest = new Map();
for (const line of readFileSync(join(samples, 'MANIFEST.tsv'), 'utf8').split('\n').slice(1)) {
  const [path, group, shape, , , , count, , oddities] = line.split('\t');
  if (path) manifest.set(path, { group, shape, count: count ? Number(count) : undefined, oddities });
}

const compared = { 'JSON.parse': [0, 0], manifest: [0, 0] };
const differences = [];
for (const path of files) {
  const name = path.slice(samples.length + 1).replaceAll('\\', '/');
  const summary = summaries.get(path);
  if (!summary) continue;
  const parsed = parse(path, summary);
  const by = parsed === undefined ? 'manifest' : 'JSON.parse';
  const wanted = parsed ?? (summary.format === 'csv' ? manifest.get(name)?.count : undefined);
  if (wanted === undefined) continue;
  const equal = summary.records === wanted || summary.records + summary.unreadable === wanted;
  compared[by][equal ? 0 : 1]++;
  if (!equal)
    differences.push(`  ${name}: ${summary.records} records, ${by} ${wanted} (${manifest.get(name)?.oddities ?? ''})`);
}

console.log(`${files.length} files, ${summaries.size} summaries, ${findings.length} findings`);
console.log(
  `exit code ${run.status}, ${seconds.toFixed(1)} s${run.stderr ? `, on standard error: ${run.stderr.slice(0, 400)}` : ''}`,
);
for (const [by, [equal, different]] of Object.entries(compared)) {
  console.log(`record counts equal to ${by}: ${equal} of ${equal + different}`);
}
if (differences.length > 0) console.log(`different:\n${differences.join('\n')}`);
const tally = new Map();
for (const { rule } of findings) tally.set(rule, (tally.get(rule) ?? 0) + 1);
for (const [rule, count] of [...tally].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(7)}  ${rule}`);
process.exit(run.status === 1 && summaries.size === files.length ? 0 : 1);

/** Records as JSON.parse sees them; undefined where the file is no JSON, or not valid. */
function parse(path, { format }) {
  if (format !== 'jsonl' && format !== 'json') return undefined;
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  if (format === 'jsonl') {
    let count = 0;
    for (const line of text.split(/\r\n|\n|\r/)) {
      if (line.trim() === '') continue;
      try {
        JSON.parse(line);
        count++;
      } catch {
        // A line that JSON.parse refuses is not counted; ours may read NaN, or count it as unreadable.
        return undefined;
      }
    }
    return count;
  }
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}
