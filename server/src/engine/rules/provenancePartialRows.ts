import type { ProvenanceField } from '../provenance/fields';
import { canonicalKeys } from '../provenance/write';
import { fileRule } from './rule';

interface Data {
  total: number;
  gaps: { field: ProvenanceField; lacking: number }[];
}

/** Rows with the same keys and the same absences, counted together. */
interface Group {
  carried: number;
  reported: number;
  count: number;
  rows: number[];
}

const SHOWN_ROWS = 20;
/** Absences that have a rule of their own: a row it reports is not reported a second time here. */
const REPORTED_ELSEWHERE: readonly ProvenanceField[] = ['digital_source_type', 'source', 'license'];
const bit = (field: ProvenanceField) => 1 << canonicalKeys.indexOf(field);

export const provenancePartialRows = fileRule<Data>({
  id: 'provenance-partial-rows',
  title: 'Some records lack provenance keys that others carry',
  severity: 'warning',
  what: 'One finding for a file in which a canonical provenance key stands in some records and is absent from others. Records whose absence another rule already reports are not counted.',
  why: 'Arrow and Parquet give a column one type: a key that comes and goes is dropped or fails to load. And a gap in the middle of a labelled file is usually a forgotten part.',
  fix: 'None by itself: the fixes of the single records write the whole key set of the file.',
  falsePositives: 'A file joined from several sources may differ on purpose: write the missing keys with null.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "a", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT", "created": "2020-01-01"}}\n{"text": "b", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT"}}\n',
    valid:
      '{"text": "a", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT", "created": "2020-01-01"}}\n{"text": "b", "provenance": {"digital_source_type": "digitalCreation", "source": "x", "license": "MIT", "created": null}}\n',
  },
  references: ['Apache Arrow columnar format', 'Data-Liberation-Front/csvlint.io#182'],
  pass: ({ declared }) => {
    const groups = new Map<number, Group>();
    let total = 0;
    return {
      add: ({ record, provenance, carried: keys }) => {
        if (record.root?.type !== 'object') return;
        total++;
        let carried = 0;
        for (const key of keys) if (!key.native) carried |= bit(key.field);
        let reported = 0;
        if (declared) for (const field of REPORTED_ELSEWHERE) if (!provenance.get(field)) reported |= bit(field);
        const id = carried | (reported << 16);
        const group = groups.get(id) ?? { carried, reported, count: 0, rows: [] };
        groups.set(id, group);
        group.count++;
        if (group.rows.length < SHOWN_ROWS) group.rows.push(record.row);
      },
      finish: () => {
        const gaps: Data['gaps'] = [];
        const rows = new Set<number>();
        for (const field of canonicalKeys) {
          const mask = bit(field);
          const all = [...groups.values()];
          if (!all.some(({ carried }) => carried & mask)) continue;
          // A record without any key is the business of the rules about absence while they speak for it.
          const lacking = all.filter(
            ({ carried, reported }) => !(carried & mask) && !(reported & mask) && (carried || !reported),
          );
          const count = lacking.reduce((sum, group) => sum + group.count, 0);
          if (count === 0) continue;
          gaps.push({ field, lacking: count });
          for (const group of lacking) for (const row of group.rows) rows.add(row);
        }
        if (gaps.length === 0) return [];
        return [{ data: { total, gaps }, rows: [...rows].sort((a, b) => a - b).slice(0, SHOWN_ROWS) }];
      },
    };
  },
  message: ({ total, gaps }) => {
    const list = gaps.map(({ field, lacking }) => `${field} (${lacking} of ${total})`).join(', ');
    return `Some records lack provenance keys that others carry: ${list}.`;
  },
});
