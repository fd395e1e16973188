import { advance } from '../../records/position';
import { isSyntheticTag } from '../declarations/card';
import { HUMAN_CREATORS, readCreator } from '../declarations/cardCreators';
import { type CardEntry, entriesOf } from '../declarations/cardEntries';
import { huggingFaceLicenses } from '../huggingFaceLicenses';
import { readLicense } from '../license';
import { annotationsCreators } from '../vocabulary';
import type { Description, Remark } from './description';
import { ofRecords } from './figures';
import { appendSection, replaceSection } from './markdown';
import { provenanceSection } from './provenanceSection';
import { licenseOfAll, licensesStated, MOST_LISTED, namesToAdd, otherLicenses } from './sources';
import { type DatasetSummary, isComplete } from './summary';
import { FrontMatterEdits } from './yamlEdits';

/** An id of a dataset on Hugging Face, which is what `source_datasets` lists. */
const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/;

/**
 * Describes a dataset in its card, the README.md of Hugging Face.
 *
 * A list with one value says it of every record. So a lone value is written only where it is true of each; where it is
 * true of some, `other` stands for the rest.
 */
export function describeCard(before: string, summary: DatasetSummary): Description {
  const writer = new CardWriter(before, summary);
  writer.languageCreators();
  writer.annotationsCreators();
  writer.license();
  writer.sourceDatasets();
  writer.tags();
  const section = provenanceSection(summary);
  const replaced = replaceSection(before, writer.front.body, section);
  if (replaced === 'damaged') {
    writer.conflict('The markers around the section of Dataset Hygiene are not one pair: it is not written.');
  }
  const own = replaced === 'damaged' ? [] : (replaced ?? appendSection(before, section));
  return { before, edits: [...writer.front.edits, ...own], conflicts: writer.conflicts, missing: writer.missing };
}

class CardWriter {
  readonly front: FrontMatterEdits;
  readonly conflicts: Remark[] = [];
  readonly missing: string[] = [];
  private readonly complete: boolean;

  constructor(
    private readonly source: string,
    private readonly summary: DatasetSummary,
  ) {
    this.front = new FrontMatterEdits(source);
    this.complete = isComplete(summary);
  }

  /** @param entry what the sentence is about, for its line */
  conflict(message: string, entry?: CardEntry): void {
    const line = entry && advance({ line: 0, column: 0 }, this.source, entry.value.start).line;
    this.conflicts.push({ message, ...(line !== undefined && { line }) });
  }

  languageCreators(): void {
    const { total } = this.summary;
    const listed = entriesOf(this.front.root, 'language_creators');
    const machine = listed.find(({ text }) => creator(text) === 'machine-generated');
    const humans = total.count('human');
    if (total.withMachineText > 0) {
      const everyRecord = this.complete && total.count('machine') === total.records;
      if (!machine) this.list('language_creators', listed, ['machine-generated'], everyRecord);
      else if (listed.length === 1 && humans > 0) {
        const said = `${ofRecords(humans, total)} say that a person wrote them`;
        this.conflict(`language_creators says of every record that it is machine-generated, but ${said}.`, machine);
      }
    } else if (machine && this.isAllHuman) {
      this.conflict(
        'language_creators lists machine-generated, but every record says that a person wrote it.',
        machine,
      );
    }
    const named = listed.some(({ text }) => HUMAN_CREATORS.has(creator(text) ?? ''));
    if (humans > 0 && !named) {
      const who = `${ofRecords(humans, total)} say that a person wrote them`;
      this.missing.push(`language_creators: ${who}; whether crowdsourced or expert-generated, they do not say`);
    }
  }

  annotationsCreators(): void {
    const { annotators, annotated, records } = this.summary.total;
    const listed = entriesOf(this.front.root, 'annotations_creators');
    const found = annotators.top().flatMap(([value]) => creator(value, 'annotations_creators') ?? []);
    const present = new Set(listed.map(({ text }) => creator(text, 'annotations_creators')));
    const absent = [...new Set(found)].filter((value) => annotationsCreators.includes(value) && !present.has(value));
    const none = listed.find(({ text }) => creator(text, 'annotations_creators') === 'no-annotation');
    if (none && absent.length > 0) {
      this.conflict(
        `annotations_creators says no-annotation, but records name who made their labels: ${absent.join(', ')}.`,
        none,
      );
      return;
    }
    const everyRecord = this.complete && annotated === records && annotators.only !== undefined;
    this.list('annotations_creators', listed, absent, everyRecord);
  }

  license(): void {
    const { total } = this.summary;
    const listed = entriesOf(this.front.root, 'license');
    const [first] = listed;
    if (first) {
      this.compareLicense(listed, first);
      return;
    }
    if (total.licenses.distinct + total.unreadLicenses.distinct === 0) return;
    const license = licenseOfAll(total, this.complete);
    const id = license && hubIds.get(license);
    if (id) this.problem('license', this.front.set('license', id));
    else if (license) {
      this.missing.push(`license: every record states ${license}, which has no identifier of Hugging Face`);
    } else this.missing.push(`license: ${licensesStated(total)}`);
  }

  private compareLicense(listed: readonly CardEntry[], first: CardEntry): void {
    const means = listed.map(({ text }) => readLicense(text));
    const other = otherLicenses(this.summary.total, (license) =>
      means.some((reading) => {
        if (reading.kind === 'family') return reading.candidates.includes(license);
        return 'expression' in reading && reading.expression === license;
      }),
    );
    // `license: other` names its terms elsewhere; whether the records state those is for a person to say.
    if (other === undefined || listed.some(({ text }) => text === 'other')) return;
    this.conflict(`license says ${listed.map(({ text }) => text).join(', ')}, but records state ${other}.`, first);
  }

  sourceDatasets(): void {
    const { sources, sourced, records, distinctSources, sourcesBeyond } = this.summary.total;
    const listed = entriesOf(this.front.root, 'source_datasets');
    const present = new Set(listed.map(({ text }) => text.replace(/^extended\|(?:other-)?/, '')));
    const ids = sources.top().flatMap(([source]) => (HUB_ID.test(source) ? [source] : []));
    if (ids.length > MOST_LISTED || sources.beyond > 0) {
      this.missing.push(`source_datasets: the records name too many sources to list, ${ids.length} of them by an id`);
      return;
    }
    const everyRecord = this.complete && sourced === records && distinctSources === 1 && sourcesBeyond === 0;
    const { names, refused } = namesToAdd({ names: ids, everyRecord }, (id) => present.has(id), listed.length);
    if (refused) this.missing.push(`source_datasets: ${refused}`);
    this.list('source_datasets', listed, names, true);
  }

  tags(): void {
    const { total } = this.summary;
    const tags = entriesOf(this.front.root, 'tags');
    const synthetic = tags.find(({ text }) => isSyntheticTag(text));
    if (total.withMachineText > 0) {
      if (!synthetic) this.list('tags', tags, ['synthetic'], true);
    } else if (synthetic && this.isAllHuman) {
      this.conflict(
        `The tag ${synthetic.text} says that there is machine text, but every record says that a person wrote it.`,
        synthetic,
      );
    }
  }

  private get isAllHuman(): boolean {
    return this.complete && this.summary.total.count('human') === this.summary.total.records;
  }

  /** Adds values to a list. A lone value that is not true of every record gets `other` beside it. */
  private list(key: string, listed: readonly CardEntry[], values: readonly string[], everyRecord: boolean): void {
    const lone = values.length === 1 && listed.length === 0 && !everyRecord && values[0] !== 'other';
    this.problem(key, this.front.add(key, lone ? [...values, 'other'] : values), values);
  }

  private problem(key: string, why: string | undefined, values: readonly string[] = []): void {
    if (why !== undefined) this.missing.push(`${key}: ${values.length > 0 ? `${values.join(', ')}: ` : ''}${why}`);
  }
}

function creator(text: string, key: 'language_creators' | 'annotations_creators' = 'language_creators') {
  const reading = readCreator(text, key);
  return reading.kind === 'listed' || reading.kind === 'spelling' ? reading.creator : undefined;
}

/** Identifiers of Hugging Face by the SPDX expression that each means exactly. */
const hubIds = new Map([...huggingFaceLicenses].flatMap(([id, expression]) => (expression ? [[expression, id]] : [])));
