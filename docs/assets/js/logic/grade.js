// How an answer is judged, and what a set of them comes to. Pure.

/**
 * @typedef {"right" | "wrong" | "missed" | "left"} Mark  chosen and right, chosen and wrong, right but not chosen, neither
 */

/**
 * Judge an answer to a choice question: it is right when exactly the right options are chosen.
 * @param {string[]} given ids of the chosen options
 * @param {{id: string, correct: boolean}[]} options
 * @returns {{right: boolean, marks: Map<string, Mark>}}
 */
export function grade(given, options) {
  const chosen = new Set(given);
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  for (const { id, correct } of options) {
    if (chosen.has(id)) marks.set(id, correct ? "right" : "wrong");
    else marks.set(id, correct ? "missed" : "left");
  }
  const right = [...marks.values()].every((mark) => mark === "right" || mark === "left");
  return { right: right && given.every((id) => marks.has(id)), marks };
}

/**
 * Return what a quiz comes to. `percent` is rounded down, so that 79.9 does not pass at 80.
 * @param {(boolean | null)[]} verdicts one a question; null where it isn't answered
 * @param {number} pass per cent
 */
export function outcome(verdicts, pass) {
  const right = verdicts.filter((verdict) => verdict === true).length;
  const total = verdicts.length;
  const percent = total ? Math.floor((100 * right) / total) : 0;
  return {
    right,
    total,
    answered: verdicts.filter((verdict) => verdict !== null).length,
    percent,
    passed: total > 0 && 100 * right >= pass * total,
  };
}
