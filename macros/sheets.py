"""The sheet that is counted in: one row a placement, so many of so many, and a summary that shows nobody.

No figure that is about fewer than five persons is shown in the summary, nor one from which such a figure follows.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from .documents import About
from .models import Indicator
from .publish import settled

MEASURES = ("Utgångsläge", "Mätning 1", "Mätning 2", "Mätning 3", "Mätning 4")
FEW = 5
"""The least number of persons that a figure is about."""
SHARE_FROM = 20
"""The least number of persons that a share is given in per cent of."""
HIDDEN = "färre än fem"
"""Stands for a figure that is about fewer persons than that."""
UNSHOWN = "visas inte"
"""Stands for a figure from which one about fewer persons follows."""
_ROWS = (5, 404)
"""The first and the last row for placements, as they are numbered in the sheet."""
_WIDTHS = (26, 44, 30, 50, 44, 12)
"""How wide the columns of the first tab are, in characters."""
_DAYS_WIDTH = 28
"""How wide a column of days is, so that its name is read in full."""
_NOTES = (
    f"”{HIDDEN}”: talet gäller färre än fem personer.",
    f"”{UNSHOWN}”: av talet går det att räkna ut något om färre än fem personer.",
    "En andel visas inte när färre än fem är kvar utanför den. En summa visas inte när färre än fem har minst en dag.",
    "Antal barn och unga visas bara när alla mått har minst fem, och inga två skiljer sig med färre än fem.",
    "Under 20 personer visas antal i stället för procent.",
)
"""What stands under the summary."""
_HELP = (
    "Bladet Placeringar: en rad per placering. Skriv löpnummer, aldrig namn eller personnummer. "
    "Ett barn med flera placeringar har samma löpnummer på alla rader.",
    "Bladet Antal: hur många av hur många, en kolumn per mätning. Skriv perioden överst.",
    "Bladet Sammanställning räknar själv. Bara det får visas för andra, och först när ni har försökt räkna baklänges.",
    "Bladet Kontroll visar vad de andra bygger på, också små tal. Visa det inte för andra.",
    "En ifylld mall är en uppgift om barn. Spara den där socialtjänstens handlingar hör hemma.",
)


@dataclass(frozen=True)
class _Cells:
    """The formats that cells have, and where the counted rows of each indicator are."""

    title: Any
    head: Any
    text: Any
    entry: Any
    result: Any
    share: Any
    plain: Any
    rows: dict[str, int]
    checked: dict[str, int]
    """Where the number of persons of each measure in days is, in the tab of checks; those with days are below it."""


def workbook(indicators: list[Indicator], about: About) -> bytes:
    """Return the sheet for these indicators, whose texts are plain, as .xlsx."""
    saved = io.BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True})
    day = datetime(about.day.year, about.day.month, about.day.day)
    book.set_properties(
        {"title": about.title, "subject": about.description, "author": about.author, "company": about.organisation}
        | {"created": day, "language": "sv-SE"}
    )
    border = {"border": 1, "border_color": "#8A9AA6", "valign": "top", "text_wrap": True}
    cells = _Cells(
        title=book.add_format({"bold": True, "font_size": 16, "font_color": "#0B4F6C"}),
        head=book.add_format({**border, "bold": True, "bg_color": "#E3EEF4"}),
        text=book.add_format(border),
        entry=book.add_format({**border, "bg_color": "#FFFBE6", "locked": False}),
        result=book.add_format({**border, "align": "left"}),
        plain=book.add_format({"bold": True}),
        share=book.add_format({**border, "align": "left", "num_format": "0 %"}),
        rows={},
        checked={},
    )
    days = [indicator for indicator in indicators if indicator.unit == "skoldagar"]
    counted = [indicator for indicator in indicators if indicator.unit != "skoldagar"]
    _read_first(_sheet(book, "Läs först", about, cells, _WIDTHS), indicators, cells)
    _placements(_sheet(book, "Placeringar", about, cells, (16, 14, *(_DAYS_WIDTH for _ in days))), days, cells)
    _counts(_sheet(book, "Antal", about, cells, (60, *(14 for _ in MEASURES))), counted, cells)
    summary = _sheet(book, "Sammanställning", about, cells, (60, *(16 for _ in MEASURES)))
    _checks(_sheet(book, "Kontroll", about, cells, (60, *(16 for _ in MEASURES))), days, cells)
    _summary(summary, days, counted, cells)
    book.close()
    return settled(saved.getvalue())


def _sheet(book: Any, name: str, about: About, cells: _Cells, widths: Iterable[int]) -> Any:
    """Return a new sheet with its title, ready to be printed on paper lying down."""
    sheet = book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.write(0, 0, f"{about.title}: {name.lower()}", cells.title)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{about.organisation.replace('&', '&&')}&RSida &P av &N")
    return sheet


def _read_first(sheet: Any, indicators: list[Indicator], cells: _Cells) -> None:
    for number, line in enumerate(_HELP):
        sheet.write(number + 1, 0, line)
    top = len(_HELP) + 2
    for column, name in enumerate(("Mått", "Definition", "Källa", "Så räknar ni", "Utgångsläge", "Enhet")):
        sheet.write(top, column, name, cells.head)
    for number, indicator in enumerate(indicators, start=top + 1):
        texts = [indicator.name, indicator.definition, indicator.source]
        texts += [indicator.how_to_count, indicator.baseline, indicator.unit]
        for column, text in enumerate(texts):
            sheet.write_string(number, column, text, cells.text)
        sheet.set_row(number, _height(zip(texts, _WIDTHS, strict=True)))


def _placements(sheet: Any, days: list[Indicator], cells: _Cells) -> None:
    sheet.write(1, 0, "En rad per placering. Lämna rutan tom när uppgiften saknas; noll är en uppgift.")
    sheet.write_formula(2, 0, f"={left_out(len(days))}", cells.plain, "")
    heads = ["Mätning", "Löpnummer", *(indicator.name for indicator in days)]
    sheet.set_row(_ROWS[0] - 2, _height((name, _DAYS_WIDTH - 4) for name in heads))
    for column, name in enumerate(heads):
        sheet.write(_ROWS[0] - 2, column, name, cells.head)
    for row in range(_ROWS[0] - 1, _ROWS[1]):
        for column in range(len(heads)):
            sheet.write_blank(row, column, None, cells.entry)
    sheet.data_validation(_ROWS[0] - 1, 0, _ROWS[1] - 1, 0, {"validate": "list", "source": list(MEASURES)})
    if days:
        allowed = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 400}
        allowed |= {"error_title": "Skoldagar", "error_message": "Skriv ett helt antal skoldagar, 0 till 400."}
        sheet.data_validation(_ROWS[0] - 1, 2, _ROWS[1] - 1, len(heads) - 1, allowed)
    sheet.freeze_panes(_ROWS[0] - 1, 2)


def _counts(sheet: Any, counted: list[Indicator], cells: _Cells) -> None:
    sheet.write(1, 0, "Skriv antal. Räkna även dem ni inte hittar, och skriv hur många de är.")
    _measures(sheet, 3, "Vad ni räknar", cells)
    sheet.write(4, 0, "Period, till exempel 2026", cells.text)
    _entries(sheet, 4, cells)
    row = 5
    for indicator in counted:
        cells.rows[indicator.id] = row + 1
        sheet.write(row, 0, indicator.name, cells.head)
        for column in range(len(MEASURES)):
            sheet.write_blank(row, column + 1, None, cells.head)
        texts = [indicator.numerator, indicator.denominator]
        texts += ["Därav sådana ni inte hittar"] if indicator.unit == "procent" else []
        for text in texts:
            row += 1
            sheet.write_string(row, 0, text, cells.text)
            sheet.set_row(row, _height([(text, 60)]))
            _entries(sheet, row, cells)
        row += 1
    if counted:
        allowed = {"validate": "integer", "criteria": ">=", "value": 0}
        allowed |= {"error_title": "Antal", "error_message": "Skriv ett helt antal."}
        sheet.data_validation(5, 1, row - 1, len(MEASURES), allowed)
    sheet.freeze_panes(4, 1)


def _checks(sheet: Any, days: list[Indicator], cells: _Cells) -> None:
    """Write how many persons each measure in days is about, and what speaks against showing it."""
    sheet.write(1, 0, "Bara för den som räknar. Här står också små tal. Visa inte bladet för andra.")
    _measures(sheet, 3, "Mått", cells)
    row = 4
    for place, indicator in enumerate(days):
        cells.checked[indicator.id] = row + 1
        for name, least in (("antal barn och unga", ">=0"), ("därav med minst en dag", ">0")):
            sheet.write_string(row, 0, f"{indicator.name}: {name}", cells.text)
            for number, measure in enumerate(MEASURES, start=1):
                formula = persons(xl_col_to_name(place + 2), measure, least)
                sheet.write_array_formula(row, number, row, number, f"{{={formula}}}", cells.result, "")
            row += 1
    cells.checked[""] = row + 1
    sheet.write_string(row, 0, "Små antal och små skillnader mellan antalen", cells.text)
    for number in range(1, len(MEASURES) + 1):
        column = xl_col_to_name(number)
        formula = small(f"{column}{cells.checked[indicator.id]}" for indicator in days)
        sheet.write_formula(row, number, f"={formula}", cells.result, "")
    sheet.freeze_panes(4, 1)
    sheet.protect()


def _summary(sheet: Any, days: list[Indicator], counted: list[Indicator], cells: _Cells) -> None:
    sheet.write(1, 0, "Räknas ut av de andra bladen. Försök räkna baklänges innan ni visar det för andra.")
    sheet.write_formula(2, 0, f"={left_out(len(days))}", cells.plain, "")
    _measures(sheet, 3, "Mått", cells)
    sheet.write(4, 0, "Period", cells.text)
    for number in range(1, len(MEASURES) + 1):
        period = f"Antal!{xl_col_to_name(number)}5"
        sheet.write_formula(4, number, f'=IF({period}="","",{period})', cells.result, "")
    row = 5
    for place, indicator in enumerate(days):
        column = xl_col_to_name(place + 2)
        top = cells.checked[indicator.id]
        for name in ("antal barn och unga", "mittersta värdet, skoldagar", "summa, skoldagar"):
            sheet.write_string(row, 0, f"{indicator.name}: {name}", cells.text)
            for number, measure in enumerate(MEASURES, start=1):
                here = f"Kontroll!{xl_col_to_name(number)}"
                all_, some = f"{here}{top}", f"{here}{top + 1}"
                formula = {
                    "a": number_shown(all_, f"{here}{cells.checked['']}"),
                    "m": median(column, measure, all_),
                    "s": total(column, measure, all_, some),
                }[name[0]]
                sheet.write_array_formula(row, number, row, number, f"{{={formula}}}", cells.result, "")
            row += 1
    for indicator in counted:
        sheet.write_string(row, 0, indicator.name, cells.text)
        for number in range(1, len(MEASURES) + 1):
            column, top = xl_col_to_name(number), cells.rows[indicator.id]
            shown = share if indicator.unit == "procent" else count
            formula = shown(f"Antal!{column}{top + 1}", f"Antal!{column}{top + 2}")
            sheet.write_formula(row, number, f"={formula}", cells.share, "")
        row += 1
    for number, note in enumerate(_NOTES, start=row + 1):
        sheet.write_string(number, 0, note)
    sheet.freeze_panes(4, 1)
    sheet.protect()


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """Return how high a row is that holds these texts in columns of these widths."""
    return 15 * max(-(-len(text) * 8 // (width * 7)) for text, width in texts)


def _measures(sheet: Any, row: int, first: str, cells: _Cells) -> None:
    for column, name in enumerate((first, *MEASURES)):
        sheet.write(row, column, name, cells.head)


def _entries(sheet: Any, row: int, cells: _Cells) -> None:
    for column in range(len(MEASURES)):
        sheet.write_blank(row, column + 1, None, cells.entry)


def _range(column: str) -> str:
    return f"Placeringar!${column}${_ROWS[0]}:${column}${_ROWS[1]}"


def _rows(column: str, measure: str) -> str:
    """Return the condition that a row belongs to the measure, has a child, and a figure in the column."""
    return f'({_range("A")}="{measure}")*({_range("B")}<>"")*ISNUMBER({_range(column)})'


def persons(column: str, measure: str, least: str) -> str:
    """Return the formula for how many persons have figures in a column that are `least`: each counted once."""
    same = f'COUNTIFS({_range("A")},"{measure}",{_range("B")},{_range("B")}&"",{_range(column)},"{least}")'
    return f"ROUND(SUM(IF({_rows(column, measure)}*({_range(column)}{least}),1/{same},0)),0)"


def small(numbers: Iterable[str]) -> str:
    """Return the formula for how many of the numbers of persons, and of the differences between them, are small."""
    cells = list(numbers)
    figures = cells + [f"ABS({one}-{other})" for one, other in combinations(cells, 2)]
    return "+".join(["0", *(f"AND({figure}>0,{figure}<{FEW})" for figure in figures)])


def left_out(days: int) -> str:
    """Return the formula for how many rows have something in them, but no measure or no number for the child."""
    measures = "+".join(f'({_range("A")}="{measure}")' for measure in MEASURES)
    columns = [xl_col_to_name(place) for place in range(days + 2)]
    used = "+".join(f'({_range(column)}<>"")' for column in columns)
    counts = f'(({measures})*({_range("B")}<>"")=0)*(({used})>0)'
    return f'"Rader som inte räknas, för att mätning eller löpnummer saknas: "&SUMPRODUCT({counts})'


def _guarded(number: str, figure: str) -> str:
    return f'IF({number}=0,"",IF({number}<{FEW},"{HIDDEN}",{figure}))'


def number_shown(number: str, small_ones: str) -> str:
    """Return the formula for how many persons a measure is about, where no other number tells of a few."""
    return _guarded(number, f'IF({small_ones}>0,"{UNSHOWN}",{number})')


def median(column: str, measure: str, number: str) -> str:
    """Return the formula for a measure's middle value."""
    return _guarded(number, f"MEDIAN(IF({_rows(column, measure)},{_range(column)}))")


def total(column: str, measure: str, number: str, with_days: str) -> str:
    """Return the formula for a measure's sum, where it is not the days of a few."""
    summed = f"SUM(IF({_rows(column, measure)},{_range(column)}))"
    return _guarded(number, f'IF({with_days}<{FEW},"{UNSHOWN}",{summed})')


def share(part: str, whole: str) -> str:
    """Return the formula for so many persons of so many: in per cent, or as numbers where they are not many."""
    shown = f'IF({whole}<{SHARE_FROM},{part}&" av "&{whole},{part}/{whole})'
    rest = f'IF({whole}-{part}<{FEW},"{UNSHOWN}",{shown})'
    checked = f'IF({part}>{whole},"kontrollera talen",IF({part}<{FEW},"{HIDDEN}",{rest}))'
    return f'IF(OR({part}="",{whole}=""),"",{checked})'


def count(part: str, whole: str) -> str:
    """Return the formula for so many of so many things that are no persons."""
    return f'IF(OR({part}="",{whole}=""),"",IF({part}>{whole},"kontrollera talen",{part}&" av "&{whole}))'
