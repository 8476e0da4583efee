"""The reader's own overview and certificate."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import stored
from .test_quiz import answer


def test_the_overview_follows_the_answers(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}overblick/")
    row = page.locator("tr[data-questions]")
    expect(row).to_have_text("Skolplikt0 av 9–")
    expect(page.locator("progress-overview").get_by_role("status")).to_contain_text("Svara på några frågor")
    expect(page.get_by_text("Du har inte klarat någon modul än.")).to_be_visible()
    expect(page.get_by_role("button", name="Skriv ut")).to_be_disabled()
    page.goto(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    answer(page, "skolplikt-sant", "Falskt")
    page.goto(f"{mini_address}overblick/")
    expect(row).to_have_text("Skolplikt2 av 950 %")
    expect(page.locator("progress-overview").get_by_role("status")).to_have_text("Nästa repetition är i morgon.")
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad")
    marked = page.locator(".md-nav--primary .nav-mark")
    expect(marked).to_have_text([" (påbörjad)"])
    assert violations(page) == []


def test_the_certificate_has_modules_dates_and_scores_and_the_name_is_not_stored(
    open_page: Open, mini_address: str
) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    answer(page, "skolplikt-vilka", "Det första", "Det andra")
    answer(page, "skolplikt-sant", "Sant")
    page.goto(f"{mini_address}overblick/")
    paper = page.locator(".certificate")
    expect(paper.get_by_role("row")).to_have_count(2)
    expect(paper.get_by_role("row").last).to_contain_text("Första modulen")
    expect(paper.get_by_role("row").last).to_contain_text("66 %")
    expect(paper).to_contain_text("Innehållets version: 2026-11-01 ")
    expect(paper).to_contain_text("läsarens egen anteckning")
    before = stored(page)
    page.get_by_label("Namn på intyget").fill("Kim Prov")
    expect(paper).to_contain_text("Kim Prov")
    page.emulate_media(media="print")
    expect(page.get_by_label("Namn på intyget")).to_be_hidden()
    page.emulate_media(media="screen")
    assert violations(page) == []
    assert stored(page) == before
    assert "Kim Prov" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    page.reload()
    expect(page.get_by_label("Namn på intyget")).to_have_value("")
