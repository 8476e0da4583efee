// Results as the theme's search box shows them: titles and sentences with the matching words marked. Pure.
import { ask } from "./ask.js";
import { escapeHtml, fold, isSmall, stem, words } from "./text.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Item */

/** How many pages are shown, and how many sections of each before one asks for more. */
const PAGES = 12;
const SECTIONS = 2;
const MOST_SECTIONS = 4;

/** How much the first sentence of a section counts, and of a page, in the rarity of words. */
const FIRST = { section: 3, page: 8 };

/** How much of the best a page or a section must score to be shown. */
const WORTH_SHOWING = { page: 0.08, section: 0.4 };

/**
 * Answer a question with what the theme shows: a list a page, the page itself first in it. Titles and texts are HTML.
 * @param {Index} index
 * @param {string} question
 * @returns {Item[][]}
 */
export function results(index, question) {
  if (!words(fold(question)).length && !question.includes("§")) return [];
  const answer = ask(index, question);
  const pages = answer.found.slice(0, PAGES);
  if (!pages.length) return nothing(index, question);
  const best = pages[0].score;
  const shown = pages.filter(({ score }) => score > best * WORTH_SHOWING.page);
  const mark = marker(answer);
  return shown.map(({ score, hits }, place) => {
    const head = index.docs[hits[0].number].head;
    const note = place ? "" : noteOf(answer.former);
    const least = hits[0].score * WORTH_SHOWING.section;
    const sections = hits.filter(({ number, score }) => number !== head && score > least).slice(0, MOST_SECTIONS);
    // the theme shows the sections that score as the first of the list does, and folds the others
    const own = hits[0].number === head;
    /** @type {(number: number, score: number, text: string) => Item} */
    const item = (number, score, text) => {
      const { location, title } = index.docs[number].entry;
      return { location, title: mark(title), text: text && `<p>${text}</p>`, score, terms: {} };
    };
    const first = item(head, score, note + mark(telling(index, opening(index, head), answer, FIRST.page)));
    const others = sections.map(({ number }, at) =>
      item(number, !own && at < SECTIONS ? score : score - 1e-3, (own || at ? "" : note) + mark(telling(index, index.sentences(number), answer, FIRST.section))),
    );
    return own ? [first, ...others] : [...others, first];
  });
}

/**
 * Return the sentences that a page begins with: what stands before its first heading, and its short answer.
 * @param {Index} index
 * @param {number} head
 */
function opening(index, head) {
  const short = [head + 1, head + 2].find((number) => index.docs[number]?.entry.location === `${index.docs[head].page}#kort-svar`);
  return [...index.sentences(head), ...(short ? index.sentences(short) : [])];
}

/** @param {{was: string, now: string}[]} former */
function noteOf(former) {
  return former.map(({ was, now }) => `<em>${escapeHtml(now[0].toUpperCase() + now.slice(1))}: tidigare eller i vardagstal kallat ${escapeHtml(was)}.</em> `).join("");
}

/**
 * Return the sentence that says most of what was asked for: the first where none says anything of it.
 * @param {Index} index
 * @param {import("./index.js").Sentence[]} sentences
 * @param {import("./ask.js").Answer} answer
 * @param {number} first what the first sentence has before the others
 */
function telling(index, sentences, { roots, labels }, first) {
  let best = "";
  let most = -9;
  for (const { text, folded, stems } of sentences) {
    let worth = stems.reduce((sum, root) => sum + (roots.has(root) ? index.rarity(root) : 0), 0);
    if (labels.some((label) => folded.includes(label))) worth += 10;
    if (!/[.!?:]”?$/.test(text) || stems.length < 4) worth -= 3;
    // the first sentence is the answer, when another does not say much more
    if (!best) worth += first;
    if (worth > most) [best, most] = [text, worth];
  }
  return best.length > 300 ? `${best.slice(0, best.lastIndexOf(" ", 280))} …` : best;
}

/**
 * Return a function that makes text HTML with the words that were looked for marked.
 * @param {import("./ask.js").Answer} answer
 * @returns {(text: string) => string}
 */
function marker({ roots, labels }) {
  return (text) => {
    const folded = fold(text);
    const spans = words(folded)
      .filter(({ word }) => !isSmall(word) && roots.has(stem(word)))
      .map(({ word, at }) => [at, at + word.length]);
    for (const label of labels) {
      const at = folded.indexOf(label);
      if (at >= 0) spans.push([at, at + label.length]);
    }
    spans.sort((a, b) => a[0] - b[0]);
    let html = "";
    let done = 0;
    for (const [from, to] of spans) {
      if (from < done) continue;
      html += `${escapeHtml(text.slice(done, from))}<mark data-md-highlight>${escapeHtml(text.slice(from, to))}</mark>`;
      done = to;
    }
    return html + escapeHtml(text.slice(done));
  };
}

/**
 * Return what is shown where nothing is found: the nearest words, the topics, and somebody to ask.
 * @param {Index} index
 * @param {string} question
 * @returns {Item[][]}
 */
function nothing(index, question) {
  /** @type {(location: string, title: string, text: string) => Item[]} */
  const one = (location, title, text) => [{ location, title: escapeHtml(title), text: `<p>${escapeHtml(text)}</p>`, score: 1, terms: {} }];
  const typed = fold(question).replace(/[^a-z0-9]/g, "").slice(0, 30);
  const near = index.docs
    .filter(({ entry }) => entry.location.startsWith(`${index.site.glossary}#`) && entry.title.length > 1)
    .map(({ entry }) => ({ at: entry.location, term: entry.title, like: likeness(typed, fold(entry.title).replace(/[^a-z0-9]/g, "")) }))
    .filter(({ like }) => like > 0.3)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3);
  const said = question.replace(/[\ud800-\udfff]/g, "").replace(/\s+/g, " ").trim().slice(0, 200);
  const subject = encodeURIComponent(`Fråga om skolgång: ${said}`);
  const to = index.site.contact ? "" : "Skriv själv dit adressen till skolsamordnaren hos er.";
  const body = encodeURIComponent("Hej!\n\nJag hittade inget svar på det här:\n\n" + said + "\n\n(Skriv inga namn och inget som pekar ut ett barn.)\n");
  return [
    one(index.site.answers, `Inget svar på ”${said}”`, "Pröva färre eller andra ord. Här nedanför finns det som ligger närmast, någon att fråga, och alla ämnen."),
    ...(near.length ? [[...near.flatMap(({ term, at }) => one(at, term, "Menade du det här ordet?")), ...one(index.site.glossary, "Ordlista", "")]] : []),
    one(`mailto:${index.site.contact}?subject=${subject}&body=${body}`, "Fråga samordnaren", `Öppnar ett mejl med din fråga i. ${to} Skriv inga namn på barn.`),
    ...index.site.topics.map(([name, at]) => one(at, name, "Ämnets egen sida.")),
  ];
}

/** How alike two words are, by the pairs of letters they share. @param {string} a @param {string} b */
function likeness(a, b) {
  const pairs = (/** @type {string} */ word) => new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
  const [one, other] = [pairs(a), pairs(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size || 1);
}
