// From what somebody types to the pages that answer it. Pure.
import { fold, inflected, isSmall, stem, words } from "./text.js";

/** @typedef {import("./index.js").Index} Index */
/**
 * @typedef {object} Meaning one way to understand a word: all its stems must be there
 * @property {string[]} roots
 * @property {number} weight
 */
/**
 * @typedef {object} Group what one word of the question may mean
 * @property {Meaning[]} meanings
 * @property {number} counts how much it matters that it is found
 */
/** @typedef {{number: number, score: number}} Hit */
/** @typedef {{page: string, score: number, hits: Hit[]}} Found a page with its best sections first */
/**
 * @typedef {object} Answer
 * @property {Found[]} found
 * @property {Set<string>} roots the stems that were looked for
 * @property {string[]} labels provisions that were asked for, as they are written in running text
 * @property {{was: string, now: string}[]} former old words in the question, and what they are called now
 */

const MOST_WORDS = 16;

/**
 * @param {Index} index
 * @param {string} question as it is typed
 * @returns {Answer}
 */
export function ask(index, question) {
  const { labels, rest } = provisionsIn(index, fold(question).slice(0, 400));
  const tokens = words(rest).map(({ word }) => word).slice(0, MOST_WORDS);
  const { groups, former } = understand(index, tokens);
  const found = labels.length ? resting(index, labels, groups) : rank(index, groups);
  const sought = groups.flatMap(({ meanings }) => meanings.filter(({ weight }) => weight > 0.55));
  return { found, roots: new Set(sought.flatMap(({ roots }) => roots)), labels, former };
}

/**
 * Say what each word may mean: itself, a longer word with it in, two words that are one, the same thing by another name,
 * or the nearest word that exists.
 * @param {Index} index
 * @param {string[]} tokens
 */
export function understand(index, tokens) {
  const roots = tokens.map(stem);
  const has = (/** @type {string} */ root) => index.has(root);
  const { vocabulary } = index;
  /** @type {{was: string, now: string}[]} */
  const former = [];
  /** @type {Group[]} */
  const groups = tokens.map((token, at) => {
    /** @type {Meaning[]} */
    const meanings = [];
    const mean = (/** @type {string[]} */ wanted, /** @type {number} */ weight) => {
      if (wanted.length && wanted.every(has)) meanings.push({ roots: wanted, weight });
    };
    mean([roots[at]], 1);
    if (isSmall(token)) return { meanings, counts: 0 };
    if (token.length > 3 && !/\d/.test(token)) {
      // a stem as short as a syllable is in too many words, and that of a slip of the fingers is in none
      const start = roots[at].length > 3 && has(roots[at]) ? roots[at] : token;
      for (const word of vocabulary.beginning(start, 60)) if (stem(word) !== roots[at]) mean([stem(word)], word.length - token.length > 3 ? 0.5 : 0.75);
      for (const word of token.length > 4 ? vocabulary.ending(token, 40) : []) if (word !== token) mean([stem(word)], 0.5);
    } else if (at === tokens.length - 1 && token.length > 1) {
      for (const word of vocabulary.beginning(token, 30)) mean([stem(word)], 0.4);
    }
    for (const [first, second] of halves(token, has)) mean([first, second], has(roots[at]) ? 0.6 : 0.8);
    if (!has(roots[at])) {
      // two slips are a guess, for when nothing else fits
      const most = meanings.some(({ weight }) => weight > 0.7) ? 1 : 2;
      for (const { word, off } of nearest(index, token)) if (off <= most) mean([stem(word)], off === 1 ? 0.85 : 0.6);
    }
    return { meanings, counts: 1 };
  });
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    for (const link of ["", "s", "e"]) {
      const root = stem(tokens[at] + link + tokens[at + 1]);
      if (has(root)) for (const group of [groups[at], groups[at + 1]]) group.meanings.push({ roots: [root], weight: 0.9 });
    }
  }
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + 4); to > from; to -= 1) {
      const found = synonyms(index, tokens, groups, from, to);
      for (const { name, now, others } of found) {
        if (now && !former.some((known) => known.now === now)) former.push({ was: name, now });
        for (const other of others) if (other.every(has)) for (const group of groups.slice(from, to)) group.meanings.push({ roots: other, weight: 0.85 });
      }
      if (found.length) break;
    }
  }
  const telling = groups.filter(({ counts, meanings }) => counts === 1 && meanings.length);
  return { groups: telling.length ? groups.filter(({ counts }) => counts === 1) : groups.map((group) => ({ ...group, counts: 1 })), former };
}

/**
 * Return the glossary's words that some words of the question are, those that do not exist read as the nearest that do.
 * @type {(index: Index, tokens: string[], groups: Group[], from: number, to: number) => import("./index.js").Same[]}
 */
function synonyms(index, tokens, groups, from, to) {
  const asked = tokens.slice(from, to);
  if (asked.length === 1 && isSmall(asked[0])) return [];
  const roots = asked.map((token, at) => {
    const [best] = groups[from + at].meanings;
    const root = stem(token);
    return index.has(root) || index.same.has(root) || best?.roots.length !== 1 || best.weight < 0.6 ? root : best.roots[0];
  });
  const found = index.same.get(roots.join(" ")) ?? [];
  return found.filter(({ written }) => written.every((word, at) => stem(asked[at]) !== roots[at] || inflected(word, asked[at])));
}

/** Return the words that are nearest one that does not exist, the common first. @param {Index} index @param {string} token */
function nearest(index, token) {
  const common = (/** @type {string} */ word) => index.postings(stem(word)).size;
  return index.vocabulary.near(token).sort((a, b) => a.off - b.off || common(b.word) - common(a.word)).slice(0, 6);
}

/**
 * Return the stems of two words that make up one: gymnasie|behörighet, verksamhet(s)|chef.
 * @param {string} token
 * @param {(root: string) => boolean} has
 * @returns {[string, string][]}
 */
export function halves(token, has) {
  /** @type {[string, string][]} */
  const found = [];
  for (let cut = 3; cut <= token.length - 4; cut += 1) {
    const second = stem(token.slice(cut));
    if (second.length < 3 || !has(second)) continue;
    const start = token.slice(0, cut);
    for (const first of new Set([stem(start), start.endsWith("s") ? stem(start.slice(0, -1)) : stem(`${start}a`)])) {
      if (first.length > 2 && has(first)) found.push([first, second]);
    }
  }
  return found.slice(-3);
}

/**
 * Rank pages by the groups that their sections answer, the rare words and the full answers first.
 * @param {Index} index
 * @param {Group[]} groups
 * @returns {Found[]}
 */
export function rank(index, groups) {
  // a question is answered by its rare words: that a common one is missing says little
  const rare = groups.map(({ meanings }) => {
    const known = meanings.filter(({ weight }) => weight > 0.7);
    return known.length ? Math.max(...known.map(({ roots }) => Math.max(...roots.map((root) => index.rarity(root))))) : 2;
  });
  const most = rare.reduce((sum, one) => sum + one, 0);
  /** @type {Map<number, number[]>} */
  const scores = new Map();
  groups.forEach((group, place) => {
    for (const { roots, weight } of group.meanings) {
      const [first, ...others] = roots.map((root) => index.postings(root));
      const rarity = Math.max(...roots.map((root) => index.rarity(root)));
      for (const [number, value] of first) {
        const rest = others.map((list) => list.get(number) ?? 0);
        if (rest.includes(0)) continue;
        const score = weight * rarity * Math.min(value, ...rest);
        let row = scores.get(number);
        if (!row) scores.set(number, (row = new Array(groups.length).fill(0)));
        if (score > row[place]) row[place] = score;
      }
    }
  });
  /** @type {Map<string, Found>} */
  const pages = new Map();
  for (const [number, row] of scores) {
    const { page, head, worth } = index.docs[number];
    const above = number === head ? undefined : scores.get(head);
    let sum = 0;
    let covered = 0;
    for (let place = 0; place < row.length; place += 1) {
      const score = Math.max(row[place], 0.7 * (above?.[place] ?? 0)) + 0.3 * Math.min(row[place], above?.[place] ?? 0);
      if (score > 0) covered += rare[place];
      sum += score;
    }
    const score = sum * worth * (covered / most) ** 1.5;
    const found = pages.get(page) ?? { page, score: 0, hits: [] };
    found.hits.push({ number, score });
    pages.set(page, found);
  }
  return ordered(pages);
}

/** @param {Map<string, Found>} pages */
function ordered(pages) {
  for (const found of pages.values()) {
    found.hits.sort((a, b) => b.score - a.score || a.number - b.number);
    const [first, second, third] = found.hits;
    found.score = first.score + 0.25 * (second?.score ?? 0) + 0.05 * (third?.score ?? 0);
  }
  return [...pages.values()].sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
}

/**
 * Return the provisions that are asked for, as they are written in running text, and what else there is in the question.
 * @param {Index} index
 * @param {string} folded
 */
export function provisionsIn(index, folded) {
  const names = new Map(index.site.statutes.flatMap(({ id, names }) => names.map((name) => [fold(name), id])));
  const named = [...names.keys()].sort((a, b) => b.length - a.length).join("|");
  const number = "(\\d{1,3}(?: ?[a-z](?![a-z]))?)";
  const place = `(?:${number} ?(?::|kap\\.?(?:itlet)?) ?${number}(?: ?(?:§+|paragrafen|par))?|(?:§ ?${number}|${number} ?§+))`;
  const asked = new RegExp(`(?:(?<![a-z])(${named})[ ,.]*(?:\\(?\\d{4}:\\d+\\)?)? ?)?${place}(?:[ ,.]*(?:i )?(${named})(?![a-z]))?`, "g");
  /** @type {string[]} */
  const labels = [];
  const rest = folded.replace(asked, (whole, before, chapter, section, only, alone, after) => {
    const statute = names.get(after ?? before ?? "") ?? "";
    if (!statute && !chapter) return whole;
    const spaced = (/** @type {string} */ text) => text.replace(/(\d) ?([a-z])/, "$1 $2");
    const written = chapter ? `${spaced(chapter)}:${spaced(section)}` : spaced(only ?? alone);
    const ids = statute ? [statute] : index.site.statutes.map(({ id }) => id);
    const known = labels.length;
    for (const id of ids) {
      const now = [`${id} ${written}`, ...(index.site.former[`${id} ${written}`] ?? [])];
      labels.push(...now.flatMap((provision) => labelOf(index, provision)));
    }
    return labels.length > known ? " " : whole;
  });
  return { labels, rest };
}

/**
 * Return how a provision is written in running text, folded: «7 kap. 13 § skollagen».
 * @param {Index} index
 * @param {string} provision
 */
function labelOf(index, provision) {
  const [id, place] = [provision.slice(0, provision.indexOf(" ")), provision.slice(provision.indexOf(" ") + 1)];
  const name = index.site.statutes.find((statute) => statute.id === id)?.names[0];
  if (!name) return [];
  const [chapter, section] = place.includes(":") ? place.split(":") : ["", place];
  return [fold(`${chapter && chapter + " kap. "}${section} § ${name}`)];
}

/**
 * Rank the pages that rest on provisions: those that name them, and among them those that answer the other words too.
 * @param {Index} index
 * @param {string[]} labels
 * @param {Group[]} groups
 */
function resting(index, labels, groups) {
  const also = new Map(groups.length ? rank(index, groups).map(({ page, score }) => [page, score]) : []);
  const patterns = labels.map((label) => {
    const [before, after] = label.split(" § ");
    return new RegExp(`(?<!\\d )(?<![\\d.])${before.replace(/[.]/g, "\\.")} §(?: [a-z]+ stycket)?(?: och [a-z]+ stycket)? ${after}(?![a-z])`, "g");
  });
  /** @type {Map<string, Found>} */
  const pages = new Map();
  for (const number of new Set(labels.flatMap((label) => holding(index, label)))) {
    const { entry, page, worth } = index.docs[number];
    const text = index.folded(number);
    const times = patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
    if (!times) continue;
    const named = patterns.some((pattern) => fold(entry.title).match(pattern));
    const found = pages.get(page) ?? { page, score: 0, hits: [] };
    found.hits.push({ number, score: worth * (1 + Math.log(times)) * (named ? 2 : 1) });
    pages.set(page, found);
  }
  for (const found of pages.values()) for (const hit of found.hits) hit.score *= 1 + (also.get(found.page) ?? 0);
  const [best, ...others] = ordered(pages);
  // the provision itself comes second, after the page that says what it means for a child
  const own = others.findIndex(({ hits }) => hits.some(({ number }) => labels.some((label) => fold(index.docs[number].entry.title).startsWith(label))));
  return own < 1 ? [best, ...others].filter(Boolean) : [best, { ...others[own], score: best.score }, ...others.filter((_, at) => at !== own)];
}

/**
 * Return the documents that have all the words of a text.
 * @param {Index} index
 * @param {string} text folded
 */
function holding(index, text) {
  const lists = words(text).map(({ word }) => index.postings(stem(word)));
  lists.sort((a, b) => a.size - b.size);
  return [...lists[0].keys()].filter((number) => lists.every((list) => list.has(number)));
}
