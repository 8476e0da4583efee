"""Questions in a real browser: reading, answering, faults, results."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from .conftest import Open


def question(page: Page, identity: str) -> Locator:
    return page.locator(f"#fraga-{identity}")


def answer(page: Page, identity: str, *options: str) -> Locator:
    form = question(page, identity)
    for option in options:
        form.get_by_label(option, exact=True).check()
    form.get_by_role("button", name="Svara").click()
    return form


def test_without_javascript_questions_and_answers_can_be_read(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", java_script_enabled=False)
    form = question(page, "skolplikt-slut")
    assert form.get_by_role("radio").count() == 3
    assert form.get_by_role("radio", checked=True).count() == 0
    explanation = form.get_by_text("Skolplikten följer läsår.")
    expect(explanation).to_be_hidden()
    form.locator("summary").click()
    expect(explanation).to_be_visible()
    expect(form.locator("li[data-correct]")).to_contain_text("Rätt: När vårterminen slutar")
    assert page.get_by_role("button", name="Svara").count() == 0


def test_groups_have_the_question_as_their_name_and_nothing_is_preselected(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    expect(page.get_by_role("button", name="Svara")).to_have_count(3)
    group = page.get_by_role("group", name="Kim fyller 16 i mars")
    assert group.get_by_role("radio").count() == 3
    assert page.locator("input:checked").count() == len(
        page.locator("input.md-toggle:checked, input.md-option:checked").all()
    )


def test_a_right_answer_says_so_first_and_why(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = answer(page, "skolplikt-slut", "När vårterminen slutar")
    status = form.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Rätt\."))
    expect(status).to_contain_text("Terminen styr.")
    status.get_by_role("link", name="När slutar skolplikten? – Det här gäller").click()
    expect(page).to_have_url(f"{mini_address}skolplikt/#det-har-galler")


def test_a_wrong_answer_says_so_first_and_why_it_is_wrong(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = answer(page, "skolplikt-slut", "På födelsedagen")
    status = form.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Fel\."))
    expect(status).to_contain_text("Fel: ”På födelsedagen”")
    expect(status).to_contain_text("Skolplikten följer läsår.")
    expect(form.get_by_role("radio", name="På födelsedagen (ditt svar, fel)")).to_be_checked()


def test_multiple_choice_needs_every_right_option(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = answer(page, "skolplikt-vilka", "Det första")
    expect(form.get_by_role("status")).to_contain_text("Fel.")
    expect(form.get_by_role("status")).to_contain_text("Missat: ”Det andra”")
    reasons = form.locator(".reasons > li > p:first-child").all_inner_texts()
    assert [reason.split(":")[0] for reason in reasons] == ["Rätt", "Missat"]
    form.page.wait_for_timeout(600)
    form.get_by_role("button", name="Försök igen").click()
    assert form.locator("input:checked").count() == 0
    answer(page, "skolplikt-vilka", "Det första", "Det andra")
    expect(form.get_by_role("status")).to_contain_text("Rätt.")


def test_an_answer_stands_until_the_reader_tries_again(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = answer(page, "skolplikt-slut", "På födelsedagen")
    form.get_by_text("Till hösten").first.click(force=True)
    expect(form.get_by_role("radio", name="På födelsedagen")).to_be_checked()
    expect(form.get_by_role("status")).to_contain_text("Fel.")


def test_answering_nothing_is_an_error_at_the_question(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = question(page, "skolplikt-slut")
    form.get_by_role("button", name="Svara").click()
    expect(form.get_by_role("alert")).to_have_text("Välj ett svar först.")
    first = form.get_by_role("radio").first
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-describedby", "fel-skolplikt-slut")
    first.check()
    expect(form.get_by_role("alert")).to_be_empty()


def test_the_result_lists_unanswered_questions_first(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-sant", "Falskt")
    page.get_by_role("button", name="Visa resultat").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("2 frågor är inte besvarade")
    summary.get_by_role("link", name="Fråga 2: välj ett svar").click()
    expect(question(page, "skolplikt-vilka").get_by_role("checkbox").first).to_be_focused()


def test_the_result_has_the_pass_mark_and_what_to_read_again(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    answer(page, "skolplikt-slut", "På födelsedagen")
    answer(page, "skolplikt-vilka", "Det tredje")
    answer(page, "skolplikt-sant", "Falskt")
    page.get_by_role("button", name="Visa resultat").click()
    result = page.locator(".quiz-result")
    expect(result).to_contain_text("Inte godkänt än. 1 av 3 rätt (33 %). Gränsen är 60 %.")
    links = result.get_by_role("link")
    expect(links).to_have_text(["När slutar skolplikten? – Det här gäller", "När slutar skolplikten? – En egen rubrik"])
    result.get_by_role("button", name="Gör om dem som blev fel").click()
    answer(page, "skolplikt-slut", "När vårterminen slutar")
    answer(page, "skolplikt-vilka", "Det första", "Det andra")
    page.get_by_role("button", name="Visa resultat").click()
    expect(result).to_contain_text("Godkänt. 3 av 3 rätt (100 %).")


def test_keyboard_alone_is_enough_and_an_arrow_submits_nothing(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    form = question(page, "skolplikt-slut")
    expect(form.get_by_role("button", name="Svara")).to_be_visible()
    page.locator("#slutquiz").scroll_into_view_if_needed()
    for _ in range(60):
        page.keyboard.press("Tab")
        if form.locator("input:focus").count():
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    shown = form.locator(".option-text").all_inner_texts()
    expect(form.get_by_role("radio", name=shown[2])).to_be_checked()
    expect(form.get_by_role("status")).to_be_empty()
    for _ in range(2 - shown.index("När vårterminen slutar")):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Svara")).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.get_by_role("status")).to_contain_text("Rätt.")
    expect(form.get_by_role("button", name="Försök igen")).to_be_focused()


def test_a_knowledge_check_stands_in_a_guidance_page(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}skolplikt/#testa-dig")
    form = answer(page, "skolplikt-slut", "När vårterminen slutar")
    expect(form.get_by_role("status")).to_contain_text("Rätt.")
    form.get_by_role("status").get_by_role("link", name="Det här gäller").click()
    expect(page).to_have_url(f"{mini_address}skolplikt/#det-har-galler")
    assert page.get_by_role("button", name="Visa resultat").count() == 0


def test_the_worksheet_is_printed_alone_with_what_is_written_on_it(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    page.get_by_label("Nästa steg").fill("Ringa rektorn")
    page.evaluate("window.print = () => { window.shown = document.body.className; }")
    page.get_by_role("button", name="Skriv ut bladet").click()
    assert "sheet-alone" in page.evaluate("window.shown")
    assert "sheet-alone" not in (page.locator("body").get_attribute("class") or "")
    page.evaluate("document.body.classList.add('sheet-alone')")
    page.emulate_media(media="print")
    expect(page.get_by_label("Nästa steg")).to_be_visible()
    expect(page.get_by_label("Nästa steg")).to_have_value("Ringa rektorn")
    expect(page.get_by_text("Övning: Första")).to_be_visible()
    expect(page.get_by_text("Datum:")).to_be_visible()
    expect(page.locator(".worksheet-note")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    assert page.locator("form.question >> visible=true").count() == 0


def test_without_javascript_the_worksheet_can_be_filled_in(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/", java_script_enabled=False)
    page.get_by_label("Hemkommun").fill("Åkersta")
    assert page.get_by_role("button", name="Skriv ut bladet").count() == 0
