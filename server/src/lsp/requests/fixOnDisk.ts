import type { FileParams, FixOnDiskResult } from '../../protocol';
import { bulkFix } from '../../workspace/bulk/bulkFix';
import { describeError } from '../../workspace/describeError';
import { readText } from '../../workspace/readText';
import type { Session } from '../session';

/** `datasetHygiene/fixOnDisk`: the safe fixes, made in the bytes of a file that an editor would rewrite throughout. */
export async function fixOnDisk(session: Session, { uri }: FileParams): Promise<FixOnDiskResult> {
  const path = session.pathOf(uri);
  if (!path) return { changed: 0, refused: 'The document is not on disk.' };
  if (isUnsaved(session, uri, path)) return { changed: 0, refused: 'The document has changes that are not saved.' };
  try {
    const { files, changed } = await bulkFix(session.project, [{ path, named: false }], {});
    const failed = files[0]?.failed;
    return failed === undefined ? { changed } : { changed: 0, refused: `Nothing was changed: ${failed}.` };
  } catch (error) {
    return { changed: 0, refused: `Nothing was changed: ${describeError(error)}.` };
  }
}

/** Editors bring line ends to one kind when they open a file: those do not count. */
function isUnsaved({ documents }: Session, uri: string, path: string): boolean {
  const document = documents.get(uri);
  if (!document) return false;
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  return plain(document.getText()) !== plain(readText(path) ?? '');
}
