// The index: which words stand in which sections, and which words are near each other. Pure.
import { fold, plain, stem, words } from "./text.js";

/**
 * @typedef {object} Entry a section of a page, or a page's own beginning
 * @property {string} location address from the site's root
 * @property {string} title
 * @property {string} text HTML
 */
/**
 * @typedef {object} Words what the site says of its own words, made when it is built
 * @property {Record<string, string[]>} pages kind and search terms, by address
 * @property {string[][]} asked for each answered question its address, that of the page that says more, and other wordings
 * @property {string} glossary the address of the glossary
 * @property {Record<string, [string[], string[]]>} terms other and former words, by the term's id in the glossary
 * @property {{id: string, names: string[]}[]} statutes
 * @property {Record<string, string[]>} former provisions by the number they had before: «sol 14:1»
 * @property {string} answers the address of the page that leads to all answers
 * @property {[string, string, string][]} topics name and address of the topics' own pages, and what they are about
 * @property {string} contact an e-mail address, or nothing
 */
/**
 * @typedef {object} Doc
 * @property {Entry} entry
 * @property {string} page the address of its page
 * @property {number} head the number of its page's own document
 * @property {number} worth how much a hit in it counts
 */

/**
 * @typedef {object} Same a word of the glossary
 * @property {string[]} written its words, folded
 * @property {string[][]} others the stems of what else it is called
 * @property {string} name as it is written
 * @property {string} now what it is called now, where it is an old word
 */

/** What a word counts in a field. */
const TITLE = 6;
const TERMS = 4;
const TEXT = 1;

/** How much a page of this kind counts against a guide. @type {Record<string, number>} */
const WORTH = { guide: 1, topic: 0.97, kit: 0.9, about: 0.9, door: 0.85, district: 0.8, reference: 0.55, module: 0.5, path: 0.5, case: 0.45, home: 0.3 };

/** How soon a word that is said again says nothing more. */
const ENOUGH = 3.5;

export class Index {
  /** @type {Doc[]} */
  docs = [];
  /** Documents and their weights by stem. @type {Map<string, Map<number, number>>} */
  postings = new Map();
  /** The stems of all words as they are written, in order. @type {string[]} */
  written = [];
  /** The same words backwards, in order. @type {string[]} */
  backwards = [];
  /** How a section's question is asked, by its number. @type {Map<number, string[]>} */
  #asked = new Map();
  /** @type {string[]} */
  #folded = [];
  /** What else words are called, by their stems. @type {Map<string, Same[]>} */
  same = new Map();

  /**
   * @param {Entry[]} entries
   * @param {Words} site
   */
  constructor(entries, site) {
    this.site = site;
    const heads = new Map();
    for (const entry of entries) {
      const [page, anchor] = entry.location.split("#");
      if (!anchor) heads.set(page, this.docs.length);
      const head = heads.get(page) ?? this.docs.length;
      this.docs.push({ entry, page, head, worth: WORTH[site.pages[page]?.[0]] ?? 0.7 });
    }
    const places = new Map(entries.map(({ location }, number) => [location, number]));
    for (const [at, target, ...wordings] of site.asked) {
      const title = this.docs[places.get(at) ?? -1]?.entry.title;
      for (const place of [at, target]) {
        const doc = places.get(place) ?? -1;
        this.#asked.set(doc, [...(this.#asked.get(doc) ?? []), ...wordings, ...(place === target && title ? [title] : [])]);
      }
    }
    /** @type {Map<string, string>} */
    const known = new Map();
    this.docs.forEach((doc, number) => this.#read(doc, number, known));
    this.#synonyms(known);
    this.written = [...known.keys()].sort();
    this.backwards = [...known.keys()].map(reversed).sort();
    this.stems = known;
    /** @type {Map<string, string[]>} */
    this.byShape = new Map();
    for (const word of this.written) {
      const shape = `${word.length}`;
      const list = this.byShape.get(shape);
      if (list) list.push(word);
      else this.byShape.set(shape, [word]);
    }
  }

  /** @type {(doc: Doc, number: number, known: Map<string, string>) => void} */
  #read(doc, number, known) {
    const { entry, page, head } = doc;
    const lead = /(^|#)kort-svar$/.test(entry.location) ? 2 : TEXT;
    /** @type {Map<string, number>} */
    const found = new Map();
    const put = (/** @type {string} */ text, /** @type {number} */ weight) => {
      const all = fold(text).match(/[a-z0-9]+/g) ?? [];
      for (const word of all) {
        let root = known.get(word);
        if (root === undefined) known.set(word, (root = stem(word)));
        found.set(root, (found.get(root) ?? 0) + weight);
      }
      return all.length;
    };
    const share = Math.sqrt((400 + put(entry.text.replace(/<[^>]*>|&#?\w+;/g, " "), lead)) / 200);
    for (const [root, weight] of found) found.set(root, weight / share);
    put(entry.title, TITLE);
    if (number === head) for (const term of (this.site.pages[page] ?? []).slice(1)) put(term, TERMS);
    for (const wording of this.#asked.get(number) ?? []) put(wording, TERMS);
    for (const [root, weight] of found) {
      let list = this.postings.get(root);
      if (!list) this.postings.set(root, (list = new Map()));
      list.set(number, weight / (weight + ENOUGH));
    }
  }

  /** @param {Map<string, string>} known */
  #synonyms(known) {
    const titles = new Map(this.docs.map(({ entry }) => [entry.location, entry.title]));
    for (const [id, [same, former]] of Object.entries(this.site.terms)) {
      const term = (titles.get(`${this.site.glossary}#${id}`) ?? id).replace(/ \(.*\)$/, "");
      const names = [term, ...same, ...former].map((name) => ({ name, written: words(fold(name)).map(({ word }) => word) }));
      const roots = names.map(({ written }) => written.map((word) => known.get(word) ?? stem(word)));
      names.forEach(({ name, written }, place) => {
        const key = roots[place].join(" ");
        if (!key) return;
        for (const word of written) if (!known.has(word)) known.set(word, stem(word));
        const others = roots.filter((other) => other.length && other.join(" ") !== key);
        this.same.set(key, [...(this.same.get(key) ?? []), { name, written, others, now: former.includes(name) ? term : "" }]);
      });
    }
  }

  /** A document's text, folded. @param {number} number */
  folded(number) {
    return (this.#folded[number] ??= fold(plain(this.docs[number].entry.text)));
  }

  /** How rare a stem is. @param {string} root */
  rarity(root) {
    const count = this.postings.get(root)?.size ?? 0;
    return Math.log(1 + (this.docs.length - count + 0.5) / (count + 0.5));
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
   * Words that a slip of the fingers away from this one, the nearest first.
   * @param {string} word
   * @returns {{word: string, off: number}[]}
   */
  near(word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    /** @type {{word: string, off: number}[]} */
    const found = [];
    for (let length = word.length - most; most && length <= word.length + most; length += 1) {
      for (const other of this.byShape.get(`${length}`) ?? []) {
        if (other[0] !== word[0] && other[1] !== word[1] && other[0] !== word[1]) continue;
        const off = distance(word, other, most);
        if (off <= most) found.push({ word: other, off });
      }
    }
    const common = (/** @type {string} */ other) => this.postings.get(stem(other))?.size ?? 0;
    return found.sort((a, b) => a.off - b.off || common(b.word) - common(a.word)).slice(0, 6);
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
 * How many letters must be put in, taken out, changed or swapped with the next to make one word of the other; more than
 * `most` where it is more than that.
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
