"""An exam: a drawn sample, nothing judged until it is handed in, time shown."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import stored


def test_an_exam_is_judged_when_it_is_handed_in(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}prov/")
    expect(page.locator("form.question")).to_have_count(0)
    expect(page.locator("exam-set")).to_contain_text("Provet drar 3 av 4 frågor.")
    page.get_by_role("button", name="Börja provet").click()
    forms = page.locator("form.question")
    expect(forms).to_have_count(3)
    expect(page.get_by_role("timer")).to_contain_text("Tid: 0 min")
    expect(page.get_by_role("button", name="Svara")).to_have_count(0)
    for form in forms.all()[:2]:
        form.locator("input").first.check()
        form.locator("input").first.press("Enter")
    expect(page.locator(".feedback:not(:empty)")).to_have_count(0)
    assert stored(page) is None
    page.get_by_role("button", name="Lämna in").click()
    expect(page.locator(".quiz-result")).to_have_text(
        "Inte besvarade: fråga 3. Lämna in igen om du vill hoppa över dem."
    )
    page.get_by_role("button", name="Lämna in").click()
    expect(page.locator(".quiz-result")).to_contain_text("av 3 rätt")
    expect(page.locator(".quiz-result")).to_be_focused()
    expect(page.get_by_text("Tid: 0 min")).to_have_count(1)
    expect(page.locator(".feedback:not(:empty)")).to_have_count(2)
    expect(forms.nth(2).locator("details.answer")).to_be_visible()
    assert len(stored(page)["questions"]) == 2
    assert violations(page) == []


def test_without_javascript_the_questions_of_an_exam_can_be_read(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}prov/", java_script_enabled=False)
    expect(page.locator("form.question")).to_have_count(4)
