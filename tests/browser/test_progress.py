"""The reader's progress: kept over edits, broken storage, other tabs and other machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import address, build, copy_base, replace, serve

from .conftest import Open
from .test_quiz import answer, question

KEY = "obruten-skolgang"
FORBIDDEN = """for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
  configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def stored(page: Page) -> Any:
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    return json.loads(text) if text else None


def with_stored(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return (
        f"if (!sessionStorage.ready) {{ localStorage.setItem('{KEY}', {json.dumps(text)}); sessionStorage.ready = 1; }}"
    )


def test_nothing_is_stored_before_the_first_answer(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    question(page, "skolplikt-slut").get_by_role("button", name="Svara").click()
    for path in ("vag/", "fall/", "svar/", "skolplikt/"):
        page.goto(mini_address + path)
        page.wait_for_load_state("networkidle")
    assert stored(page) is None
    assert page.context.cookies() == []


def test_an_answer_comes_back_with_its_feedback(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    page.reload()
    form = question(page, "skolplikt-slut")
    expect(form.get_by_role("status")).to_contain_text("Fel.")
    expect(form.get_by_role("radio", name="På födelsedagen")).to_be_checked()
    record = stored(page)["questions"]["skolplikt-slut"]
    assert [attempt["given"] for attempt in record["attempts"]] == [["fodelsedag"]]


def test_the_path_shows_done_started_and_left(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}vag/")
    states = page.locator("li[data-module]")
    expect(states).to_have_text([r"Första modulen 45 minuter Kvar", r"Andra modulen 45 minuter Kvar"])
    expect(page.locator(".path-summary")).to_have_text("Du har klarat 0 av 2 moduler. Nästa: Första modulen.")
    page.goto(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    page.goto(f"{mini_address}vag/")
    expect(states.first).to_contain_text("Påbörjad: 1 av 3 frågor besvarade")
    page.goto(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-sant", "Sant")
    answer(page, "skolplikt-vilka", "Det första", "Det andra")
    page.goto(f"{mini_address}vag/")
    expect(states.first).to_contain_text("Inte godkänt än: 33 %")
    page.goto(f"{mini_address}modul/forsta/")
    question(page, "skolplikt-sant").get_by_role("button", name="Försök igen").click()
    answer(page, "skolplikt-sant", "Falskt")
    page.goto(f"{mini_address}vag/")
    expect(states.first).to_contain_text("Klar")
    expect(page.locator(".path-summary")).to_have_text("Du har klarat 1 av 2 moduler. Nästa: Andra modulen.")


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", '"x"', '{"schema": "två"}', '{"schema": 2, "questions": 7, "cases": []}']
)
def test_corrupt_storage_starts_anew_and_loses_nothing(open_page: Open, mini_address: str, text: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", script=with_stored(text))
    form = answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(form.get_by_role("status")).to_contain_text("Rätt.")
    assert list(stored(page)["questions"]) == ["skolplikt-slut"]
    kept = page.evaluate(f"localStorage.getItem('{KEY}-unreadable')")
    assert kept == (None if "questions" in text else text)


def test_storage_of_a_newer_version_is_left_alone(open_page: Open, mini_address: str) -> None:
    newer = {"schema": 99, "questions": {}, "new": True}
    page = open_page(f"{mini_address}modul/forsta/", script=with_stored(newer))
    form = answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(form.get_by_text("Svaren kunde inte sparas")).to_be_visible()
    assert stored(page) == newer


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_storage_that_does_not_work_breaks_nothing(open_page: Open, mini_address: str, script: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", script=script)
    form = answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(form.get_by_role("status")).to_contain_text("Rätt.")
    expect(form.get_by_text("Svaren kunde inte sparas")).to_be_visible()
    page.get_by_role("button", name="Visa resultat").click()
    expect(page.locator(".error-summary")).to_contain_text("2 frågor är inte besvarade")


def test_two_tabs_keep_each_others_answers(open_page: Open, mini_address: str) -> None:
    one = open_page(f"{mini_address}modul/forsta/")
    other = open_page(f"{mini_address}vag/", context=one.context)
    answer(one, "skolplikt-slut", "När vårterminen slutar")
    expect(other.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 3")
    third = open_page(f"{mini_address}modul/andra/", context=one.context)
    answer(third, "skolplikt-andra", "Sant")
    answer(one, "skolplikt-sant", "Falskt")
    assert sorted(stored(one)["questions"]) == ["skolplikt-andra", "skolplikt-sant", "skolplikt-slut"]


def test_the_former_schema_is_migrated(open_page: Open, mini_address: str, mini_site: Path) -> None:
    html = (mini_site / "modul" / "forsta" / "index.html").read_text(encoding="utf-8")
    fingerprint = html.split('data-question="skolplikt-slut"')[1].split('data-fingerprint="')[1][:8]
    old = {
        "schema": 1,
        "answers": {
            "skolplikt-slut": {"f": fingerprint, "v": ["fodelsedag"], "ok": False, "t": 1_750_000_000},
            "trasig": {"f": 7},
        },
    }
    page = open_page(f"{mini_address}modul/forsta/", script=with_stored(old))
    expect(question(page, "skolplikt-slut").get_by_role("status")).to_contain_text("Fel.")
    answer(page, "skolplikt-sant", "Falskt")
    now = stored(page)
    assert now["schema"] == 2
    assert now["questions"]["skolplikt-slut"] == {
        "print": fingerprint,
        "attempts": [{"at": "2025-06-15T15:06:40.000Z", "given": ["fodelsedag"], "right": False}],
    }
    assert "trasig" not in now["questions"]


QUESTIONS = "training/questions/skolplikt.yml"


def _typo(site: Path) -> None:
    replace(site / QUESTIONS, "text: När vårterminen slutar", "text: Vid vårterminens slut")
    replace(site / QUESTIONS, "stem: Kim fyller 16 i mars.", "stem: Kim fyller sexton i mars.")


def _reorder(site: Path) -> None:
    option = "      - id: hosten\n        text: Till hösten\n        feedback: Då är den redan slut.\n"
    replace(site / QUESTIONS, option, "")
    replace(site / QUESTIONS, "      - id: fodelsedag\n", f"{option}      - id: fodelsedag\n")


def _change_key(site: Path) -> None:
    replace(
        site / QUESTIONS,
        "        text: När vårterminen slutar\n        correct: true",
        "        text: När vårterminen slutar",
    )
    replace(site / QUESTIONS, "        text: Till hösten", "        text: Till hösten\n        correct: true")


def _move(site: Path) -> None:
    replace(site / "training/modules/forsta.yml", "questions: [skolplikt-slut, ", "questions: [")
    replace(
        site / "training/modules/andra.yml",
        "questions: [skolplikt-andra]",
        "questions: [skolplikt-andra, skolplikt-slut]",
    )


def _remove(site: Path) -> None:
    text = (site / QUESTIONS).read_text(encoding="utf-8")
    start, end = text.index("  - id: skolplikt-slut"), text.index("  - id: skolplikt-vilka")
    (site / QUESTIONS).write_text(text[:start] + text[end:], encoding="utf-8")
    replace(site / "training/modules/forsta.yml", "questions: [skolplikt-slut, ", "questions: [")
    replace(site / "docs/skolplikt.md", "questions: [skolplikt-slut]", "questions: []")


def _insert(site: Path) -> None:
    bank = (site / QUESTIONS).read_text(encoding="utf-8")
    start, end = bank.index("  - id: skolplikt-andra"), len(bank)
    new = bank[start:end].replace("skolplikt-andra", "skolplikt-ny").replace("en fråga till", "en ny fråga")
    replace(site / QUESTIONS, "  - id: skolplikt-slut\n", f"{new}  - id: skolplikt-slut\n")
    replace(site / "training/modules/forsta.yml", "[skolplikt-slut, ", "[skolplikt-ny, skolplikt-slut, ")


def _rename_module(site: Path) -> None:
    for path in (site / "training").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("forsta", "grunden"), encoding="utf-8")
    (site / "training/modules/forsta.yml").rename(site / "training/modules/grunden.yml")
    replace(site / "training/modules/grunden.yml", "modul/grunden.md", "modul/forsta.md")


def _split(site: Path) -> None:
    text = (site / QUESTIONS).read_text(encoding="utf-8")
    start, end = text.index("  - id: skolplikt-slut"), text.index("  - id: skolplikt-vilka")
    halves = [text[start:end].replace("id: skolplikt-slut", f"id: skolplikt-slut-{name}") for name in ("ett", "tva")]
    (site / QUESTIONS).write_text(text[:start] + "".join(halves) + text[end:], encoding="utf-8")
    replace(site / "training/modules/forsta.yml", "[skolplikt-slut, ", "[skolplikt-slut-ett, skolplikt-slut-tva, ")
    replace(site / "docs/skolplikt.md", "questions: [skolplikt-slut]", "questions: []")


def _merge(site: Path) -> None:
    _change_key(site)
    text = (site / QUESTIONS).read_text(encoding="utf-8")
    start, end = text.index("  - id: skolplikt-vilka"), text.index("  - id: skolplikt-sant")
    (site / QUESTIONS).write_text(text[:start] + text[end:], encoding="utf-8")
    replace(site / "training/modules/forsta.yml", "skolplikt-vilka, ", "")


def _still_answered(page: Page, home: str) -> None:
    page.goto(f"{home}modul/forsta/")
    status = question(page, "skolplikt-slut").get_by_role("status")
    expect(status).to_contain_text("Rätt.")
    expect(question(page, "skolplikt-slut").locator("input:checked")).to_have_value("varterminen")


def _asked_again(page: Page, home: str) -> None:
    page.goto(f"{home}modul/forsta/")
    form = question(page, "skolplikt-slut")
    expect(form.get_by_role("status")).to_have_text("Frågan har ändrats sedan du svarade. Svara en gång till.")
    assert form.locator("input:checked").count() == 0
    expect(question(page, "skolplikt-sant").get_by_role("status")).to_contain_text("Rätt.")
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 3")


def _moved(page: Page, home: str) -> None:
    page.goto(f"{home}modul/andra/")
    expect(question(page, "skolplikt-slut").get_by_role("status")).to_contain_text("Rätt.")
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").nth(1)).to_contain_text("Påbörjad: 1 av 2")


def _forgotten(page: Page, home: str) -> None:
    page.goto(f"{home}modul/forsta/")
    expect(question(page, "skolplikt-slut")).to_have_count(0)
    expect(question(page, "skolplikt-sant").get_by_role("status")).to_contain_text("Rätt.")
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 2")


def _split_asked(page: Page, home: str) -> None:
    page.goto(f"{home}modul/forsta/")
    for half in ("skolplikt-slut-ett", "skolplikt-slut-tva"):
        expect(question(page, half).get_by_role("button", name="Svara")).to_be_visible()
        expect(question(page, half).get_by_role("status")).to_be_empty()
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 4")


def _merged_asked_again(page: Page, home: str) -> None:
    page.goto(f"{home}modul/forsta/")
    expect(question(page, "skolplikt-slut").get_by_role("status")).to_contain_text("Frågan har ändrats")
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 2")


def _one_more(page: Page, home: str) -> None:
    _still_answered(page, home)
    expect(question(page, "skolplikt-ny").get_by_role("status")).to_be_empty()
    page.goto(f"{home}vag/")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 2 av 4")


def _renamed(page: Page, home: str) -> None:
    _still_answered(page, home)
    page.goto(f"{home}vag/")
    step = page.locator("li[data-module=grunden]")
    expect(step).to_contain_text("Klar")


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (_insert, _one_more),
        (_rename_module, _renamed),
        (_split, _split_asked),
        (_merge, _merged_asked_again),
        (_typo, _still_answered),
        (_reorder, _still_answered),
        (_change_key, _asked_again),
        (_move, _moved),
        (_remove, _forgotten),
    ],
    ids=["inserted", "renamed-module", "split", "merged", "typo", "reordered", "changed-key", "moved", "removed"],
)
def test_progress_stays_right_when_the_bank_is_edited(
    browser: Browser,
    mini_address: str,
    tmp_path: Path,
    edit: Callable[[Path], None],
    after: Callable[[Page, str], None],
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    answer(page, "skolplikt-sant", "Falskt")
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    site = copy_base(tmp_path / "edited")
    edit(site)
    server = serve(build(site))
    context.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(before)})")
    after(page, address(server))
    context.close()
    server.shutdown()


def test_the_readers_file_goes_from_one_machine_to_another(open_page: Open, mini_address: str, tmp_path: Path) -> None:
    one = open_page(f"{mini_address}modul/forsta/")
    answer(one, "skolplikt-slut", "När vårterminen slutar")
    one.goto(f"{mini_address}svar/")
    with one.expect_download() as download:
        one.get_by_role("button", name="Spara mina svar som fil").click()
    file = tmp_path / "svar.json"
    download.value.save_as(file)

    other = open_page(f"{mini_address}modul/forsta/")
    answer(other, "skolplikt-sant", "Sant")
    other.goto(f"{mini_address}svar/")
    other.get_by_label("Läs in svar från en fil").set_input_files(file)
    expect(other.get_by_role("status").last).to_contain_text("Svaren är inlästa.")
    assert sorted(stored(other)["questions"]) == ["skolplikt-sant", "skolplikt-slut"]

    file.write_text("hej", encoding="utf-8")
    other.get_by_label("Läs in svar från en fil").set_input_files(file)
    expect(other.get_by_role("status").last).to_contain_text("Inget har ändrats.")
    assert len(stored(other)["questions"]) == 2


def test_erasing_asks_first_and_leaves_nothing(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    page.goto(f"{mini_address}svar/")
    page.get_by_role("button", name="Radera mina svar").click()
    page.get_by_role("button", name="Nej, behåll dem").click()
    assert stored(page) is not None
    page.get_by_role("button", name="Radera mina svar").click()
    page.get_by_role("button", name="Ja, radera alla mina svar").click()
    expect(page.get_by_role("status").last).to_have_text("Alla svar är raderade.")
    assert stored(page) is None
