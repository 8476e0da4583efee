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
TABS = ["Läs först", "Placeringar", "Antal", "Sammanställning", "Kontroll"]


@pytest.fixture(scope="module")
def sheet(mini_site: Path) -> Path:
    return mini_site / "start" / "raknemall.xlsx"


def tab(sheet: Path, name: str) -> lxml.etree._Element:
    with zipfile.ZipFile(sheet) as archive:
        return lxml.etree.fromstring(archive.read(f"xl/worksheets/sheet{TABS.index(name) + 1}.xml"))


def formulas_of(sheet: Path, name: str) -> dict[str, str]:
    found = {str(cell.get("r")): str(cell.findtext(f"{S}f")) for cell in tab(sheet, name).iter(f"{S}c")}
    return {place: formula for place, formula in found.items() if formula != "None"}


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
    formulas = formulas_of(sheet, "Sammanställning")
    assert len(formulas) == 1 + 5 * (1 + 3 + 1 + 1)
    assert formulas["B9"] == (
        'IF(OR(Antal!B7="",Antal!B8=""),"",IF(Antal!B7>Antal!B8,"kontrollera talen",'
        'IF(Antal!B7<5,"färre än fem",IF(Antal!B8-Antal!B7<5,"visas inte",'
        'IF(Antal!B8<20,Antal!B7&" av "&Antal!B8,Antal!B7/Antal!B8)))))'
    )
    rows = '(Placeringar!$A$5:$A$404="Mätning 1")*(Placeringar!$B$5:$B$404<>"")*ISNUMBER(Placeringar!$C$5:$C$404)'
    same = 'COUNTIFS(Placeringar!$A$5:$A$404,"Mätning 1",Placeringar!$B$5:$B$404,Placeringar!$B$5:$B$404&"",'
    same += 'Placeringar!$C$5:$C$404,">=0")'
    checks = formulas_of(sheet, "Kontroll")
    assert checks["C5"] == f"ROUND(SUM(IF({rows}*(Placeringar!$C$5:$C$404>=0),1/{same},0)),0)"
    assert checks["C6"] == checks["C5"].replace(">=0", ">0")
    assert checks["C7"] == "0+AND(C5>0,C5<5)"
    guarded = 'IF(Kontroll!C5=0,"",IF(Kontroll!C5<5,"färre än fem",{}))'
    assert formulas["C6"] == guarded.format('IF(Kontroll!C7>0,"visas inte",Kontroll!C5)')
    assert formulas["C7"] == guarded.format(f"MEDIAN(IF({rows},Placeringar!$C$5:$C$404))")
    summed = f"SUM(IF({rows},Placeringar!$C$5:$C$404))"
    assert formulas["C8"] == guarded.format(f'IF(Kontroll!C6<5,"visas inte",{summed})')
    for place, formula in formulas.items():
        row = int(re.sub(r"\D", "", place))
        if 6 <= row <= 9:
            assert sheets.HIDDEN in formula
    assert tab(sheet, "Sammanställning").find(f"{S}sheetProtection") is not None
    said = words(sheet)
    assert all(note in said for note in sheets._NOTES)


def test_a_number_is_hidden_where_another_differs_by_a_few() -> None:
    assert sheets.small(["B5", "B7"]) == "0+AND(B5>0,B5<5)+AND(B7>0,B7<5)+AND(ABS(B5-B7)>0,ABS(B5-B7)<5)"


def test_rows_that_are_not_counted_are_told(sheet: Path) -> None:
    for name in ("Placeringar", "Sammanställning"):
        formula = formulas_of(sheet, name)["A3"]
        assert formula.startswith('"Rader som inte räknas, för att mätning eller löpnummer saknas: "&SUMPRODUCT(')
        assert '(Placeringar!$A$5:$A$404="Mätning 4"))*(Placeringar!$B$5:$B$404<>"")=0)' in formula


def test_the_same_indicators_give_the_same_bytes(sheet: Path, tmp_path: Path) -> None:
    again = build(copy_base(tmp_path / "source"))
    assert (again / "start" / "raknemall.xlsx").read_bytes() == sheet.read_bytes()
