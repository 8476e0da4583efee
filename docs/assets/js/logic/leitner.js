// Repetition in five boxes: how long a question rests depends on how many times it has come back right. Pure.
import { latest } from "./progress.js";

/** How many days a question rests in each box. */
export const REST = [1, 3, 7, 16, 35];

/** The number of the day of an ISO time, in UTC. @param {string} at */
export const dayOf = (at) => Math.floor(Date.parse(at) / 864e5);

/** Say when something is that is some days away. @param {number} days */
export const inDays = (days) => (days === 1 ? "i morgon" : `om ${days} dagar`);

/** Say when the next repetition is, if any. @param {number | null} next @param {number} today */
export const whenNext = (next, today) =>
  next === null ? "Frågor som du har svarat på kommer tillbaka." : `Nästa repetition är ${inDays(next - today)}.`;

/**
 * Return the box (1–5) that attempts lead to and the day the question comes back. A right answer moves it up a box,
 * but only when it was due; a wrong one takes it back to the first.
 * @param {import("./progress.js").Attempt[]} attempts the earliest first
 */
export function place(attempts) {
  let box = 1;
  let due = -Infinity;
  for (const { at, right } of attempts) {
    const day = dayOf(at);
    if (!right) box = 1;
    else if (day >= due) box = Math.min(box + 1, REST.length);
    else continue;
    due = day + REST[box - 1];
  }
  return { box, due };
}

/**
 * Return the questions to repeat today, those that have waited longest first, and the day the next one comes. Those
 * never answered are for the modules and the practice pages; one whose key has changed is to be repeated at once.
 * @param {import("./progress.js").Progress} progress
 * @param {import("./modules.js").Asked[]} bank
 * @param {number} today
 */
export function repetition(progress, bank, today) {
  const placed = bank.flatMap(({ id, print }) => {
    const attempt = latest(progress, id, print);
    if (!attempt) return [];
    return [{ id, due: attempt === "changed" ? today : place(progress.questions[id].attempts).due }];
  });
  placed.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
  const due = placed.filter((one) => one.due <= today).map(({ id }) => id);
  return { due, next: placed[due.length]?.due ?? null };
}
