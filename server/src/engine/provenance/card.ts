import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { findFrontMatter } from '../records/frontMatter';
import { defaultLimits } from '../records/limits';
import { advance } from '../records/position';
import { parseYaml } from '../records/yaml';
import type { AssertedValue, Assertion } from './assertion';
import type { ProvenanceField } from './fields';
import { readLicense } from './license';

/** What a Hugging Face dataset card (the YAML block of README.md) says that matters to the files beside it. */
export interface Card {
  assertions: readonly Assertion[];
  /** Globs of `configs[].data_files`, relative to the card; undefined when it names no files. */
  dataFiles: readonly string[] | undefined;
  tags: readonly string[];
}

/** Keys that a dataset card has and the front matter of an ordinary page has not. */
const CARD_KEYS = [
  'license',
  'configs',
  'dataset_info',
  'language_creators',
  'annotations_creators',
  'source_datasets',
  'size_categories',
  'task_categories',
  'task_ids',
  'pretty_name',
];

const HUMAN = new Set(['crowdsourced', 'expert-generated']);

/**
 * Reads a card. Only universal statements become assertions: a list with exactly one creator says it of all records,
 * while `tags: synthetic` says that some are. `found` and `other` tell how text was obtained, not who wrote it.
 *
 * @param file name to show as the place of the assertions
 * @returns undefined when the text has no YAML block, or one that is no dataset card
 */
export function parseCard(text: string, file: string): Card | undefined {
  const block = findFrontMatter(text);
  if (block?.language !== 'yaml') return undefined;
  const map: unknown = parseYaml(text.slice(block.start, block.end), defaultLimits.depth)?.contents;
  if (!isMap(map) || !CARD_KEYS.some((key) => map.has(key))) return undefined;
  const lineOf = (offset: number) => advance({ line: 0, column: 0 }, text, block.start + offset).line;
  const reader = new CardReader(map as YAMLMap, file, lineOf);
  return reader.read();
}

class CardReader {
  private readonly assertions: Assertion[] = [];

  constructor(
    private readonly map: YAMLMap,
    private readonly file: string,
    private readonly lineOf: (offset: number) => number,
  ) {}

  read(): Card {
    const language = this.only('language_creators');
    if (language === 'machine-generated')
      this.say('digital_source_type', 'language_creators', 'trainedAlgorithmicMedia');
    else if (language && HUMAN.has(language)) this.say('digital_source_type', 'language_creators', 'digitalCreation');
    const labels = this.only('annotations_creators');
    if (labels) this.say('annotations_creator', 'annotations_creators', labels);
    const license = this.license();
    if (license) this.say('license', 'license', license);
    const source = this.only('source_datasets')?.replace(/^extended\|/, '');
    if (source && source !== 'original' && source !== 'extended') this.say('source', 'source_datasets', source);
    return { assertions: this.assertions, dataFiles: this.dataFiles(), tags: this.strings('tags') };
  }

  private license(): string | undefined {
    const said = this.only('license');
    if (!said) return undefined;
    const name = this.only('license_name');
    if (said === 'other' && name) return `LicenseRef-${name.replace(/[^\w.-]/g, '-')}`;
    const reading = readLicense(said);
    if (reading.kind === 'spdx' || reading.kind === 'alias') return reading.expression;
    return reading.kind === 'not-stated' ? undefined : said;
  }

  private strings(key: string): string[] {
    const value = this.map.get(key, true) as unknown;
    const items = isSeq(value) ? value.items : [value];
    return items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []));
  }

  /** The value of a key that has exactly one. */
  private only(key: string): string | undefined {
    const values = this.strings(key);
    return values.length === 1 ? values[0] : undefined;
  }

  private say(field: ProvenanceField, key: string, value: AssertedValue): void {
    const pair = this.map.items.find((item) => isScalar(item.key) && item.key.value === key);
    const offset = (isScalar(pair?.key) && pair.key.range?.[0]) || 0;
    this.assertions.push({ field, value, scope: 'card', place: { file: this.file, line: this.lineOf(offset) } });
  }

  private dataFiles(): string[] | undefined {
    const configs = this.map.get('configs', true) as unknown;
    if (!isSeq(configs)) return undefined;
    const globs: string[] = [];
    for (const config of configs.items) {
      if (!isMap(config)) continue;
      const dir = config.get('data_dir');
      const files = config.get('data_files', true) as unknown;
      // The files of a configuration with a folder of its own are named from there.
      const folder = typeof dir === 'string' ? `${dir.replace(/^\.\//, '').replace(/\/$/, '')}/` : '';
      if (folder && files === undefined) globs.push(`${folder}**`);
      for (const entry of isSeq(files) ? files.items : [files]) {
        const path = isMap(entry) ? (entry.get('path', true) as unknown) : entry;
        for (const glob of isSeq(path) ? path.items : [path]) {
          if (isScalar(glob) && typeof glob.value === 'string') globs.push(folder + glob.value);
        }
      }
    }
    return globs.length > 0 ? globs : undefined;
  }
}
