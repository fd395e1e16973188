/** What a row of the model says of each field: its text, or null where nothing stands between two delimiters. */
export type ModelRow = (string | null)[];

/**
 * RFC 4180, a character at a time, with the habits of the readers in use: a quote inside an unquoted field is text, text
 * after a closing quote is left out, lines without anything are no rows.
 */
export function modelRows(text: string, delimiter: string): ModelRow[] {
  const rows: ModelRow[] = [];
  let row: ModelRow = [];
  let field = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let wasQuoted = false;
  let lineStart = 0;
  const endField = () => {
    row.push(field === '' && !wasQuoted ? null : field);
    field = '';
    wasQuoted = false;
    state = 'start';
  };
  const endRow = (end: number) => {
    endField();
    const line = text.slice(lineStart, end);
    if (line.trim() !== '' || line.includes(delimiter)) rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (state === 'quoted') {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[i++];
      else state = 'closed';
    } else if (char === '"' && state === 'start') {
      state = 'quoted';
      wasQuoted = true;
    } else if (char === delimiter) endField();
    else if (char === '\n' || char === '\r') {
      endRow(i);
      if (char === '\r' && text[i + 1] === '\n') i++;
      lineStart = i + 1;
    } else if (state !== 'closed') {
      state = 'plain';
      field += char;
    }
  }
  endRow(text.length);
  return rows;
}
