"""The kinds of question beside choices: with keyboard, with a screen reader's names, without JavaScript."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Open
from .test_accessibility import violations
from .test_progress import KEY, stored
from .test_quiz import question


def put_in_order(form: Locator, *names: str) -> None:
    """Put the items of an ordering question in this order, with its buttons."""
    for place, name in enumerate(names):
        item = form.locator(".order li", has_text=name)
        while item.evaluate("item => [...item.parentNode.children].indexOf(item)") > place:
            form.get_by_role("button", name=f"Flytta upp: {name}").press("Enter")


def match(form: Locator, **rows: str) -> None:
    for row, choice in rows.items():
        form.locator(f"select[name={row}]").select_option(choice)


def write(form: Locator, text: str) -> None:
    expect(form.get_by_role("button", name="Svara")).to_be_visible()
    form.get_by_label("Ditt svar").fill(text)
    form.get_by_label("Ditt svar").press("Enter")


def retry(form: Locator) -> None:
    form.page.wait_for_timeout(600)
    form.get_by_role("button", name="Försök igen").click()


def test_without_javascript_every_kind_can_be_read_and_none_gives_its_answer_away(
    open_page: Open, mini_address: str
) -> None:
    page = open_page(f"{mini_address}slag/", java_script_enabled=False)
    assert page.locator("form.question").count() == 5
    assert page.get_by_label("Särskilt stöd").locator("option").count() == 4
    expect(page.get_by_label("Särskilt stöd")).to_have_value("")
    assert page.locator(".order li").all_inner_texts() != ["Ring skolan", "Skriv ner", "Följ upp"]
    expect(page.get_by_text("Kim börjar inte på måndag.")).to_be_visible()
    expect(page.get_by_role("img", name="Ett märke")).to_be_visible()
    for form in page.locator("form.question").all():
        expect(form.locator(".explanation")).to_be_hidden()
        form.locator(".answer summary").click()
        expect(form.locator(".explanation")).to_be_visible()
    assert question(page, "slag-ordna").locator(".verdicts p:first-child").all_inner_texts()[0] == "1. Ring skolan"
    assert question(page, "slag-para").locator(".verdicts > li > p").all_inner_texts()[1] == "Särskilt stöd: Rektorn"


def test_matching_says_row_by_row_what_was_right(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, "slag-para")
    form.get_by_role("button", name="Svara").click()
    expect(form.get_by_role("alert")).to_have_text("Välj något på varje rad först.")
    match(form, plats="hemkommun", stod="namnd", skjuts="hemkommun")
    form.get_by_role("button", name="Svara").click()
    status = form.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Fel\. Delvis rätt: 1,33 av 2 poäng\."))
    expect(status).to_contain_text("Fel: Särskilt stöd – ”Socialnämnden”. Rätt är ”Rektorn”.Rektorn utreder.")
    expect(form.get_by_role("combobox", name="Särskilt stöd (fel)")).to_have_value("namnd")
    form.get_by_role("combobox", name="Särskilt stöd").evaluate(
        "select => { select.value = 'rektor'; select.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    expect(form.get_by_role("combobox", name="Särskilt stöd")).to_have_value("namnd")
    page.reload()
    expect(status).to_contain_text("Delvis rätt: 1,33 av 2 poäng.")
    retry(form)
    expect(form.get_by_label("Skolplats")).to_have_value("")
    match(form, plats="hemkommun", stod="rektor", skjuts="hemkommun")
    form.get_by_role("button", name="Svara").click()
    expect(status).to_have_text(re.compile(r"^Rätt\."))


def test_ordering_works_with_buttons_and_says_where_things_stand(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, "slag-ordna")
    form.get_by_role("button", name="Svara").click()
    expect(form.get_by_role("alert")).to_have_text("Flytta minst en rad. De står aldrig rätt från början.")
    movers = form.locator(".movers button")
    assert [mover.get_attribute("aria-disabled") for mover in movers.all()] == ["true", *[None] * 4, "true"]
    box = movers.last.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    last = form.locator(".order li").last
    name = last.locator(".item-text").inner_text()
    last.get_by_role("button", name=f"Flytta upp: {name}").press("Enter")
    expect(form.get_by_role("status").first).to_have_text(f"{name}: plats 2 av 3")
    expect(form.get_by_role("button", name=f"Flytta upp: {name}")).to_be_focused()
    put_in_order(form, "Följ upp", "Skriv ner", "Ring skolan")
    form.get_by_role("button", name="Svara").click()
    status = form.get_by_role("status").last
    expect(status).to_have_text(re.compile(r"^Fel\. Delvis rätt: 0,33 av 1 poäng\."))
    expect(status).to_contain_text("Fel: ”Ring skolan” på plats 3. Rätt är plats 1.Först samtalet.")
    expect(status).to_contain_text("Rätt: ”Skriv ner” på plats 2")
    form.get_by_role("button", name="Flytta upp: Skriv ner").press("Enter")
    assert form.locator(".item-text").all_inner_texts() == ["Följ upp", "Skriv ner", "Ring skolan"]
    assert form.locator(".movers [aria-disabled]").count() == 6
    retry(form)
    assert form.locator(".movers [aria-disabled]").count() == 2
    put_in_order(form, "Ring skolan", "Skriv ner", "Följ upp")
    form.get_by_role("button", name="Svara").click()
    expect(status).to_have_text(re.compile(r"^Rätt\."))
    page.reload()
    expect(form.locator(".item-text")).to_have_text(["Ring skolan", "Skriv ner", "Följ upp"])


@pytest.mark.parametrize(
    ("identity", "written", "said"),
    [
        ("slag-tal", "16,5 år", r"^Rätt\.Rätt: ”16,5 år”Just den åldern\."),
        ("slag-tal", "18", r"^Fel\.Fel: ”18”\. Rätt är ”16 år”\.Då är man myndig\."),
        ("slag-tal", "7", r"^Fel\.Fel: ”7”\. Rätt är ”16 år”\.Läs en gång till\."),
        ("slag-ord", "  REKTORN", r"^Rätt\.Rätt: ”REKTORN”Det är rektorn\."),
        ("slag-ord", "Skolans rektor", r"^Rätt\.Rätt: ”Skolans rektor”Det är rektorn\."),
        ("slag-ord", "larare", r"^Fel\.Fel: ”larare”\. Rätt är ”rektor”\.Läraren undervisar\."),
        ("slag-ord", "<b>kung</b>", r"^Fel\.Fel: ”<b>kung</b>”\. Rätt är ”rektor”\.Tänk på titeln\."),
    ],
)
def test_what_is_written_is_judged_and_explained(
    open_page: Open, mini_address: str, identity: str, written: str, said: str
) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, identity)
    write(form, written)
    status = form.get_by_role("status")
    expect(status).to_have_text(re.compile(said))
    expect(form.get_by_label("Ditt svar")).not_to_be_editable()
    page.reload()
    expect(form.get_by_label("Ditt svar")).to_have_value(written)
    expect(status).to_have_text(re.compile(said))


def test_a_number_that_is_none_is_an_error_at_the_question(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, "slag-tal")
    write(form, "sexton")
    expect(form.get_by_role("alert")).to_have_text("Skriv ett tal, till exempel 16 eller 2,5.")
    expect(form.get_by_label("Ditt svar")).to_be_focused()
    expect(form.get_by_label("Ditt svar")).to_have_attribute("aria-invalid", "true")
    assert stored(page) is None


def test_the_first_click_after_an_error_answers(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, "slag-ord")
    form.get_by_role("button", name="Svara").click()
    expect(form.get_by_role("alert")).to_have_text("Skriv ett svar först.")
    page.keyboard.type("rektor")
    expect(form.get_by_role("alert")).to_be_empty()
    box = form.get_by_role("button", name="Svara").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 3)
    expect(form.get_by_role("status")).to_have_text(re.compile(r"^Rätt\."))


def test_a_scenario_says_what_the_choice_costs(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    form = question(page, "slag-val")
    form.get_by_label("Väntar till måndag").check()
    form.get_by_role("button", name="Svara").click()
    expect(form.get_by_role("status")).to_contain_text("Kim blir hemma.Skoldagar som går förlorade: 3")


def test_options_are_shuffled_by_the_day_and_stay_put(open_page: Open, mini_address: str) -> None:
    page = open_page("about:blank")
    orders = set()
    for day in range(1, 13):
        page.clock.set_fixed_time(datetime(2026, 12, day, 10))
        page.goto(f"{mini_address}slag/")
        options = question(page, "slag-val").locator(".option-text")
        expect(question(page, "slag-val").get_by_role("button", name="Svara")).to_be_visible()
        order = options.all_inner_texts()
        page.reload()
        expect(question(page, "slag-val").get_by_role("button", name="Svara")).to_be_visible()
        assert options.all_inner_texts() == order
        assert sorted(order) == ["Mejlar boendet", "Ringer rektorn", "Väntar till måndag"]
        items = question(page, "slag-ordna").locator(".item-text").all_inner_texts()
        assert items != ["Ring skolan", "Skriv ner", "Följ upp"]
        orders.add(tuple(order))
    assert len(orders) > 2


def test_true_and_false_stay_in_their_order(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}modul/forsta/")
    expect(question(page, "skolplikt-sant").get_by_role("button", name="Svara")).to_be_visible()
    assert question(page, "skolplikt-sant").locator(".option-text").all_inner_texts() == ["Sant", "Falskt"]


def _answer_all(page: Page) -> None:
    match(question(page, "slag-para"), plats="hemkommun", stod="namnd", skjuts="hemkommun")
    question(page, "slag-ordna").get_by_role("button", name="Flytta ner").first.press("Enter")
    put_in_order(question(page, "slag-ordna"), "Följ upp", "Skriv ner", "Ring skolan")
    question(page, "slag-val").get_by_label("Ringer rektorn").check()
    for identity in ("slag-para", "slag-ordna", "slag-val"):
        question(page, identity).get_by_role("button", name="Svara").click()
    write(question(page, "slag-tal"), "18")
    write(question(page, "slag-ord"), "rektor")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_before_and_after_answers_of_every_kind(open_page: Open, mini_address: str, scheme: str) -> None:
    page = open_page(f"{mini_address}slag/", color_scheme=scheme, reduced_motion="reduce")
    expect(page.get_by_role("button", name="Svara")).to_have_count(5)
    assert violations(page) == []
    _answer_all(page)
    expect(page.get_by_role("button", name="Försök igen")).to_have_count(5)
    assert violations(page) == []


def test_nothing_is_wider_than_a_small_screen(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/", viewport={"width": 320, "height": 640}, forced_colors="active")
    _answer_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_tampered_answers_of_every_kind_are_as_if_there_were_none(open_page: Open, mini_address: str) -> None:
    page = open_page(f"{mini_address}slag/")
    _answer_all(page)
    page.evaluate(
        f"""() => {{
          const progress = JSON.parse(localStorage.getItem("{KEY}"));
          for (const record of Object.values(progress.questions)) record.attempts[0].given = ["borta=x"];
          localStorage.setItem("{KEY}", JSON.stringify(progress));
        }}"""
    )
    page.reload()
    expect(page.get_by_role("button", name="Svara")).to_have_count(4)
    expect(question(page, "slag-ord").get_by_role("status")).to_contain_text("Fel.")
