"""The reader's district: chosen in the header, kept in the browser, carried by a link; and all of it without either."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import FORBIDDEN

KEY = "obruten-skolgang-stadsdel"


def kept(page: Page) -> str | None:
    text: str | None = page.evaluate(f"localStorage.getItem('{KEY}')")
    return text


def choose(page: Page, name: str) -> None:
    link = page.get_by_role("link", name="Välj kommundel")
    if link.is_visible():
        link.click()
    page.get_by_role("combobox", name="Min kommundel").select_option(name)


def test_without_scripts_there_are_links_to_the_list(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", java_script_enabled=False)
    page.get_by_role("link", name="Välj kommundel").click()
    assert page.url == f"{mini_address}stadsdelar/"
    page.get_by_role("link", name="Söders förvaltning").click()
    expect(page.get_by_role("heading", name="Lokala rutiner")).to_be_visible()
    page.goto(f"{mini_address}skolplikt/")
    page.get_by_role("link", name="Kontakter och lokala rutiner i din kommundel").click()
    assert page.url == f"{mini_address}stadsdelar/"


def test_a_choice_is_kept_and_followed_by_what_belongs_to_the_page(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    assert page.evaluate("localStorage.length") == 0
    choose(page, "Söders förvaltning")
    local = page.locator("local-side")
    expect(local.get_by_role("link", name="Söders förvaltning")).to_have_attribute(
        "href", f"{mini_address}stadsdelar/soder/"
    )
    expect(local).to_contain_text("Samordnarna i Söder")
    expect(local.get_by_role("heading", name="Så frågar du i Söder")).to_be_visible()
    expect(local.get_by_role("link", name="Söders rutin")).to_be_visible()
    expect(local).not_to_contain_text("Bara på sidan om fall")
    expect(local).not_to_contain_text("En länk om roller")
    expect(local.get_by_text("Kontakter och lokala rutiner i din kommundel")).to_be_hidden()
    assert json.loads(kept(page) or "") == {"schema": 1, "slug": "soder"}
    assert violations(page) == []
    page.goto(f"{mini_address}fall/")
    expect(local.get_by_role("heading", name="Bara på sidan om fall")).to_be_visible()
    expect(page.get_by_role("combobox", name="Min kommundel")).to_have_value("soder")


def test_the_choice_is_changed_and_taken_back_in_the_header(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    choose(page, "Söders förvaltning")
    expect(page.locator("local-side")).to_contain_text("Samordnarna i Söder")
    choose(page, "Norrs förvaltning")
    expect(page.locator("local-side .local")).to_have_text("Norrs förvaltning: inget ifyllt för den här sidan.")
    choose(page, "Välj kommundel")
    expect(page.locator("local-side .local")).to_be_empty()
    expect(page.get_by_text("Kontakter och lokala rutiner i din kommundel")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_link_shows_a_district_and_stores_nothing(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/?stadsdel=soder")
    local = page.locator("local-side")
    expect(local).to_contain_text("Samordnarna i Söder")
    expect(page.get_by_role("combobox", name="Min kommundel")).to_have_value("soder")
    assert page.evaluate("localStorage.length") == 0
    local.get_by_role("button", name="Behåll som mitt val").click()
    assert json.loads(kept(page) or "")["slug"] == "soder"
    page.goto(f"{mini_address}skolplikt/?stadsdel=norr")
    expect(local).to_contain_text("Norrs förvaltning")
    assert json.loads(kept(page) or "")["slug"] == "soder"
    choose(page, "Söders förvaltning")
    expect(local).to_contain_text("Samordnarna i Söder")
    assert page.url == f"{mini_address}skolplikt/"
    page.reload()
    expect(local).to_contain_text("Samordnarna i Söder")
    page.goto(f"{mini_address}skolplikt/?stadsdel=Norr")
    expect(local).to_contain_text("Norrs förvaltning")
    page.route("**/stadsdelar/fel/", lambda route: route.fulfill(status=200, body="<p>Ingen stadsdel</p>"))
    page.goto(f"{mini_address}skolplikt/?stadsdel=fel")
    expect(local).to_contain_text("Samordnarna i Söder")
    assert json.loads(kept(page) or "")["slug"] == "soder"


@pytest.mark.parametrize("width", [320, 360])
def test_the_choice_leaves_room_for_the_search_on_a_phone(open_page: Open, mini_address: str, width: int) -> None:
    page = open_page(f"{mini_address}skolplikt/", viewport={"width": width, "height": 700})
    for name in ("", "Söders förvaltning"):
        if name:
            page.get_by_role("link", name="Välj kommundel").click()
            select = page.get_by_role("combobox", name="Min kommundel")
            select.evaluate("select => select.options[1].text = 'Enskede-Årsta-Vantörs stadsdelsförvaltning'")
            select.select_option(index=1)
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        box = page.locator("label.md-header__button[for=__search]").bounding_box()
        assert box
        assert box["width"] > 20
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_choice_lives_on_through_instant_navigation(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", viewport={"width": 1400, "height": 800})
    page.evaluate("window.stays = true")
    choose(page, "Söders förvaltning")
    page.locator(".md-nav--primary").get_by_role("link", name="När slutar skolplikten?").click()
    expect(page.locator("local-side")).to_contain_text("Samordnarna i Söder")
    page.go_back()
    page.go_forward()
    expect(page.locator("local-side .local-routine")).to_have_count(1)
    assert page.evaluate("window.stays") is True


def test_the_header_is_chosen_from_by_keyboard(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    page.get_by_role("link", name="Välj kommundel").focus()
    page.keyboard.press("Enter")
    select = page.get_by_role("combobox", name="Min kommundel")
    expect(select).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.type("Sö")
    page.keyboard.press("Enter")
    expect(select).to_have_value("soder")
    expect(page.locator("local-side")).to_contain_text("Samordnarna i Söder")


@pytest.mark.parametrize(
    "text", ["{", "soder", '{"schema":9,"slug":"soder"}', '{"schema":1,"slug":"../x"}', '{"schema":1,"slug":7}', "null"]
)
def test_a_broken_choice_is_no_choice(open_page: Open, mini_address: str, text: str) -> None:
    page = open_page(f"{mini_address}skolplikt/", script=f"localStorage.setItem('{KEY}', {json.dumps(text)})")
    expect(page.get_by_role("combobox", name="Min kommundel")).to_have_value("")
    expect(page.get_by_text("Kontakter och lokala rutiner i din kommundel")).to_be_visible()


def test_a_district_that_is_gone_is_forgotten(open_page: Open, mini_address: str) -> None:
    page = open_page(mini_address)
    page.route("**/stadsdelar/borta/", lambda route: route.fulfill(status=200, body="<p>Ingen stadsdel</p>"))
    page.evaluate(f"""localStorage.setItem('{KEY}', '{{"schema":1,"slug":"borta"}}')""")
    page.goto(f"{mini_address}skolplikt/")
    expect(page.get_by_role("combobox", name="Min kommundel")).to_have_value("")
    expect(page.get_by_text("Kontakter och lokala rutiner i din kommundel")).to_be_visible()
    assert kept(page) is None


def test_where_storage_is_forbidden_the_choice_lasts_while_the_page_is_open(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/", script=FORBIDDEN)
    choose(page, "Söders förvaltning")
    expect(page.locator("local-side")).to_contain_text("Samordnarna i Söder")
    note = page.locator(".choice-note")
    expect(note).to_contain_text("Valet kunde inte sparas")
    note.get_by_role("button", name="Stäng").click()
    choose(page, "Norrs förvaltning")
    expect(note).to_have_count(0)
    page.reload()
    expect(page.get_by_role("link", name="Välj kommundel")).to_be_visible()


def test_without_the_list_the_header_is_a_link(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    page.route("**/lista.json", lambda route: route.fulfill(status=200, body="[]"))
    page.goto(f"{mini_address}skolplikt/")
    page.get_by_role("link", name="Välj kommundel").click()
    page.wait_for_url(f"{mini_address}stadsdelar/")
