// Which district the reader has chosen: how the choice is stored, and how an address names one. Pure.

/** The key it is stored under in the browser; start.js looks for it too. */
export const KEY = "obruten-skolgang-stadsdel";
const SCHEMA = 1;

/** @param {unknown} value */
const slugOf = (value) => (typeof value === "string" && /^[a-z0-9-]{1,100}$/.test(value) ? value : "");

/**
 * Read what is stored; anything but a choice is none.
 * @param {string | null} text
 */
export function read(text) {
  try {
    const { schema, slug } = JSON.parse(text ?? "");
    return schema === SCHEMA ? slugOf(slug) : "";
  } catch {
    return "";
  }
}

/** @param {string} slug */
export function write(slug) {
  return JSON.stringify({ schema: SCHEMA, slug });
}

/**
 * Return the district that an address names, as people write it too: «Hägersten-Älvsjö».
 * @param {string} search the part from the question mark on
 */
export function named(search) {
  const name = new URLSearchParams(search).get("stadsdel") ?? "";
  return slugOf(name.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
}

/**
 * Tell whether something local stands on a page: in its topics or its path, or everywhere.
 * @param {string} places what the local thing names, with spaces between
 * @param {string} here what the page is, with spaces between
 */
export function belongs(places, here) {
  return !places || places.split(" ").some((place) => here.split(" ").includes(place));
}
