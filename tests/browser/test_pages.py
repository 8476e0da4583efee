"""The frame of every page: citations, home, navigation, search, print, small screens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

REAL_KINDS = (
    "",
    "kunskap/skolplikt/nar-borjar-och-slutar/",
    "utbildning/moduler/skolplikt/",
    "utbildning/fall/ali/",
    "lagrum/skollagen-1-7/",
)


def test_a_citation_leads_to_the_official_paragraph(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/", java_script_enabled=False)
    link = page.get_by_role("link", name="7 kap. 12 § första stycket skollagen")
    expect(link).to_have_attribute(
        "href",
        "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
        "skollag-2010800_sfs-2010-800/#K7P12",
    )
    source = page.locator("#kalla-skoll-7-12")
    source.locator("summary").click()
    expect(source).to_contain_text("Skolplikten upphör vid vårterminens slut det tionde året.")


def test_the_popover_shows_on_keyboard_focus_and_goes_with_escape(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    page.wait_for_function("Boolean(customElements.get('source-list'))")
    link = page.get_by_role("link", name="7 kap. 12 § första stycket skollagen")
    page.locator("#det-har-galler").evaluate("node => { node.tabIndex = -1; node.focus(); }")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_contain_text("Skolplikten upphör vid vårterminens slut det tionde året.")
    expect(link).to_have_attribute("aria-describedby", "lag-popover")
    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)


def test_the_popover_shows_on_hover_and_can_be_pointed_at(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/")
    page.wait_for_function("Boolean(customElements.get('source-list'))")
    page.get_by_role("link", name="7 kap. 12 § första stycket skollagen").hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_be_visible()
    tooltip.hover()
    page.wait_for_timeout(400)
    expect(tooltip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tooltip).to_have_count(0)


def test_the_first_touch_shows_the_popover(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/", has_touch=True, viewport={"width": 360, "height": 700})
    page.wait_for_function("Boolean(customElements.get('source-list'))")
    page.get_by_role("link", name="7 kap. 12 § första stycket skollagen").tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.url.startswith(mini_address)


def test_the_home_page_has_search_in_focus_three_doors_and_news(open_page: Open, real_address: str) -> None:
    page = open_page(real_address)
    expect(page.get_by_role("searchbox", name="Vad behöver du veta?")).to_be_focused()
    for door in ("Jag är ny skolsamordnare", "Jag söker svar", "Vi ska börja i vår stadsdel"):
        expect(page.get_by_role("link", name=door)).to_be_visible()
    assert page.locator(".news li").count() > 0


def test_the_home_search_opens_the_sites_search(open_page: Open, real_address: str) -> None:
    page = open_page(real_address)
    page.wait_for_function("Boolean(customElements.get('home-search'))")
    page.keyboard.type("skolplikt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Sök").get_by_role("textbox")).to_have_value("skolplikt")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_address_can_carry_a_search(open_page: Open, real_address: str) -> None:
    page = open_page(f"{real_address}?q=skolplikt")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_answers_and_facilitators_notes_are_not_in_the_search_index(mini_site: Path) -> None:
    index = json.loads((mini_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    text = json.dumps(index, ensure_ascii=False)
    for hidden in ("Terminen styr", "På födelsedagen", "Rektorn svarar", "Ringer rektorn", "Läs och prata länge"):
        assert hidden not in text
    assert "Skolplikten följer läsåren" in text


def test_widgets_live_on_through_instant_navigation(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}vag/", viewport={"width": 1400, "height": 800})
    expect(page.locator(".path-summary")).to_be_visible()
    page.evaluate("window.stays = true")
    page.get_by_role("link", name="Första modulen").first.click()
    expect(page.get_by_role("button", name="Svara")).to_have_count(3)
    page.locator("#fraga-skolplikt-sant").get_by_label("Falskt").check()
    page.locator("#fraga-skolplikt-sant").get_by_role("button", name="Svara").click()
    page.go_back()
    expect(page.locator("li[data-module]").first).to_contain_text("Påbörjad: 1 av 3")
    expect(page.locator(".path-summary")).to_have_count(1)
    page.go_forward()
    expect(page.get_by_role("button", name="Svara")).to_have_count(2)
    expect(page.locator("#fraga-skolplikt-sant").get_by_role("button", name="Försök igen")).to_have_count(1)
    assert page.evaluate("window.stays") is True


@pytest.mark.parametrize("path", REAL_KINDS)
def test_no_page_asks_another_host_for_anything(open_page: Open, real_address: str, path: str) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(real_address + path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((real_address, "data:", "blob:"))] == []


def test_no_built_page_names_a_foreign_script_style_font_or_image(real_site: Path) -> None:
    loads = re.compile(
        r"<(?:script|img|iframe|source|video|audio)[^>]+src=\"(?:https?:)?//|<link(?![^>]+rel=\"(?:canonical|alternate)\")[^>]+href=\"(?:https?:)?//"
    )
    pages = list(real_site.rglob("*.html"))
    assert len(pages) > 20
    assert [path.name for path in pages if loads.search(path.read_text(encoding="utf-8"))] == []
    styles = list((real_site / "assets").rglob("*.css"))
    assert [
        path.name for path in styles if re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text(encoding="utf-8"))
    ] == []


def fetched(page: Page, address: str, path: str) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    return asked


def test_a_page_without_widgets_loads_no_widget_code_and_nothing_of_the_search(
    open_page: Open, mini_address: str
) -> None:
    asked = fetched(open_page("about:blank"), mini_address, "")
    scripts = [url for url in asked if "assets/js/" in url or "search" in url.rsplit("/", 1)[-1]]
    assert sorted(scripts) == ["assets/js/search/worker.js", "assets/js/start.js"]
    assert "assets/css/widgets.css" not in asked


def test_a_page_with_widgets_fetches_them_in_one_file(open_page: Open, mini_address: str) -> None:
    asked = fetched(open_page("about:blank"), mini_address, "modul/forsta/")
    assert [url for url in asked if "/js/elements/" in url] == ["assets/js/elements/source-list.js"]
    assert {"assets/js/widgets.js", "assets/css/widgets.css"} <= set(asked)


@pytest.mark.parametrize("path", REAL_KINDS)
@pytest.mark.parametrize("zoom", [1, 4], ids=["320px", "400%"])
def test_nothing_scrolls_sideways_on_a_small_screen(open_page: Open, real_address: str, path: str, zoom: int) -> None:
    # 400 % zoom of a 1280-pixel window leaves 320 pixels, drawn at four device pixels each
    page = open_page(real_address + path, viewport={"width": 320, "height": 640}, device_scale_factor=zoom)
    page.wait_for_load_state("networkidle")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(node => {
            const box = node.getBoundingClientRect();
            return box.width && box.right > innerWidth + 1
                && !node.closest('.md-typeset__scrollwrap, table, .md-sidebar, [popover]');
        }).map(node => node.tagName + '.' + node.className).slice(0, 5)"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_scheme_follows_the_readers_system(open_page: Open, real_address: str, scheme: str, dark: bool) -> None:
    page = open_page(f"{real_address}svar/", color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if dark else "default")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    values = [int(value) for value in re.findall(r"\d+", background)[:3]]
    assert (sum(values) < 200) is dark


def test_print_leaves_out_the_frame_and_only_names_the_coming_changes(open_page: Open, real_address: str) -> None:
    page = open_page(f"{real_address}kunskap/skolplikt/nar-borjar-och-slutar/")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar--primary", ".md-footer", ".question-actions"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("details.changes summary")).to_be_visible()
    expect(page.locator("details.changes li").first).to_be_hidden()
    assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_a_printed_case_is_whole(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    expect(page.get_by_role("button", name="Ringer rektorn")).to_be_visible()
    page.emulate_media(media="print")
    for name in ("Samtalet", "Mötet", "Första veckan", "Slutet"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
