"""The self-assessment and the indicators: they hold together, and a page that shows them has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..content import Content
from ..problems import Problem, nearest
from .pages import find_target

_LEAST = 3
"""How many statements an area has at least, so that its picture says something."""


def statements_belong_together(content: Content) -> Iterator[Problem]:
    """K004, D001, P004: ids are unique, levels follow each other, areas have statements, and steps lead to a page."""
    for identity, readiness in content.readiness.items():
        place = content.place("readiness", identity)
        areas = [area.id for area in readiness.areas]
        for number, level in enumerate(readiness.levels):
            if level.value != number:
                message = f"nivån «{level.name}» har värdet {level.value}"
                yield place.problem("K004", message, f"Det ska vara {number}.", ("levels", number, "value"))
        for kind, named in (("areas", readiness.areas), ("statements", readiness.statements)):
            ids = [thing.id for thing in named]
            for number, name in enumerate(ids):
                if name in ids[:number]:
                    hint = "Ett id är unikt; välj ett annat."
                    yield place.problem("D001", f"«{name}» finns två gånger", hint, (kind, number, "id"))
        for number, statement in enumerate(readiness.statements):
            if statement.area not in areas:
                hint = nearest(statement.area, areas, f"Det finns: {', '.join(areas)}.")
                at = ("statements", number, "area")
                yield place.problem("K004", f"området «{statement.area}» finns inte", hint, at)
            yield from find_target(content, statement.page, place, ("statements", number, "page"))
        count = Counter(statement.area for statement in readiness.statements)
        for number, name in enumerate(areas):
            if count[name] < _LEAST:
                message = f"området «{name}» har {count[name]} påståenden"
                yield place.problem("K004", message, f"Det ska vara minst {_LEAST}.", ("areas", number))


def shown_facts_are_there(content: Content) -> Iterator[Problem]:
    """K005: a page that shows the self-assessment or the indicators has some to show."""
    for page in content.pages.values():
        for call in page.calls:
            for name, kind, file in (
                ("readiness", "readiness", "data/readiness.yml"),
                ("indicators", "indicator", "data/indicators.yml"),
            ):
                if call.name == name and not content.table(kind) and content.is_whole(kind):
                    yield Problem(page.shown, call.line, "K005", f"«{name}» har inget att visa", f"Skriv {file}.")
