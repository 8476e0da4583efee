// The reader's district: a setting of its own, stored first when the reader chooses. Where storage is forbidden the
// choice lasts as long as the page is open.
import { KEY, named, read, write } from "./logic/district.js";

/** @typedef {{slug: string, name: string}} District */

/** The choice as this page knows it; null when it has to be looked up. @type {string | null} */
let known = null;
/** The address that named a district, so that the next page asks again. */
let asked = "";

/** Return the slug of the chosen district, or nothing. A link that names one goes before what is stored. */
export function chosen() {
  const link = named(location.search);
  if (link && asked !== location.href) {
    asked = location.href;
    known = link;
  }
  try {
    known ??= read(localStorage.getItem(KEY));
  } catch {
    known ??= "";
  }
  return known;
}

/**
 * Choose a district, or none. Tells whether it was saved; else it is known as long as the page is open.
 * @param {string} slug
 */
export function choose(slug) {
  let saved = true;
  try {
    if (slug) localStorage.setItem(KEY, write(slug));
    else localStorage.removeItem(KEY);
  } catch {
    saved = false;
  }
  forget();
  known = slug;
  document.dispatchEvent(new CustomEvent("district-change"));
  return saved;
}

/** Forget what the address names, so that what is chosen stands when the page is loaded again. */
export function forget() {
  const address = new URL(location.href);
  address.searchParams.delete("stadsdel");
  if (named(location.search)) history.replaceState(history.state, "", address);
  asked = "";
  known = null;
}

/**
 * Return the districts there are; none where the list cannot be had.
 * @param {string} start the address of the page that lists them
 * @returns {Promise<District[]>}
 */
export async function list(start) {
  try {
    const answer = await fetch(new URL("lista.json", start));
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

/**
 * Return a district's own page; null where it cannot be had.
 * @param {string} address
 */
export async function page(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/**
 * Call `listener` when the choice changes here or in another tab, until `signal` is aborted.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function onChoice(listener, signal) {
  document.addEventListener("district-change", listener, { signal });
  const elsewhere = (/** @type {StorageEvent} */ event) => {
    if (event.key !== KEY) return;
    known = null;
    listener();
  };
  window.addEventListener("storage", elsewhere, { signal });
}
