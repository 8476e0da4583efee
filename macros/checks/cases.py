"""Cases: every scene is reached, every way ends, and one option is recommended at each decision."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..models import Case
from ..problems import Problem, nearest


def nodes_are_sound(content: Content) -> Iterator[Problem]:
    """C001–C003: scenes are unique; each ends or has a decision with one recommended option; ways lead to scenes."""
    for identity, case in content.cases.items():
        place = content.place("case", identity)
        names = [node.id for node in case.nodes]
        if case.start not in names:
            hint = nearest(case.start, names)
            yield place.problem("C001", f"scenen «{case.start}» finns inte", hint, ("start",))
        for number, node in enumerate(case.nodes):
            if node.id in names[:number]:
                yield place.problem("D001", f"scenen «{node.id}» finns två gånger", "", ("nodes", number, "id"))
            if node.ending == bool(node.decision):
                what = "är både ett slut och ett beslut" if node.ending else "har varken beslut eller «ending: true»"
                yield place.problem("C002", f"scenen «{node.id}» {what}", "Välj det ena.", ("nodes", number))
            if not node.decision:
                continue
            options = node.decision.options
            at = ("nodes", number, "decision", "options")
            if sum(option.recommended for option in options) != 1:
                message = f"scenen «{node.id}» ska ha ett rekommenderat val"
                yield place.problem("C003", message, "Skriv «recommended: true» på ett av dem.", at)
            for index, option in enumerate(options):
                if option.next not in names:
                    hint = nearest(option.next, names)
                    message = f"scenen «{option.next}» finns inte"
                    yield place.problem("C001", message, hint, (*at, index, "next"))
                if option.id in [other.id for other in options[:index]]:
                    yield place.problem("D001", f"valet «{option.id}» finns två gånger", "", (*at, index, "id"))


def every_node_is_reached(content: Content) -> Iterator[Problem]:
    """C004: every scene can be reached from the start."""
    for identity, case in content.cases.items():
        reached = _reached(case)
        for number, node in enumerate(case.nodes):
            if reached and node.id not in reached:
                message = f"scenen «{node.id}» går inte att nå"
                place = content.place("case", identity)
                yield place.problem("C004", message, "Låt ett val leda dit eller ta bort den.", ("nodes", number))


def _reached(case: Case) -> set[str]:
    """Return the scenes that can be reached from the start; none when the start is missing."""
    ways = _ways(case)
    reached: set[str] = set()
    waiting = [case.start]
    while waiting:
        name = waiting.pop()
        if name in ways and name not in reached:
            reached.add(name)
            waiting += ways[name]
    return reached


def _ways(case: Case) -> dict[str, list[str]]:
    return {node.id: [option.next for option in node.decision.options] if node.decision else [] for node in case.nodes}


def every_way_ends(content: Content) -> Iterator[Problem]:
    """C005: no way through a case goes round in a circle."""
    for identity, case in content.cases.items():
        ways = _ways(case)
        finished: set[str] = set()
        open_: list[str] = []

        def circle(name: str, ways: dict[str, list[str]], finished: set[str], open_: list[str]) -> bool:
            if name in open_:
                return True
            if name in finished or name not in ways:
                return False
            open_.append(name)
            if any(circle(other, ways, finished, open_) for other in ways[name]):
                return True
            open_.pop()
            finished.add(name)
            return False

        if circle(case.start, ways, finished, open_):
            message = f"vägen genom fallet går runt vid scenen «{open_[-1]}»"
            yield content.place("case", identity).problem("C005", message, "Låt varje val leda framåt.", ("nodes",))


def topics_and_pages_exist(content: Content) -> Iterator[Problem]:
    """T001, M004: a case's topics and page exist."""
    for identity, case in content.cases.items():
        place = content.place("case", identity)
        for number, topic in enumerate(case.topics):
            if not content.knows("topic", topic):
                hint = nearest(topic, content.topics)
                yield place.problem("T001", f"ämnet «{topic}» finns inte", hint, ("topics", number))
        if not content.knows("page", case.page):
            hint = nearest(case.page, content.pages)
            yield place.problem("M004", f"sidan «{case.page}» finns inte", hint, ("page",))


def shown_cases_exist(content: Content) -> Iterator[Problem]:
    """C006: a page shows cases and learning paths that exist."""
    for page in content.pages.values():
        for call in page.calls:
            kind, word = {"case": ("case", "fallet"), "learning_path": ("path", "vägen")}.get(call.name, ("", ""))
            if kind and call.arguments and not content.knows(kind, str(call.arguments[0])):
                name = str(call.arguments[0])
                hint = nearest(name, content.table(kind))
                yield Problem(page.shown, call.line, "C006", f"{word} «{name}» finns inte", hint)
