// The reader's stored progress: its shape, how old and broken text is read, and how two of them become one.
// Pure: time comes as a parameter, storage is somebody else's.

/** The key it is stored under in the browser. */
export const KEY = "obruten-skolgang";

/** The schema this code writes. Raise it together with a step in MIGRATIONS. */
export const SCHEMA = 2;

/** How many attempts are kept for each question. */
const KEPT = 20;

/**
 * @typedef {{at: string, given: string[], right: boolean, score?: number}} Attempt  `at` is ISO 8601 in UTC, `given` what
 *   `grade` takes, `score` is there where the answer is partly right: above 0, below 1
 * @typedef {{print: string, attempts: Attempt[]}} QuestionRecord  `print` tells one key of the question from another
 * @typedef {{at: string, choices: {node: string, option: string}[]}} CaseRecord
 * @typedef {{schema: number, questions: Record<string, QuestionRecord>, cases: Record<string, CaseRecord>}} Progress
 */

/** @returns {Progress} */
export function empty() {
  return { schema: SCHEMA, questions: {}, cases: {} };
}

/**
 * Read stored text. Faulty text gives empty progress, a faulty record is left out, the rest is kept.
 * @param {string | null} text
 * @returns {{progress: Progress, fault: "" | "corrupt" | "newer"}}
 */
export function read(text) {
  if (text === null || text === "") return { progress: empty(), fault: "" };
  /** @type {any} */
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    return { progress: empty(), fault: "corrupt" };
  }
  if (!isObject(stored) || !Number.isInteger(stored.schema) || stored.schema < 1) {
    return { progress: empty(), fault: "corrupt" };
  }
  if (stored.schema > SCHEMA) return { progress: empty(), fault: "newer" };
  for (let schema = stored.schema; schema < SCHEMA; schema += 1) stored = MIGRATIONS[schema](stored);
  return { progress: clean(stored), fault: "" };
}

/**
 * Steps from one schema to the next.
 * 1 → 2: one answer a question (`{f, v, ok, t}`, seconds since 1970) became a list of attempts; cases came.
 * @type {Record<number, (old: any) => any>}
 */
const MIGRATIONS = {
  1: (old) => ({
    schema: 2,
    questions: Object.fromEntries(
      entries(old.answers).map(([id, answer]) => [
        id,
        {
          print: answer?.f,
          attempts: [{ at: isoTime(answer?.t), given: answer?.v, right: answer?.ok }],
        },
      ]),
    ),
    cases: {},
  }),
};

/**
 * Return the latest attempt at a question as its key is now; "changed" where only its former key was answered.
 * @param {Progress} progress
 * @param {string} id
 * @param {string} print
 * @returns {Attempt | "changed" | null}
 */
export function latest(progress, id, print) {
  return attemptsAt(progress, id, print).at(-1) ?? (Object.hasOwn(progress.questions, id) ? "changed" : null);
}

/**
 * Return the attempts at a question as its key is now, the earliest first.
 * @param {Progress} progress
 * @param {string} id
 * @param {string} print
 * @returns {Attempt[]}
 */
export function attemptsAt(progress, id, print) {
  const record = Object.hasOwn(progress.questions, id) ? progress.questions[id] : null;
  return record?.print === print ? record.attempts : [];
}

/**
 * Return how much of an answer was right, between 0 and 1.
 * @param {Attempt} attempt
 */
export function scoreOf({ right, score }) {
  return right ? 1 : (score ?? 0);
}

/**
 * Return progress with one more attempt at a question.
 * @param {Progress} progress
 * @param {string} id
 * @param {string} print
 * @param {Attempt} attempt
 * @returns {Progress}
 */
export function answered(progress, id, print, attempt) {
  const record = { print, attempts: [...attemptsAt(progress, id, print), attempt].slice(-KEPT) };
  return { ...progress, questions: { ...progress.questions, [id]: record } };
}

/**
 * Return progress with the way taken through a case.
 * @param {Progress} progress
 * @param {string} id
 * @param {CaseRecord} record
 * @returns {Progress}
 */
export function walked(progress, id, record) {
  return { ...progress, cases: { ...progress.cases, [id]: record } };
}

/**
 * Return both put together: for each question and case, the record with the later answer.
 * @param {Progress} one
 * @param {Progress} other
 * @returns {Progress}
 */
export function merge(one, other) {
  const questions = { ...one.questions };
  for (const [id, record] of Object.entries(other.questions)) {
    const mine = questions[id];
    if (!mine) questions[id] = record;
    else if (mine.print === record.print) questions[id] = { print: mine.print, attempts: together(mine, record) };
    else if (time(record) > time(mine)) questions[id] = record;
  }
  const cases = { ...one.cases };
  for (const [id, record] of Object.entries(other.cases)) {
    if (!cases[id] || record.at > cases[id].at) cases[id] = record;
  }
  return { schema: SCHEMA, questions, cases };
}

/**
 * @param {QuestionRecord} one
 * @param {QuestionRecord} other
 * @returns {Attempt[]}
 */
function together(one, other) {
  const byTime = new Map([...one.attempts, ...other.attempts].map((attempt) => [attempt.at, attempt]));
  return [...byTime.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-KEPT);
}

/** @param {QuestionRecord} record */
function time(record) {
  return record.attempts[record.attempts.length - 1].at;
}

/**
 * Return only what is well formed.
 * @param {any} stored
 * @returns {Progress}
 */
function clean(stored) {
  /** @type {Progress} */
  const progress = empty();
  for (const [id, record] of entries(stored.questions)) {
    /** @type {Attempt[]} */
    const attempts = Array.isArray(record?.attempts) ? record.attempts.filter(isAttempt) : [];
    if (typeof record?.print === "string" && attempts.length) {
      progress.questions[id] = {
        print: record.print,
        attempts: attempts.slice(-KEPT).map(({ at, given, right, score }) =>
          !right && typeof score === "number" && score > 0 && score < 1 ? { at, given, right, score } : { at, given, right },
        ),
      };
    }
  }
  for (const [id, record] of entries(stored.cases)) {
    if (isTime(record?.at) && Array.isArray(record.choices) && record.choices.every(isChoice)) {
      /** @type {{node: string, option: string}[]} */
      const choices = record.choices;
      progress.cases[id] = { at: record.at, choices: choices.map(({ node, option }) => ({ node, option })) };
    }
  }
  return progress;
}

/**
 * Return the entries of an object whose keys are authored ids; none for anything else.
 * @param {any} value
 * @returns {[string, any][]}
 */
function entries(value) {
  return isObject(value) ? Object.entries(value).filter(([id]) => isId(id)) : [];
}

/** @param {any} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {any} value */
function isId(value) {
  return typeof value === "string" && /^[a-z0-9-]{1,100}$/.test(value);
}

/** @param {any} value */
function isTime(value) {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** @param {any} value @returns {value is Attempt} */
function isAttempt(value) {
  return (
    isTime(value?.at) && Array.isArray(value.given) && value.given.every(isGiven) && typeof value.right === "boolean"
  );
}

/** Tell whether it is short text without control characters: an id, two with = between them, or what was written. */
function isGiven(/** @type {any} */ value) {
  return typeof value === "string" && /^\P{Cc}{1,210}$/u.test(value);
}

/** @param {any} value */
function isChoice(value) {
  return isId(value?.node) && isId(value?.option);
}

/** @param {any} seconds */
function isoTime(seconds) {
  return Number.isFinite(seconds) && Math.abs(seconds) < 8e12 ? new Date(seconds * 1000).toISOString() : "";
}
