import type { Facts } from './facts';
import { ORIGIN_ROWS, ofRecords, period, plural, type Row, share, topRows, whole } from './figures';
import { code, type Section, table } from './markdown';
import type { DatasetSummary, FileSummary } from './summary';

/** Values listed in a table of a card. */
const LISTED = 20;

/** The section of a dataset card: who or what made the text, with which models, under which licences, from where, when. */
export function provenanceSection({ files, total }: DatasetSummary): Section {
  const lines = ['## Provenance', '', counted(files, total), '', ...originTable(total)];
  const add = (head: string, rows: readonly Row[]) => {
    if (rows.length > 0) lines.push('', ...valueTable(head, rows, total));
  };
  add('Generator', topRows(total.generators, LISTED));
  add('Licence', [...topRows(total.licenses, LISTED), ...topRows(total.unreadLicenses, LISTED)]);
  add('Source', sourceRows(total, LISTED));
  add('Labels made by', topRows(total.annotators, LISTED));
  const dates = dateLines(total);
  if (dates.length > 0) lines.push('', ...dates);
  return { name: '', lines };
}

function counted(files: readonly FileSummary[], total: Facts): string {
  const unread = files.filter((file) => file.unread !== undefined).length;
  const read = `${plural(files.length - unread, 'file')} with ${plural(total.records, 'record')} and ${plural(total.words, 'word')} of text`;
  const left = [
    ...(total.unreadable > 0 ? [plural(total.unreadable, 'more record')] : []),
    ...(unread > 0 ? [plural(unread, 'more file')] : []),
  ];
  return (
    `Counted in ${read}${left.length > 0 ? `; ${left.join(' and ')} could not be read` : ''}. ` +
    'The figures are what the records, their row sidecars and `dataset-hygiene.json` say. Nothing was judged by its text.'
  );
}

/** Origins by records and words. */
export function originTable(total: Facts): string[] {
  const rows = ORIGIN_ROWS.flatMap(({ label, origins }) => {
    const amounts = origins.flatMap((origin) => total.origins.get(origin) ?? []);
    const records = amounts.reduce((sum, amount) => sum + amount.records, 0);
    const words = amounts.reduce((sum, amount) => sum + amount.words, 0);
    return records === 0 ? [] : [[label, whole(records), share(records, total.records), whole(words)]];
  });
  return table(['Origin of the text', 'Records', 'Share', 'Words'], rows);
}

/** Values by the records that state them. */
export function valueTable(head: string, rows: readonly Row[], total: Facts): string[] {
  return table(
    [head, 'Records', 'Share'],
    rows.map(({ value, label, records }) => [
      value === undefined ? label! : code(value),
      whole(records),
      share(records, total.records),
    ]),
  );
}

/** Sources by name; URLs by their hosts where they are many. */
export function sourceRows(total: Facts, most: number): Row[] {
  const urls = total.urls.beyond === 0 && total.urls.distinct <= most ? total.urls : total.hosts;
  return [...topRows(total.sources, most), ...topRows(urls, most)];
}

function dateLines(total: Facts): string[] {
  const said = [
    ['Text created', total.created],
    ['Added to the dataset', total.added],
  ] as const;
  return said.flatMap(([what, dates]) => {
    const range = period(dates);
    if (range === undefined) return [];
    const unread = dates.unread > 0 ? `; ${plural(dates.unread, 'more date')} could not be read` : '';
    return [`${what}: ${range}, by ${ofRecords(dates.records, total)}${unread}.`];
  });
}
