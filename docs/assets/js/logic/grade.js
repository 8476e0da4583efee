// How an answer is judged, kind by kind, and what a set of them comes to. Pure.

/**
 * @typedef {"right" | "wrong" | "missed" | "left"} Mark  chosen and right, chosen and wrong, right but not chosen, neither
 * @typedef {{id: string, correct: string | null}} Part  a line of the key; `correct` is null for a wrong answer, and
 *   the id of its choice for a row
 * @typedef {{tolerance?: number, unit?: string, forgive?: string[], endings?: string[]}} Rules
 * @typedef {{right: boolean, score: number, marks: Map<string, Mark>}} Verdict  `score` is between 0 and 1
 */

/** @type {Record<string, (given: string[], parts: Part[], rules: Rules) => Verdict | null>} */
const KINDS = {
  single: choice, truefalse: choice, scenario: choice, multiple: choice, matching, ordering, number, text,
};

/**
 * Judge an answer; null where it is none: nothing chosen, a row left, no number, or ids that the question doesn't have.
 * @param {string} kind
 * @param {string[]} given option ids; `row=choice`; item ids in order; or the one thing written
 * @param {Part[]} parts
 * @param {Rules} [rules]
 */
export function grade(kind, given, parts, rules = {}) {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind](given, parts, rules) : null;
}

/**
 * Right when exactly the right options are chosen; each wrong one takes back a right one.
 * @param {string[]} given
 * @param {Part[]} parts
 */
function choice(given, parts) {
  const chosen = new Set(given);
  if (!chosen.size || !given.every((id) => parts.some((part) => part.id === id))) return null;
  const marks = markAll(parts, ({ id, correct }) =>
    chosen.has(id) ? (correct === null ? "wrong" : "right") : correct === null ? "left" : "missed",
  );
  const count = (/** @type {Mark} */ mark) => [...marks.values()].filter((one) => one === mark).length;
  const all = count("right") + count("missed");
  return verdict(marks, Math.max(0, count("right") - count("wrong")) / all);
}

/**
 * @param {string[]} given
 * @param {Part[]} parts
 */
function matching(given, parts) {
  const chosen = new Map(given.map((pair) => /** @type {[string, string]} */ (pair.split("="))));
  if (chosen.size !== parts.length || !parts.every(({ id }) => chosen.get(id))) return null;
  return share(markAll(parts, ({ id, correct }) => (chosen.get(id) === correct ? "right" : "wrong")));
}

/**
 * The parts stand in the right order.
 * @param {string[]} given
 * @param {Part[]} parts
 */
function ordering(given, parts) {
  if (given.length !== parts.length || !parts.every(({ id }) => given.includes(id))) return null;
  return share(markAll(parts, ({ id }, place) => (given[place] === id ? "right" : "wrong")));
}

/**
 * @param {string[]} given
 * @param {Part[]} parts
 * @param {Rules} rules
 */
function number([written = ""], parts, { tolerance = 0, unit = "" }) {
  const value = readNumber(written, unit);
  if (Number.isNaN(value)) return null;
  return firstFit(parts, ({ id, correct }) => Math.abs(value - Number(id)) <= (correct === null ? 0 : tolerance) + 1e-9);
}

/**
 * @param {string[]} given
 * @param {Part[]} parts
 * @param {Rules} rules
 */
function text([written = ""], parts, rules) {
  if (!written.trim()) return null;
  return firstFit(parts, (part) => accepted(written, part.id, rules));
}

/**
 * Read a number as people write it: comma or point, spaces between thousands, the unit after it; else NaN.
 * @param {string} written
 * @param {string} unit
 */
export function readNumber(written, unit) {
  /** @param {string} words */
  const close = (words) => words.replace(/\s/g, "").toLowerCase();
  const bare = close(written).replace(/[−–]/, "-").replace(",", ".");
  const digits = bare.endsWith(close(unit)) ? bare.slice(0, bare.length - close(unit).length) : bare;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : NaN;
}

/**
 * Tell whether what is written passes for `right`; `is_accepted` in macros/training.py is the same rule.
 * @param {string} written
 * @param {string} right
 * @param {Rules} rules
 */
export function accepted(written, right, { forgive = [], endings = [] }) {
  /** @param {string} words */
  const bare = (words) => {
    let kept = words.normalize("NFC").trim().replace(/\s+/g, " ");
    if (forgive.includes("case")) kept = kept.toLowerCase();
    if (forgive.includes("letters")) kept = kept.replace(/[åäöé]/gi, (letter) => letter.normalize("NFD")[0]);
    return kept;
  };
  return ["", ...endings].some((ending) => bare(written) === bare(right + ending));
}

/**
 * The first line of the key that fits is the one that counts; a line without id is for what no other fits.
 * @param {Part[]} parts
 * @param {(part: Part) => boolean} fits
 */
function firstFit(parts, fits) {
  const hit = parts.find((part) => part.id !== "" && fits(part));
  const right = Boolean(hit && hit.correct !== null);
  return verdict(new Map([[hit?.id ?? "", right ? "right" : "wrong"]]), right ? 1 : 0);
}

/**
 * @param {Part[]} parts
 * @param {(part: Part, place: number) => Mark} mark
 */
function markAll(parts, mark) {
  return new Map(parts.map((part, place) => [part.id, mark(part, place)]));
}

/** @param {Map<string, Mark>} marks */
function share(marks) {
  return verdict(marks, [...marks.values()].filter((mark) => mark === "right").length / marks.size);
}

/**
 * @param {Map<string, Mark>} marks
 * @param {number} score
 * @returns {Verdict}
 */
function verdict(marks, score) {
  return { right: score === 1, score, marks };
}

/**
 * Return what a quiz comes to, in points. `percent` is rounded down, so that 79.9 does not pass at 80.
 * @param {{points: number, score: number | null}[]} results one a question; the score is null where it isn't answered
 * @param {number} pass per cent
 */
export function outcome(results, pass) {
  const most = results.reduce((sum, { points }) => sum + points, 0);
  const points = results.reduce((sum, { points, score }) => sum + points * (score ?? 0), 0);
  const share = most ? (100 * points) / most + 1e-9 : 0;
  return {
    right: results.filter(({ score }) => score === 1).length,
    total: results.length,
    answered: results.filter(({ score }) => score !== null).length,
    points,
    most,
    percent: Math.floor(share),
    passed: most > 0 && share >= pass,
  };
}

/** Return a share of points as tables show it, in whole per cent. @param {{points: number, most: number}} result */
export const nearest = ({ points, most }) => Math.round((100 * points) / most);
