"""What the site's own code weighs, gzipped, as it is published: the training widgets, the search, any page."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from macros import bundle

from .conftest import ROOT

ASSETS = ROOT / "docs" / "assets"
WIDGETS = 15_000
"""All training widgets together, script and style."""
SEARCH = 35_000
"""The search worker, its engine and the site's own words, beside the index."""
FRAME = 1_000
"""The script that every page loads."""
LOCAL, READINESS = 2_500, 3_500
"""The choice of a district with what is local on a page, and the self-assessment."""


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def test_all_training_widgets_together() -> None:
    style = (ASSETS / "css" / "widgets.css").read_bytes()
    assert weight(bundle.bundles(ASSETS / "js")["widgets.js"]) + weight(style) <= WIDGETS


def test_the_script_of_every_page() -> None:
    assert weight((ASSETS / "js" / "start.js").read_bytes()) <= FRAME


def test_the_search_beside_its_index(real_site: Path) -> None:
    files = ["assets/js/search/worker.js", "assets/js/search.js", "search/words.json"]
    assert sum(weight((real_site / file).read_bytes()) for file in files) <= SEARCH


def test_the_readers_district_and_the_self_assessment() -> None:
    bundles = bundle.bundles(ASSETS / "js")
    assert weight(bundles["local.js"]) <= LOCAL
    assert weight(bundles["readiness.js"]) <= READINESS


def test_every_module_is_in_a_file_that_is_published(mini_site: Path) -> None:
    published = mini_site / "assets" / "js"
    assert {"widgets.js", "search.js"} <= {path.name for path in published.iterdir()}
    for name, data in bundle.bundles(ASSETS / "js").items():
        assert (published / name).read_bytes() == data
        assert b"import " not in data.replace(b"import(", b"")


def test_two_names_at_the_top_are_said(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\nexport const name = two;\n', encoding="utf-8")
    (tmp_path / "two.js").write_text("export const two = 2;\nconst name = 1;\n", encoding="utf-8")
    with pytest.raises(ValueError, match="name"):
        bundle.bundle([tmp_path / "one.js"])
