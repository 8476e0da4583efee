"""Law: addresses and labels, and coming changes that appear and disappear by date."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.citations import address, label, parse
from macros.models import Statute
from tests.conftest import build, replace

SKOLL = Statute(id="SkolL", name="skollagen", title="Skollag (2010:800)", sfs="2010:800", slug="skollag")
FOL = Statute(id="FOL", name="folkbokföringslagen", title="Folkbokföringslag (1991:481)", sfs="1991:481", slug="fol")
BK = Statute(id="BK", name="barnkonventionen", title="Lag (2018:1197)", sfs="2018:1197", slug="bk", unit="artikel")


@pytest.mark.parametrize(
    ("written", "statute", "part", "shown", "end"),
    [
        ("SkolL 7:13", SKOLL, "", "7 kap. 13 § skollagen", "skollag/#K7P13"),
        ("SkolL 7:19 a", SKOLL, "första stycket", "7 kap. 19 a § första stycket skollagen", "skollag/#K7P19a"),
        ("SkolL 17 a:4", SKOLL, "", "17 a kap. 4 § skollagen", "skollag/#K17aP4"),
        ("FOL 9", FOL, "", "9 § folkbokföringslagen", "fol/#P9"),
        ("BK 28", BK, "", "artikel 28 barnkonventionen", "bk/"),
    ],
)
def test_a_citation_is_named_and_addressed(written: str, statute: Statute, part: str, shown: str, end: str) -> None:
    citation = parse(written)
    assert citation is not None
    assert citation.id == written
    assert label(citation, statute, part) == shown
    assert address(citation, statute).startswith("https://www.riksdagen.se/sv/")
    assert address(citation, statute).endswith(end)


@pytest.mark.parametrize(
    "written", ["", "SkolL", "7:13", "SkolL 7.13", "SkolL 7:13a", "SkolL  7:13", "SkolL 7:13 §", "SkolL 7:"]
)
def test_what_is_not_written_as_a_citation_is_none(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    ("epoch", "shown"),
    [("1784764800", True), ("1845849600", True), ("1846022400", False)],
    ids=["2026-07-23", "2028-06-29", "2028-07-01"],
)
def test_a_coming_change_goes_on_the_day_it_applies(mini_source: Path, epoch: str, shown: bool) -> None:
    site = build(mini_source, SOURCE_DATE_EPOCH=epoch)
    html = (site / "skolplikt" / "index.html").read_text(encoding="utf-8")
    assert ("Förskoleklassen blir årskurs 1." in html) is shown


def test_a_change_whose_wording_was_not_read_stays_and_says_so(mini_source: Path) -> None:
    replace(mini_source / "data/provisions/SkolL-07.yml", "certainty: bekräftad", "certainty: osäker")
    html = (build(mini_source, SOURCE_DATE_EPOCH="1846022400") / "skolplikt" / "index.html").read_text(encoding="utf-8")
    assert "Sedan 1 juli 2028" in html
    assert "den nya lydelsen är inte läst" in html


def test_a_page_past_its_review_date_says_so(mini_source: Path) -> None:
    html = (build(mini_source, SOURCE_DATE_EPOCH="1846022400") / "skolplikt" / "index.html").read_text(encoding="utf-8")
    assert "Skulle ha kontrollerats igen 1 maj 2027" in html
