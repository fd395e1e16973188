/** The package ships no types. It throws an `Error` when the text is no SPDX licence expression. */
declare module 'spdx-expression-parse' {
  export default function parse(source: string): unknown;
}
