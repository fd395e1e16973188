/** Words of a key and its value in a slot. */
const KEY_WORDS = 4;
const SLOT_WORDS = KEY_WORDS + 1;
/** Share of the slots in use at which the table is made larger. */
const FULL = 0.7;

/** A map from digests to numbers for millions of entries: 20 bytes a slot, without an object for any of them. */
export class DigestIndex {
  size = 0;
  private slots = new Uint32Array(1024 * SLOT_WORDS);

  /** @param digest of which the first 128 bits are the key */
  get(digest: Buffer): number | undefined {
    const value = this.slots[this.find(keyOf(digest)) + KEY_WORDS]!;
    return value === 0 ? undefined : value - 1;
  }

  /** @param value below 2³² − 1 */
  set(digest: Buffer, value: number): void {
    if ((this.size + 1) * SLOT_WORDS > this.slots.length * FULL) this.grow();
    this.put(keyOf(digest), value + 1);
  }

  private put(key: Uint32Array, stored: number): void {
    const at = this.find(key);
    if (this.slots[at + KEY_WORDS] === 0) {
      this.slots.set(key, at);
      this.size++;
    }
    this.slots[at + KEY_WORDS] = stored;
  }

  /** The slot of a key, or the free one where it belongs. */
  private find(key: Uint32Array): number {
    const count = this.slots.length / SLOT_WORDS;
    for (let slot = key[0]! % count; ; slot = (slot + 1) % count) {
      const at = slot * SLOT_WORDS;
      if (this.slots[at + KEY_WORDS] === 0) return at;
      if (key.every((word, index) => this.slots[at + index] === word)) return at;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    this.size = 0;
    for (let at = 0; at < before.length; at += SLOT_WORDS) {
      if (before[at + KEY_WORDS] !== 0) this.put(before.subarray(at, at + KEY_WORDS), before[at + KEY_WORDS]!);
    }
  }
}

function keyOf(digest: Buffer): Uint32Array {
  return Uint32Array.from({ length: KEY_WORDS }, (_, index) => digest.readUInt32LE(index * 4));
}
