"""The order of modules, and what a question's stored answer depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from .models import (
    Case,
    CaseNode,
    MatchingQuestion,
    Module,
    NumberQuestion,
    OrderingQuestion,
    Question,
    TextQuestion,
)

if TYPE_CHECKING:
    from .content import Content
    from .pages import Page


class _Named(Protocol):
    @property
    def id(self) -> str: ...


P = TypeVar("P", bound=_Named)


def prerequisite_cycle(modules: Mapping[str, Module]) -> list[str]:
    """Return one cycle of prerequisites as a list that begins and ends with the same module, or an empty list."""
    finished: set[str] = set()
    way: list[str] = []

    def visit(name: str) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in finished or name not in modules:
            return []
        way.append(name)
        for other in modules[name].prerequisites:
            cycle = visit(other)
            if cycle:
                return cycle
        way.pop()
        finished.add(name)
        return []

    for name in modules:
        cycle = visit(name)
        if cycle:
            return cycle
    return []


def in_order(names: tuple[str, ...], modules: Mapping[str, Module]) -> list[Module]:
    """Return the named modules so that each comes after its prerequisites, otherwise in the order they are named."""
    ordered: list[Module] = []
    left = list(names)
    while left:
        done = {module.id for module in ordered}
        ready = [n for n in left if all(p in done or p not in left for p in modules[n].prerequisites)]
        name = ready[0] if ready else left[0]
        left.remove(name)
        ordered.append(modules[name])
    return ordered


def fingerprint(question: Question) -> str:
    """Return eight hexadecimal digits that change when the question's key does, and only then.

    They depend on the kind, on which parts there are and on what is right: not on wording, nor on an order that is
    not itself the answer.
    """
    key = "\n".join([question.kind, *_key(question)])
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def _key(question: Question) -> list[str]:
    match question:
        case MatchingQuestion():
            rows = sorted(f"{row.id}={row.choice}" for row in question.rows)
            return [*rows, *sorted(choice.id for choice in question.choices)]
        case OrderingQuestion():
            return [item.id for item in question.items]
        case NumberQuestion():
            return [repr(question.answer), repr(question.tolerance), question.unit or ""]
        case TextQuestion():
            rules = [*sorted(question.forgive), *sorted(question.endings)]
            return [*sorted(answer.casefold() for answer in question.accepts), *rules]
    return sorted(f"{option.id}={int(option.correct)}" for option in question.options)


def exam_modules(content: Content, name: str) -> list[Module]:
    """Return the modules that an exam on the path or module `name` is about; none where there is no such thing."""
    path = content.paths.get(name)
    return [content.modules[module] for module in (path.modules if path else (name,)) if module in content.modules]


def practised(content: Content, page: Page) -> tuple[str, ...]:
    """Return the ids of all questions on a page's first topic."""
    topic = page.meta.topics[0] if page.meta.topics else None
    return tuple(name for name, question in content.questions.items() if topic in question.topics)


def mixed(parts: Sequence[P]) -> list[P]:
    """Return parts with an `id` in an order that says nothing, and is never the one they are given in."""
    shown = sorted(parts, key=lambda part: hashlib.sha256(part.id.encode()).hexdigest())
    return shown if shown != list(parts) else shown[1:] + shown[:1]


def is_accepted(question: TextQuestion, answer: str) -> bool:
    """Tell whether an answer passes for one of the accepted ones; `accepted` in logic/grade.js is the same rule."""
    written = _forgiven(answer, question)
    return any(
        written == _forgiven(right + ending, question)
        for right in question.accepts
        for ending in ("", *question.endings)
    )


def _forgiven(text: str, question: TextQuestion) -> str:
    text = " ".join(text.split())
    if "case" in question.forgive:
        text = text.lower()
    return text.translate(str.maketrans("åäöéÅÄÖÉ", "aaoeAAOE")) if "letters" in question.forgive else text


def told_in_order(case: Case) -> list[CaseNode]:
    """Return the scenes of a sound case so that each is told before the scenes its options lead to."""
    nodes = {node.id: node for node in case.nodes}
    before: list[CaseNode] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen:
            return
        seen.add(name)
        decision = nodes[name].decision
        for option in reversed(decision.options) if decision else ():
            visit(option.next)
        before.append(nodes[name])

    visit(case.start)
    return before[::-1]
