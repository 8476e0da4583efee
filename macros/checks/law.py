"""Citations: what is cited is in the register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from ..citations import is_part, parse
from ..citing import registered
from ..content import Content
from ..problems import Problem, nearest
from ..yamlfile import Key
from .texts import data_calls, things


def cited_provisions_exist(content: Content) -> Iterator[Problem]:
    """L001: every provision that a page, question, case or term cites is in data/provisions."""
    for page in content.pages.values():
        for call in page.calls:
            if call.name == "lag" and call.arguments:
                yield from _unknown_provision(content, call.arguments[0], page.shown, call.line)
    for call, place, key in data_calls(content):
        if call.name == "lag" and call.arguments:
            line = place.document.line(*place.key, *key)
            yield from _unknown_provision(content, call.arguments[0], place.document.path, line)
    for _, thing, place in things(content):
        for key, provision in _listed(thing):
            yield from _unknown_provision(
                content, provision, place.document.path, place.document.line(*place.key, *key)
            )


def _listed(thing: BaseModel, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield the provisions listed under a `provisions` key anywhere inside a model."""
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        parts = value if isinstance(value, tuple) else (value,)
        for number, part in enumerate(parts):
            at = (*key, name, number) if isinstance(value, tuple) else (*key, name)
            if name == "provisions" and isinstance(part, str):
                yield at, part
            elif isinstance(part, BaseModel):
                yield from _listed(part, at)


def _unknown_provision(content: Content, provision: object, path: str, line: int) -> Iterator[Problem]:
    if not isinstance(provision, str) or content.knows("provision", provision):
        return
    citation = parse(provision)
    if citation is None:
        message = f"«{provision}» är inte skrivet som ett lagrum"
        yield Problem(path, line, "L002", message, "Skriv som «SkolL 7:13 a» eller «FOL 9».")
    else:
        hint = nearest(provision, content.provisions, "")
        hint = f"{hint} Annars: lägg till det i data/provisions/.".strip()
        yield Problem(path, line, "L001", f"lagrummet «{provision}» finns inte i registret", hint)


def cited_sources_exist(content: Content) -> Iterator[Problem]:
    """L003: every other source that is cited is in data/sources."""
    found = [(call, page.shown, call.line) for page in content.pages.values() for call in page.calls]
    found += [
        (call, place.document.path, place.document.line(*place.key, *key)) for call, place, key in data_calls(content)
    ]
    for call, path, line in found:
        if call.name == "source" and call.arguments and not content.knows("source", str(call.arguments[0])):
            name = str(call.arguments[0])
            hint = nearest(name, content.sources, "Lägg till den i data/sources/.")
            yield Problem(path, line, "L003", f"källan «{name}» finns inte", hint)


def written_citations_are_current(content: Content) -> Iterator[Problem]:
    """L005: a citation written out in prose is in the register, or quoted, or its line says it is old."""
    names = {name: statute.id for statute in content.statutes.values() for name in (statute.name, statute.id)}
    if not names or not content.is_whole("provision"):
        return
    ordinal = "(?:första|andra|tredje|fjärde|femte|sjätte) stycket"
    number = r"\d+(?: [a-z])?"
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    written = re.compile(rf"({number}) kap\. ?({number}) ?§(?: {ordinal})?(?: i)? (?:den )?({named})\b")
    for page in content.pages.values():
        for at, line in enumerate(page.body.splitlines(), start=page.first_line):
            if re.search(r"\b(gam(mal|la|alt)|tidigare)\b", line):
                continue
            for match in written.finditer(re.sub("”[^”]*”", "", line)):
                if f"{names[match[3]]} {match[1]}:{match[2]}" not in content.provisions:
                    message = f"«{match[0]}» finns inte i registret"
                    hint = 'Är det ett gammalt nummer? Skriv det gällande med {{ lag("…") }}.'
                    yield Problem(page.shown, at, "L005", message, hint)


def changes_follow_the_check(content: Content) -> Iterator[Problem]:
    """L004: a coming change whose wording was read applies after the day of reading; one that applies is folded in."""
    for identity, provision in content.provisions.items():
        for number, change in enumerate(provision.changes):
            if change.certainty == "bekräftad" and change.applies_from <= provision.checked:
                message = f"ändringen av «{identity}» gäller redan {change.applies_from}"
                hint = "Skriv in den i sammanfattningen och ta bort den här."
                at = ("changes", number, "applies_from")
                yield content.place("provision", identity).problem("L004", message, hint, at)


def the_register_is_shown_once(content: Content) -> Iterator[Problem]:
    """L006: the pages of the register show every provision, each on one page."""
    calls = [(page, call) for page in content.pages.values() for call in page.calls if call.name == "provision_index"]
    if not calls or not content.is_whole("provision"):
        return
    for page, call in calls:
        for part in call.arguments or ():
            if not is_part(str(part)):
                hint = "Skriv som «LVU» eller «SkolL 1–7»."
                yield Problem(page.shown, call.line, "L006", f"«{part}» är ingen del av registret", hint)
    shown = Counter(name for page, _ in calls for name in registered(content, page))
    page, call = calls[0]
    for fault, names in (
        ("visas inte på någon sida", [name for name in content.provisions if not shown[name]]),
        ("visas på mer än en sida", [name for name, count in shown.items() if count > 1]),
    ):
        if names:
            message = f"{len(names)} lagrum i registret {fault}, till exempel «{names[0]}»"
            yield Problem(page.shown, call.line, "L006", message, "Rätta delarna i «provision_index».")
