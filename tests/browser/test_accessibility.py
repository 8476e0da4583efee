"""axe on every page of the real site in both schemes, and with the search open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

from .conftest import Open

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def urls() -> list[str]:
    """Return the addresses of all pages, as their files are named."""
    found = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        stem = path.relative_to(ROOT / "docs").as_posix().removesuffix(".md")
        found.append("" if stem == "index" else f"{stem.removesuffix('/index')}/")
    return found


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that a change of scheme alone can break."""


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds, by all its rules or by those that are named."""
    page.evaluate("source => window.axe || eval(source)", AXE)
    only = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    result = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **only})
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]} {node.get('failureSummary', '')[:160]}"
        for fault in result["violations"]
        for node in fault["nodes"][:3]
    ]


def settled(page: Page) -> None:
    """Wait until every element of ours on the page has its code; what is local has none until a district is chosen."""
    page.wait_for_function(
        """() => document.readyState === 'complete' && [...document.querySelectorAll('main :not(local-side)')]
            .every(node => !node.localName.includes('-') || customElements.get(node.localName))"""
    )


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """One window for all pages, which is many times quicker than one each, and the errors in its console."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page, errors
    context.close()


@pytest.mark.parametrize("url", urls())
def test_no_violation_on_any_page_in_either_scheme(reader: tuple[Page, list[str]], real_address: str, url: str) -> None:
    page, errors = reader
    page.goto(real_address + url)
    settled(page)
    body = page.locator("body")
    page.evaluate("document.querySelectorAll('input[name=__palette]')[0].click()")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('input[name=__palette]')[1].click()")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.wait_for_timeout(50)
    assert violations(page, *COLOURS) == []
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_after_answering_and_in_the_search(open_page: Open, real_address: str, scheme: str) -> None:
    page = open_page(f"{real_address}utbildning/moduler/skolplikt/", color_scheme=scheme, reduced_motion="reduce")
    expect(page.get_by_role("button", name="Svara").first).to_be_visible()
    for form in page.locator("form.question").all()[:4]:
        form.locator("input").first.check()
        form.get_by_role("button", name="Svara").click()
    page.get_by_role("button", name="Visa resultat").click()
    assert violations(page) == []
    page.get_by_role("dialog", name="Sök").get_by_role("textbox").press_sequentially("skolplikt")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=20000)
    page.wait_for_timeout(400)
    assert violations(page) == []
