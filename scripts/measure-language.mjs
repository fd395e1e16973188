/**
 * Prints how often `detectLanguage` says "English", per language and per English corpus, for whole documents and for
 * their first 40 words, whole and lower-cased; then what `contentKind` says of the same documents.
 *
 * The corpora lie beside the repository (`DATASET_HYGIENE_SHARED`, default `../shared`). Documents labelled with
 * another language in which "the", "of", "and" and "to" are as frequent as in English are answers in English, and
 * counted apart. `--show` prints the beginnings of the errors.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { root } from './install.mjs';
import { loadTs } from './load.mjs';

const corpora = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), 'detector/dev');
const { detectLanguage } = await loadTs('server/src/engine/synthetic/language.ts');
const { contentKind } = await loadTs('server/src/engine/synthetic/content.ts');
const show = process.argv.includes('--show');

const languages = new Map();
const kinds = new Map();
const time = { language: 0, content: 0 };
let characters = 0;

function timed(key, run) {
  const before = performance.now();
  const answer = run();
  time[key] += performance.now() - before;
  return answer;
}

for (const file of readdirSync(corpora)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()) {
  const lines = createInterface({ input: createReadStream(join(corpora, file)).pipe(createGunzip()) });
  for await (const line of lines) {
    const { text, label, corpus, id, lang } = JSON.parse(line);
    const isOther = file.startsWith('multilingual');
    characters += text.length;
    const { kind } = timed('content', () => contentKind(text));
    const kindKey = `${corpus} ${label}`;
    if (!kinds.has(kindKey)) kinds.set(kindKey, { prose: 0, code: 0, markup: 0, numbers: 0, short: 0 });
    kinds.get(kindKey)[kind]++;
    const start = /^\s*(?:\S+\s+){39}\S+/.exec(text)?.[0];
    const { language } = timed('language', () => detectLanguage(text));
    if (!isOther && start === undefined) continue;
    const particles = text.match(/\b(?:the|of|and|to)\b/gi)?.length ?? 0;
    const isAnswer = isOther && particles > 0.06 * (text.match(/[A-Za-z']+|[\u0250-\ufeff]/g)?.length ?? 0);
    const key = isOther ? (isAnswer ? `${lang} (answers in English)` : lang) : `en ${corpus}`;
    if (!languages.has(key)) {
      languages.set(key, { documents: 0, english: 0, unknown: 0, 'english 40 words': 0, 'english lower case': 0 });
    }
    const tally = languages.get(key);
    tally.documents++;
    if (language === 'en') tally.english++;
    if (language === 'unknown') tally.unknown++;
    if (detectLanguage(start ?? text).language === 'en') tally['english 40 words']++;
    if (detectLanguage(text.toLowerCase()).language === 'en') tally['english lower case']++;
    if (show && (language === 'en') === isOther && !isAnswer) {
      console.log(key, id, JSON.stringify(text.slice(0, 120)));
    }
  }
}

const percent = (part, all) => ((100 * part) / all).toFixed(2);
console.table(
  [...languages].map(([language, tally]) => ({
    language,
    documents: tally.documents,
    'English %': percent(tally.english, tally.documents),
    '40 words %': percent(tally['english 40 words'], tally.documents),
    'lower case %': percent(tally['english lower case'], tally.documents),
    unknown: tally.unknown,
  })),
);
for (const [name, isOf] of [
  ['English', (key) => key.startsWith('en ')],
  ['other languages', (key) => !key.startsWith('en ') && !key.includes('(')],
]) {
  const tallies = [...languages].filter(([key]) => isOf(key)).map(([, tally]) => tally);
  const sum = (field) => tallies.reduce((total, tally) => total + tally[field], 0);
  const all = sum('documents');
  console.log(
    `${name}: ${all} documents, taken for English ${percent(sum('english'), all)} %, ` +
      `by 40 words ${percent(sum('english 40 words'), all)} %`,
  );
}
console.table([...kinds].map(([corpus, counts]) => ({ corpus, ...counts })));
for (const [name, milliseconds] of Object.entries(time)) {
  console.log(`${name}: ${(characters / 1e3 / milliseconds).toFixed(0)} million characters a second`);
}
