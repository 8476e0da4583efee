"""The search in a real browser: the theme's own box, with our worker behind it."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Open


def ask(page: Page, question: str) -> Locator:
    """Type a question in the search box and return the results."""
    box = page.get_by_role("dialog", name="Sök").get_by_role("textbox")
    box.click()
    box.fill("")
    box.press_sequentially(question)
    return page.locator(".md-search-result__item")


def searched(page: Page, question: str) -> Locator:
    results = ask(page, question)
    expect(results.first).to_be_visible(timeout=20000)
    page.wait_for_timeout(300)  # the theme draws the list anew for every key
    return results


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("särskola", "anpassad grundskola"),
        ("behörighet gymnasiet", "Behörig"),
        ("skollskjuts till hvb hem annan komun", "Skolskjuts i en annan kommun"),
        ("§12-hem", "ungdomshem"),
        ("7 kap 13 § skollagen", "skolplikt"),
    ],
)
def test_a_question_finds_its_page(open_page: Open, real_address: str, question: str, title: str) -> None:
    page = open_page(f"{real_address}om/uppdraget/")
    results = searched(page, question)
    expect(results.first).to_contain_text(re.compile(title, re.IGNORECASE))
    expect(results.locator("mark")).not_to_have_count(0)


def test_an_old_word_says_what_it_is_called_now(open_page: Open, real_address: str) -> None:
    page = open_page(f"{real_address}om/uppdraget/")
    results = searched(page, "särskola")
    expect(results.first.locator("em").first).to_have_text(
        "Anpassad grundskola: tidigare eller i vardagstal kallat särskola."
    )


def test_nothing_of_the_search_is_fetched_before_it_is_touched(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(mini_address)))
    page.goto(f"{mini_address}skolplikt/")
    page.wait_for_load_state("networkidle")
    data = {"search/search_index.json", "search/words.json", "assets/js/search.js"}
    assert data.isdisjoint(asked)
    page.get_by_role("dialog", name="Sök").get_by_role("textbox").click()
    expect(page.locator("body")).to_be_visible()
    page.wait_for_timeout(1500)
    assert data <= set(asked)
    assert len([url for url in asked if url in data]) == len(data)


def test_the_keyboard_leads_to_a_result_and_out_again(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    page.keyboard.press("/")
    page.keyboard.type("skoltvång")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__list")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(skolplikt|uppslag|svar)/"))


def test_no_hit_offers_words_topics_and_somebody_to_ask(open_page: Open, real_address: str) -> None:
    page = open_page(f"{real_address}om/uppdraget/")
    results = searched(page, "xqzw vvkk")
    expect(results.first).to_contain_text("Inget svar på ”xqzw vvkk”")
    mail = results.filter(has_text="Fråga samordnaren").locator("a")
    assert "Fråga om skolgång: xqzw vvkk" in unquote(mail.get_attribute("href") or "")
    expect(results.filter(has_text="Sekretess och samtycke")).not_to_have_count(0)


@pytest.mark.parametrize(
    "question", ["<img src=x onerror=alert(1)>", '+skola -hvb *plikt* ~2 title:x ^3 "a b"', "a", "é", "§", "x" * 10000]
)
def test_odd_questions_are_answered_without_an_error(open_page: Open, mini_address: str, question: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    box = page.get_by_role("dialog", name="Sök").get_by_role("textbox")
    box.click()
    box.fill(question)
    box.press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=10000)
    assert page.locator(".md-search-result img").count() == 0
    box.fill("")
    box.press("End")
    expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_a_search_that_could_not_be_fetched_is_tried_again(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    broken = {"yes": True}
    page.context.route("**/search/words.json", lambda route: route.abort() if broken["yes"] else route.fallback())
    page.add_init_script("addEventListener('error', event => event.preventDefault())")
    page.goto(f"{mini_address}skolplikt/")
    ask(page, "skolplikt")
    page.wait_for_timeout(500)
    assert page.locator(".md-search-result__item").count() == 0
    broken["yes"] = False
    expect(searched(page, "skolplikten").first).to_contain_text("skolplikt")


def test_what_questions_ask_and_answer_never_shows(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    for hidden in ("På födelsedagen", "Terminen styr"):
        found = " ".join(searched(page, hidden).all_inner_texts()).casefold()
        assert hidden.casefold() not in found.replace(f"”{hidden.casefold()}”", "")


def test_the_search_works_after_instant_navigation_(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    page.get_by_role("link", name="Andra modulen").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Andra modulen")
    page.wait_for_timeout(800)  # the theme closes the search once more when it has come to rest
    searched(page, "skoltvång")
