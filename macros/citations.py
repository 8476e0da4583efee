"""Provisions as people write them: «SkolL 7:13 a» to its parts, its label and its address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .models import Statute

_CITATION = re.compile(
    r"^(?P<statute>[A-Za-zÅÄÖåäö]+) (?:(?P<chapter>\d+(?: [a-z])?):)?(?P<section>\d+(?: [a-z]{1,2})?)$"
)
_BASE = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"


@dataclass(frozen=True, order=True)
class Citation:
    """A provision's address within the statutes: statute id, chapter (None where there are none) and section."""

    statute: str
    chapter: str | None
    section: str

    @property
    def id(self) -> str:
        place = f"{self.chapter}:{self.section}" if self.chapter else self.section
        return f"{self.statute} {place}"

    @property
    def anchor(self) -> str:
        return anchor(self.id)

    @property
    def sort_key(self) -> tuple[str, tuple[int, str], tuple[int, str]]:
        return self.statute, _number(self.chapter or "0"), _number(self.section)


def anchor(provision_id: str) -> str:
    """Return a provision's anchor on our own pages, as `skoll-7-13-a`."""
    return re.sub(r"[ :]+", "-", provision_id.lower())


def parse(text: str) -> Citation | None:
    """Return the citation that `text` is, or None when it is not written as one."""
    match = _CITATION.match(text)
    return Citation(match["statute"], match["chapter"], match["section"]) if match else None


_PART = re.compile(r"^(?P<statute>[A-Za-zÅÄÖåäö]+)(?: (?P<first>\d+)–(?P<last>\d+))?$")


def in_part(part: str, citation: Citation) -> bool:
    """Tell whether a citation is in a part of the register: a statute, «LVU», or some of its chapters, «SkolL 1–7».

    Raises `ValueError` where `part` is not written so.
    """
    match = _PART.match(part)
    if match is None:
        raise ValueError(f"{part!r} is no part of the register")
    if match["statute"] != citation.statute:
        return False
    chapter = _number(citation.chapter or "0")[0]
    return match["first"] is None or int(match["first"]) <= chapter <= int(match["last"])


def is_part(part: str) -> bool:
    """Tell whether a part of the register is written as one."""
    return _PART.match(part) is not None


def label(citation: Citation, statute: Statute, part: str = "") -> str:
    """Return the citation in running text: «7 kap. 13 § andra stycket skollagen», «artikel 28 barnkonventionen»."""
    if statute.unit == "artikel":
        place = f"artikel {citation.section}"
    else:
        place = f"{citation.section} §"
        if citation.chapter:
            place = f"{citation.chapter} kap. {place}"
    return " ".join(word for word in (place, part, statute.name) if word)


def address(citation: Citation, statute: Statute) -> str:
    """Return the address of the official text at riksdagen.se, with its paragraph anchor where it has one."""
    page = f"{_BASE}{statute.slug}/"
    if statute.unit == "artikel":
        return page
    section = citation.section.replace(" ", "")
    chapter = f"K{citation.chapter.replace(' ', '')}" if citation.chapter else ""
    return f"{page}#{chapter}P{section}"


def _number(text: str) -> tuple[int, str]:
    digits, _, letter = text.partition(" ")
    return int(digits), letter
