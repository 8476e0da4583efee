"""A question's fingerprint changes with its key, and with nothing else: readers keep their answers over a typo."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import load
from macros.training import fingerprint
from tests.conftest import copy_base, replace

SLAG = "training/questions/slag.yml"
SAME = {
    "slag-para": [
        ("text: Skolplats,", "text: En plats i skolan,"),
        ("Två av raderna", "Två rader"),
        ("points: 2", "points: 3"),
    ],
    "slag-ordna": [("text: Skriv ner", "text: Anteckna")],
    "slag-tal": [("answer: 16", "answer: 16.0"), ("Läs en gång till.", "Läs igen."), ("answer: 18", "answer: 19")],
    "slag-ord": [("[rektor, skolans rektor]", "[skolans rektor, Rektor]"), ("Tänk på titeln", "Tänk efter")],
    "slag-val": [("school_days: 3", "school_days: 4"), ("text: Ringer rektorn", "text: Ringer upp rektorn")],
}
OTHER = {
    "slag-para": [("choice: rektor,", "choice: namnd,"), ("id: namnd,", "id: nagon,"), ("id: plats,", "id: plats-2,")],
    "slag-ordna": [("id: ring, text: Ring skolan", "id: rakna, text: Ring skolan")],
    "slag-tal": [("answer: 16", "answer: 17"), ("tolerance: 0.5", "tolerance: 1"), ("unit: år", "unit: månader")],
    "slag-ord": [("skolans rektor]", "chefen]"), ('endings: ["n"]', "endings: [s]")],
    "slag-val": [("id: vanta,", "id: avvakta,")],
}


def _before_and_after(site: Path, question: str, edit: tuple[str, str]) -> tuple[str, str]:
    before = load(site)[0].questions[question]
    replace(site / SLAG, *edit)
    return fingerprint(before), fingerprint(load(site)[0].questions[question])


@pytest.mark.parametrize(("question", "edit"), [(name, edit) for name, edits in SAME.items() for edit in edits])
def test_an_edit_that_leaves_the_key_alone(mini_source: Path, question: str, edit: tuple[str, str]) -> None:
    before, after = _before_and_after(mini_source, question, edit)
    assert after == before


@pytest.mark.parametrize(("question", "edit"), [(name, edit) for name, edits in OTHER.items() for edit in edits])
def test_an_edit_of_the_key(mini_source: Path, question: str, edit: tuple[str, str]) -> None:
    before, after = _before_and_after(mini_source, question, edit)
    assert after != before


def test_the_order_of_rows_is_not_in_the_key_but_the_order_of_items_is(tmp_path: Path) -> None:
    site = copy_base(tmp_path / "site")
    lines = (site / SLAG).read_text(encoding="utf-8").splitlines(keepends=True)
    before = load(site)[0].questions
    for first, second in (("id: plats", "id: stod"), ("id: ring, text: Ring skolan", "id: skriv")):
        one, other = (next(i for i, line in enumerate(lines) if part in line) for part in (first, second))
        lines[one], lines[other] = lines[other], lines[one]
    (site / SLAG).write_text("".join(lines), encoding="utf-8")
    after = load(site)[0].questions
    assert fingerprint(after["slag-para"]) == fingerprint(before["slag-para"])
    assert fingerprint(after["slag-ordna"]) != fingerprint(before["slag-ordna"])


def test_answers_given_before_there_were_more_kinds_still_count(mini_source: Path) -> None:
    questions = load(mini_source)[0].questions
    known = {"skolplikt-slut": "22587d23", "skolplikt-vilka": "3d4d898d", "skolplikt-sant": "e4a6082e"}
    assert {name: fingerprint(questions[name]) for name in known} == known
