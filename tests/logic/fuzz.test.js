import assert from "node:assert/strict";
import test from "node:test";
import { grade } from "../../docs/assets/js/logic/grade.js";
import { repetition } from "../../docs/assets/js/logic/leitner.js";
import { moduleState } from "../../docs/assets/js/logic/modules.js";
import { answered, empty, merge, read } from "../../docs/assets/js/logic/progress.js";

let state = 500;
const next = (below) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * below);
const pick = (list) => list[next(list.length)];

const at = "2026-11-23T10:00:00.000Z";
const whole = JSON.stringify({
  schema: 2,
  questions: {
    q1: { print: "aaaa", attempts: [{ at, given: ["a"], right: true }, { at, given: ["rad=val"], right: false, score: 0.5 }] },
    q2: { print: "bbbb", attempts: [{ at, given: ["16,5 år"], right: false }] },
  },
  cases: { ali: { at, choices: [{ node: "ett", option: "a" }] } },
});
const values = [
  null, true, 0, -1, 1e300, "", "x", "__proto__", [], {}, [null], { at }, { attempts: [{}] }, "2026-99-99T10:00:00Z", "a".repeat(999),
];

/** Put another value somewhere in it, or do something to its text. */
function broken() {
  if (next(4) === 0) {
    const cut = next(whole.length);
    return pick([whole.slice(0, cut), whole.slice(cut), whole.slice(0, cut) + pick(["\u0000", '"', "}", "9"]) + whole.slice(cut)]);
  }
  const stored = JSON.parse(whole);
  for (let edits = 1 + next(3); edits > 0; edits -= 1) {
    let inside = stored;
    for (let depth = next(5); depth > 0; depth -= 1) {
      const deeper = pick(Object.values(inside).filter((value) => value && typeof value === "object" && Object.keys(value).length));
      if (!deeper) break;
      inside = deeper;
    }
    const key = pick([...Object.keys(inside), "schema", "constructor", "nytt"]);
    inside[key] = structuredClone(pick(values));
  }
  return JSON.stringify(stored);
}

test("five hundred malformed stored states are recovered from", () => {
  const bank = ["q1:aaaa", "q2:bbbb", "q3:cccc"].map((pair) => ({ id: pair.slice(0, 2), print: pair.slice(3), points: 1 }));
  for (let round = 0; round < 500; round += 1) {
    const text = broken();
    const { progress, fault } = read(text);
    assert.ok(["", "corrupt", "newer"].includes(fault), text);
    assert.deepEqual(read(JSON.stringify(progress)), { progress, fault: "" }, text);
    const { due } = repetition(progress, bank, 20780);
    assert.ok(due.length <= 3, text);
    assert.ok(["done", "started", "left"].includes(moduleState(progress, bank, 80).state), text);
    for (const { attempts } of Object.values(progress.questions)) {
      for (const { given } of attempts) grade(pick(["single", "matching", "ordering", "number", "text"]), given, [{ id: "a", correct: "" }]);
    }
    const again = merge(answered(progress, "q3", "cccc", { at, given: ["a"], right: true }), empty());
    assert.equal(again.questions.q3.attempts.at(-1).right, true, text);
  }
});
