/** How a CSV file separates its fields, and its header row. */
export interface CsvDialect {
  delimiter: ',' | '\t' | ';' | '|';
  /** Column names; `null` where the file starts with data, and the columns are named by number. */
  header: string[] | null;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * The delimiter that splits the first rows into the most consistent number of fields. A delimiter that never occurs
 * cannot win over one that does; comma (tab for `.tsv`) wins a tie.
 */
export function sniffDelimiter(head: string, preferred: CsvDialect['delimiter']): CsvDialect['delimiter'] {
  let best = preferred;
  let bestScore = 0;
  for (const delimiter of [preferred, ...DELIMITERS.filter((other) => other !== preferred)]) {
    const score = consistency(splitRows(head, delimiter));
    if (score > bestScore * 1.0001) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** A row as one delimiter splits it. */
interface Row {
  fields: number;
  /** A quote stands inside an unquoted field: more likely the delimiter is another one. */
  stray: boolean;
}

/** Share of rows with the commonest field count, weighted by there being several fields at all. */
function consistency(rows: Row[]): number {
  const tally = new Map<number, number>();
  for (const { fields, stray } of rows) tally.set(fields, (tally.get(fields) ?? 0) + (stray ? 0.9 : 1));
  let score = 0;
  for (const [fields, weight] of tally) {
    if (fields > 1) score = Math.max(score, (weight / rows.length) * (1 + Math.log2(Math.min(fields, 16)) / 8));
  }
  return score;
}

/** The first rows, quotes respected; the last one may be cut short by the end of the head. */
function splitRows(head: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let row: Row = { fields: 1, stray: false };
  let quoted = false;
  let fieldStart = true;
  let rowStart = 0;
  for (let i = 0; i < head.length && rows.length < 100; i++) {
    const char = head[i];
    if (quoted) {
      if (char === '"') quoted = false;
    } else if (char === '"') {
      quoted = fieldStart || head[i - 1] === '"';
      if (!quoted) row.stray = true;
    } else if (char === delimiter) row.fields++;
    else if (char === '\n' || char === '\r') {
      if (i > rowStart) rows.push(row);
      row = { fields: 1, stray: false };
      rowStart = i + 1;
    }
    fieldStart = char === delimiter || char === '\n' || char === '\r';
  }
  if (rows.length === 0 || (rowStart < head.length && rows.length < 2)) rows.push(row);
  return rows;
}

/**
 * Whether the first row names the columns: names are short, and most are no numbers. A first row with a sentence where
 * the rows after it have sentences too is data, and so is one in which a third of the cells are sentences.
 */
export function looksLikeHeader(first: string[], others: string[][]): boolean {
  const named = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (named.length === 0) return false;
  if (others.length > 0) {
    if (named.filter(isProse).length * 3 >= named.length) return false;
    const alike = (column: number) => others.filter((row) => isProse(row[column] ?? '')).length * 2 >= others.length;
    if (first.some((cell, column) => isProse(cell) && alike(column))) return false;
  }
  return named.filter(isNumber).length <= named.length / 2;
}

function isNumber(cell: string): boolean {
  return cell !== '' && cell.length < 40 && Number.isFinite(Number(cell));
}

/** A sentence rather than a name. */
function isProse(cell: string): boolean {
  return cell.length > 60 && cell.split(' ').length > 8 && /[.?!]/.test(cell);
}
