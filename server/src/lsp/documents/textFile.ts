import type { DatasetFile } from '../../engine/check';

/** Thrown out of a check whose document changed or was closed. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** UTF-16 units of the text that are handed over at a time. */
const SLICE_UNITS = 256 * 1024;

/**
 * The text of a document as the engine reads files. Between slices everything else gets its turn, so that edits arrive
 * while a large document is checked; `isCancelled` then ends the check.
 */
export function textFile(name: string, text: string, isCancelled: () => boolean): DatasetFile {
  return { name, bytes: () => slices(withoutMark(text), isCancelled) };
}

/** Units of a byte order mark that the client left in the text: the engine counts columns without it. */
export function markLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function withoutMark(text: string): string {
  return text.slice(markLength(text));
}

async function* slices(text: string, isCancelled: () => boolean): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; ) {
    if (isCancelled()) throw new Cancelled();
    const end = sliceEnd(text, at);
    yield Buffer.from(text.slice(at, end));
    at = end;
    await turn();
  }
}

/** A surrogate pair is not torn apart. */
function sliceEnd(text: string, at: number): number {
  const end = Math.min(at + SLICE_UNITS, text.length);
  const torn = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return torn ? end - 1 : end;
}

/** Lets waiting messages be handled. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
