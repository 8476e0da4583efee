import assert from "node:assert/strict";
import test from "node:test";

import { byArea, empty, group, nextSteps, read } from "../../docs/assets/js/logic/readiness.js";

const STATEMENTS = ["a1", "a2", "b1", "b2", "b3"].map((id) => ({ id, area: id[0] }));
const sheet = (/** @type {string} */ id, /** @type {number[]} */ ...values) => ({
  ...empty(id),
  answers: Object.fromEntries(values.map((value, at) => [STATEMENTS[at].id, value])),
});

test("what is stored is read, without answers that are none", () => {
  const text = JSON.stringify({ ...empty("x"), answers: { a1: 3, a2: 4, b1: -1, b2: 1.5, b3: "2", "<b>": 1, __proto__: null } });
  assert.deepEqual(read(text, 3), { schema: 1, id: "x", answers: { a1: 3 } });
});

test("anything else is nothing", () => {
  for (const text of [null, "", "{", "7", "null", "[]", '{"schema":2,"id":"x","answers":{}}', '{"schema":1,"id":"<b>","answers":{}}', '{"schema":1,"id":"x"}'])
    assert.equal(read(text, 3), null);
});

test("the picture is the mean of what is answered in each area", () => {
  assert.deepEqual(byArea(STATEMENTS, { a1: 1, b1: 0, b2: 3 }), [
    { area: "a", answered: 1, count: 2, mean: 1 },
    { area: "b", answered: 2, count: 3, mean: 1.5 },
  ]);
  assert.equal(byArea(STATEMENTS, {})[0].mean, null);
});

test("the lowest come first, in their own order, three at most, and nothing that is in place", () => {
  assert.deepEqual(nextSteps(STATEMENTS, { a1: 1, a2: 0, b1: 2, b2: 0, b3: 1 }, 3), ["a2", "b2", "a1"]);
  assert.deepEqual(nextSteps(STATEMENTS, { a1: 3, b3: 2 }, 3), ["b3"]);
  assert.deepEqual(nextSteps(STATEMENTS, {}, 3), []);
});

test("a group of fewer than five has no picture", () => {
  const four = group(STATEMENTS, [sheet("p", 0, 0), sheet("q", 3, 3), sheet("r", 1, 1), sheet("s", 1, 1)]);
  assert.equal(four.people, 4);
  assert.deepEqual(four.areas[0], { area: "a", middle: null, spread: null });
  const five = group(STATEMENTS, [0, 1, 2, 3, 3].map((value, at) => sheet(`p${at}`, value, value)));
  assert.deepEqual(five.areas[0], { area: "a", middle: 2, spread: [1, 3] });
});

test("people who have not answered an area are not counted in it", () => {
  const found = group(STATEMENTS, [sheet("p", 1, 1, 1), ...["q", "r", "s", "t"].map((id) => sheet(id, 1, 1))]);
  assert.equal(found.areas[0].middle, 1);
  assert.equal(found.areas[1].middle, null);
});

test("the last file of a person counts", () => {
  const found = group(STATEMENTS, [sheet("p", 0, 0), ...["q", "r", "s", "t"].map((id, at) => sheet(id, at, at)), sheet("p", 3, 3)]);
  assert.equal(found.people, 5);
  assert.equal(found.areas[0].middle, 2);
});
