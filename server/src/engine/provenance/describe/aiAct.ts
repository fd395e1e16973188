import type { Description, Remark } from './description';
import { day, ofRecords, period, plural, topRows } from './figures';
import { replaceSection, type Section, sectionLines } from './markdown';
import { originTable, valueTable } from './provenanceSection';
import type { DatasetSummary } from './summary';

/** Values listed in a table. */
const LISTED = 50;

/**
 * Sections of the AI Office's template for the public summary of training content (24 July 2025; C(2025) 8311 of 5
 * December 2025), by number and title, and what a dataset can give for each.
 */
const SECTIONS: readonly (readonly [number: string, title: string, figures?: (summary: DatasetSummary) => string[]])[] =
  [
    ['1.1', 'Provider identification'],
    ['1.2', 'Model identification'],
    ['1.3', 'Modalities, overall training data size and other characteristics', sizes],
    ['2.1', 'Publicly available datasets', publicDatasets],
    ['2.2', 'Private non-publicly available datasets obtained from third parties'],
    ['2.3', 'Data crawled and scraped from online sources', crawled],
    ['2.4', 'User data'],
    ['2.5', 'Synthetic data', synthetic],
    ['2.6', 'Other sources of data', otherSources],
    ['3.1', 'Respect of reservation of rights from text and data mining exception or limitation'],
    ['3.2', 'Removal of illegal content'],
    ['3.3', 'Other information (optional)'],
  ];

const CHAPTERS: ReadonlyMap<string, string> = new Map([
  ['1', 'General information'],
  ['2', 'List of data sources'],
  ['3', 'Data processing aspects'],
]);

const DRAFT = [
  '> **Draft.** Figures counted by Dataset Hygiene for the sections of the template that a dataset can say something for. They',
  '> are what the records, their row sidecars and `dataset-hygiene.json` state; nobody checked that it is true. Every answer is',
  '> the provider’s to give. This draft is no summary in the sense of Article 53(1)(d) of Regulation (EU) 2024/1689 and no',
  '> statement of compliance.',
];

/** Drafts the figures for the public summary of training content under the AI Act, or writes them anew. */
export function describeAiAct(before: string, summary: DatasetSummary): Description {
  const sections = SECTIONS.flatMap(([number, , figures]): Section[] =>
    figures ? [{ name: number, lines: figures(summary) }] : [],
  );
  if (before === '') {
    const text = newDraft(sections);
    return { before, edits: [{ start: 0, end: 0, newText: text }], conflicts: [], missing: toWrite() };
  }
  const conflicts: Remark[] = [];
  const edits = sections.flatMap((section) => {
    const replaced = replaceSection(before, 0, section);
    if (replaced && replaced !== 'damaged') return replaced;
    const why = replaced
      ? 'its markers are not one pair'
      : `it has no markers ${sectionLines({ ...section, lines: [] }).join(' ')}`;
    conflicts.push({ message: `The figures of section ${section.name} are not written: ${why}.` });
    return [];
  });
  return { before, edits, conflicts, missing: toWrite() };
}

const toWrite = () => SECTIONS.flatMap(([number, title, figures]) => (figures ? [] : [`${number} ${title}`]));

function newDraft(sections: readonly Section[]): string {
  const lines = ['# Public summary of training content: figures for a draft', '', ...DRAFT];
  let chapter = '';
  for (const [number, title] of SECTIONS) {
    if (number[0] !== chapter) {
      chapter = number[0]!;
      lines.push('', `## ${chapter}. ${CHAPTERS.get(chapter)}`);
    }
    const section = sections.find(({ name }) => name === number);
    lines.push(
      '',
      `### ${number}. ${title}`,
      '',
      ...(section ? sectionLines(section) : ['_For the provider to write._']),
    );
  }
  return `${lines.join('\n')}\n`;
}

function sizes({ files, total }: DatasetSummary): string[] {
  const unreadable = total.unreadable > 0 ? `; ${plural(total.unreadable, 'more record')} could not be read` : '';
  const unread = files.filter((file) => file.unread !== undefined).length;
  const lines = [
    `Text: ${plural(files.length - unread, 'file')}, ${plural(total.records, 'record')}, ${plural(total.words, 'word')}, ${plural(total.characters, 'character')}${unreadable}. Tokens depend on the tokenizer and were not counted.`,
  ];
  if (unread > 0) lines.push('', `Not counted: ${plural(unread, 'file')} in formats that are not read.`);
  const { added, created } = total;
  if (added.records > 0)
    lines.push('', `Latest date of collection: ${day(added.latest)}, by ${ofRecords(added.records, total)}.`);
  const written = period(created);
  if (written) lines.push('', `Text created: ${written}, by ${ofRecords(created.records, total)}.`);
  return lines;
}

function publicDatasets({ total }: DatasetSummary): string[] {
  if (total.sources.distinct + total.sources.beyond === 0) return ['No record names a dataset as its source.'];
  return [
    'Sources by name. Which of them are publicly available datasets, the records do not say.',
    '',
    ...valueTable('Source', topRows(total.sources, LISTED), total),
  ];
}

function crawled({ total }: DatasetSummary): string[] {
  if (total.hosts.distinct + total.hosts.beyond === 0) return ['No record has a URL as its source.'];
  return [
    `Sources that are URLs, by domain name: ${plural(total.hosts.distinct, 'name')}${total.hosts.beyond > 0 ? ' or more' : ''}. Whether they were crawled, and by whom, the records do not say.`,
    '',
    ...valueTable('Domain name', topRows(total.hosts, LISTED), total),
  ];
}

function synthetic({ total }: DatasetSummary): string[] {
  const lines = [
    `Text of AI models, in whole or in part: ${ofRecords(total.withModelText, total)}. Whether the provider generated it or had it generated, the records do not say.`,
  ];
  const byProgram = total.withMachineText - total.withModelText;
  if (byProgram > 0) lines.push('', `Text of programs that are no trained models: ${ofRecords(byProgram, total)}.`);
  lines.push('', ...originTable(total));
  const generators = topRows(total.generators, LISTED);
  if (generators.length > 0) {
    lines.push(
      '',
      'Models that the records name. Which of them are general-purpose models on the market is for the provider to say.',
    );
    lines.push('', ...valueTable('Generator', generators, total));
  }
  if (total.withUnnamedModel > 0)
    lines.push('', `Text of a model with no generator named: ${ofRecords(total.withUnnamedModel, total)}.`);
  return lines;
}

function otherSources({ total }: DatasetSummary): string[] {
  const without = total.records - total.sourced;
  return [`Records that name no source: ${ofRecords(without, total)}.`];
}
