"""Answers, charts, the map of ways and the glossary, as they stand on a built page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def html(mini_site: Path) -> str:
    return (mini_site / "uppslag" / "index.html").read_text(encoding="utf-8")


def test_an_answer_has_its_anchor_its_law_and_its_page(html: str) -> None:
    answer = html.split('<h3 id="skolplikt-nar">')[1].split("</section>", maxsplit=1)[0]
    assert 'Efter det tionde året, se <a class="lag"' in answer
    assert '<a href="../skolplikt/#kort-svar" data-search-exclude>När slutar skolplikten? – Kort svar</a>' in answer
    assert "skollplikt slut" not in html


def test_a_chart_is_a_table_with_source_and_year(html: str) -> None:
    chart = html.split('<table class="chart">')[1]
    assert "<caption>Ett prov</caption>" in chart
    rows = re.findall(r'<th scope="row">(.*?)</th>.*?width: (.*?)%.*?chart-value">(.*?)<', chart)
    assert rows == [("Ja", "66.5", "66,5"), ("Nej", "33.5", "33,5")]
    assert 'Källa: <a class="source" href="https://example.org/rapport">Rapporten</a>, 2025.' in chart


def test_the_map_has_the_same_links_as_picture_and_list(html: str) -> None:
    picture, listed = html.split('<div class="ways-sheet"')[1].split('<ul class="ways-list">')
    listed = listed.split("</div>")[0]
    links = re.findall(r'<a class="way-box" href="(.*?)"', picture)
    assert len(links) == 3
    assert links == re.findall(r'<a href="(.*?)"', listed)
    assert picture.count('class="way-line"') == 4
    assert "Gymnasieskola med ett långt namn: behörig" in listed


def test_an_abbreviation_is_explained_where_it_stands(mini_site: Path) -> None:
    page = (mini_site / "skolplikt" / "index.html").read_text(encoding="utf-8")
    assert 'bor på <abbr title="hem för vård eller boende">HVB</abbr>.' in page


def test_the_glossary_is_sorted_as_swedish_is(html: str) -> None:
    assert re.findall(r'<section class="term">\s*<h3 id="(.*?)">', html) == ["hvb", "skolplikt", "arskurs"]
    assert "Tidigare eller i vardagstal: skoltvång." in html
