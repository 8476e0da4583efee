"""A case on paper: the sheets that are dealt out one by one, and the facilitator's key, as documents."""

from __future__ import annotations

from ..documents import About, document
from ..models import Case
from ..training import told_in_order
from .context import Context

SHEETS = "blad-att-dela-ut.docx"
KEY = "for-samtalsledaren.docx"


def publish_handouts(context: Context, case: Case, phases: dict[str, str]) -> None:
    """Put the two documents beside the case's page.

    The scenes are numbered in the order they are told, and an option says which sheet to take next and nothing more:
    what it leads to stands in the key.
    """
    page = context.page
    if page is None:
        return
    nodes = told_in_order(case)
    numbers = {node.id: number for number, node in enumerate(nodes, start=1)}
    for file, template, title in (
        (SHEETS, "handout_sheets", f"{case.title}: blad att dela ut"),
        (KEY, "handout_key", f"{case.title}: för dig som leder samtalet"),
    ):
        about = About(title, page.meta.description, "Obruten skolgång", page.meta.owner, page.meta.checked)
        html = context.template(template, case=case, nodes=nodes, numbers=numbers, phases=phases)
        context.publish(page.url + file, document(html, about))
