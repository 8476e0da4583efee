// The search engine of a page: fetches the index and the site's own words once, and answers questions.
import { Index } from "./index.js";
import { results } from "./show.js";

/** @type {Promise<Index> | null} */
let ready = null;

/**
 * Fetch and read the index. A failed try is forgotten, so that the next question tries again.
 * @param {string} root the site's root
 */
export function prepare(root) {
  ready ??= Promise.all(["search/search_index.json", "search/words.json"].map((path) => fetched(new URL(path, root))))
    .then(([{ docs }, site]) => new Index(docs, site))
    .catch((error) => {
      ready = null;
      throw error;
    });
  return ready;
}

/** @param {URL} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
}

/**
 * @param {string} root
 * @param {string} question
 */
export async function answer(root, question) {
  return results(await prepare(root), question);
}
