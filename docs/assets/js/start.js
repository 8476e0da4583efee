// Loads the code of an element when a page has the element; a page without any loads nothing more than this file.
// The widgets come as one file, which is made of elements/ when the site is built (macros/bundle.py).
const WIDGETS = "quiz-set, exam-set, case-walk, learning-path, daily-repetition, progress-overview, own-certificate, progress-tools, work-sheet";
const FRAME = ["source-list", "home-search"];

function promote() {
  if (document.querySelector(WIDGETS)) import(new URL("widgets.js", import.meta.url).href);
  for (const name of FRAME) {
    if (!customElements.get(name) && document.querySelector(name)) import(`./elements/${name}.js`);
  }
}

// The search fetches its words when somebody is about to type, not before.
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches("[data-md-component=search-query]")) new BroadcastChannel("obruten-search").postMessage("");
});

// The theme replaces the page's content without a page load, and says so here.
const theme = /** @type {{document$?: {subscribe(next: () => void): unknown}}} */ (/** @type {unknown} */ (window));
if (theme.document$) theme.document$.subscribe(promote);
else promote();
