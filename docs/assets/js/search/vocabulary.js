// All words that are written on the site: what forms they have in common, and which are near each other. Pure.
import { fold, stem } from "./text.js";

export class Vocabulary {
  /** The number of each stem. @type {Map<string, number>} */
  numbers = new Map();
  /** All words as they are written, folded: in order, when it is settled. @type {string[]} */
  written = [];
  /** The same words backwards, in order. @type {string[]} */
  backwards = [];
  /** The same words by their length. @type {string[][]} */
  #byLength = [];
  /** The number of the stem of each word as it is spelt. @type {Map<string, number>} */
  #spelt = new Map();
  /** @type {Set<string>} */
  #words = new Set();

  /**
   * Return the number of a word's stem; a word that has not been seen is added.
   * @param {string} spelt as it stands in a text
   */
  number(spelt) {
    const known = this.#spelt.get(spelt);
    if (known !== undefined) return known;
    const word = fold(spelt);
    const root = stem(word);
    const number = this.numbers.get(root) ?? this.numbers.size;
    this.numbers.set(root, number);
    this.#spelt.set(spelt, number);
    this.#words.add(word);
    return number;
  }

  /** Put the words in order, when all are added. */
  settle() {
    this.written = [...this.#words].sort();
    this.backwards = this.written.map(reversed).sort();
    for (const word of this.written) (this.#byLength[word.length] ??= []).push(word);
  }

  /** Words that begin so. @param {string} start @param {number} most */
  beginning(start, most) {
    return slice(this.written, start, most);
  }

  /** Words that end so. @param {string} end @param {number} most */
  ending(end, most) {
    return slice(this.backwards, reversed(end), most).map(reversed);
  }

  /**
   * Return words that a slip of the fingers or two can have made this one of, the nearest first.
   * @param {string} word
   * @returns {{word: string, off: number}[]}
   */
  near(word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    /** @type {{word: string, off: number}[]} */
    const found = [];
    for (let length = word.length - most; most && length <= word.length + most; length += 1) {
      for (const other of this.#byLength[length] ?? []) {
        if (other[0] !== word[0] && other[1] !== word[1] && other[0] !== word[1]) continue;
        const off = distance(word, other, most);
        if (off <= most) found.push({ word: other, off });
      }
    }
    return found.sort((a, b) => a.off - b.off);
  }
}

/** @param {string} word */
const reversed = (word) => [...word].reverse().join("");

/**
 * @param {string[]} sorted
 * @param {string} start
 * @param {number} most
 */
function slice(sorted, start, most) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let at = low; at < sorted.length && found.length < most && sorted[at].startsWith(start); at += 1) found.push(sorted[at]);
  return found;
}

/**
 * How many letters must be put in, taken out, changed or swapped with the next to make one word of the other; `most + 1`
 * where it is more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(changed, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2] + 1);
      row.push(best);
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length], most + 1);
}
