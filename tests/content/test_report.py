"""The report: one JSON object on standard output and nothing else, with the keys that others read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, command, replace

KEYS = {
    "pages": {"path", "url", "title", "kind", "topics", "status", "checked", "words", "lix", "provisions"},
    "provisions": {"id", "amended_by", "checked"},
    "questions": {"id", "kind", "topics", "difficulty", "provisions", "section"},
    "modules": {"id", "topics", "questions"},
    "cases": {"id", "topics", "nodes", "decisions"},
    "answers": {"id", "topics"},
    "terms": set(),
    "districts": {"slug", "status"},
}


@pytest.fixture(scope="module")
def real() -> Any:
    done = command("macros", "report", "--json", folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_every_list_has_its_keys(real: Any) -> None:
    for name, keys in KEYS.items():
        assert isinstance(real[name], list)
        for item in real[name]:
            assert keys <= set(item)


def test_the_report_says_what_a_small_site_holds(mini_source: Path) -> None:
    report = json.loads(command("macros", "report", "--json", folder=mini_source).stdout)
    page = next(page for page in report["pages"] if page["path"] == "skolplikt.md")
    assert page["url"] == "skolplikt/"
    assert page["provisions"] == ["SkolL 7:12", "SkolL 7:13 a"]
    assert page["status"] == "kontrollerad"
    assert 40 < page["words"] < 90
    assert report["cases"] == [{"id": "kim", "topics": ["skolplikt"], "nodes": 4, "decisions": 3}]
    kinds = [question["kind"] for question in report["questions"]]
    assert kinds[:4] == ["single", "multiple", "truefalse", "truefalse"]
    assert kinds[4:] == ["matching", "ordering", "number", "text", "scenario"]
    assert report["modules"][1]["questions"] == ["skolplikt-slut", "skolplikt-vilka", "skolplikt-sant"]


def test_for_people_it_is_text(mini_source: Path) -> None:
    done = command("macros", "report", folder=mini_source)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{len(list((mini_source / 'docs').rglob('*.md')))} sidor")
    assert "9 frågor" in done.stdout


def test_faulty_content_gives_no_report(mini_source: Path) -> None:
    replace(mini_source / "training/modules/forsta.yml", "minutes: 45", "minutes: många")
    done = command("macros", "report", "--json", folder=mini_source)
    assert (done.returncode, done.stdout) == (1, "")
    assert "S003" in done.stderr


def test_every_topic_has_its_page_its_questions_and_a_case(real: Any) -> None:
    topics = {topic for page in real["pages"] if page["kind"] == "topic" for topic in page["topics"][:1]}
    assert len(topics) >= 18
    for topic in topics:
        assert any(topic in page["topics"] and page["kind"] == "guide" for page in real["pages"]), topic
        assert sum(topic in question["topics"] for question in real["questions"]) >= 12, topic
        assert any(topic in module["topics"] for module in real["modules"]), topic
        assert any(topic in answer["topics"] for answer in real["answers"]), topic
        assert any(topic in case["topics"] for case in real["cases"]), topic


def test_the_content_is_large_enough_to_be_worth_opening(real: Any) -> None:
    topics = {"skolplikt", "forlangd-skolplikt", "gymnasieansokan"}
    for topic in topics:
        assert sum(topic in question["topics"] for question in real["questions"]) >= 12
        assert any(topic in module["topics"] for module in real["modules"])
        assert any(topic in case["topics"] for case in real["cases"])
    assert len(real["provisions"]) >= 250
    assert len(real["answers"]) >= 80
    assert len(real["terms"]) >= 120
    assert max(case["decisions"] for case in real["cases"]) >= 4
    assert all(page["lix"] < 45 for page in real["pages"] if page["kind"] == "guide")


def test_the_law_command_tells_what_rests_on_a_provision(mini_source: Path) -> None:
    done = command("macros", "law", "SkolL 7:12", folder=mini_source)
    assert (done.returncode, done.stderr) == (0, "")
    said = [line.strip() for line in done.stdout.splitlines()]
    assert said[0].startswith("SkolL 7:12: ")
    line = (mini_source / "docs/skolplikt.md").read_text(encoding="utf-8").splitlines()
    page = next(number for number, text in enumerate(line, start=1) if 'lag("SkolL 7:12"' in text)
    assert f"docs/skolplikt.md:{page}" in said
    assert any(one.startswith("training/questions/skolplikt.yml:") and one.endswith(" skolplikt-slut") for one in said)
    assert any(one.endswith(" kim") for one in said)


def test_the_law_command_refuses_what_is_not_there(mini_source: Path) -> None:
    done = command("macros", "law", "SkolL 7:99", folder=mini_source)
    assert done.returncode == 1
    assert done.stderr == "Lagrummet «SkolL 7:99» finns inte i registret. Menade du «SkolL 7:12»?\n"


def test_the_law_command_lists_what_is_to_be_read_again(mini_source: Path) -> None:
    replace(mini_source / "docs/skolplikt.md", "review_by: 2027-05-01", "review_by: 2026-11-02")
    done = command("macros", "law", folder=mini_source)
    assert "docs/skolplikt.md: skulle ha kontrollerats igen 2026-11-02" in done.stdout
