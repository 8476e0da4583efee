import assert from "node:assert/strict";
import test from "node:test";
import { REST, dayOf, place, repetition } from "../../docs/assets/js/logic/leitner.js";
import { answered, empty } from "../../docs/assets/js/logic/progress.js";

const start = dayOf("2026-11-23T10:00:00.000Z");
const on = (day, right = true) => ({ at: new Date((start + day) * 864e5 + 36e6).toISOString(), given: ["a"], right });
const asked = (id, print = "aaaa") => ({ id, print, points: 1 });

test("a right answer on the day it is due moves up a box, to the last one at most", () => {
  const attempts = [];
  for (const [at, box] of [2, 3, 4, 5, 5, 5].entries()) {
    attempts.push(on(attempts.length ? place(attempts).due - start : 0));
    assert.equal(place(attempts).box, box, `attempt ${at}`);
  }
});

test("a right answer before its day changes nothing; a wrong one takes it back to the first box", () => {
  assert.deepEqual(place([on(0)]), { box: 2, due: start + 3 });
  assert.deepEqual(place([on(0), on(0), on(1), on(2)]), { box: 2, due: start + 3 });
  assert.deepEqual(place([on(0), on(3)]), { box: 3, due: start + 3 + 7 });
  assert.deepEqual(place([on(0), on(3), on(4, false)]), { box: 1, due: start + 4 + 1 });
});

test("for any attempts: the box is one of five, and it rests as long as the box says", () => {
  let state = 7;
  const next = (below) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
  for (let round = 0; round < 2000; round += 1) {
    let day = 0;
    const attempts = Array.from({ length: 1 + next(20) }, () => on((day += next(9)), next(4) > 0));
    const { box, due } = place(attempts);
    assert.ok(box >= 1 && box <= 5);
    assert.ok(attempts.some(({ at }) => dayOf(at) + REST[box - 1] === due));
    assert.ok(!attempts.at(-1).right ? box === 1 && due === start + day + 1 : true);
  }
});

test("what is due comes with the longest wait first; the rest says when", () => {
  let progress = empty();
  progress = answered(progress, "b", "aaaa", on(0, false));
  progress = answered(progress, "a", "aaaa", on(-10));
  progress = answered(progress, "c", "aaaa", on(0));
  progress = answered(progress, "d", "old", on(0));
  const bank = ["a", "b", "c", "d", "never"].map((id) => asked(id));
  assert.deepEqual(repetition(progress, bank, start + 1), { due: ["a", "b", "d"], next: start + 3 });
  assert.deepEqual(repetition(empty(), bank, start), { due: [], next: null });
  assert.deepEqual(repetition(progress, [], start).due, []);
});
