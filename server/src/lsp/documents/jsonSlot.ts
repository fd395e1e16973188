/** A place in JSON where a key or a value is being typed. */
export type Slot = KeySlot | ValueSlot;

interface SlotBase {
  /** What the answer replaces: the string under the cursor, or nothing. */
  start: number;
  end: number;
  /** Key of the object the place is in; undefined for a record itself. */
  container: string | undefined;
}

export interface KeySlot extends SlotBase {
  kind: 'key';
  /** Keys of the object before this one. */
  keys: readonly string[];
  lacksColon: boolean;
}

export interface ValueSlot extends SlotBase {
  kind: 'value';
  key: string;
}

interface Frame {
  open: '{' | '[';
  /** Key under which this container stands in the object around it. */
  name: string | undefined;
  keys: string[];
  key: string | undefined;
}

/** Deeper than any record: what nests more is not looked at. */
const MAX_DEPTH = 1000;

/**
 * Where the cursor stands in a record that is being typed. Only the text before the cursor is read, so it does not
 * matter that the rest is no JSON yet.
 *
 * @param from start of the record's line, or of the document
 */
export function slotAt(text: string, from: number, cursor: number): Slot | undefined {
  const frames: Frame[] = [];
  let at = from;
  while (at < cursor) {
    const char = text[at]!;
    const frame = frames[frames.length - 1];
    if (char === '"') {
      const { end, closed } = stringAt(text, at);
      if (closed ? cursor < end : cursor <= end) return frame && slot(text, frame, at, replacedEnd(text, cursor, end));
      if (frame?.open === '{' && frame.key === undefined) frame.key = content(text, at, end);
      at = end;
      continue;
    }
    if (char === '{' || char === '[') {
      if (frames.length >= MAX_DEPTH) return undefined;
      frames.push({ open: char, name: frame?.key, keys: [], key: undefined });
    } else if (char === '}' || char === ']') frames.pop();
    else if (char === ',' && frame?.key !== undefined) {
      frame.keys.push(frame.key);
      frame.key = undefined;
    }
    at++;
  }
  const frame = frames[frames.length - 1];
  return frame && isFree(text, from, cursor) ? slot(text, frame, cursor, cursor) : undefined;
}

/** A string that is not closed yet ends, for the reader, at the next quote: only what looks like one word is replaced. */
function replacedEnd(text: string, cursor: number, end: number): number {
  const rest = text.slice(cursor, Math.min(end, cursor + 200));
  return /^[\w.@/+:-]*"$/.test(rest) ? end : cursor;
}

/** Nothing has been typed where a key or a value is due. */
function isFree(text: string, from: number, cursor: number): boolean {
  let at = cursor - 1;
  while (at >= from && /\s/.test(text[at]!)) at--;
  return at >= from && '{,:'.includes(text[at]!);
}

function slot(text: string, frame: Frame, start: number, end: number): Slot | undefined {
  if (frame.open !== '{') return undefined;
  const { name: container, keys, key } = frame;
  if (key !== undefined) return { kind: 'value', start, end, container, key };
  const lacksColon = !/^[ \t]*:/.test(text.slice(end, end + 100));
  return { kind: 'key', start, end, container, keys, lacksColon };
}

/** Past the closing quote; the end of the line where the string is not closed. */
function stringAt(text: string, start: number): { end: number; closed: boolean } {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"') return { end: at + 1, closed: true };
    else if (char === '\n' || char === '\r') return { end: at, closed: false };
  }
  return { end: text.length, closed: false };
}

function content(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('\\') ? unescaped(inner) : inner;
}

function unescaped(inner: string): string {
  try {
    return JSON.parse(`"${inner}"`);
  } catch {
    return inner;
  }
}
