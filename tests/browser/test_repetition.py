"""Practice pages, and the daily repetition that is fetched from them."""

from __future__ import annotations

from datetime import datetime

from playwright.sync_api import Page, expect

from .conftest import Open
from .test_quiz import answer, question


def on(page: Page, day: int, url: str) -> None:
    page.clock.set_fixed_time(datetime(2026, 12, day, 10))
    page.goto(url)


def test_a_practice_page_has_all_questions_of_its_topic(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}ova/", java_script_enabled=False)
    assert page.locator("form.question").count() == 9


def test_without_javascript_the_path_leads_to_the_practice_pages(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}vag/", java_script_enabled=False)
    page.locator("daily-repetition summary").click()
    page.locator("daily-repetition").get_by_role("link", name="Skolplikt").click()
    expect(page).to_have_url(f"{mini_address}ova/")


def test_what_is_due_is_asked_on_the_path_page(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    on(page, 1, f"{mini_address}vag/")
    daily = page.locator("daily-repetition")
    expect(daily.get_by_role("status")).to_contain_text("Inget att repetera i dag. Frågor som du har svarat på")
    expect(daily.get_by_role("button")).to_be_hidden()
    on(page, 1, f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    answer(page, "skolplikt-sant", "Falskt")
    on(page, 1, f"{mini_address}vag/")
    expect(daily.get_by_role("status")).to_have_text("Inget att repetera i dag. Nästa repetition är i morgon.")
    on(page, 2, f"{mini_address}vag/")
    expect(daily.get_by_role("status")).to_have_text("En fråga att repetera i dag.")
    on(page, 4, f"{mini_address}vag/")
    expect(daily.get_by_role("status")).to_have_text("2 frågor att repetera i dag.")
    daily.get_by_role("button", name="Repetera").click()
    expect(page.locator("form.question")).to_have_count(2)
    first = question(page, "skolplikt-slut")
    expect(first.locator(".question-number")).to_have_text("Fråga 1 av 2")
    expect(first.get_by_role("radio").first).to_be_focused()
    expect(page.locator("form.question input:checked")).to_have_count(0)
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(daily.get_by_role("status").last).to_have_text("En fråga till att repetera i dag.")
    expect(daily.get_by_role("button", name="Repetera")).to_be_hidden()
    link = first.get_by_role("status").get_by_role("link", name="När slutar skolplikten? – Det här gäller")
    expect(link).to_have_attribute("href", f"{mini_address}skolplikt/#det-har-galler")
    answer(page, "skolplikt-sant", "Sant")
    expect(daily.get_by_role("status").last).to_have_text(
        "1 av 2 rätt. Inget till att repetera i dag. Nästa repetition är i morgon."
    )
    expect(question(page, "skolplikt-sant").get_by_role("status")).to_contain_text("Fel.")


def test_a_practice_page_that_cannot_be_fetched_is_said(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    on(page, 1, f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    on(page, 2, f"{mini_address}vag/")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('offline')); }")
    page.locator("daily-repetition").get_by_role("button", name="Repetera").click()
    expect(page.get_by_text("Frågorna kunde inte hämtas.")).to_be_visible()


def test_what_is_left_after_ten_questions_has_a_button_of_its_own(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    on(page, 1, f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    on(page, 3, f"{mini_address}vag/")
    daily = page.locator("daily-repetition")
    assert page.locator(".path-summary").evaluate("line => line.nextElementSibling.localName") == "daily-repetition"
    daily.get_by_role("button", name="Repetera en fråga").click()
    page.evaluate(
        """() => {
          const progress = JSON.parse(localStorage.getItem("obruten-skolgang"));
          const { attempts } = progress.questions["skolplikt-slut"];
          progress.questions["skolplikt-sant"] = { print: "annan", attempts };
          localStorage.setItem("obruten-skolgang", JSON.stringify(progress));
        }"""
    )
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(daily.get_by_role("status").last).to_have_text("1 av 1 rätt. En fråga till att repetera i dag.")
    daily.get_by_role("button", name="Repetera en fråga till").click()
    expect(page.locator("form.question")).to_have_attribute("data-question", "skolplikt-sant")
