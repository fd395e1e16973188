import type { Facts } from './facts';
import { ofRecords, plural, whole } from './figures';

/** Names listed in a declaration; a longer list is no list for people. */
export const MOST_LISTED = 100;

/** Names that a declaration can list. */
export interface Listable {
  /** The most frequent first. */
  names: readonly string[];
  /** The only name there is is that of every record, so that it may stand alone. */
  everyRecord: boolean;
  /** Why nothing is listed. */
  refused?: string;
}

/**
 * The sources of records, to be listed in a declaration.
 *
 * @param complete every record could be read
 */
export function sourcesOf(facts: Facts, complete: boolean): Listable {
  const { sources, urls, distinctSources, sourcesBeyond, sourced, records } = facts;
  if (distinctSources > MOST_LISTED || sourcesBeyond > 0) {
    const many = sourcesBeyond > 0 ? 'more sources than are kept apart' : plural(distinctSources, 'source');
    return { names: [], everyRecord: false, refused: `the records name ${many}, too many to list` };
  }
  const names = [...sources.top(), ...urls.top()].map(([name]) => name);
  return { names, everyRecord: complete && sourced === records && names.length === 1 };
}

/**
 * Names to add to a list. A lone name is read as that of every record: where it is not, it is left out.
 *
 * @param present whether a name is listed already
 * @param listed names listed already, those and others
 */
export function namesToAdd(of: Listable, present: (name: string) => boolean, listed: number): Listable {
  const names = of.names.filter((name) => !present(name));
  const lone = names.length === 1 && listed === 0 && !of.everyRecord;
  if (!lone) return { ...of, names };
  return {
    ...of,
    names: [],
    refused: `${names[0]} is that of some records only; alone it would be read as that of all`,
  };
}

/** Licences that the records state and a document does not, the most frequent first, with their records. */
export function otherLicenses({ licenses }: Facts, isKnown: (expression: string) => boolean): string | undefined {
  const other = licenses.top().filter(([license]) => !isKnown(license));
  if (other.length === 0) return undefined;
  return `${other
    .slice(0, 5)
    .map(([license, records]) => `${license} (${whole(records)})`)
    .join(', ')}${other.length > 5 ? ', …' : ''}`;
}

/** The one licence of every record; undefined where there is none such. */
export function licenseOfAll(
  { licenses, unreadLicenses, licensed, records }: Facts,
  complete: boolean,
): string | undefined {
  const read = unreadLicenses.distinct === 0 && unreadLicenses.beyond === 0;
  return complete && read && licensed === records ? licenses.only : undefined;
}

/** What the records state of licences, for a person who is to choose one. */
export function licensesStated(facts: Facts): string {
  const rows = [...facts.licenses.top(), ...facts.unreadLicenses.top()];
  if (rows.length === 0) return 'no record states one';
  const listed = rows.slice(0, 5).map(([license, records]) => `${license} in ${ofRecords(records, facts)}`);
  return `the records do not all state one and the same: ${listed.join(', ')}${rows.length > 5 ? ', …' : ''}`;
}

/** Page of a licence on the SPDX License List; undefined for an expression of several, or one of other terms. */
export function licensePage(expression: string): string | undefined {
  return /^[A-Za-z0-9.-]+$/.test(expression) && !/^(?:LicenseRef-|NONE$)/.test(expression)
    ? `https://spdx.org/licenses/${expression}`
    : undefined;
}
