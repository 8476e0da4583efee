"""A case on paper: the sheets give nothing away, and the key says it all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document


def texts(made: Document) -> Iterator[str]:
    for block in made.iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            yield block.text  # type: ignore[union-attr]
        else:
            yield from (cell.text for row in rows for cell in row.cells)


def read(site: Path, name: str) -> list[str]:
    return [text for text in texts(docx.Document(str(site / "fall" / name))) if text.strip()]


def test_the_page_leads_to_both(mini_site: Path) -> None:
    html = (mini_site / "fall" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a href="([^"]*\.docx)" download>', html) == [
        "blad-att-dela-ut.docx",
        "for-samtalsledaren.docx",
    ]


def test_the_sheets_have_every_scene_and_say_which_comes_next(mini_site: Path) -> None:
    said = read(mini_site, "blad-att-dela-ut.docx")
    found = [re.fullmatch(r"Blad (\w)\. (.*)", text) for text in said]
    sheets = {match[2]: match[1] for match in found if match}
    assert sorted(sheets) == ["Första veckan", "Mötet", "Samtalet", "Slutet"]
    assert sheets["Samtalet"] == "A"
    assert f"☐\tRinger rektorn → blad {sheets['Första veckan']}" in said
    assert f"☐\tVäntar en vecka → blad {sheets['Mötet']}" in said
    assert "Hej! Kim flyttar på fredag." in said
    assert "Hur gör ni?" in said


def test_the_sheets_give_nothing_away(mini_site: Path) -> None:
    said = "\n".join(read(mini_site, "blad-att-dela-ut.docx"))
    for hidden in ("Rektorn svarar", "Veckan går", "Kim slutar", "★", "rekommender", "Läs och prata"):
        assert hidden not in said


def test_every_sheet_begins_a_page(mini_site: Path) -> None:
    made = docx.Document(str(mini_site / "fall" / "blad-att-dela-ut.docx"))
    starts = [p for p in made.paragraphs if p.text.startswith(("Blad ", "Prata om"))]
    assert len(starts) == 5
    assert all(paragraph.paragraph_format.page_break_before for paragraph in starts)


def test_the_key_says_what_each_choice_leads_to(mini_site: Path) -> None:
    said = read(mini_site, "for-samtalsledaren.docx")
    at = next(place for place, text in enumerate(said) if text.startswith("★ Ringer rektorn (blad "))
    assert said[at + 1 : at + 3] == ["Rektorn svarar.", "1"]
    assert "Läs och prata länge." in said
