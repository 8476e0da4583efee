"""The organisation and its districts: named rightly, each with its page, and placed where pages exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..content import Content
from ..districts import FOLDER, page_path, shown_on
from ..models import Organisation
from ..problems import Problem, nearest
from .pages import find_target
from .texts import data_calls

_NEEDS = {"organisation", "district", "rollout", "local", "download", "indicators"}
"""The macros that say something of the organisation."""


def organisation_is_there(content: Content) -> Iterator[Problem]:
    """K001: mkdocs.yml says whose site it is, where a page needs it, and a page asks for a word that is there."""
    calls = [(call, page.shown, call.line) for page in content.pages.values() for call in page.calls]
    calls += [
        (call, place.document.path, place.document.line(*place.key, *key)) for call, place, key in data_calls(content)
    ]
    needed = [name for call, _, _ in calls if (name := call.name) in _NEEDS]
    if content.organisation is None and (needed or content.districts) and ("organisation", "") not in content.faulty:
        hint = f"Lägg till den under «extra», med nycklarna {', '.join(Organisation.model_fields)}."
        yield Problem("mkdocs.yml", 1, "K001", "nyckeln «extra.organisation» saknas", hint)
    for call, path, line in calls:
        if call.name == "organisation" and call.arguments:
            name = str(call.arguments[0])
            if name not in Organisation.model_fields:
                hint = nearest(name, Organisation.model_fields, f"Det finns: {', '.join(Organisation.model_fields)}.")
                yield Problem(path, line, "K001", f"organisationen har inget «{name}»", hint)


def districts_are_named_by_their_files(content: Content) -> Iterator[Problem]:
    """K002: a district's file is named by its slug."""
    for slug in content.districts:
        place = content.place("district", slug)
        name = posixpath.basename(place.document.path).rpartition(".")[0]
        if name != slug:
            hint = f"Döp filen till «{slug}.yml» eller skriv «slug: {name}»."
            yield place.problem("K002", f"filen heter «{name}» men «slug» är «{slug}»", hint, ("slug",))


def every_district_has_its_page(content: Content) -> Iterator[Problem]:
    """K003: each district has a page that shows it, all have their list, and a page shows a district that exists."""
    index = f"{FOLDER}/index.md"
    start = content.pages.get(index)
    if content.districts and not content.knows("page", index):
        hint = "Gör sidan och skriv {{ rollout() }} på den."
        yield Problem(f"docs/{index}", 1, "K003", "sidan med alla stadsdelar saknas", hint)
    elif content.districts and start and not any(call.name == "rollout" for call in start.calls):
        yield Problem(start.shown, 1, "K003", "sidan visar inte stadsdelarna", "Skriv {{ rollout() }} på sidan.")
    for slug in content.districts:
        path = page_path(slug)
        page = content.pages.get(path)
        if page is None:
            if not content.knows("page", path):
                hint = f"Skriv «python -m macros new district {slug}»."
                yield content.place("district", slug).problem("K003", f"sidan «docs/{path}» saknas", hint)
        elif shown_on(content, page) is None and not any(call.name == "district" for call in page.calls):
            hint = "Skriv {{ district() }} på sidan."
            yield Problem(page.shown, 1, "K003", "sidan visar inte sin stadsdel", hint)
    for page in content.pages.values():
        for call in page.calls:
            if call.name != "district" or call.arguments is None:
                continue
            stem = posixpath.basename(page.path).removesuffix(".md")
            slug = str(call.arguments[0]) if call.arguments else stem
            if not content.knows("district", slug):
                hint = nearest(slug, content.districts, f"Skriv «python -m macros new district {slug}».")
                yield Problem(page.shown, call.line, "K003", f"stadsdelen «{slug}» finns inte", hint)


def local_parts_are_placed(content: Content) -> Iterator[Problem]:
    """T001, P004: the topics and pages that a routine or a link stands on exist."""
    for slug, district in content.districts.items():
        place = content.place("district", slug)
        for name in ("routines", "links"):
            for number, part in enumerate(getattr(district, name)):
                for index, topic in enumerate(part.topics):
                    if not content.knows("topic", topic):
                        hint = nearest(topic, content.topics)
                        at = (name, number, "topics", index)
                        yield place.problem("T001", f"ämnet «{topic}» finns inte", hint, at)
                for index, path in enumerate(part.pages):
                    yield from find_target(content, path, place, (name, number, "pages", index))
