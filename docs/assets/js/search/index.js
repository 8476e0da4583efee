// The index: which words stand in which sections, and which words are near each other. Pure.
import { fold, plain, sentences, stem, words } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

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
 * @property {[string, string][]} topics name and address of the topics' own pages
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

/** @typedef {{text: string, folded: string, stems: string[]}} Sentence each stem once */

/** What a word counts in a field. */
const TITLE = 6;
const TERMS = 4;
const TEXT = 1;
const LEAD = 2;

/** In how many sections a heading is a part of the pages' template. */
const COMMON = 12;

/** How much a page of this kind counts against a guide. @type {Record<string, number>} */
const WORTH = { guide: 1, topic: 0.97, kit: 0.9, about: 0.9, door: 0.85, district: 0.8, reference: 0.55, module: 0.5, path: 0.5, case: 0.45, home: 0.3 };

/** How soon a word that is said again says nothing more. */
const ENOUGH = 3.5;

/** A word as it is spelt. */
const SPELT = /[A-Za-z0-9À-ÖØ-öø-ÿ]+/g;

/** @type {ReadonlyMap<number, number>} */
const NONE = new Map();

export class Index {
  vocabulary = new Vocabulary();
  /** @type {Doc[]} */
  docs = [];
  /** What else words are called, by their stems. @type {Map<string, Same[]>} */
  same = new Map();
  /** Documents and weights by the number of a stem: d, w, d, w … @type {number[][]} */
  #postings = [];
  /** What the stems of the document that is being read weigh. @type {number[]} */
  #weights = [];
  /** The postings of stems that have been asked for. @type {Map<string, Map<number, number>>} */
  #maps = new Map();
  /** How many sections have a heading. @type {Map<string, number>} */
  #titles = new Map();
  /** @type {string[]} */
  #folded = [];
  /** @type {Sentence[][]} */
  #sentences = [];

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
    const asked = this.#asked();
    for (const { title } of entries) this.#titles.set(title, (this.#titles.get(title) ?? 0) + 1);
    this.docs.forEach((doc, number) => this.#read(doc, number, asked.get(number) ?? []));
    this.#synonyms();
    this.vocabulary.settle();
  }

  /** Return how the question that a section answers is asked, by the section's number. */
  #asked() {
    const places = new Map(this.docs.map(({ entry }, number) => [entry.location, number]));
    /** @type {Map<number, string[]>} */
    const asked = new Map();
    for (const [at, target, ...wordings] of this.site.asked) {
      const [own, other] = [places.get(at) ?? -1, places.get(target) ?? -1];
      asked.set(own, wordings);
      asked.set(other, [...(asked.get(other) ?? []), ...wordings, this.docs[own]?.entry.title ?? ""]);
    }
    return asked;
  }

  /** @type {(doc: Doc, number: number, asked: string[]) => void} */
  #read({ entry, page, head }, number, asked) {
    /** @type {number[]} */
    const found = [];
    const weights = this.#weights;
    const put = (/** @type {string} */ text, /** @type {number} */ weight) => {
      const all = text.match(SPELT) ?? [];
      for (const spelt of all) {
        const root = this.vocabulary.number(spelt);
        if (!weights[root]) {
          found.push(root);
          weights[root] = weight;
        } else weights[root] += weight;
      }
      return all.length;
    };
    const lead = /(^|#)kort-svar$/.test(entry.location) ? LEAD : TEXT;
    const share = Math.sqrt((400 + put(entry.text.replace(/<[^>]*>|&#?\w+;/g, " "), lead)) / 200);
    for (const root of found) weights[root] /= share;
    // a heading that every page has says nothing of what stands under it
    if ((this.#titles.get(entry.title) ?? 0) < COMMON) put(entry.title, TITLE);
    if (number === head) for (const term of (this.site.pages[page] ?? []).slice(1)) put(term, TERMS);
    for (const wording of asked) put(wording, TERMS);
    for (const root of found) {
      (this.#postings[root] ??= []).push(number, weights[root] / (weights[root] + ENOUGH));
      weights[root] = 0;
    }
  }

  #synonyms() {
    const titles = new Map(this.docs.map(({ entry }) => [entry.location, entry.title]));
    for (const [id, [same, former]] of Object.entries(this.site.terms)) {
      const term = (titles.get(`${this.site.glossary}#${id}`) ?? id).replace(/ \(.*\)$/, "");
      const names = [term, ...same, ...former].map((name) => ({ name, written: words(fold(name)).map(({ word }) => word) }));
      const roots = names.map(({ written }) => written.map(stem));
      names.forEach(({ name, written }, place) => {
        const key = roots[place].join(" ");
        if (!key) return;
        for (const word of written) this.vocabulary.number(word);
        const others = roots.filter((other) => other.length && other.join(" ") !== key);
        this.same.set(key, [...(this.same.get(key) ?? []), { name, written, others, now: former.includes(name) ? term : "" }]);
      });
    }
  }

  /** Tell whether a stem is in any document. @param {string} root */
  has(root) {
    return this.#postings[this.vocabulary.numbers.get(root) ?? -1] !== undefined;
  }

  /**
   * Return the documents that have a stem, and what it weighs in each, between 0 and 1.
   * @param {string} root
   * @returns {ReadonlyMap<number, number>}
   */
  postings(root) {
    const known = this.#maps.get(root);
    if (known) return known;
    const flat = this.#postings[this.vocabulary.numbers.get(root) ?? -1];
    if (!flat) return NONE;
    /** @type {Map<number, number>} */
    const map = new Map();
    for (let at = 0; at < flat.length; at += 2) map.set(flat[at], flat[at + 1]);
    this.#maps.set(root, map);
    return map;
  }

  /** How rare a stem is. @param {string} root */
  rarity(root) {
    const count = (this.#postings[this.vocabulary.numbers.get(root) ?? -1]?.length ?? 0) / 2;
    return Math.log(1 + (this.docs.length - count + 0.5) / (count + 0.5));
  }

  /** A document's text, folded. @param {number} number */
  folded(number) {
    return (this.#folded[number] ??= fold(plain(this.docs[number].entry.text)));
  }

  /**
   * A document's sentences.
   * @param {number} number
   * @returns {Sentence[]}
   */
  sentences(number) {
    return (this.#sentences[number] ??= sentences(this.docs[number].entry.text).map((text) => {
      const folded = fold(text);
      return { text, folded, stems: [...new Set(words(folded).map(({ word }) => stem(word)))] };
    }));
  }
}
