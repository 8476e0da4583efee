import assert from "node:assert/strict";
import test from "node:test";
import { grade, outcome } from "../../docs/assets/js/logic/grade.js";
import { moduleState, readQuestions } from "../../docs/assets/js/logic/modules.js";
import { answered, empty } from "../../docs/assets/js/logic/progress.js";
import { follow, recommended } from "../../docs/assets/js/logic/walk.js";

const options = [
  { id: "a", correct: true },
  { id: "b", correct: true },
  { id: "c", correct: false },
];

test("an answer is right only when exactly the right options are chosen, in any order", () => {
  const cases = [
    [["a", "b"], true], [["b", "a"], true], [["a"], false], [["a", "b", "c"], false], [["c"], false], [[], false],
    [["a", "b", "x"], false],
  ];
  for (const [given, right] of cases) assert.equal(grade(given, options).right, right, given.join());
  assert.deepEqual(Object.fromEntries(grade(["a", "c"], options).marks), { a: "right", b: "missed", c: "wrong" });
});

test("the pass mark is reached exactly, and the share is never rounded up to it", () => {
  assert.equal(outcome([true, true, true, true, false], 80).passed, true);
  assert.equal(outcome([true, true, false], 67).passed, false);
  assert.equal(outcome([true, true, false], 67).percent, 66);
  assert.deepEqual(outcome([], 80), { right: 0, total: 0, answered: 0, percent: 0, passed: false });
  assert.equal(outcome([true, null, false], 50).answered, 2);
});

test("a module is left, started, then done; a changed question opens it again", () => {
  const questions = readQuestions("q1:aa  q2:bb\nq3:cc");
  assert.deepEqual(questions.map(({ id }) => id), ["q1", "q2", "q3"]);
  const at = "2026-11-23T10:00:00.000Z";
  let progress = empty();
  assert.equal(moduleState(progress, questions, 60).state, "left");
  progress = answered(progress, "q1", "aa", { at, given: ["x"], right: true });
  assert.equal(moduleState(progress, questions, 60).state, "started");
  progress = answered(progress, "q2", "bb", { at, given: ["x"], right: true });
  assert.deepEqual(moduleState(progress, questions, 60), { state: "done", right: 2, answered: 2, total: 3 });
  const changed = readQuestions("q1:aa q2:zz q3:cc");
  assert.equal(moduleState(progress, changed, 60).state, "started");
});

const scenes = [
  { id: "start", ways: [{ id: "x", next: "mid", days: 2, recommended: true }, { id: "y", next: "end", days: 9, recommended: false }] },
  { id: "mid", ways: [{ id: "x", next: "end", days: 1, recommended: true }] },
  { id: "end", ways: [] },
];

test("a way is followed as far as it fits the case", () => {
  const way = follow(scenes, "start", [{ node: "start", option: "x" }, { node: "mid", option: "gone" }]);
  assert.equal(way.current, "mid");
  assert.equal(way.days, 2);
  assert.equal(follow(scenes, "start", [{ node: "mid", option: "x" }]).current, "start");
  assert.equal(follow(scenes, "start", []).days, 0);
});

test("the recommended way leads from the start to an ending", () => {
  const way = recommended(scenes, "start");
  assert.equal(way.current, "end");
  assert.equal(way.days, 3);
});
