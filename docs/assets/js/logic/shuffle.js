// An order that looks random and is the same for the same seed. Pure.

/**
 * @template T
 * @param {T[]} items
 * @param {string} seed such as a question's id and the day
 * @returns {T[]}
 */
export function shuffle(items, seed) {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + last;
    const other = ((state ^ (state >>> 13)) >>> 0) % (last + 1);
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
