// How far a reader has come in a module. Pure.
import { outcome } from "./grade.js";
import { latest } from "./progress.js";

/**
 * @param {import("./progress.js").Progress} progress
 * @param {{id: string, print: string}[]} questions the module's closing quiz
 * @param {number} pass per cent
 * @returns {{state: "done" | "started" | "left", right: number, answered: number, total: number}}
 */
export function moduleState(progress, questions, pass) {
  const verdicts = questions.map(({ id, print }) => {
    const attempt = latest(progress, id, print);
    return attempt === null || attempt === "changed" ? null : attempt.right;
  });
  const { right, answered, total, passed } = outcome(verdicts, pass);
  return { state: passed ? "done" : answered ? "started" : "left", right, answered, total };
}

/**
 * Read the questions of a module as the page has them: `id:print id:print`.
 * @param {string} text
 */
export function readQuestions(text) {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((pair) => {
      const [id, print = ""] = pair.split(":");
      return { id, print };
    });
}
