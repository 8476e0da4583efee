"""Every word that a reader meets is in the Swedish dictionary, in the glossary, or in the project's word list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

from hunspell import Hunspell

from macros import content as content_module
from macros.checks.texts import texts, things
from macros.content import Content
from macros.pages import plain
from tests.conftest import ROOT

OWN_WORDS = Path(__file__).parent / "words.txt"
UNREAD = {
    "id",
    "kind",
    "page",
    "section",
    "source",
    "url",
    "slug",
    "asked",
    "formerly",
    "forms",
    "also",
    "topics",
    "next",
    "see",
    "start",
    "reading",
    "prerequisites",
    "questions",
    "modules",
    "cases",
    "phase",
    "placement",
    "provisions",
    "choice",
    "forgive",
    "endings",
    "file",
    "area",
    "goal",
    "pages",
    "email",
    "phone",
}
"""Keys whose texts are ids or paths, or are there for the search alone."""
NO_PROSE = re.compile(r"\{\{.*?\}\}|<[^>]+>|\]\([^)]*\)", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def dictionary() -> Hunspell:
    path = next(Path(str(file.locate())) for file in files("hunspell-sv") or [] if file.name == "sv_SE_expanded.dic")
    return Hunspell("sv_SE_expanded", hunspell_data_dir=str(path.resolve().parent))


def read_by_people(content: Content) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and text of everything that is shown."""
    for page in content.pages.values():
        prose = re.sub(
            r"\{\{.*?\}\}|<[^>]+>|\]\([^)]*\)", lambda match: "\n" * match[0].count("\n"), page.body, flags=re.DOTALL
        )
        for number, line in enumerate(prose.splitlines(), start=page.first_line):
            yield page.shown, number, plain(line.lstrip("# ") if line.startswith("#") else line)
        yield page.shown, 2, f"{page.meta.title} {page.meta.description}"
    for _, thing, place in things(content):
        for key, text in texts(thing):
            if not UNREAD.intersection(key):
                yield place.document.path, place.document.line(*place.key, *key), plain(text)


def test_every_word_is_spelt_right() -> None:
    content, problems = content_module.load(ROOT)
    assert problems == []
    hunspell = dictionary()
    known = set(OWN_WORDS.read_text(encoding="utf-8").split())
    for term in content.terms.values():
        for text in (term.term, *term.also, *term.formerly, *term.forms):
            known.update(WORD.findall(text))
    lower = {word.lower() for word in known}
    wrong: dict[str, str] = {}
    for path, line, text in read_by_people(content):
        for word in WORD.findall(text):
            if word in wrong or word.lower() in lower or hunspell.spell(word) or hunspell.spell(word.lower()):
                continue
            if all(part.lower() in lower or hunspell.spell(part) for part in word.split("-")):
                continue
            wrong[word] = f"{path}:{line}: {word}"
    assert sorted(wrong.values()) == []


def test_the_dictionary_does_find_faults() -> None:
    hunspell = dictionary()
    assert not any(hunspell.spell(word) for word in ("skollplikt", "gymnasieansökann", "kommunnen", "elevenss"))
    assert all(hunspell.spell(word) for word in ("skolplikt", "gymnasieansökan", "kommunen"))
