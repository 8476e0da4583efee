"""The reader's own overview and certificate."""

from __future__ import annotations

from datetime import datetime

from playwright.sync_api import expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import stored
from .test_quiz import answer, question


def test_the_overview_follows_the_answers(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}overblick/")
    row = page.locator("tr[data-questions]")
    expect(row).to_have_text("Skolplikt0 av 9–")
    expect(page.locator("progress-overview").get_by_role("status")).to_contain_text(
        "Frågor som du har svarat på kommer tillbaka."
    )
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
    expect(paper.get_by_role("row").last).to_contain_text("67 %")
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


def test_what_is_passed_stays_passed_after_a_wrong_answer_on_a_later_day(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    page.clock.set_fixed_time(datetime(2026, 12, 1, 10))
    page.goto(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    answer(page, "skolplikt-vilka", "Det första", "Det andra")
    answer(page, "skolplikt-sant", "Falskt")
    page.clock.set_fixed_time(datetime(2026, 12, 9, 10))
    page.goto(f"{mini_address}ova/")
    for identity, wrong in (("skolplikt-slut", "På födelsedagen"), ("skolplikt-sant", "Sant")):
        question(page, identity).get_by_role("button", name="Försök igen").click()
        answer(page, identity, wrong)
    page.goto(f"{mini_address}overblick/")
    expect(page.locator("li[data-module]").first).to_contain_text("Klar")
    expect(page.locator("tr[data-questions]")).to_have_text("Skolplikt3 av 933 %")
    paper = page.locator(".certificate").get_by_role("row").last
    expect(paper).to_have_text("Första modulen2026-12-01100 %")
    page.goto(f"{mini_address}modul/forsta/")
    expect(page.locator(".quiz-result")).to_contain_text("Inte godkänt än.")
    expect(page.locator(".quiz-result")).to_contain_text("Modulen är klar. Dina bästa svar räknas.")


def test_bars_are_as_long_as_their_shares_and_no_topic_breaks_in_a_word(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", viewport={"width": 320, "height": 640})
    answer(page, "skolplikt-slut", "På födelsedagen")
    answer(page, "skolplikt-sant", "Falskt")
    page.goto(f"{mini_address}overblick/")
    assert page.locator(".chart-bar").evaluate("bar => bar.style.getPropertyValue('--share')") == "50%"
    assert page.locator("tr[data-questions] th a").evaluate("link => link.getClientRects().length") == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
