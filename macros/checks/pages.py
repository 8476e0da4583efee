"""Pages: frame, template, links, navigation and language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from ..citations import anchor as provision_anchor
from ..citing import registered
from ..content import Content, Place
from ..pages import Page, plain
from ..problems import Problem, nearest
from ..readability import lix
from ..yamlfile import Key
from .texts import data_calls

SECTIONS = (
    "Kort svar",
    "Det här gäller",
    "Gör så här",
    "Skillnader mellan placeringsformer",
    "Vanliga fallgropar",
    "Exempel",
)
OPTIONAL = {"Skillnader mellan placeringsformer"}
MAX_LIX = 45.0

MACROS: dict[str, tuple[int, int]] = {
    "page_head": (0, 0),
    "page_foot": (0, 0),
    "lag": (1, 2),
    "source": (1, 1),
    "topic_pages": (0, 0),
    "questions": (1, 20),
    "practice": (0, 0),
    "exam": (1, 2),
    "overview": (0, 0),
    "certificate": (0, 0),
    "module_head": (0, 0),
    "module_quiz": (0, 0),
    "worksheet": (1, 12),
    "learning_path": (1, 1),
    "path_list": (0, 0),
    "module_list": (0, 0),
    "case_list": (0, 0),
    "case": (1, 1),
    "provision_index": (1, 40),
    "register_list": (0, 0),
    "coming_changes": (0, 0),
    "glossary": (0, 0),
    "answers": (0, 0),
    "chart": (1, 1),
    "ways_map": (0, 0),
    "whats_new": (0, 0),
    "topic_list": (0, 0),
    "organisation": (1, 1),
    "district": (0, 1),
    "rollout": (0, 0),
    "local": (0, 0),
    "field": (1, 1),
    "download": (0, 0),
    "readiness": (0, 0),
    "indicators": (0, 0),
    "home_search": (0, 0),
    "progress_tools": (0, 0),
}
"""Every macro with the least and the most arguments it takes."""

IN_DATA = {"lag", "source", "organisation"}
"""The macros that texts in data/ and training/ may call."""

IN_FORMS = {"page_head", "page_foot", "download", "field", "lag", "source", "organisation"}
"""The macros that a page of the kind «kit» may call."""


def macro_calls_are_known(content: Content) -> Iterator[Problem]:
    """P002: macro calls name a macro that exists, with literal arguments of the right number."""
    for page in content.pages.values():
        for call in page.calls:
            if call.name not in MACROS:
                hint = nearest(call.name, MACROS, "")
                yield Problem(page.shown, call.line, "P002", f"makrot «{call.name}» finns inte", hint)
                continue
            least, most = MACROS[call.name]
            if call.arguments is None or not all(isinstance(argument, str) for argument in call.arguments):
                message = f"«{call.name}» kan inte läsas"
                hint = f'Skriv argumenten inom citattecken: {{{{ {call.name}("…") }}}}.'
                yield Problem(page.shown, call.line, "P002", message, hint)
            elif not least <= len(call.arguments) <= most:
                wanted = str(least) if least == most else f"{least}–{most}"
                message = f"«{call.name}» har {len(call.arguments)} argument"
                yield Problem(page.shown, call.line, "P002", message, f"Det ska vara {wanted}.")
    for call, place, key in data_calls(content):
        if call.name not in IN_DATA or not call.arguments:
            message = f"«{call.name}» kan inte användas i den här texten"
            hint = 'Här fungerar {{ lag("…") }}, {{ source("…") }} och {{ organisation("…") }}.'
            yield place.problem("P002", message, hint, key)


def forms_hold_what_a_document_can(content: Content) -> Iterator[Problem]:
    """P012: a page that is made into a document calls nothing that a document cannot show; `field` has a name."""
    for page in content.pages.values():
        for call in page.calls:
            if page.meta.kind == "kit" and call.name in MACROS and call.name not in IN_FORMS:
                message = f"«{call.name}» kan inte stå på en sida som ska fyllas i"
                hint = f"Här fungerar {', '.join(sorted(IN_FORMS))}."
                yield Problem(page.shown, call.line, "P012", message, hint)
            elif page.meta.kind != "kit" and call.name == "download":
                message = "bara sidor av slaget «kit» kan hämtas som dokument"
                yield Problem(page.shown, call.line, "P012", message, "Skriv «kind: kit» i sidhuvudet.")


def frame_is_there(content: Content) -> Iterator[Problem]:
    """P003: a page begins with page_head and ends with page_foot, once each."""
    for page in content.pages.values():
        if page.meta.kind == "home":
            continue
        for name, place in (("page_head", "överst"), ("page_foot", "sist")):
            calls = [call for call in page.calls if call.name == name]
            if not calls:
                hint = f"Skriv {{{{ {name}() }}}} {place} på sidan."
                yield Problem(page.shown, 1, "P003", f"sidan saknar {name}()", hint)
            for call in calls[1:]:
                yield Problem(page.shown, call.line, "P003", f"{name}() står två gånger", "Ta bort den ena.")


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """P004, P005: a link within the site leads to a page, and to an anchor on it."""
    for page in content.pages.values():
        for link in page.links:
            if "://" in link.target or link.target.startswith("mailto:"):
                continue
            target, _, anchor = unquote(link.target).partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
            yield from _target(content, path, anchor, link.target, page.shown, link.line)


def related_pages_exist(content: Content) -> Iterator[Problem]:
    """P004: the pages under `related` and those named by news exist."""
    for page in content.pages.values():
        for number, path in enumerate(page.meta.related):
            yield from _target(content, path, "", path, page.shown, page.document.line("related", number))
    for number, item in enumerate(content.news):
        if item.page:
            yield from find_target(content, item.page, content.place("news", str(number)), ("page",))


def find_target(content: Content, written: str, place: Place, at: Key) -> Iterator[Problem]:
    """Yield the problem with a target written in data, `kunskap/x/y.md#anchor`, if there is one."""
    path, _, anchor = written.partition("#")
    line = place.document.line(*place.key, *at)
    yield from _target(content, path, anchor, written, place.document.path, line)


def _target(content: Content, path: str, anchor: str, written: str, shown: str, line: int) -> Iterator[Problem]:
    """Yield the problem with a link to `path` and `anchor`, if there is one."""
    if not path.endswith(".md"):
        if not path.startswith(("/", "..")) and (content.root / "docs" / path).is_file():
            return
        message = f"länken «{written}» leder inte till någon sida"
        yield Problem(shown, line, "P004", message, "Länka till sidans fil, som «../skolplikt/index.md».")
        return
    page = content.pages.get(path)
    if page is None:
        if not content.knows("page", path):
            hint = nearest(path, content.pages, "Sökvägen räknas från sidan där länken står.")
            yield Problem(shown, line, "P004", f"sidan «{path}» finns inte", hint)
    elif anchor and anchor not in page.anchors and not _made_anchor(content, page, anchor):
        hint = nearest(anchor, page.anchors, f"Rubrikerna där: {', '.join(sorted(page.anchors)) or 'inga'}.")
        yield Problem(shown, line, "P005", f"«{path}» har ingen rubrik med ankaret «#{anchor}»", hint)


def _made_anchor(content: Content, page: Page, anchor: str) -> bool:
    """Tell whether a macro on the page makes this anchor."""
    names = {call.name for call in page.calls}
    return (
        ("glossary" in names and anchor in content.terms)
        or ("answers" in names and (anchor in content.answers or anchor in content.topics))
        or anchor in {provision_anchor(name) for name in registered(content, page)}
        or ("page_foot" in names and anchor in ("testa-dig", "kallor"))
        or ("district" in names and anchor in ("kontakter", "rutiner", "lankar", "att-fylla-i"))
        or ("indicators" in names and content.knows("indicator", anchor))
    )


def topics_are_known(content: Content) -> Iterator[Problem]:
    """T001: a page's topics are in data/topics.yml, and a topic's page names its topic first."""
    for page in content.pages.values():
        if page.meta.kind == "topic" and not page.meta.topics:
            hint = "Skriv ämnet under «topics»."
            yield Problem(page.shown, page.document.line("kind"), "T001", "ämnessidan har inget ämne", hint)
        for number, topic in enumerate(page.meta.topics):
            if not content.knows("topic", topic):
                hint = nearest(topic, content.topics, f"Ämnena: {', '.join(content.topics)}.")
                line = page.document.line("topics", number)
                yield Problem(page.shown, line, "T001", f"ämnet «{topic}» finns inte", hint)


def dates_are_in_order(content: Content) -> Iterator[Problem]:
    """P006: a page is to be checked again after the day it was checked."""
    for page in content.pages.values():
        if page.meta.review_by <= page.meta.checked:
            message = f"«review_by» ({page.meta.review_by}) är inte efter «checked» ({page.meta.checked})"
            yield Problem(page.shown, page.document.line("review_by"), "P006", message, "Skriv ett senare datum.")


def guides_follow_the_template(content: Content) -> Iterator[Problem]:
    """P007: a guide has the template's sections, in order and with exactly their names."""
    for page in _guides(content):
        found = [heading for heading in page.headings if heading.level == 2]
        names = [heading.text for heading in found]
        for heading in found:
            if heading.text not in SECTIONS:
                hint = nearest(heading.text, SECTIONS, "Gör den till en underrubrik (###).")
                message = f"rubriken «{heading.text}» finns inte i mallen"
                yield Problem(page.shown, heading.line, "P007", message, hint)
        for section in SECTIONS:
            if section not in names and section not in OPTIONAL:
                message = f"avsnittet «{section}» saknas"
                yield Problem(page.shown, 1, "P007", message, f"Ordningen är: {' · '.join(SECTIONS)}.")
        known = [name for name in names if name in SECTIONS]
        if known != sorted(known, key=SECTIONS.index) or len(known) != len(set(known)):
            hint = f"Ordningen är: {' · '.join(SECTIONS)}."
            yield Problem(page.shown, 1, "P007", "avsnitten står i fel ordning eller dubbelt", hint)
    for page in content.pages.values():
        for heading in page.headings:
            if heading.level == 1:
                message = "sidan har en egen rubrik på första nivån"
                yield Problem(page.shown, heading.line, "P007", message, "Ta bort den; titeln står i sidhuvudet.")


def rules_are_cited(content: Content) -> Iterator[Problem]:
    """P008: what a guide says under «Det här gäller» rests on a citation."""
    for page in _guides(content):
        starts = [(heading.line, heading.text) for heading in page.headings if heading.level == 2]
        for position, (line, name) in enumerate(starts):
            if name != "Det här gäller":
                continue
            end = starts[position + 1][0] if position + 1 < len(starts) else float("inf")
            if not any(call.name in ("lag", "source") and line < call.line < end for call in page.calls):
                message = "«Det här gäller» hänvisar inte till något lagrum"
                yield Problem(page.shown, line, "P008", message, 'Skriv {{ lag("SkolL 7:13") }} där regeln står.')


def text_is_readable(content: Content) -> Iterator[Problem]:
    """P009: a guide's LIX is under 45."""
    for page in _guides(content):
        value = lix(plain(page.body))
        if value >= MAX_LIX:
            message = f"sidan är svår att läsa (LIX {value:.0f}, ska vara under {MAX_LIX:.0f})"
            yield Problem(page.shown, 1, "P009", message, "Dela långa meningar och byt långa ord.")


def tables_have_headers(content: Content) -> Iterator[Problem]:
    """P011: every column of a table has a name."""
    for page in content.pages.values():
        for line in page.empty_headers:
            hint = "Skriv vad kolumnen innehåller, även i den första."
            yield Problem(page.shown, line, "P011", "tabellen har en kolumn utan rubrik", hint)


def _guides(content: Content) -> Iterator[Page]:
    return (page for page in content.pages.values() if page.meta.kind == "guide")


def every_page_is_in_the_navigation(content: Content) -> Iterator[Problem]:
    """P010: mkdocs.yml's `nav` has every page once, but for those of districts, and only pages that exist."""
    if content.navigation is None:
        return
    seen: set[str] = set()
    for path, line in content.navigation:
        if not content.knows("page", path):
            hint = nearest(path, content.pages, "Sökvägen räknas från docs/.")
            yield Problem("mkdocs.yml", line, "P010", f"menyn har «{path}», som inte finns", hint)
        elif path in seen:
            yield Problem("mkdocs.yml", line, "P010", f"menyn har «{path}» två gånger", "Ta bort den ena.")
        seen.add(path)
    for path, page in content.pages.items():
        if path not in seen and page.meta.kind != "district":
            hint = "Lägg till den i mkdocs.yml under nav."
            yield Problem(page.shown, 1, "P010", "sidan finns inte i menyn", hint)
