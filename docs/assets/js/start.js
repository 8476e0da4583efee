// Loads the code of an element when a page has the element; a page without any loads nothing more than this file.
const ELEMENTS = ["quiz-set", "case-walk", "learning-path", "daily-repetition", "exam-set", "progress-overview", "own-certificate", "progress-tools", "work-sheet", "source-list", "home-search"];

function promote() {
  for (const name of ELEMENTS) {
    if (!customElements.get(name) && document.querySelector(name)) import(`./elements/${name}.js`);
  }
}

// The theme replaces the page's content without a page load, and says so here.
const theme = /** @type {{document$?: {subscribe(next: () => void): unknown}}} */ (/** @type {unknown} */ (window));
if (theme.document$) theme.document$.subscribe(promote);
else promote();
