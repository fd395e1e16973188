/**
 * The weights of the lexical model and their file format.
 *
 * `model.bin`, little endian: four bytes `DHLM`; u8 version; u8 bits; u16 unused; u32 date (20261123 for 23 November
 * 2026); f32 scale; f32 bias; u32 count; then for each of `count` weights that are not zero, by rising slot, the distance
 * from the slot before (base 128, low digits first, high bit = more follows), and last their values, one i8 each.
 */

/** Weights ready to score with. Slots are the top `bits` bits of a feature's hash. */
export interface LexicalModel {
  /** One weight a slot, in units of `scale`. */
  readonly weights: Int8Array;
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

/** Reads `model.bin`. Throws a `RangeError` on bytes that are not a model of this version. */
export function decodeModel(bytes: Uint8Array): LexicalModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC || view.getUint8(4) !== VERSION) {
    throw new RangeError('not a lexical model of this version');
  }
  const bits = view.getUint8(5);
  const day = String(view.getUint32(8, true));
  const count = view.getUint32(20, true);
  const weights = new Int8Array(1 << bits);
  const values = bytes.length - count;
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
    weights[slot] = bytes[values + i]!;
  }
  if (at !== values || slot >= weights.length) throw new RangeError('the lexical model is damaged');
  return {
    weights,
    bits,
    scale: view.getFloat32(12, true),
    bias: view.getFloat32(16, true),
    date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
  };
}

/** Writes `model.bin`. */
export function encodeModel(model: LexicalModel): Uint8Array {
  const places: number[] = [];
  const values: number[] = [];
  let last = -1;
  model.weights.forEach((weight, slot) => {
    if (weight === 0) return;
    let distance = slot - last;
    last = slot;
    for (; distance > 127; distance >>>= 7) places.push((distance & 127) | 128);
    places.push(distance);
    values.push(weight & 255);
  });
  const bytes = new Uint8Array(HEADER + places.length + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  view.setUint8(5, model.bits);
  view.setUint32(8, Number(model.date.replaceAll('-', '')), true);
  view.setFloat32(12, model.scale, true);
  view.setFloat32(16, model.bias, true);
  view.setUint32(20, values.length, true);
  bytes.set(places, HEADER);
  bytes.set(values, HEADER + places.length);
  return bytes;
}
