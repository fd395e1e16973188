import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver/node';
import { csvCell } from '../../engine/records/csv';
import type { CsvDialect } from '../../engine/records/csvDialect';

/** Stands in an edit for the value that the person will type; no dataset has it in a provenance field. */
export const BLANK = '\ue0aa\ue0ab\ue0aa';

/**
 * Turns the blank in an edit into a placeholder that offers the suggestions.
 *
 * @param dialect that of a CSV file; JSON and YAML strings otherwise
 * @returns undefined when the blank is not there, or the edit has several lines: editors indent those once more
 */
export function snippetEdit(
  { range, newText }: TextEdit,
  suggestions: readonly string[],
  dialect: CsvDialect | undefined,
): SnippetTextEdit | undefined {
  const at = newText.indexOf(BLANK);
  if (at < 0 || /[\r\n]/.test(newText)) return undefined;
  const quoted = newText[at - 1] === '"';
  const choices = suggestions.flatMap((suggestion) => inPlace(suggestion, quoted, dialect) ?? []);
  const value = escapeText(newText.slice(0, at)) + placeholder(choices) + escapeText(newText.slice(at + BLANK.length));
  return { range, snippet: { kind: 'snippet', value } };
}

/** A value as it stands in the file, without the quotes around the blank; undefined where it would need some. */
function inPlace(text: string, quoted: boolean, dialect: CsvDialect | undefined): string | undefined {
  if (!dialect) return JSON.stringify(text).slice(1, -1);
  if (quoted) return text.replaceAll('"', '""');
  return csvCell(text, dialect.delimiter, false) === text ? text : undefined;
}

function placeholder(choices: readonly string[]): string {
  // Within choices only these are escaped: VS Code takes a backslash before anything else for itself.
  if (choices.length > 1) return `\${1|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return `\${1:${escapeText(choices[0] ?? '')}}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
