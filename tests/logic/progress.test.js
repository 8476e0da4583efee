import assert from "node:assert/strict";
import test from "node:test";
import { SCHEMA, answered, empty, latest, merge, read, scoreOf, walked } from "../../docs/assets/js/logic/progress.js";

const at = (day) => `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`;
const attempt = (day, right = true, given = ["a"]) => ({ at: at(day), given, right });
const stored = (progress) => read(JSON.stringify(progress));

test("nothing stored is empty progress without a fault", () => {
  assert.deepEqual(read(null), { progress: empty(), fault: "" });
});

test("what is written is read back the same", () => {
  let progress = answered(empty(), "fraga-1", "aaaa", attempt(1));
  progress = walked(progress, "ali", { at: at(2), choices: [{ node: "ett", option: "a" }] });
  assert.deepEqual(stored(progress), { progress, fault: "" });
});

test("text that is no progress is a fault, and a newer schema is another", () => {
  for (const text of ["{", "[]", "7", "null", '"x"', "{}", '{"schema":0}', '{"schema":1.5}', '{"schema":"2"}']) {
    assert.deepEqual(read(text), { progress: empty(), fault: "corrupt" }, text);
  }
  assert.equal(read(`{"schema":${SCHEMA + 1}}`).fault, "newer");
});

test("a malformed record is left out and the others stay", () => {
  const good = { print: "aaaa", attempts: [attempt(1)] };
  const bad = [
    null, 7, [], {}, { print: 7, attempts: [attempt(1)] }, { print: "a", attempts: [] }, { print: "a", attempts: 7 },
    { print: "a", attempts: [{ at: "igår", given: ["a"], right: true }] },
    { print: "a", attempts: [{ at: at(1), given: "a", right: true }] },
    { print: "a", attempts: [{ at: at(1), given: ["a\nb"], right: true }] },
    { print: "a", attempts: [{ at: at(1), given: ["a".repeat(300)], right: true }] },
    { print: "a", attempts: [{ at: at(1), given: [""], right: true }] },
    { print: "a", attempts: [{ at: at(1), given: ["a"], right: 1 }] },
  ];
  const questions = Object.fromEntries(bad.map((record, number) => [`fel-${number}`, record]));
  const { progress, fault } = read(JSON.stringify({ schema: SCHEMA, questions: { ...questions, bra: good }, cases: { x: 7 } }));
  assert.equal(fault, "");
  assert.deepEqual(progress, { schema: SCHEMA, questions: { bra: good }, cases: {} });
});

test("what was written is kept, and how much of an answer was right, where that is part of it", () => {
  const made = (score) => ({ ...attempt(1, false, ["16,5 år", "rad=val"]), score });
  const kept = (score) => stored(answered(empty(), "q", "aaaa", made(score))).progress.questions.q.attempts[0];
  assert.deepEqual(kept(0.5), made(0.5));
  for (const score of [0, 1, -1, 7, "0.5", null]) assert.equal("score" in kept(score), false);
  assert.deepEqual([made(0.5), attempt(1), attempt(1, false)].map(scoreOf), [0.5, 1, 0]);
});

test("keys that are no ids never come in", () => {
  const text = `{"schema":2,"questions":{"__proto__":{"print":"a","attempts":[]},"A b":{}},"cases":{"constructor":{}}}`;
  const { progress } = read(text);
  assert.deepEqual(Object.keys(progress.questions), []);
  assert.equal(latest(progress, "constructor", "x"), null);
});

test("the first schema becomes the second", () => {
  const old = { schema: 1, answers: { "fraga-1": { f: "aaaa", v: ["b"], ok: false, t: 1750000000 }, trasig: { f: 1 } } };
  assert.deepEqual(stored(old).progress, {
    schema: SCHEMA,
    questions: { "fraga-1": { print: "aaaa", attempts: [{ at: "2025-06-15T15:06:40.000Z", given: ["b"], right: false }] } },
    cases: {},
  });
  assert.deepEqual(stored({ schema: 1 }).progress, empty());
});

test("the latest attempt counts, and a changed key asks again", () => {
  let progress = answered(empty(), "q", "aaaa", attempt(1, false));
  progress = answered(progress, "q", "aaaa", attempt(2, true));
  assert.deepEqual(latest(progress, "q", "aaaa"), attempt(2, true));
  assert.equal(latest(progress, "q", "bbbb"), "changed");
  assert.equal(latest(progress, "other", "aaaa"), null);
  progress = answered(progress, "q", "bbbb", attempt(3));
  assert.deepEqual(progress.questions.q.attempts, [attempt(3)]);
});

test("only the last twenty attempts are kept", () => {
  let progress = empty();
  for (let day = 1; day <= 28; day += 1) progress = answered(progress, "q", "aaaa", attempt(day));
  assert.equal(progress.questions.q.attempts.length, 20);
  assert.deepEqual(latest(progress, "q", "aaaa"), attempt(28));
});

/** A pseudo-random sequence, the same in every run. */
function random(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % limit;
  };
}

function someProgress(next) {
  let progress = empty();
  for (let count = next(8); count > 0; count -= 1) {
    progress = answered(progress, `q-${next(4)}`, `print-${next(2)}`, attempt(1 + next(28), next(2) === 1));
    progress = walked(progress, `c-${next(2)}`, { at: at(1 + next(28)), choices: [] });
  }
  return progress;
}

test("merging is the same in both directions, changes nothing twice, and keeps the later answer", () => {
  const next = random(7);
  for (let round = 0; round < 300; round += 1) {
    const one = someProgress(next);
    const other = someProgress(next);
    const both = merge(one, other);
    for (const [id, record] of Object.entries(both.questions)) {
      const times = [one, other].flatMap(({ questions }) => questions[id]?.attempts.at(-1)?.at ?? []).sort();
      assert.equal(record.attempts.map((made) => made.at).sort().at(-1), record.attempts.at(-1).at);
      const own = [one, other].filter(({ questions }) => questions[id]);
      if (own.length === 1) assert.deepEqual(record, own[0].questions[id]);
      else if (one.questions[id].print === other.questions[id].print) assert.ok(times.at(-1) <= record.attempts.at(-1).at);
    }
    assert.deepEqual(merge(one, one).questions, ordered(one).questions);
    assert.deepEqual(Object.keys(both.questions).sort(), Object.keys(merge(other, one).questions).sort());
    assert.deepEqual(merge(both, one).cases, both.cases);
  }
});

/** Attempts stand in the order of time after a merge. */
function ordered(progress) {
  const questions = Object.fromEntries(
    Object.entries(progress.questions).map(([id, record]) => {
      const byTime = new Map(record.attempts.map((made) => [made.at, made]));
      return [id, { ...record, attempts: [...byTime.values()].sort((a, b) => (a.at < b.at ? -1 : 1)) }];
    }),
  );
  return { ...progress, questions };
}
