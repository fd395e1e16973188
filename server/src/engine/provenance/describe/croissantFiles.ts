import { matchesAny } from '../../glob';
import type { ObjectValue } from '../../records/value';
import { globsOf } from '../declarations/croissantFiles';
import type { CroissantWriter } from './croissant';
import type { Json } from './jsonEdits';
import { mediaType } from './mediaTypes';
import type { DatasetSummary, FileSummary } from './summary';

/** Adds the files that no FileObject and no FileSet covers, and hashes where they are missing. */
export function describeFiles(writer: CroissantWriter, { files }: DatasetSummary): void {
  const { document, dataset } = writer;
  const nodes = distribution(writer);
  const isLive = document
    .values(dataset, 'cr:isLiveDataset')
    .some(({ type, ...rest }) => type === 'boolean' && 'value' in rest && rest.value === true);
  const added: Json[] = [];
  for (const file of files) {
    const node = nodes.find(({ globs }) => matchesAny(file.path, globs))?.node;
    if (!node) added.push(fileObject(writer, file));
    else if (document.isA(node, 'cr:FileObject')) compareHash(writer, node, file, isLive);
  }
  writer.add(dataset, 'sc:distribution', added);
}

/** Nodes of the distribution, and the files that each is. */
export function distribution({ document, dataset }: CroissantWriter): { node: ObjectValue; globs: string[] }[] {
  return document.related(dataset, 'sc:distribution').map((node) => ({ node, globs: globsOf(document, node) }));
}

/** Identifier of a file; white space has no place in one. */
export const idOf = ({ path }: FileSummary): string => path.replace(/\s/g, '%20');

function compareHash(writer: CroissantWriter, node: ObjectValue, file: FileSummary, isLive: boolean): void {
  const { document } = writer;
  const [member] = document.members(node, 'sc:sha256');
  if (!member) {
    // A file that is meant to change has no hash to keep; another hash may be what a person chose.
    if (!isLive && document.members(node, 'cr:md5', 'sc:md5').length === 0) writer.set(node, 'sc:sha256', file.sha256);
    return;
  }
  const said = member.value.type === 'string' ? member.value.text.trim().toLowerCase() : '';
  if (/^[0-9a-f]{64}$/.test(said) && said !== file.sha256) {
    writer.conflict(`sha256 is not that of ${file.path} as it is here: ${file.sha256}.`, member.value);
  }
}

function fileObject(writer: CroissantWriter, file: FileSummary): Json {
  return {
    '@type': writer.curie('cr:FileObject'),
    '@id': idOf(file),
    [writer.term('sc:name')]: file.path.slice(file.path.lastIndexOf('/') + 1),
    [writer.term('sc:contentUrl')]: file.path,
    [writer.term('sc:contentSize')]: `${file.bytes} B`,
    [writer.term('sc:encodingFormat')]: mediaType(file),
    [writer.term('sc:sha256')]: file.sha256,
  };
}
