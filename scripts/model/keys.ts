/** How hashes become places in the shipped table. */

/** Base 2 logarithm of the number of slots: 2^19 entries of two bytes stay in the second cache of most processors. */
export const SLOT_BITS = 19;
/** Bits below the slot that tell features of one slot apart. */
export const FINGERPRINT_BITS = 8;
