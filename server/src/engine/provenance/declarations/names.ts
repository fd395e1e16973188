/** Longest document that is read, in bytes; a description of data is small, and larger files are data. */
export const MAX_DECLARATION_BYTES = 8 * 1024 * 1024;

const NAMES =
  /^(?:readme\.md|(?:croissant|metadata|datapackage|dataset_?metadata|data[-_]?provenance|provenance|dps|bom|sbom)(?:[-_.][\w.-]*)?\.json(?:ld)?|[\w.-]+\.(?:croissant|cdx|spdx|dps|dpi)\.json(?:ld)?)$/i;

/** Globs of the same names, for watching. */
export const DECLARATION_GLOBS: readonly string[] = [
  '**/README.md',
  '**/*{croissant,metadata,datapackage,provenance,dps,bom,cdx,spdx,dpi}*.{json,jsonld}',
];

/** Whether a file may declare the provenance of the data beside it, by its name; its content then tells. */
export function mayDeclare(name: string): boolean {
  return NAMES.test(name);
}
