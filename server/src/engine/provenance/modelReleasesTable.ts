import { asianReleases } from './modelReleasesAsia';
import { labReleases } from './modelReleasesLabs';
import { openReleases } from './modelReleasesOpen';

/** When a model, or the first of a family, could be used or was announced. */
export interface ModelRelease {
  /** Names it goes by; the first is shown. A variant (`-instruct`, a size, a date) is found under the family's name. */
  names: readonly string[];
  vendor: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the day is not known. */
  date: string;
  /** What was seen when the table was made, by the keys of {@link releaseEvidence}; empty for none. */
  checked: readonly string[];
  /** Page of the vendor where releases are told. */
  citation: string;
  /** How the vendor writes the day of a snapshot into its name in four digits. */
  snapshots: 'mmdd' | 'yymm' | undefined;
}

/** Day on which the table was last gone through. */
export const modelReleasesAsOf = '2026-11-23';

/** What the letters of `checked` mean. */
export const releaseEvidence: Readonly<Record<string, string>> = {
  d: "the vendor's own documentation or change log",
  e: 'eugeneyan/open-llms',
  h: 'stanford-crfm/helm: model_metadata.yaml',
  l: 'a public list of releases',
  m: 'anomalyco/models.dev',
  o: 'yiyuanli939/LLM-Benchmark-Reported-Data: open models with their announcements',
  p: 'other public pages about the family',
  r: 'a public registry of releases that links each announcement',
  w: "Wikipedia's list of large language models",
};

/**
 * Reads blocks of a line `# vendor | mmdd, yymm or - | page` and one line a model: names, date, letters of evidence or -.
 * Where sources differ the earliest date stands, so that a wrong date accuses nobody.
 */
function readReleases(text: string): ModelRelease[] {
  let vendor = '';
  let snapshots: ModelRelease['snapshots'];
  let citation = '';
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) {
        const [name = '', digits, page = ''] = line.slice(2).split(' | ');
        vendor = name;
        snapshots = digits === 'mmdd' || digits === 'yymm' ? digits : undefined;
        citation = page;
        return [];
      }
      const words = line.split(' ');
      const checked = words.pop()!;
      const date = words.pop()!;
      const names = words.join(' ').split(', ');
      return [{ names, vendor, date, checked: checked === '-' ? [] : [...checked], citation, snapshots }];
    });
}

export const modelReleases: readonly ModelRelease[] = [labReleases, openReleases, asianReleases].flatMap(readReleases);
