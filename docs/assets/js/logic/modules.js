// How far a reader has come in a module. Pure.
import { outcome } from "./grade.js";
import { latest, scoreOf } from "./progress.js";

/**
 * @typedef {{id: string, print: string, points: number}} Asked  a question as a page names it
 */

/**
 * @param {import("./progress.js").Progress} progress
 * @param {Asked[]} questions the module's closing quiz
 * @param {number} pass per cent
 */
export function moduleState(progress, questions, pass) {
  const results = questions.map(({ id, print, points }) => {
    const attempt = latest(progress, id, print);
    return { points, score: attempt === null || attempt === "changed" ? null : scoreOf(attempt) };
  });
  const result = outcome(results, pass);
  /** @type {"done" | "started" | "left"} */
  const state = result.passed ? "done" : result.answered ? "started" : "left";
  return { ...result, state };
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
