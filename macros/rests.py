"""What must be read again when a provision is amended: the pages, questions, cases, terms and answers on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from . import citing
from .content import Content


def on_provision(content: Content, identity: str) -> Iterator[str]:
    """Yield the lines that tell what a provision says and what rests on it, with the path and line of each.

    Raises `KeyError` where the register has no such provision.
    """
    provision = content.provisions[identity]
    place = content.place("provision", identity).document
    yield f"{identity}: {provision.title}"
    yield f"  läst {provision.checked} i lydelsen enligt {provision.amended_by} ({place.path})"
    for change in sorted(provision.changes, key=lambda change: change.applies_from):
        yield f"  ändras {change.applies_from} ({change.certainty}): {change.text}"
    found = [
        f"{page.shown}:{call.line}"
        for page in content.pages.values()
        for call in page.calls
        if call.name == "lag" and call.arguments and call.arguments[0] == identity
    ]
    for kind in ("question", "case", "term", "answer", "indicator"):
        for name, thing in content.table(kind).items():
            if identity in citing.thing_provisions(thing):
                document = content.place(kind, name)
                found.append(f"{document.document.path}:{document.document.line(*document.key)} {name}")
    yield f"  {len(found)} ställen bygger på det:"
    yield from (f"    {line}" for line in found)


def to_read_again(content: Content, today: date) -> Iterator[str]:
    """Yield the provisions with a change that applies now and whose new wording was not read, and overdue pages."""
    for identity, provision in content.provisions.items():
        for change in provision.changes:
            if change.applies_from <= today:
                yield f"{identity}: ändringen {change.applies_from} gäller, men den nya lydelsen är inte läst"
    for page in content.pages.values():
        if page.meta.review_by < today:
            yield f"{page.shown}: skulle ha kontrollerats igen {page.meta.review_by}"
