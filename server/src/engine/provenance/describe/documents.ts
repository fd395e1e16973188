import { describeAiAct } from './aiAct';
import { describeCard } from './card';
import { describeCroissant, isCroissant } from './croissant';
import { describeDatapackage } from './datapackage';
import type { Description } from './description';
import { describeDps } from './dps';
import type { DatasetSummary } from './summary';

/** A kind of document that a dataset can be described in. */
export interface DocumentKind {
  /** Names that it has in the folder of the dataset; the first is written where there is none. */
  names: readonly string[];
  /** Whether a file of one of the names is of this kind; absent where the name says it. */
  isOne?: (text: string) => boolean;
  /**
   * @param before the document, without byte order mark; empty where there is none
   * @throws UnreadableDocument when the document cannot be edited
   */
  describe(before: string, summary: DatasetSummary): Description;
}

/** The kinds by the word that asks for them. */
export const DOCUMENT_KINDS = {
  card: { names: ['README.md'], describe: describeCard },
  croissant: {
    names: ['croissant.json', 'croissant.jsonld', 'metadata.json'],
    isOne: isCroissant,
    describe: describeCroissant,
  },
  datapackage: { names: ['datapackage.json'], describe: describeDatapackage },
  dps: { names: ['data-provenance.json'], describe: describeDps },
  'ai-act': { names: ['training-content-summary.md'], describe: describeAiAct },
} as const satisfies Record<string, DocumentKind>;

export type DocumentWord = keyof typeof DOCUMENT_KINDS;
