/** The package ships no types. It throws an `Error` when the text is no SPDX licence expression. */
declare module 'spdx-expression-parse' {
  export type SpdxExpression =
    | { license: string; plus?: true; exception?: string }
    | { left: SpdxExpression; conjunction: 'and' | 'or'; right: SpdxExpression };
  export default function parse(source: string): SpdxExpression;
}
