// Loads the code of an element when a page has the element; a page without any loads nothing more than this file.
const ELEMENTS = ["quiz-set", "case-walk", "learning-path", "daily-repetition", "exam-set", "progress-overview", "own-certificate", "progress-tools", "readiness-check", "source-list", "home-search"];
const LOCAL = ["district-choice", "local-side"]; // wanted where a district is chosen, or is to be
let local = false;

function promote() {
  try {
    local ||= location.search.includes("stadsdel=") || "obruten-skolgang-stadsdel" in localStorage;
  } catch {
    // nothing is chosen where storage is forbidden
  }
  for (const name of local ? [...ELEMENTS, ...LOCAL] : ELEMENTS) {
    if (!customElements.get(name) && document.querySelector(name)) import(`./elements/${name}.js`);
  }
}

/** @type {HTMLAnchorElement | null} */
const choice = document.querySelector("district-choice a");
if (choice) {
  choice.href = choice.href; // the header stays when the theme changes the page
  choice.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation(); // else the theme follows the link
    choice.dataset.opened = "";
    local = true;
    promote();
  };
}

// The theme replaces the page's content without a page load, and says so here.
const theme = /** @type {{document$?: {subscribe(next: () => void): unknown}}} */ (/** @type {unknown} */ (window));
if (theme.document$) theme.document$.subscribe(promote);
else promote();
