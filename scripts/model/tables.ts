/** Figures as Markdown tables: for the model card, and as they are for a terminal. */
import type { LengthCalibration, RegisterAlarms } from '../../server/src/engine/synthetic/lexical/bands';
import type { Count, Report, Row } from './figures';
import { wilson } from './metrics';

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** `0.40 % (0.20–0.80), n 1000`: a share with its 95 % Wilson interval; a dash for a share of nothing. */
export function share([hits, of]: Count): string {
  if (of === 0) return '–';
  const [low, high] = wilson(hits, of);
  return `${percent(hits / of)} % (${percent(low)}–${percent(high)}), n ${of}`;
}

function percent(value: number): string {
  return (value * 100).toFixed(value < 0.0995 ? 2 : 1);
}

const SEPARATION = ['AUROC', 'TPR at 5 %', '1 %', '0.5 %', '0.1 %'];

function separation({ auroc, recall }: Row): string[] {
  const rates = recall.length > 0 ? recall.map((one) => one.toFixed(3)) : ['–', '–', '–', '–'];
  return [auroc === null ? '–' : auroc.toFixed(4), ...rates];
}

/** How well human and machine texts are told apart. */
export function separationTable(rows: readonly Row[]): string {
  return table(
    ['', ...SEPARATION, 'human / machine'],
    rows.map((row) => [row.name, ...separation(row), `${row.human} / ${row.machine}`]),
  );
}

/** What the bands accuse falsely and what they find. */
export function bandTable(rows: readonly Row[]): string {
  return table(
    ['', 'false alarms of likely', 'found by likely', 'false alarms of possible', 'found by possible'],
    rows.map(({ name, likely, possible }) => [
      name,
      ...[likely.human, likely.machine, possible.human, possible.machine].map(share),
    ]),
  );
}

/** Groups of texts: separation at the thresholds of all human texts, and what `likely` does. */
export function groupTable(name: string, rows: readonly Row[]): string {
  return table(
    [name, 'AUROC within', 'TPR at 1 %', '0.1 %', 'false alarms of likely', 'found by likely'],
    rows.map((row) => {
      const [auroc, , one, , tenth] = separation(row);
      return [row.name, auroc!, one!, tenth!, share(row.likely.human), share(row.likely.machine)];
    }),
  );
}

/** Thresholds and the false alarms they gave. */
export function calibrationTable(buckets: readonly LengthCalibration[]): string {
  const count = ({ alarms, texts }: RegisterAlarms) => share([alarms, texts]);
  return table(
    ['words', 'band', 'above', 'false alarms over all', 'in the worst register'],
    buckets.flatMap(({ words, ...bands }) =>
      (['likely', 'possible'] as const).map((band) => {
        const { threshold, alarms } = bands[band];
        const [all, worst] = alarms as [RegisterAlarms, RegisterAlarms?];
        return [
          String(words),
          band,
          threshold.toFixed(2),
          count(all),
          worst ? `${worst.register} ${count(worst)}` : '–',
        ];
      }),
    ),
  );
}

/** Everything about one set of texts. */
export function reportTables(report: Report): string {
  return [
    'First 150 words:',
    separationTable([report.pooled]),
    'The bands, whole texts:',
    bandTable([report.pooled]),
    'By length, the same texts of at least 300 words:',
    separationTable(report.lengths),
    bandTable(report.lengths),
    groupTable('corpus', report.corpora),
    groupTable('register', report.registers),
    groupTable('generator', report.generators),
  ].join('\n\n');
}
