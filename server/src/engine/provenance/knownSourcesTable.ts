import { conversationSources } from './knownSourcesConversations';
import { documentSources } from './knownSourcesDocuments';
import { instructionSources } from './knownSourcesInstructions';
import { reasoningSources } from './knownSourcesReasoning';

/** A widely used dataset that says of itself that models wrote its texts, or a part of them. */
export interface KnownSource {
  /** Ids and names it goes by, as they are spelt; the first is shown. */
  names: readonly string[];
  /** Parts of it, as `id#part`, of which this does not hold. */
  except: readonly string[];
  /**
   * `machine`: its texts are by models. `mixed`: each record holds text by a model besides other text. `some`: a part of
   * its records is by models, and the table does not know which.
   */
  kind: SourceKind;
  /** Models that wrote it, where known. */
  generators: readonly string[];
  /** Month in which it was published. */
  since: string;
  /** What was seen when the table was made, by the keys of {@link evidenceKinds}. */
  checked: readonly string[];
  /** Address of what says so. */
  citation: string;
  /** What its authors say, in our words: a phrase without a final stop. */
  says: string;
}

export type SourceKind = 'machine' | 'mixed' | 'some';

/** Day on which the table was last gone through. */
export const knownSourcesAsOf = '2026-11-23';

/** What the words under `checked` mean. */
export const evidenceKinds: Readonly<Record<string, string>> = {
  card: "the dataset's own card or README was read",
  dpi: 'its summary by the Data Provenance Initiative was read',
  issue: 'the discussion of r-three/common-pile#137, which quotes its card, was read',
  list: 'a curated list of datasets that describes it was read',
  public: 'other public files that say so were read',
  known: 'widely documented; the paper or card is cited and was not read again',
};

/**
 * Reads entries of two lines:
 *
 *     names, !id#part that is excepted | kind | generators or - | since | checked | citation
 *       what it says of itself
 *
 * A name with a slash is an id on Hugging Face, one that starts with `github.com/` a repository, any other a bare name
 * or host. As citation `hf` is the card of the first name, `arxiv:…` a paper.
 */
function readEntries(text: string): KnownSource[] {
  const lines = text.trim().split('\n');
  return Array.from({ length: lines.length / 2 }, (_, entry) => {
    const [listed = '', kind, generators = '', since = '', checked = '', citation = ''] =
      lines[entry * 2]!.split(' | ');
    const all = listed.split(', ');
    const names = all.filter((name) => !name.startsWith('!'));
    return {
      names,
      except: all.flatMap((name) => (name.startsWith('!') ? [name.slice(1)] : [])),
      kind: kind as SourceKind,
      generators: generators === '-' ? [] : generators.split(', '),
      since,
      checked: checked.split(' '),
      citation: address(citation, names[0]!),
      says: lines[entry * 2 + 1]!.trim(),
    };
  });
}

function address(citation: string, name: string): string {
  if (citation === 'hf') return `https://huggingface.co/datasets/${name.replace(/#.*/, '')}`;
  return citation.replace(/^arxiv:/, 'https://arxiv.org/abs/');
}

export const knownSources: readonly KnownSource[] = [
  instructionSources,
  reasoningSources,
  conversationSources,
  documentSources,
].flatMap(readEntries);
