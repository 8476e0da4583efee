"""How well the search finds, and how fast: `make bench-search`. Nothing here passes or fails; it prints.

The questions of tests/search/questions.tsv are put to three searches over the same built pages, in one run and in one
real Chromium: ours, Material's own, and Pagefind. Ours and Material's go through the theme's search box.

A page is right when the question's topic is in its front matter or when it is one of the pages the question names; an
answered question (svar/fragor) by its own topics. `named` counts the named pages alone. The set `held` was kept aside
while the search was tuned; `given` are real questions whose wordings stand in data/answers too.
"""

from __future__ import annotations

import contextlib
import csv
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from macros import content

from .bench import copy_site
from .conftest import ROOT, address, command, replace, serve

WATCH = """
const real = window.Worker;
window.asked = [];
window.Worker = class extends real {
  constructor(...rest) {
    super(...rest);
    this.addEventListener("message", ({ data }) => {
      if (data.type !== 3) return;
      const open = window.asked.find((one) => one.items === undefined);
      if (open) Object.assign(open, { items: data.data.items, took: performance.now() - open.at });
    });
  }
  postMessage(message, ...rest) {
    if (message?.type === 2 && message.data) window.asked.push({ question: message.data, at: performance.now() });
    super.postMessage(message, ...rest);
  }
};
"""
"""Notes every question that the page puts to its search worker, its answer and the time between."""

TYPE = """
question => new Promise((done, fail) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const before = window.asked.length;
  box.focus();
  box.value = question;
  box.dispatchEvent(new Event("keyup", { bubbles: true }));
  const limit = performance.now() + 60000;
  const look = () => {
    const mine = window.asked[before];
    if (mine?.items !== undefined) done([mine.items.map((list) => list.map(({ location }) => location)), mine.took]);
    else if (performance.now() > limit) fail(new Error(question));
    else setTimeout(look, 1);
  };
  look();
})
"""

PAGEFIND = """
async question => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const start = performance.now();
  const found = await window.pagefind.search(question);
  const data = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
  return [data.map(({ url }) => [url.replace(/^\\//, "")]), performance.now() - start];
}
"""


@dataclass(frozen=True)
class Question:
    """A line of tests/search/questions.tsv; `pages` are addresses from the site's root."""

    kind: str
    set: str
    question: str
    topic: str
    pages: frozenset[str]


@dataclass
class Score:
    """How often the right page came first, among the first three, and how far down on the whole."""

    places: list[int | None] = field(default_factory=list)
    named: list[int | None] = field(default_factory=list)
    empty: int = 0

    def line(self) -> str:
        """Return the figures: shares in per cent, and the mean of one over the place."""

        def share(places: list[int | None], most: int) -> float:
            return 100 * sum(place is not None and place < most for place in places) / len(places)

        rank = sum(1 / (place + 1) for place in self.places if place is not None) / len(self.places)
        return (
            f"{share(self.places, 1):5.0f} {share(self.places, 3):5.0f} {rank:6.2f} "
            f"{100 * self.empty / len(self.places):6.0f} {share(self.named, 1):8.0f} {share(self.named, 3):5.0f}"
        )


def questions() -> list[Question]:
    """Return the questions in the order of the file."""
    with (ROOT / "tests" / "search" / "questions.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Question(
                row["kind"], row["set"], row["question"], row["topic"], frozenset(map(url, row["pages"].split(",")))
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def url(path: str) -> str:
    """Return the address of a page in docs/."""
    return path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"


class Judge:
    """Tells which results are right."""

    def __init__(self) -> None:
        loaded, _ = content.load(ROOT)
        self.topics = {page.url: set(page.meta.topics) for page in loaded.pages.values()}
        self.answers = {identity: set(answer.topics) for identity, answer in loaded.answers.items()}

    def places(self, question: Question, found: list[list[str]]) -> tuple[int | None, int | None]:
        """Return the place of the first right page, and of the first named one; None where there is none."""
        right = named = None
        for place, locations in enumerate(found):
            page, _, anchor = locations[0].partition("#")
            topics = self.answers.get(anchor) or self.topics.get(page, set())
            if named is None and page in question.pages:
                named = place
            if right is None and (page in question.pages or question.topic in topics):
                right = place
        return right, named


def no_hit(found: list[list[str]]) -> bool:
    """Tell whether a search found nothing: ours then offers somebody to ask."""
    return not found or any(location.startswith("mailto:") for locations in found for location in locations)


Ask = Callable[[str], tuple[list[list[str]], float]]


def put(asked: list[Question], ask: Ask, judge: Judge) -> tuple[dict[str, Score], list[float]]:
    """Put all questions and return the scores by kind and set, and how many milliseconds each answer took."""
    scores: dict[str, Score] = defaultdict(Score)
    times = []
    for question in asked:
        found, took = ask(question.question)
        times.append(took)
        right, named = judge.places(question, found)
        for name in dict.fromkeys((question.kind, question.set, "given" if question.set == "given" else "own")):
            scores[name].places.append(right)
            scores[name].named.append(named)
            scores[name].empty += no_hit(found)
    return scores, times


@contextlib.contextmanager
def opened(site: Path, script: str) -> Iterator[tuple[Page, str]]:
    """Open a page of a served site in a real Chromium."""
    server = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.add_init_script(script)
        page.goto(f"{address(server)}om/uppdraget/")
        page.wait_for_load_state("networkidle")
        yield page, address(server)
        browser.close()
    server.shutdown()


def through_the_box(page: Page) -> Ask:
    """Return a function that asks through the theme's search box."""

    def ask(question: str) -> tuple[list[list[str]], float]:
        found, took = page.evaluate(TYPE, question)
        return found, took

    return ask


def through_pagefind(page: Page) -> Ask:
    """Return a function that asks Pagefind."""

    def ask(question: str) -> tuple[list[list[str]], float]:
        found, took = page.evaluate(PAGEFIND, question)
        return found, took

    return ask


def build(folder: Path) -> None:
    """Build the site in `folder`."""
    done = command("mkdocs", "build", "--quiet", folder=folder)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def finding(ours: Path, material: Path) -> None:
    """Print how well the three searches find."""
    asked, judge = questions(), Judge()
    tables = {}
    with opened(ours, WATCH) as (page, _):
        tables["ours"], times = put(asked, through_the_box(page), judge)
    print(f"ours: an answer after {median(times[1:]):.1f} ms (median), {max(times[1:]):.1f} ms (worst)")
    with opened(material, WATCH) as (page, _):
        tables["Material"], _times = put(asked, through_the_box(page), judge)
    with opened(ours, "") as (page, _):
        tables["Pagefind"], _times = put(asked, through_pagefind(page), judge)
    print("                                  @1    @3    MRR no hit named @1    @3")
    for name in tables["ours"]:
        count = len(tables["ours"][name].places)
        for engine, scores in tables.items():
            print(f"{f'{name} ({count})' if engine == 'ours' else '':21} {engine:9} {scores[name].line()}")


def keystrokes(site: Path, pages: int) -> None:
    """Print how soon the search is ready and how fast each keystroke is answered at about so many pages."""
    index = site / "search" / "search_index.json"
    original = index.read_text(encoding="utf-8")
    data = json.loads(original)
    docs = data["docs"]
    have = len({doc["location"].split("#")[0] for doc in docs})
    copies = max(1, round(pages / have))
    data["docs"] = [
        {**doc, "location": f"kopia-{copy}/{doc['location']}" if copy else doc["location"]}
        for copy in range(copies)
        for doc in docs
    ]
    index.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    typed = [one.question[:end] for one in questions()[::9] for end in range(2, len(one.question) + 1, 2)]
    with opened(site, WATCH) as (page, _):
        ask = through_the_box(page)
        start = time.perf_counter()
        ask("skolplikt")
        ready = 1000 * (time.perf_counter() - start)
        times = [ask(text)[1] for text in typed]
    index.write_text(original, encoding="utf-8")
    slow = sorted(times)[len(times) * 99 // 100]
    print(
        f"{copies * have} pages: ready and first answer after {ready:.0f} ms; "
        f"a keystroke {median(times):.1f} ms (median), {slow:.1f} ms (99 of 100), "
        f"{max(times):.1f} ms (worst of {len(times)})"
    )


def sizes(ours: Path, material: Path) -> None:
    """Print what the search weighs, gzipped."""

    def weight(site: Path, path: str) -> float:
        return len(gzip.compress((site / path).read_bytes(), 9)) / 1000

    beside = ["assets/js/search/worker.js", "assets/js/search.js", "search/words.json"]
    index, default = (weight(site, "search/search_index.json") for site in (ours, material))
    print(
        f"index {index:.0f} kB, Material's {default:.0f} kB ({index / default:.2f} times); worker, engine and words "
        f"{sum(weight(ours, path) for path in beside):.1f} kB; fetched by one who does not search: "
        f"{weight(ours, beside[0]):.1f} kB, with Material's own search {default + weight_of_worker(material):.0f} kB"
    )


def weight_of_worker(site: Path) -> float:
    """Return what Material's own worker weighs, in kB gzipped."""
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    return len(gzip.compress(worker.read_bytes(), 9)) / 1000


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        ours, material = Path(name) / "ours", Path(name) / "material"
        copy_site(ours)
        build(ours)
        copy_site(material)
        own = '{%- set own_search = "material/search" in config.plugins -%}'
        replace(material / "overrides" / "main.html", own, "{%- set own_search = false -%}")
        build(material)
        site = ours / "site"
        pagefind = [sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "sv"]
        subprocess.run(pagefind, check=True, stdout=subprocess.DEVNULL)
        sizes(site, material / "site")
        finding(site, material / "site")
        shutil.rmtree(site / "pagefind")
        keystrokes(site, 200)
        keystrokes(site, 2000)


if __name__ == "__main__":
    main()
