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
    const score = consistency(fieldCounts(head, delimiter));
    if (score > bestScore * 1.0001) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of rows with the commonest field count, weighted by there being several fields at all. */
function consistency(counts: number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, rows] of tally) {
    if (count > 1) score = Math.max(score, (rows / counts.length) * (1 + Math.log2(Math.min(count, 16)) / 8));
  }
  return score;
}

/** Fields in each of the first rows, quotes respected; the last row may be cut short by the end of the head. */
function fieldCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  let rowStart = 0;
  for (let i = 0; i < head.length && counts.length < 100; i++) {
    const char = head[i];
    if (quoted) {
      if (char === '"') quoted = false;
    } else if (char === '"' && (fieldStart || head[i - 1] === '"')) quoted = true;
    else if (char === delimiter) fields++;
    else if (char === '\n' || char === '\r') {
      if (i > rowStart) counts.push(fields);
      fields = 1;
      rowStart = i + 1;
    }
    fieldStart = char === delimiter || char === '\n' || char === '\r';
  }
  if (counts.length === 0 || (rowStart < head.length && counts.length < 2)) counts.push(fields);
  return counts;
}

/**
 * Whether the first row names the columns: names are short, and most are no numbers. A first row in which a third of
 * the cells are sentences is data.
 */
export function looksLikeHeader(first: string[], others: string[][]): boolean {
  const named = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (named.length === 0) return false;
  const prose = named.filter(isProse).length;
  if (others.length > 0 && prose * 3 >= named.length) return false;
  return named.filter(isNumber).length <= named.length / 2;
}

function isNumber(cell: string): boolean {
  return cell !== '' && cell.length < 40 && Number.isFinite(Number(cell));
}

/** A sentence rather than a name. */
function isProse(cell: string): boolean {
  return cell.length > 60 && cell.split(' ').length > 8 && /[.?!]/.test(cell);
}
