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
    "pilot": "Pilot",
    None: "Inte angivet",
}
"""What a district's status is called, furthest first. A pilot has tried the work and stands by itself."""
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
    lacking = districts.lacking(found)
    parts = [context.template("district_facts", district=found, status=STATUSES[found.status])]
    for heading, template, there in (
        ("Kontakter { #kontakter }", "district_contacts", found.roles),
        ("Lokala rutiner { #rutiner }", "district_routines", found.routines),
        ("Länkar { #lankar }", "district_links", found.links),
        ("Att fylla i { #att-fylla-i data-search-exclude }", "district_lacking", lacking),
    ):
        if there:
            parts += [f"## {heading}", context.template(template, district=found, lacking=lacking)]
    return "\n\n".join(parts)


def rollout(context: Context) -> str:
    """`{{ rollout() }}`: how far the districts have come, as a picture and as a table with a link to each."""
    found = _sorted(context)
    names = [{"slug": district.slug, "name": district.name} for district in found]
    context.publish(f"{districts.FOLDER}/lista.json", json.dumps(names, ensure_ascii=False).encode())
    counts = Counter(district.status for district in found)
    steps = [(STATUSES[status], LOOKS[status], counts[status]) for status in LOOKS if counts[status]]
    return context.template("rollout", districts=found, steps=steps, statuses=STATUSES, path=districts.page_path)


def local(context: Context) -> str:
    """`{{ local() }}`: what the reader's district says on this page; a link to the districts where none is chosen."""
    if context.page is None or not context.content.districts:
        return ""
    return context.template("local", page=context.page, start=f"{districts.FOLDER}/index.md")


def _sorted(context: Context) -> list[District]:
    return sorted(context.content.districts.values(), key=lambda district: sort_key(district.name))
