"""What the training widgets weigh, each file gzipped: all together, and what a page fetches for the elements it has."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from .conftest import ROOT

JS = ROOT / "docs" / "assets" / "js"
FRAME = {"home-search.js", "source-list.js", "district.js", "district-choice.js", "local-side.js"}
FRAME |= {"readiness-check.js", "readiness.js"}
"""What has nothing to do with training: the page frame, the reader's district, and the start in a district."""
ALL = 27_000
"""All widgets together, their comments and types included. The goal is 15 kB: this holds the line on the way there."""


def weight(files: set[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def fetched(*elements: str) -> set[Path]:
    """Return what a page with these elements fetches: `start.js`, the elements, and what they import."""
    waiting = [JS / "start.js", *(JS / "elements" / f"{element}.js" for element in elements)]
    found: set[Path] = set()
    while waiting:
        file = waiting.pop().resolve()
        if file not in found:
            found.add(file)
            text = file.read_text(encoding="utf-8")
            waiting += [file.parent / name for name in re.findall(r'^import .*?"(\..*?)";', text, re.MULTILINE)]
    return found


def test_all_widgets_together() -> None:
    assert weight({file for file in JS.rglob("*.js") if file.name not in FRAME}) <= ALL


@pytest.mark.parametrize(
    ("elements", "limit"),
    [
        ((), 1_000),
        (("district-choice", "local-side"), 5_200),
        (("quiz-set",), 15_000),
        (("exam-set",), 15_000),
        (("case-walk",), 8_700),
        (("progress-overview", "learning-path"), 11_200),
        (("own-certificate",), 10_000),
        (("learning-path", "daily-repetition"), 19_000),
    ],
)
def test_what_a_page_fetches(elements: tuple[str, ...], limit: int) -> None:
    assert weight(fetched(*elements)) <= limit


def test_every_file_is_fetched_by_some_element() -> None:
    elements = [file.stem for file in (JS / "elements").iterdir()]
    assert fetched(*elements) == {file.resolve() for file in JS.rglob("*.js")}
