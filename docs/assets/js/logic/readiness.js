// The self-assessment: what is stored, the picture by area, the next steps, and several people's answers as one. Pure.

/** The key it is stored under in the browser. */
export const KEY = "obruten-skolgang-beredskap";
const SCHEMA = 1;
/** The least number of people that a group's picture is made of: among fewer the middle value tells on somebody. */
export const LEAST = 5;

/**
 * @typedef {{schema: number, id: string, answers: Record<string, number>}} Sheet  `id` is random: it tells two files of
 *   one person from files of two, and nothing else
 * @typedef {{id: string, area: string}} Statement
 * @typedef {{area: string, answered: number, count: number, mean: number | null}} Area
 */

/**
 * @param {string} id
 * @returns {Sheet}
 */
export function empty(id) {
  return { schema: SCHEMA, id, answers: {} };
}

/**
 * Read stored text or a file; null for anything else. Answers that are no level are left out.
 * @param {string | null} text
 * @param {number} top the highest level
 * @returns {Sheet | null}
 */
export function read(text, top) {
  try {
    const { schema, id, answers } = JSON.parse(text ?? "");
    if (schema !== SCHEMA || !/^[a-z0-9-]{1,100}$/.test(id) || typeof answers !== "object") return null;
    const kept = Object.entries(answers).filter(
      ([name, value]) => /^[a-z0-9-]{1,100}$/.test(name) && Number.isInteger(value) && value >= 0 && value <= top,
    );
    return { schema, id, answers: Object.fromEntries(kept) };
  } catch {
    return null;
  }
}

/**
 * Return the picture by area, in the order of the statements.
 * @param {Statement[]} statements
 * @param {Record<string, number>} answers
 * @returns {Area[]}
 */
export function byArea(statements, answers) {
  return [...new Set(statements.map(({ area }) => area))].map((area) => {
    const own = statements.filter((statement) => statement.area === area);
    const given = own.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [answers[id]] : []));
    const mean = given.length ? given.reduce((sum, value) => sum + value, 0) / given.length : null;
    return { area, answered: given.length, count: own.length, mean };
  });
}

/**
 * Return the statements to work on next: the lowest level first, in their own order; nothing that is in place.
 * @param {Statement[]} statements
 * @param {Record<string, number>} answers
 * @param {number} top
 */
export function nextSteps(statements, answers, top) {
  return statements
    .filter(({ id }) => Object.hasOwn(answers, id) && answers[id] < top)
    .sort((a, b) => answers[a.id] - answers[b.id])
    .slice(0, 3)
    .map(({ id }) => id);
}

/**
 * Return several people's answers as one picture: the middle value of each area, and between which
 * values the middle half of them is, where they are enough. The last file of a person counts. Nothing says whose a value is.
 * @param {Statement[]} statements
 * @param {Sheet[]} sheets
 */
export function group(statements, sheets) {
  const people = [...new Map(sheets.map((sheet) => [sheet.id, sheet])).values()];
  const pictures = people.map(({ answers }) => byArea(statements, answers));
  const areas = byArea(statements, {}).map(({ area }, at) => {
    const means = pictures.flatMap((picture) => picture[at].mean ?? []).sort((a, b) => a - b);
    return {
      area,
      middle: means.length >= LEAST ? quantile(means, 0.5) : null,
      spread: means.length >= LEAST ? [quantile(means, 0.25), quantile(means, 0.75)] : null,
    };
  });
  return { people: people.length, areas };
}

/** @type {(sorted: number[], share: number) => number} */
function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}
