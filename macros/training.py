"""The order of modules, and what a question's stored answer depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from .models import Case, CaseNode, Module, Question


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

    They depend on the kind, on which options there are and on which are right: not on wording or order.
    """
    key = [question.kind, *sorted(f"{option.id}={int(option.correct)}" for option in question.options)]
    return hashlib.sha256("\n".join(key).encode()).hexdigest()[:8]


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
