/** Reads the labelled corpora that lie beside the repository (`DATASET_HYGIENE_SHARED`, by default `../shared`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One labelled text. */
export interface LabelledText {
  readonly text: string;
  readonly machine: boolean;
  readonly corpus: string;
  /** Register: essay, abstract, news … */
  readonly domain: string;
  readonly generator: string;
  readonly vendor: string;
  /** Prompt, topic or source document. */
  readonly group: string;
}

/** Folder of the labelled corpora, or `undefined` where there is none. */
export function corporaFolder(root: string): string | undefined {
  const folder = join(process.env.DATASET_HYGIENE_SHARED ?? join(root, '../shared'), 'detector/dev');
  return existsSync(folder) ? folder : undefined;
}

/** English texts of all corpora, in the order of the files. */
export function readEnglish(folder: string): LabelledText[] {
  return ['first', 'second'].flatMap((name) =>
    parseTexts(gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString('utf8')),
  );
}

/** English texts of JSON Lines with `text`, `label`, `corpus` …; rows without `lang` count as English. */
export function parseTexts(lines: string): LabelledText[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ lang }) => (lang ?? 'en') === 'en')
    .map(({ text, label, corpus, domain, generator, vendor, group }) => ({
      text,
      machine: label === 'machine',
      corpus: corpus ?? '',
      domain: domain ?? '',
      generator: label === 'machine' ? (generator ?? 'unknown') : '',
      vendor: vendor ?? '',
      group: `${corpus}/${group}`,
    }));
}

/** Offsets of the whitespace-separated words of a text: `[start, end, start, end, …]`. */
export function wordOffsets(text: string): Int32Array {
  const offsets: number[] = [];
  for (const match of text.matchAll(/\S+/g)) offsets.push(match.index, match.index + match[0].length);
  return Int32Array.from(offsets);
}
