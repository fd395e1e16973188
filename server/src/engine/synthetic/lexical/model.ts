/**
 * The weights of the lexical model and their file format.
 *
 * `model.bin`, little endian: four bytes `DHLM`; u8 version; u8 bits; u16 unused; u32 date (20261123 for 23 November
 * 2026); f32 scale; f32 bias; u32 count; then for each of `count` weights, by rising slot, the distance from the slot
 * before (base 128, low digits first, high bit = more follows), then their fingerprints, then their values, one byte each.
 */

/** Weights ready to score with. */
export interface LexicalModel {
  /**
   * One entry a slot, 0 for an empty one: low byte the weight in units of `scale`, high byte the fingerprint of the
   * feature it belongs to, so that the many features without a weight do not borrow another's.
   */
  readonly table: Int16Array;
  /** Base 2 logarithm of the number of slots: the top bits of a feature's hash. The fingerprint is the eight below. */
  readonly bits: number;
  readonly scale: number;
  /** Log-odds of a text none of whose features has a weight. */
  readonly bias: number;
  /** Day the weights were trained, `yyyy-mm-dd`: language models newer than this are strangers to it. */
  readonly date: string;
}

const MAGIC = 0x4d4c4844;
const VERSION = 1;
const HEADER = 24;

/** Weight of a feature in units of the scale; 0 for features the model does not know. */
export function weightOf({ table, bits }: LexicalModel, feature: number): number {
  const entry = table[feature >>> (32 - bits)]!;
  return entry >> 8 === (feature << bits) >> 24 ? (entry << 24) >> 24 : 0;
}

/** Reads `model.bin`. Throws a `RangeError` on bytes that are not a model of this version. */
export function decodeModel(bytes: Uint8Array): LexicalModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint8(4) !== VERSION) {
    throw new RangeError('not a lexical model of this version');
  }
  const bits = view.getUint8(5);
  const day = String(view.getUint32(8, true));
  const count = view.getUint32(20, true);
  const table = new Int16Array(1 << bits);
  const values = bytes.length - count;
  const fingerprints = values - count;
  let at = HEADER;
  let slot = -1;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++]!;
    let distance = byte & 127;
    for (let digit = 7; byte > 127; digit += 7) {
      byte = bytes[at++]!;
      distance |= (byte & 127) << digit;
    }
    slot += distance;
    table[slot] = (bytes[fingerprints + i]! << 8) | bytes[values + i]!;
  }
  if (at !== fingerprints || slot >= table.length) throw new RangeError('the lexical model is damaged');
  return {
    table,
    bits,
    scale: view.getFloat32(12, true),
    bias: view.getFloat32(16, true),
    date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  };
}

/** Writes `model.bin`. */
export function encodeModel(model: LexicalModel): Uint8Array {
  const distances: number[] = [];
  const entries: number[] = [];
  let last = -1;
  model.table.forEach((entry, slot) => {
    if (entry === 0) return;
    let distance = slot - last;
    last = slot;
    for (; distance > 127; distance >>>= 7) distances.push((distance & 127) | 128);
    distances.push(distance);
    entries.push(entry);
  });
  const bytes = new Uint8Array(HEADER + distances.length + 2 * entries.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  view.setUint8(5, model.bits);
  view.setUint32(8, Number(model.date.replaceAll('-', '')), true);
  view.setFloat32(12, model.scale, true);
  view.setFloat32(16, model.bias, true);
  view.setUint32(20, entries.length, true);
  bytes.set(distances, HEADER);
  entries.forEach((entry, index) => {
    bytes[HEADER + distances.length + index] = (entry >> 8) & 255;
    bytes[HEADER + distances.length + entries.length + index] = entry & 255;
  });
  return bytes;
}
