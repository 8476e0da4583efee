"""The sheet that is counted in: its tabs, its formulas, and that no figure under five persons gets out.

The formulas were tried in a spreadsheet program with filled-in values; here they are held to what was tried.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import lxml.etree
import pytest

from macros import sheets
from tests.conftest import build, copy_base

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABS = ["Läs först", "Placeringar", "Antal", "Sammanställning"]


@pytest.fixture(scope="module")
def sheet(mini_site: Path) -> Path:
    return mini_site / "start" / "raknemall.xlsx"


def tab(sheet: Path, name: str) -> lxml.etree._Element:
    with zipfile.ZipFile(sheet) as archive:
        return lxml.etree.fromstring(archive.read(f"xl/worksheets/sheet{TABS.index(name) + 1}.xml"))


def words(sheet: Path) -> list[str]:
    with zipfile.ZipFile(sheet) as archive:
        strings = lxml.etree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(item.itertext()) for item in strings]


def test_the_page_leads_to_the_sheet_and_says_what_is_counted(mini_site: Path) -> None:
    html = (mini_site / "start" / "index.html").read_text(encoding="utf-8")
    assert '<a href="raknemall.xlsx" download>Hämta räknemallen som kalkylark (.xlsx)</a>' in html
    assert '<h3 id="behoriga">Andel behöriga</h3>' in html
    assert 'id="kalla-skoll-7-12"' in html


def test_the_sheet_has_its_tabs_and_everything_the_indicators_say(sheet: Path) -> None:
    with zipfile.ZipFile(sheet) as archive:
        book = lxml.etree.fromstring(archive.read("xl/workbook.xml"))
        about = archive.read("docProps/core.xml").decode()
    assert [found.get("name") for found in book.iter(f"{S}sheet")] == TABS
    assert "<dc:title>Räknemall för uppföljning</dc:title>" in about
    said = words(sheet)
    for text in (
        "Dagar utan skola",
        "Skoldagar utan plats, se 7 kap. 12 § skollagen.",
        "Behöriga",
        "Alla i årskurs 9",
        "Löpnummer",
    ):
        assert text in said


def test_only_what_can_be_counted_is_taken(sheet: Path) -> None:
    rules = [(rule.get("sqref"), rule.get("type", "")) for rule in tab(sheet, "Placeringar").iter(f"{S}dataValidation")]
    assert rules == [("A5:A404", "list"), ("C5:C404", "whole")]
    assert [rule.get("sqref") for rule in tab(sheet, "Antal").iter(f"{S}dataValidation")] == ["B6:F12"]


def test_every_figure_about_persons_is_guarded(sheet: Path) -> None:
    found = {str(cell.get("r")): str(cell.findtext(f"{S}f")) for cell in tab(sheet, "Sammanställning").iter(f"{S}c")}
    formulas = {place: formula for place, formula in found.items() if formula != "None"}
    assert len(formulas) == 5 * (1 + 3 + 1 + 1)
    assert formulas["B9"] == (
        'IF(OR(Antal!B7="",Antal!B8=""),"",IF(Antal!B7>Antal!B8,"kontrollera talen",'
        'IF(OR(Antal!B7<5,Antal!B8-Antal!B7<5),"färre än fem",'
        'IF(Antal!B8<20,Antal!B7&" av "&Antal!B8,Antal!B7/Antal!B8))))'
    )
    rows = '(Placeringar!$A$5:$A$404="Mätning 1")*(Placeringar!$B$5:$B$404<>"")*ISNUMBER(Placeringar!$C$5:$C$404)'
    same = 'COUNTIFS(Placeringar!$A$5:$A$404,"Mätning 1",Placeringar!$B$5:$B$404,Placeringar!$B$5:$B$404&"",'
    same += 'Placeringar!$C$5:$C$404,">=0")'
    number = f"ROUND(SUM(IF({rows},1/{same},0)),0)"
    median = f"MEDIAN(IF({rows},Placeringar!$C$5:$C$404))"
    assert formulas["C7"] == f'IF({number}=0,"",IF({number}<5,"färre än fem",{median}))'
    for place, formula in formulas.items():
        row = int(re.sub(r"\D", "", place))
        if 6 <= row <= 9:
            assert sheets.HIDDEN in formula
    assert tab(sheet, "Sammanställning").find(f"{S}sheetProtection") is not None


def test_the_same_indicators_give_the_same_bytes(sheet: Path, tmp_path: Path) -> None:
    again = build(copy_base(tmp_path / "source"))
    assert (again / "start" / "raknemall.xlsx").read_bytes() == sheet.read_bytes()
