import parse from 'spdx-expression-parse';
import deprecatedIds from 'spdx-license-ids/deprecated.json';
import currentIds from 'spdx-license-ids/index.json';

/** Every identifier of the SPDX License List, deprecated ones included: they stay valid in expressions. */
export const spdxIds: readonly string[] = [...currentIds, ...deprecatedIds];

const byLowerCase = new Map(spdxIds.map((id) => [id.toLowerCase(), id]));

/** Identifier of the SPDX License List in the list's own case; SPDX compares identifiers without case. */
export function spdxId(text: string): string | undefined {
  return byLowerCase.get(text.toLowerCase());
}

const REFERENCE = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const OPERATOR = /^(?:and|or|with)$/i;

/** The word in SPDX's own case; `undefined` when it can be no part of an expression. */
function canonicalWord(word: string, afterWith: boolean): string | undefined {
  if (OPERATOR.test(word)) return word.toUpperCase();
  // Exceptions are left to the parser, which knows their list.
  if (afterWith || REFERENCE.test(word)) return word;
  return spdxId(word);
}

/**
 * The text as a valid SPDX licence expression, with identifiers and operators in the list's own case and all else as
 * written; equal to the text when that is valid as it stands. `NONE` and `NOASSERTION` count as expressions.
 *
 * @param text no longer than a licence field can be: the parser's work grows with the square of the length
 * @returns `undefined` when the text is no expression in any case
 */
export function spdxExpression(text: string): string | undefined {
  if (text === 'NONE' || text.toUpperCase() === 'NOASSERTION') return text.toUpperCase();
  // Checked here because the parser skips characters it does not know inside an identifier.
  const token = / *(?:[()+]|[A-Za-z0-9.:-]+)/y;
  let expression = '';
  let afterWith = false;
  while (token.lastIndex < text.length) {
    const written: string | undefined = token.exec(text)?.[0];
    if (written === undefined) return undefined;
    const word = written.trimStart();
    const canonical: string | undefined = /^[()+]$/.test(word) ? word : canonicalWord(word, afterWith);
    if (canonical === undefined) return undefined;
    afterWith = canonical === 'WITH';
    expression += written.slice(0, written.length - word.length) + canonical;
  }
  try {
    parse(expression);
    return expression;
  } catch {
    return undefined;
  }
}
