"""Macros on whose site it is: the organisation's words, its districts, and what is local on a page."""

from __future__ import annotations

import json
from collections import Counter
from typing import Literal

from .. import districts
from ..models import District
from .context import Context, sort_key

Status = Literal["pilot", "planerar", "inför", "igång"] | None
STATUSES: dict[Status, str] = {
    "igång": "Igång",
    "inför": "Inför",
    "planerar": "Planerar",
    None: "Inte angivet",
}
"""What a district's status is called, furthest first; what a pilot is called is the organisation's own word."""
_ROLES = "roller/index.md"
"""The page that says who does what, for whoever finds no contact."""
_PARTS = ("kontakter", "rutiner", "länkar")
LOOKS: dict[Status, str] = {"igång": "running", "inför": "begun", "planerar": "planned", "pilot": "pilot", None: "none"}


def organisation(context: Context, name: str) -> str:
    """`{{ organisation("name") }}`: the organisation's own word for something, from mkdocs.yml."""
    return context.organisation(name)


def district(context: Context, slug: str = "") -> str:
    """`{{ district() }}`: a district's contacts, routines and links, and what it has still to fill in."""
    found = context.content.districts.get(slug)
    if not found and context.page:
        found = districts.shown_on(context.content, context.page)
    if not found:
        return ""
    there = (found.roles, found.routines, found.links)
    parts = [
        context.template(
            "district_facts",
            district=found,
            status=_status(context, found.status),
            missing=_listed([name for name, filled in zip(_PARTS, there, strict=True) if not filled]),
            empty=not any((*there, found.status, found.start)),
            roles=_ROLES if _ROLES in context.content.pages else "",
        )
    ]
    for heading, template, filled in (
        ("Kontakter { #kontakter }", "district_contacts", found.roles),
        ("Lokala rutiner { #rutiner }", "district_routines", found.routines),
        ("Länkar { #lankar }", "district_links", found.links),
    ):
        if filled:
            parts += [f"## {heading}", context.template(template, district=found)]
    lacking = districts.lacking(found)
    if lacking:
        parts.append(context.template("district_lacking", lacking=[words for _, words in lacking]))
    return "\n\n".join(parts)


def rollout(context: Context) -> str:
    """`{{ rollout() }}`: how far the districts have come, as a picture and as a table with a link to each."""
    found = _sorted(context)
    names = [{"slug": district.slug, "name": district.name} for district in found]
    context.publish(f"{districts.FOLDER}/lista.json", json.dumps(names, ensure_ascii=False).encode())
    counts = Counter(district.status for district in found)
    names_of = {status: _status(context, status) for status in LOOKS}
    steps = [(names_of[status], LOOKS[status], counts[status]) for status in LOOKS if counts[status]]
    return context.template("rollout", districts=found, steps=steps, statuses=names_of, path=districts.page_path)


def local(context: Context) -> str:
    """`{{ local() }}`: what the reader's district says on this page; nothing where no district has filled in any."""
    if context.page is None or not districts.anything_local(context.content):
        return ""
    return context.template("local", page=context.page, start=f"{districts.FOLDER}/index.md")


def _status(context: Context, status: Status) -> str:
    return context.organisation("pilot") if status == "pilot" else STATUSES[status]


def _listed(words: list[str]) -> str:
    """Return words as they are listed in a sentence: «kontakter, rutiner eller länkar»."""
    return " eller ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _sorted(context: Context) -> list[District]:
    return sorted(context.content.districts.values(), key=lambda district: sort_key(district.name))
