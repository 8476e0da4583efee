"""Facts in data/: what they refer to is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..problems import Problem, nearest
from .pages import find_target


def terms_refer_to_terms(content: Content) -> Iterator[Problem]:
    """G001: the terms under a term's `see` are in the glossary."""
    for identity, term in content.terms.items():
        for number, other in enumerate(term.see):
            if not content.knows("term", other):
                hint = nearest(other, content.terms)
                place = content.place("term", identity)
                yield place.problem("G001", f"ordet «{other}» finns inte i ordlistan", hint, ("see", number))


def answers_lead_somewhere(content: Content) -> Iterator[Problem]:
    """T001, P004, P005: an answer's topics are known, and it leads to a page and a section."""
    for identity, answer in content.answers.items():
        place = content.place("answer", identity)
        for number, topic in enumerate(answer.topics):
            if not content.knows("topic", topic):
                yield place.problem(
                    "T001", f"ämnet «{topic}» finns inte", nearest(topic, content.topics), ("topics", number)
                )
        yield from find_target(content, answer.page, place, ("page",))


def statistics_have_a_source(content: Content) -> Iterator[Problem]:
    """L003: figures come from a source in data/sources."""
    for identity, statistic in content.statistics.items():
        if not content.knows("source", statistic.source):
            hint = nearest(statistic.source, content.sources, "Lägg till den i data/sources/.")
            place = content.place("statistic", identity)
            yield place.problem("L003", f"källan «{statistic.source}» finns inte", hint, ("source",))
    for page in content.pages.values():
        for call in page.calls:
            if call.name == "chart" and call.arguments and not content.knows("statistic", str(call.arguments[0])):
                name = str(call.arguments[0])
                hint = nearest(name, content.statistics, "Lägg till den i data/statistics/.")
                yield Problem(page.shown, call.line, "G002", f"diagrammet «{name}» finns inte", hint)


def ways_lead_somewhere(content: Content) -> Iterator[Problem]:
    """G003, P004: every way on the map has a page and leads to ways that are on the map."""
    for identity, way in content.ways.items():
        place = content.place("way", identity)
        yield from find_target(content, way.page, place, ("page",))
        for number, onward in enumerate(way.to):
            if not content.knows("way", onward.id):
                hint = nearest(onward.id, content.ways)
                yield place.problem("G003", f"vägen «{onward.id}» finns inte på kartan", hint, ("to", number, "id"))
