"""A case: read from top to bottom, or walked one decision at a time."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open


def test_without_javascript_the_case_is_whole(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/", java_script_enabled=False)
    headings = [heading.inner_text() for heading in page.locator(".case-node h3").all()]
    assert headings == ["Samtalet", "Mötet", "Första veckan", "Slutet"]
    assert [phase.inner_text() for phase in page.locator("h2.case-phase").all()] == [
        "Inför placering",
        "Under placering",
        "Efter placering",
    ]
    expect(page.get_by_text("Rektorn svarar.")).to_be_hidden()
    page.get_by_text("Ringer rektorn").click()
    expect(page.get_by_text("Rektorn svarar.")).to_be_visible()
    page.get_by_role("link", name="Första veckan").first.click()
    assert page.url.endswith("#kim-veckan")


def test_a_way_is_walked_counted_and_compared(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    expect(page.get_by_role("heading", name="Samtalet")).to_be_visible()
    expect(page.get_by_role("heading", name="Första veckan")).to_be_hidden()
    page.get_by_role("button", name="Väntar en vecka").click()
    expect(page.get_by_role("status").filter(has_text="Veckan går.")).to_be_visible()
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("heading", name="Mötet")).to_be_focused()
    page.get_by_role("button", name="Ingen", exact=True).click()
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_text("Förlorade skoldagar på din väg: 15. På den rekommenderade vägen: 1.")).to_be_visible()
    page.get_by_role("link", name="Mötet").click()
    page.get_by_role("button", name="Välj något annat").click()
    page.get_by_role("button", name="Alla", exact=True).click()
    expect(page.get_by_text("Förlorade skoldagar hittills: 8.")).to_be_visible()


def test_the_discussion_is_folded_since_it_tells_the_end(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    expect(page.get_by_text("Hur gör ni?")).to_be_hidden()
    page.get_by_text("Frågor att prata om").click()
    expect(page.get_by_text("Hur gör ni?")).to_be_visible()


def test_the_way_is_kept_and_can_be_begun_anew(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    page.get_by_role("button", name="Ringer rektorn").click()
    page.reload()
    expect(page.get_by_role("heading", name="Första veckan")).to_be_visible()
    page.get_by_role("button", name="Börja om").click()
    expect(page.get_by_role("heading", name="Samtalet")).to_be_visible()
    page.goto(f"{mini_address}fall/#kim-slutet")
    expect(page.get_by_role("heading", name="Slutet")).to_be_visible()


def test_the_whole_text_can_be_had_with_javascript_too(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    page.get_by_role("button", name="Läs hela fallet som text").click()
    for name in ("Samtalet", "Mötet", "Första veckan", "Slutet"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.locator("summary", has_text="Ringer rektorn").click()
    expect(page.locator(".consequence", has_text="Rektorn svarar.")).to_be_visible()


def test_keyboard_alone_walks_the_case(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}fall/")
    page.get_by_role("button", name="Ringer rektorn").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Gå vidare")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Första veckan")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ett besök")).to_be_focused()
