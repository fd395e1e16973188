/** Inputs longer than this many UTF-16 units are answered but not remembered, so the table's size stays bounded. */
const LONGEST_REMEMBERED = 256;

/**
 * Remembers the answers of a pure function of one string.
 *
 * Provenance values repeat: one licence string may occur in millions of records. The table is emptied when it is full,
 * which costs nothing per call and, for values that repeat, soon holds the common ones again.
 *
 * @param read pure function; its answers are shared between callers and must not be changed by them
 * @param entries most answers kept at one time
 */
export function remember<T>(read: (value: string) => T, entries = 512): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = read(value);
    if (value.length <= LONGEST_REMEMBERED) {
      if (known.size >= entries) known.clear();
      known.set(value, answer);
    }
    return answer;
  };
}
