import assert from "node:assert/strict";
import test from "node:test";
import { grade, nearest, outcome, readNumber } from "../../docs/assets/js/logic/grade.js";
import { moduleState, readQuestions } from "../../docs/assets/js/logic/modules.js";
import { answered, empty } from "../../docs/assets/js/logic/progress.js";
import { shuffle } from "../../docs/assets/js/logic/shuffle.js";
import { follow, recommended } from "../../docs/assets/js/logic/walk.js";

/** The same sequence in every run: a test that fails fails again. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const part = (id, correct) => ({ id, correct });
const options = [part("a", ""), part("b", ""), part("c", null)];
const rows = [part("x", "1"), part("y", "2"), part("z", "1")];
const items = [part("a", ""), part("b", ""), part("c", "")];
const numbers = [part("16", ""), part("18", null), part("", null)];
const words = [part("rektor", ""), part("förvaltningschef", ""), part("lärare", null), part("", null)];

test("a choice is right only when exactly the right options are chosen, in any order", () => {
  const cases = [
    [["a", "b"], true, 1], [["b", "a"], true, 1], [["a"], false, 0.5], [["a", "b", "c"], false, 0.5], [["c"], false, 0],
    [["a", "c"], false, 0],
  ];
  for (const [given, right, score] of cases) {
    const verdict = grade("multiple", given, options);
    assert.deepEqual([verdict.right, verdict.score], [right, score], given.join());
  }
  assert.deepEqual(Object.fromEntries(grade("multiple", ["a", "c"], options).marks), { a: "right", b: "missed", c: "wrong" });
});

test("what is no answer is not judged", () => {
  const cases = [
    ["single", [], options], ["single", ["q"], options], ["multiple", ["a", "b", "q"], options],
    ["matching", ["x=1", "y="], rows], ["matching", ["x=1", "y=2"], rows], ["matching", ["x=1", "y=2", "q=1"], rows],
    ["ordering", [], items], ["ordering", ["a", "b"], items], ["ordering", ["a", "a", "b"], items],
    ["number", [""], numbers], ["number", ["sexton"], numbers], ["number", ["1,2,3"], numbers], ["number", [], numbers],
    ["text", ["  "], words], ["text", [], words], ["constructor", ["a"], options],
  ];
  for (const [kind, given, parts] of cases) assert.equal(grade(kind, given, parts), null, `${kind} ${given}`);
});

test("matching and ordering give the share that is in its place", () => {
  assert.equal(grade("matching", ["x=1", "y=2", "z=1"], rows).right, true);
  assert.equal(grade("matching", ["x=1", "y=1", "z=2"], rows).score, 1 / 3);
  assert.equal(grade("ordering", ["a", "b", "c"], items).right, true);
  const { score, marks } = grade("ordering", ["c", "b", "a"], items);
  assert.equal(score, 1 / 3);
  assert.deepEqual(Object.fromEntries(marks), { a: "wrong", b: "right", c: "wrong" });
});

test("a number is read as people write it, and is right within the tolerance", () => {
  const cases = [
    ["16", 16], ["16,0", 16], ["1 234,5", 1234.5], ["1\u00a0000", 1000], ["−3", -3], [".5", 0.5], ["16 ÅR", 16], ["16år", 16],
    ["år", NaN], ["1e3", NaN], ["0x10", NaN], ["Infinity", NaN], ["", NaN],
  ];
  for (const [written, value] of cases) assert.equal(readNumber(written, "år"), value, written);
  const near = (written) => grade("number", [written], numbers, { tolerance: 0.5, unit: "år" }).right;
  assert.deepEqual(["15,5", "16.5", "15,4", "18"].map(near), [true, true, false, false]);
  assert.deepEqual([...grade("number", ["18"], numbers).marks], [["18", "wrong"]]);
  assert.deepEqual([...grade("number", ["7"], numbers).marks], [["", "wrong"]]);
});

test("a text is forgiven what its author says", () => {
  const rules = { forgive: ["case", "letters"], endings: ["n", "s"] };
  const right = (written, given = rules) => grade("text", [written], words, given).right;
  for (const written of ["rektor", " REKTOR ", "rektorn", "forvaltningschef", "Förvaltningschefs", "fo\u0308rvaltningschef"]) {
    assert.ok(right(written), written);
  }
  for (const written of ["rektorer", "rekto", "lärare", "rektor och lärare"]) assert.ok(!right(written), written);
  assert.ok(!right("Rektor", { forgive: [], endings: [] }));
  assert.ok(!right("forvaltningschef", { forgive: ["case"], endings: [] }));
  assert.deepEqual([...grade("text", ["larare"], words, rules).marks], [["lärare", "wrong"]]);
});

test("for any answer of any kind: the score is between 0 and 1, 1 is right, and the order of choices is all one", () => {
  const next = random(4);
  const strings = ["a", "b", "c", "x=1", "y=2", "z=1", "z=", "=", "", "16", "rektor", "å", "1,5", "__proto__"];
  const kinds = { single: options, multiple: options, scenario: options, matching: rows, ordering: items, number: numbers, text: words };
  for (let round = 0; round < 4000; round += 1) {
    const [kind, parts] = Object.entries(kinds)[next(7)];
    const given = Array.from({ length: next(5) }, () => strings[next(strings.length)]);
    const verdict = grade(kind, given, parts, { tolerance: next(3), forgive: ["case"], endings: ["n"] });
    if (!verdict) continue;
    assert.ok(verdict.score >= 0 && verdict.score <= 1);
    assert.equal(verdict.right, verdict.score === 1);
    for (const id of verdict.marks.keys()) assert.ok(parts.some((one) => one.id === id));
    if (parts === options || parts === rows) {
      assert.deepEqual(grade(kind, [...given].reverse(), [...parts].reverse()).score, verdict.score);
    }
  }
});

test("a shuffled order has the same things, is the same for its seed, and is not always the same", () => {
  const orders = new Set();
  for (let round = 0; round < 500; round += 1) {
    const mixed = shuffle(["a", "b", "c", "d"], `fråga ${round}`);
    assert.deepEqual([...mixed].sort(), ["a", "b", "c", "d"]);
    assert.deepEqual(shuffle(["a", "b", "c", "d"], `fråga ${round}`), mixed);
    orders.add(mixed.join(""));
  }
  assert.equal(orders.size, 24);
  assert.deepEqual(shuffle([], "x"), []);
});

const scored = (...scores) => scores.map((score) => ({ points: 1, score }));

test("the pass mark is reached exactly, and the share is never rounded up to it", () => {
  assert.equal(outcome(scored(1, 1, 1, 1, 0), 80).passed, true);
  assert.equal(outcome(scored(1, 1, 0), 67).passed, false);
  assert.equal(outcome(scored(1, 1, 0), 67).percent, 66);
  assert.deepEqual(outcome([], 80), { right: 0, total: 0, answered: 0, points: 0, most: 0, percent: 0, passed: false });
  assert.equal(outcome(scored(1, null, 0), 50).answered, 2);
});

test("a result counts points, and parts of them", () => {
  const result = outcome([{ points: 3, score: 2 / 3 }, { points: 1, score: 1 }, { points: 1, score: null }], 60);
  assert.deepEqual(result, { right: 1, total: 3, answered: 2, points: 3, most: 5, percent: 60, passed: true });
  assert.equal(outcome(scored(1 / 3, 1 / 3, 1 / 3), 33).percent, 33);
});

test("a module is left, started, then done; a changed question opens it again", () => {
  const questions = readQuestions("q1:aa  q2:bb\nq3:cc:2");
  assert.deepEqual(questions.map(({ id, points }) => [id, points]), [["q1", 1], ["q2", 1], ["q3", 2]]);
  const at = "2026-11-23T10:00:00.000Z";
  let progress = empty();
  assert.equal(moduleState(progress, questions, 60).state, "left");
  progress = answered(progress, "q1", "aa", { at, given: ["x"], right: true });
  assert.equal(moduleState(progress, questions, 60).state, "started");
  progress = answered(progress, "q3", "cc", { at, given: ["x"], right: false, score: 0.75 });
  const { state, right, points, answered: number } = moduleState(progress, questions, 60);
  assert.deepEqual([state, right, points, number], ["done", 1, 2.5, 2]);
  const changed = readQuestions("q1:aa q2:zz q3:zz:2");
  assert.equal(moduleState(progress, changed, 60).state, "started");
});

test("a module counts the best attempt at each question, and was passed the day the best came to the mark", () => {
  const questions = readQuestions("q1:aa q2:bb");
  const made = (day, right) => ({ at: `2026-11-${day}T10:00:00.000Z`, given: ["x"], right });
  let progress = answered(empty(), "q1", "aa", made(20, true));
  progress = answered(progress, "q2", "bb", made(21, false));
  assert.deepEqual([moduleState(progress, questions, 80).state, moduleState(progress, questions, 80).day], ["started", ""]);
  progress = answered(progress, "q2", "bb", made(22, true));
  progress = answered(progress, "q1", "aa", made(25, false));
  const { state, percent, day } = moduleState(progress, questions, 80);
  assert.deepEqual([state, percent, day], ["done", 100, "2026-11-22T10:00:00.000Z"]);
  assert.equal(moduleState(progress, readQuestions("q1:new q2:bb"), 80).state, "started");
});

test("a table rounds to the nearest, the mark never up", () => {
  const result = outcome([...Array(15)].map((_, at) => ({ points: 1, score: at < 13 ? 1 : 0 })), 87);
  assert.deepEqual([result.percent, result.passed, nearest(result)], [86, false, 87]);
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
