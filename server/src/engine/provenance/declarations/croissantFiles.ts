import type { ObjectValue } from '../../records/value';
import type { CroissantDocument } from './croissantDocument';

/**
 * Files that a FileObject or FileSet is, as globs relative to the description. A file that is elsewhere on the web is
 * looked for under its name, since descriptions travel with downloads; what is inside an archive, wherever it was unpacked.
 */
export function globsOf(document: CroissantDocument, node: ObjectValue): string[] {
  const includes = document.texts(node, 'cr:includes');
  // In mlcroissant's patterns `*.jpg` is a file in any folder, as it is in our globs.
  if (includes.length > 0) return includes.flatMap(({ text }) => inFolder(text) ?? []);
  const [url] = document.texts(node, 'sc:contentUrl');
  if (!url) return [];
  if (isRemote(url.text)) {
    const [name] = document.texts(node, 'sc:name');
    const file = name && isFileName(name.text) ? name.text : lastSegment(url.text);
    return isFileName(file) ? [literal(file)] : [];
  }
  const path = inFolder(url.text);
  if (path === undefined) return [];
  if (document.members(node, 'cr:containedIn').length > 0) return [`**/${literal(path)}`];
  return [path.includes('/') ? literal(path) : `./${literal(path)}`];
}

/** Every file that the distribution of the dataset names; undefined where it names none. */
export function dataFilesOf(document: CroissantDocument): string[] | undefined {
  const globs = document.related(document.dataset, 'sc:distribution').flatMap((node) => globsOf(document, node));
  return globs.length > 0 ? [...new Set(globs)] : undefined;
}

const isRemote = (url: string) => /^[a-z][a-z0-9+.-]*:/i.test(url);

const isFileName = (name: string) => /^[^/\\]+\.[a-z0-9]{1,8}$/i.test(name) && !isRemote(name);

function lastSegment(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const segment = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path without its leading `./`; undefined where it leaves the folder. */
function inFolder(path: string): string | undefined {
  const local = path.trim().replace(/^(?:\.\/)+/, '');
  return local === '' || local.startsWith('/') || local.split('/').includes('..') ? undefined : local;
}

const literal = (path: string) => path.replace(/[[\]{}()!+@*?\\]/g, '\\$&');
