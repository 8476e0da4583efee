"""Macros on law: citations, the sources of a page, the index of provisions, coming changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from .. import citations, citing
from ..models import Change, Provision
from ..pages import Page
from .context import Context


@dataclass(frozen=True)
class DatedChange:
    """A coming change with the provisions it concerns and the pages that cite them."""

    change: Change
    provisions: tuple[str, ...]
    pages: tuple[Page, ...] = ()


def lag(context: Context, provision_id: str, part: str = "") -> str:
    """`{{ lag("SkolL 7:13", "andra stycket") }}`: the link to a provision."""
    return str(context.lag(provision_id, part))


def source(context: Context, source_id: str) -> str:
    """`{{ source("jo-5936-2012") }}`: the link to a source that is no statute."""
    return str(context.source(source_id))


def page_sources(context: Context, page: Page) -> str:
    """Return the list of what the page cites, or nothing where it cites nothing."""
    provisions = citing.provisions(context.content, page)
    sources = [context.content.sources[name] for name in citing.sources(context.content, page)]
    if not provisions and not sources:
        return ""
    ordered = sorted(provisions, key=lambda identity: _order(context, identity))
    return context.template("sources", provisions=[_entry(context, p) for p in ordered], sources=sources)


def page_changes(context: Context, page: Page) -> list[DatedChange]:
    """Return the changes of the provisions that the page's own text cites, soonest first."""
    return _dated(context, citing.own_provisions(page))


def coming_changes(context: Context) -> str:
    """`{{ coming_changes() }}`: every coming change in the register by date, with the pages it concerns."""
    pages_by_provision = citing.pages_by_provision(context.content)
    changes = []
    for dated in _dated(context, list(context.content.provisions)):
        pages = {page.path: page for name in dated.provisions for page in pages_by_provision[name]}
        changes.append(DatedChange(dated.change, dated.provisions, tuple(pages.values())))
    days: dict[date, list[DatedChange]] = defaultdict(list)
    for dated in changes:
        days[dated.change.applies_from].append(dated)
    return context.template("coming_changes", days=sorted(days.items()))


def provision_index(context: Context, *_parts: str) -> str:
    """`{{ provision_index("SkolL 1–7", "LVU") }}`: parts of the register, with what rests on each provision."""
    content = context.content
    pages = citing.pages_by_provision(content)
    questions: dict[str, list[str]] = defaultdict(list)
    for question in content.questions.values():
        for name in citing.thing_provisions(question):
            questions[name].append(question.section)
    cases: dict[str, list[str]] = defaultdict(list)
    for case in content.cases.values():
        for name in citing.thing_provisions(case):
            cases[name].append(case.id)
    shown = citing.registered(content, context.page) if context.page else []
    parts = []
    for statute in content.statutes.values():
        names = [name for name in shown if name.startswith(f"{statute.id} ")]
        if not names:
            continue
        names.sort(key=lambda identity: _order(context, identity))
        entries = [
            {
                **_entry(context, name),
                "pages": pages[name],
                "questions": len(questions[name]),
                "cases": [content.cases[identity] for identity in cases[name]],
            }
            for name in names
        ]
        heading = f"## {statute.name[0].upper()}{statute.name[1:]} {{ #{statute.id.lower()} }}"
        parts += [heading, context.template("provision_index", statute=statute, entries=entries)]
    return "\n\n".join(parts)


def register_list(context: Context) -> str:
    """`{{ register_list() }}`: the pages of the register, with how many provisions of which statutes."""
    content = context.content
    pages = []
    for page in content.pages.values():
        names = citing.registered(content, page)
        counts = {
            statute.name: sum(name.startswith(f"{statute.id} ") for name in names)
            for statute in content.statutes.values()
        }
        if names:
            pages.append({"page": page, "statutes": {name: count for name, count in counts.items() if count}})
    return context.template("register_list", pages=pages)


def _entry(context: Context, provision_id: str) -> dict[str, object]:
    citation, statute, provision = context.content.citation(provision_id)
    return {
        "id": provision_id,
        "anchor": citation.anchor,
        "label": citations.label(citation, statute),
        "url": citations.address(citation, statute),
        "provision": provision,
        "changes": sorted(provision.changes, key=lambda change: change.applies_from),
        "original": provision.amended_by == statute.sfs,
    }


def _order(context: Context, provision_id: str) -> tuple[int, object, object]:
    citation, statute, _ = context.content.citation(provision_id)
    return list(context.content.statutes).index(statute.id), *citation.sort_key[1:]


def _dated(context: Context, names: list[str]) -> list[DatedChange]:
    """Return the changes of the named provisions, those with the same words once, soonest first.

    A change whose wording was read disappears on the day it applies; one that was not stays until someone reads it.
    """
    found: dict[tuple[date, str], tuple[Change, list[str]]] = {}
    for name in names:
        provision: Provision | None = context.content.provisions.get(name)
        for change in provision.changes if provision else ():
            if change.applies_from <= context.today and change.certainty == "bekräftad":
                continue
            found.setdefault((change.applies_from, change.text), (change, []))[1].append(name)
    return [DatedChange(change, tuple(names)) for _, (change, names) in sorted(found.items())]
