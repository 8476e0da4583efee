// Loads the code of an element when a page has it. macros/bundle.py puts what works together in one file.
const WIDGETS = "quiz-set, exam-set, case-walk, learning-path, daily-repetition, progress-overview, own-certificate, progress-tools, work-sheet";
const FRAME = ["source-list", "home-search"];
let local = false; // is a district chosen, or to be?

function promote() {
  local ||= location.search.includes("stadsdel=") || "obruten-skolgang-stadsdel" in localStorage;
  if (local) load("local");
  if (document.querySelector(WIDGETS)) load("widgets");
  if (document.querySelector("readiness-check")) load("readiness");
  for (const name of FRAME) {
    if (!customElements.get(name) && document.querySelector(name)) import(`./elements/${name}.js`);
  }
}

/** @param {string} name */
const load = (name) => import(new URL(`${name}.js`, import.meta.url).href);

/** @type {HTMLAnchorElement | null} */
const choice = document.querySelector("district-choice a");
if (choice) {
  choice.href = choice.href; // whole: the header outlives the page
  choice.onclick = (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation(); // the theme would follow the link
    choice.dataset.opened = "";
    local = true;
    promote();
  };
}

// The search fetches its words when somebody is about to type, not before.
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches("[data-md-component=search-query]")) new BroadcastChannel("obruten-search").postMessage("");
});

// The theme replaces the page's content without a page load, and says so here.
const theme = /** @type {{document$?: {subscribe(next: () => void): unknown}}} */ (/** @type {unknown} */ (window));
if (theme.document$) theme.document$.subscribe(promote);
else promote();
