// The reader's progress in this browser. Storage that is full, forbidden or broken never stops a page: what cannot be
// saved is kept for as long as the page is open, and `unsaved()` says so.
import { KEY, SCHEMA, empty, merge, read } from "./logic/progress.js";

/** Progress that could not be saved, or null. @type {import("./logic/progress.js").Progress | null} */
let memory = null;

/** @returns {string | null} */
function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @returns {import("./logic/progress.js").Progress} */
export function load() {
  const { progress } = read(stored());
  return memory ? merge(progress, memory) : progress;
}

/** Tell whether something could not be saved. */
export function unsaved() {
  return memory !== null;
}

/**
 * Change the progress as it is now, other tabs' answers included.
 * @param {(progress: import("./logic/progress.js").Progress) => import("./logic/progress.js").Progress} change
 */
export function update(change) {
  const text = stored();
  const next = change(load());
  try {
    const { fault } = read(text);
    if (fault === "newer") throw new Error("stored by a newer version");
    if (fault === "corrupt" && text) localStorage.setItem(`${KEY}-unreadable`, text);
    localStorage.setItem(KEY, JSON.stringify(next));
    memory = null;
  } catch {
    memory = next;
  }
  document.dispatchEvent(new CustomEvent("progress-change"));
}

/** Forget everything. */
export function erase() {
  memory = null;
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(`${KEY}-unreadable`);
  } catch {
    // nothing is stored where storage is forbidden
  }
  document.dispatchEvent(new CustomEvent("progress-change"));
}

/**
 * Put a file that the reader saved together with what is here.
 * @param {string} text
 * @returns {"" | "corrupt" | "newer"} what is wrong with it, if anything
 */
export function importText(text) {
  const { progress, fault } = read(text || "?");
  if (!fault) update((mine) => merge(mine, progress));
  return fault;
}

/** Return the reader's own file. */
export function exportText() {
  return JSON.stringify({ ...empty(), ...load(), schema: SCHEMA }, null, 1);
}

/**
 * Call `listener` when progress changes here or in another tab, until `signal` is aborted.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function onChange(listener, signal) {
  document.addEventListener("progress-change", listener, { signal });
  window.addEventListener("storage", (event) => event.key === KEY && listener(), { signal });
}
