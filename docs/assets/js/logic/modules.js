// How far a reader has come in a module. Pure.
import { outcome } from "./grade.js";
import { attemptsAt, scoreOf } from "./progress.js";

/**
 * @typedef {{id: string, print: string, points: number}} Asked  a question as a page names it
 */

/**
 * Count the best attempt at each question, so that what is passed stays passed. `day` is the time it was.
 * @param {import("./progress.js").Progress} progress
 * @param {Asked[]} questions the module's closing quiz
 * @param {number} pass per cent
 */
export function moduleState(progress, questions, pass) {
  /** @type {{points: number, score: number | null}[]} */
  const results = questions.map(({ points }) => ({ points, score: null }));
  const made = questions.flatMap(({ id, print }, place) =>
    attemptsAt(progress, id, print).map((attempt) => ({ place, at: attempt.at, score: scoreOf(attempt) })),
  );
  let day = "";
  for (const { place, at, score } of made.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    results[place].score = Math.max(results[place].score ?? 0, score);
    if (!day && outcome(results, pass).passed) day = at;
  }
  const result = outcome(results, pass);
  /** @type {"done" | "started" | "left"} */
  const state = result.passed ? "done" : result.answered ? "started" : "left";
  return { ...result, state, day };
}

/**
 * Read questions as a page has them: `id:print id:print:points`.
 * @param {string} text
 * @returns {Asked[]}
 */
export function readQuestions(text) {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((written) => {
      const [id, print = "", points = "1"] = written.split(":");
      return { id, print, points: Number(points) };
    });
}
