"""A case on paper: the sheets that are dealt out one by one, and the facilitator's key, as documents."""

from __future__ import annotations

from string import ascii_uppercase

import lxml.html
from markupsafe import Markup

from ..documents import About, document
from ..models import Case, CaseNode
from ..training import mixed, told_in_order
from .context import Context

SHEETS = "blad-att-dela-ut.docx"
KEY = "for-samtalsledaren.docx"


def publish_handouts(context: Context, case: Case, phases: dict[str, str]) -> None:
    """Put the two documents beside the case's page.

    A scene's letter says nothing of when it is told, so that an option says which sheet to take next and nothing more:
    what it leads to stands in the key.
    """
    page = context.page
    if page is None:
        return
    nodes = _dealt(case)
    letters = {node.id: letter for letter, node in zip(ascii_uppercase, nodes, strict=False)}
    told = told_in_order(case)
    for file, template, title in (
        (SHEETS, "handout_sheets", f"{case.title}: blad att dela ut"),
        (KEY, "handout_key", f"{case.title}: för dig som leder samtalet"),
    ):
        about = About(title, page.meta.description, "Obruten skolgång", page.meta.owner, page.meta.checked)
        html = context.template(
            template,
            case=case,
            nodes=nodes,
            told=told,
            letters=letters,
            phases=phases,
            parts=lambda t: _parts(context, t),
        )
        context.publish(page.url + file, document(html, about))


def _dealt(case: Case) -> list[CaseNode]:
    """Return the scenes with the first one first, and the others in an order that says nothing."""
    first = next(node for node in case.nodes if node.id == case.start)
    others = [node for node in case.nodes if node is not first]
    return [first, *(mixed(others) if len(others) > 1 else others)]


def _parts(context: Context, text: str) -> list[tuple[str, Markup]]:
    """Return an invented document as what goes into one frame (`text`) and tables, which need frames of their own."""
    tree = lxml.html.fragment_fromstring(str(context.markdown(text)), create_parent="div")
    parts: list[tuple[str, Markup]] = []
    for block in tree:
        kind = "table" if block.tag == "table" else "text"
        html = Markup(lxml.html.tostring(block, encoding="unicode", with_tail=False))
        if kind == "text" and parts and parts[-1][0] == "text":
            parts[-1] = (kind, parts[-1][1] + html)
        else:
            parts.append((kind, html))
    return parts
