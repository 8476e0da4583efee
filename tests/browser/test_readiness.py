"""The self-assessment: readable without scripts, kept in the browser, exported, and several people's as one picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import FORBIDDEN

KEY = "obruten-skolgang-beredskap"


def kept(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")


def answer(page: Page, statement: str, level: str) -> None:
    page.get_by_role("group", name=statement).get_by_label(level).check()


def sheet(name: str, level: int) -> FilePayload:
    answers = dict.fromkeys(("beslut", "roll", "tid"), level)
    text = json.dumps({"schema": 1, "id": name, "answers": answers})
    return {"name": f"{name}.json", "mimeType": "application/json", "buffer": text.encode()}


def test_without_scripts_it_is_read_and_filled_in_on_paper(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/", java_script_enabled=False)
    expect(page.get_by_role("radio")).to_have_count(18)
    expect(page.locator("noscript p")).to_have_text("Utan JavaScript: skriv ut sidan och kryssa.")
    step = page.get_by_role("group", name="Det finns tid.").locator("details")
    step.locator("summary").click()
    expect(step).to_contain_text("Räkna timmarna.")
    expect(step.get_by_role("link")).to_have_attribute("href", "../mall/#vem-gor-vad")


def test_answers_are_kept_and_give_a_picture_and_the_next_steps(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/")
    expect(page.get_by_text("Besvarade påståenden: 0 av 6.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    answer(page, "Det finns ett beslut.", "På plats")
    answer(page, "Rollen är beskriven.", "På gång")
    answer(page, "Det finns tid.", "Inte börjat")
    answer(page, "Vi vet vem vi ringer.", "Inte börjat")
    answer(page, "Vi möts varje termin.", "Inte börjat")
    expect(page.get_by_text("Besvarade påståenden: 5 av 6.")).to_be_visible()
    rows = page.locator(".readiness-picture tbody tr")
    expect(rows).to_have_text(["Ledning1,03 av 3", "Skola0,02 av 3"])
    steps = page.locator(".readiness-result li")
    expect(steps).to_have_count(3)
    expect(steps.first).to_contain_text("Räkna timmarna.")
    expect(steps.last).to_contain_text("Bestäm nästa möte.")
    assert kept(page)["answers"] == {"beslut": 2, "roll": 1, "tid": 0, "vag": 0, "mote": 0}
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("group", name="Rollen är beskriven.").get_by_label("På gång")).to_be_checked()
    expect(steps).to_have_count(3)


def test_it_is_answered_by_keyboard(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/")
    expect(page.get_by_text("Besvarade påståenden: 0 av 6.")).to_be_visible()
    page.get_by_role("group", name="Det finns ett beslut.").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("group", name="Det finns ett beslut.").get_by_label("På gång")).to_be_checked()
    assert kept(page)["answers"] == {"beslut": 1}


def test_the_answers_go_out_to_a_file_and_are_erased(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/")
    answer(page, "Det finns tid.", "På plats")
    with page.expect_download() as download:
        page.get_by_role("button", name="Spara mina svar som fil").click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert download.value.suggested_filename == f"beredskap-{saved['id'][:4]}.json"
    assert saved["answers"] == {"tid": 2}
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Radera mina svar").click()
    assert kept(page)["answers"] == {"tid": 2}
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Radera mina svar").click()
    expect(page.get_by_text("Svaren är raderade.")).to_be_visible()
    expect(page.locator("input:checked")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    answer(page, "Det finns tid.", "På plats")
    assert kept(page)["id"] != saved["id"]


@pytest.mark.parametrize(
    ("levels", "said", "rows"),
    [
        ((0, 1, 2, 2), "Det behövs filer från minst 5 personer. Inlästa: 4.", []),
        ((0, 1, 1, 2, 2), "Bilden bygger på svar från 5 personer.", ["Ledning1,01,0–2,0", "Skola––"]),
    ],
)
def test_several_peoples_files_become_one_picture(
    open_page: Open, mini_address: str, levels: tuple[int, ...], said: str, rows: list[str]
) -> None:
    page = open_page(f"{mini_address}start/")
    files = [sheet(f"person-{number}", level) for number, level in enumerate(levels)]
    page.get_by_label("Läs in allas filer").set_input_files([*files, files[0]])
    expect(page.get_by_text(said)).to_contain_text("Två av filerna kommer från samma person")
    expect(page.locator(".readiness-picture").nth(1).locator("tbody tr")).to_have_text(rows)
    assert page.evaluate("localStorage.length") == 0
    assert violations(page) == []


def test_files_are_read_a_few_at_a_time_and_begun_anew(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/")
    chosen = page.get_by_label("Läs in allas filer")
    chosen.set_input_files([sheet(f"a-{number}", 1) for number in range(3)])
    expect(page.get_by_text("Inlästa: 3.")).to_be_visible()
    chosen.set_input_files([sheet(f"b-{number}", 1) for number in range(2)])
    expect(page.get_by_text("Bilden bygger på svar från 5 personer.")).to_be_visible()
    page.get_by_role("button", name="Börja om med filerna").click()
    expect(page.get_by_text("Inga filer är inlästa.")).to_be_visible()
    chosen.set_input_files([sheet("c", 1)])
    expect(page.get_by_text("Inlästa: 1.")).to_be_visible()


def test_a_file_that_is_something_else_is_said_so(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/")
    bad: FilePayload = {"name": "x.json", "mimeType": "application/json", "buffer": b"<b>hej</b>"}
    page.get_by_label("Läs in allas filer").set_input_files([bad])
    expect(page.get_by_text("Filer som inte gick att läsa: 1.")).to_be_visible()


@pytest.mark.parametrize("text", ["{", '{"schema":9}', '{"schema":1,"id":"x","answers":{"tid":77}}'])
def test_broken_storage_is_no_answers(open_page: Open, mini_address: str, text: str) -> None:
    page = open_page(f"{mini_address}start/", script=f"localStorage.setItem('{KEY}', {json.dumps(text)})")
    expect(page.get_by_text("Besvarade påståenden: 0 av 6.")).to_be_visible()


def test_where_storage_is_forbidden_it_works_and_says_so(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}start/", script=FORBIDDEN)
    answer(page, "Det finns tid.", "På plats")
    expect(page.get_by_text("Besvarade påståenden: 1 av 6.")).to_be_visible()
    expect(page.get_by_text("Svaren kunde inte sparas")).to_be_visible()
