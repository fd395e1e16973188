import { Composer, type Document, Lexer, Parser } from 'yaml';

/**
 * Reads one YAML document. Its depth is known before anything recurses over it: where the stack ends in the middle of
 * compiling a regular expression, the engine aborts the process, and there is no exception to catch.
 *
 * @returns undefined when more than `maxDepth` collections stand inside one another
 */
export function parseYaml(content: string, maxDepth: number): Document.Parsed | undefined {
  const parser = new Parser();
  const tokens = [];
  for (const lexeme of new Lexer().lex(content)) {
    tokens.push(...parser.next(lexeme));
    // The stack holds the document, the collections that are open, and the scalar being read.
    if (parser.stack.length > maxDepth + 2) return undefined;
  }
  tokens.push(...parser.end());
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const [document] = composer.compose(tokens, true, content.length);
  return document;
}
