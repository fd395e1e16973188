import fc from 'fast-check';

const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\t ', '\r');

const literalPiece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => JSON.stringify(text).slice(1, -1)),
  fc.constantFrom('\\u0041', '\\ud83d\\ude00', '\\ud800', '\\/', '\\b', '\\"', '\\\\', '\u2028', '\u007f', 'é', '😀'),
);

/** A JSON string as it may be written: raw characters, and escapes of every kind. */
export const stringLiteral = fc.array(literalPiece, { maxLength: 6 }).map((pieces) => `"${pieces.join('')}"`);

const number = fc.oneof(
  fc.constantFrom('0', '-0', '1e5', '-1.5E-3', '123456789012345678901234567890', '1e999', '0.0'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
);

// Few names, so that some are repeated.
const key = fc.oneof(fc.constantFrom('"a"', '"b"', '"__proto__"', '"\\u0061"', '""'), stringLiteral);

/** JSON documents as text: any layout, any escapes, repeated keys. */
export const { document: jsonText, object: jsonObject } = fc.letrec<{ document: string; object: string }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(stringLiteral, number, fc.constantFrom('true', 'false', 'null')),
    fc
      .tuple(fc.array(fc.tuple(space, tie('document'), space), { maxLength: 4 }), space)
      .map(([items, inner]) => `[${items.map((item) => item.join('')).join(',') || inner}]`),
    tie('object'),
  ),
  object: fc
    .tuple(fc.array(fc.tuple(space, key, space, space, tie('document'), space), { maxLength: 4 }), space)
    .map(([members, inner]) => {
      const written = members.map(([before, name, gap, lead, value, after]) =>
        [before, name, gap, ':', lead, value, after].join(''),
      );
      return `{${written.join(',') || inner}}`;
    }),
}));

export { space as jsonSpace };
