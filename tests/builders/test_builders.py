"""The same source built by MkDocs and by Zensical: the same pages, with the same things on each.

What is not the same, and why:
- the search index: MkDocs writes search/search_index.json, Zensical search.json, each for its own search;
- the theme's files and the order of attributes in its own markup, which neither we nor a reader depend on;
- sitemap.xml.gz and the theme's source maps, which Zensical does not write;
- faulty content: both show every fault and end with 1. But Zensical wraps any Python exception in one of its own and
  prints where it came from, and it has emptied the site by then: `python -m macros check` belongs before it.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, command, copy_base, once, replace

COUNTED = {
    "quizzes": r"<quiz-set\b",
    "questions": r'<form class="question"',
    "citations": r'<a class="lag"',
    "sources": r'<li id="kalla-',
    "cases": r"<case-walk\b",
    "scenes": r'<section class="case-node"',
    "paths": r"<learning-path\b",
    "headings": r"<h[1-6]\b",
    "local sides": r"<local-side\b",
    "statements": r'<fieldset class="statement"',
}


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by Zensical."""

    def make(folder: Path) -> Path:
        for name in ("docs", "data", "training", "macros", "overrides"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        done = command("zensical", "build", "--strict", folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        return folder / "site"

    return once(tmp_path_factory, "zensical", make)


def pages(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert len(found) > 20
    return found


def article(html: str) -> str:
    match = re.search(r"<article.*?</article>", html, re.DOTALL)
    return match[0] if match else ""


def test_both_make_the_same_pages_with_the_same_things(real_site: Path, zensical_site: Path) -> None:
    ours, theirs = pages(real_site), pages(zensical_site)
    assert sorted(ours) == sorted(theirs)
    counted = {
        name: {what: len(re.findall(pattern, article(html))) for what, pattern in COUNTED.items()}
        for name, html in ours.items()
    }
    assert sum(numbers["questions"] for numbers in counted.values()) > 40
    for name, html in theirs.items():
        found = {what: len(re.findall(pattern, article(html))) for what, pattern in COUNTED.items()}
        assert (name, found) == (name, counted[name])


def test_both_say_the_same_in_every_article(real_site: Path, zensical_site: Path) -> None:
    def words(html: str) -> list[str]:
        return re.sub(r"<[^>]+>|¶|&para;", " ", article(html)).split()

    theirs = pages(zensical_site)
    for name, html in pages(real_site).items():
        assert (name, words(html)) == (name, words(theirs[name]))


def test_both_write_the_same_files_beside_the_pages(real_site: Path, zensical_site: Path) -> None:
    def files(site: Path) -> dict[str, bytes]:
        names = ("*.docx", "*.xlsx", "lista.json")
        return {path.relative_to(site).as_posix(): path.read_bytes() for name in names for path in site.rglob(name)}

    ours = files(real_site)
    assert len(ours) > 15
    assert files(zensical_site) == ours


def test_both_keep_answers_out_of_their_search(real_site: Path, zensical_site: Path) -> None:
    for path in (real_site / "search" / "search_index.json", zensical_site / "search.json"):
        text = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        assert "Skolplikten börjar" in text
        html = (real_site / "utbildning/moduler/skolplikt/index.html").read_text(encoding="utf-8")
        hidden = re.findall(r'<span class="verdict-text">(.*?)</span>', html)
        assert len(hidden) > 20
        assert [option for option in hidden if len(option) > 30 and option in text] == []


@pytest.mark.parametrize(("builder", "arguments"), [("mkdocs", ["--strict"]), ("zensical", [])])
def test_faulty_content_stops_both(tmp_path: Path, builder: str, arguments: list[str]) -> None:
    site = copy_base(tmp_path / "site")
    first = command(builder, "build", *arguments, folder=site)
    assert first.returncode == 0, first.stdout + first.stderr
    before = {path: path.read_bytes() for path in (site / "site").rglob("*.html")}
    replace(site / "training/modules/forsta.yml", "minutes: 45", "minutes: många")
    replace(site / "docs/skolplikt.md", '{{ lag("SkolL 7:13 a") }}', '{{ lag("SkolL 7:99") }}')
    done = command(builder, "build", *arguments, folder=site)
    said = done.stdout + done.stderr
    assert "training/modules/forsta.yml:5: S003 «minutes» ska vara ett heltal, inte «många»" in said
    assert "docs/skolplikt.md:22: L001 lagrummet «SkolL 7:99» finns inte i registret" in said
    assert done.returncode == 1
    if builder == "mkdocs":
        assert "Traceback" not in said
        assert {path: path.read_bytes() for path in (site / "site").rglob("*.html")} == before
