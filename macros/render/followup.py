"""Macros on getting started and following up: the self-assessment, and the indicators with their sheet."""

from __future__ import annotations

import lxml.html

from ..documents import About
from ..models import Indicator
from ..sheets import workbook
from .context import Context

_FILE = "raknemall.xlsx"
_GOALS = {"nyckel": "Nyckeltal", "1": "Effektmål 1", "2": "Effektmål 2", "3": "Effektmål 3"}


def indicators(context: Context) -> str:
    """`{{ indicators() }}`: the effect goals as indicators, and the link to the sheet that is counted in."""
    page = context.page
    if page is None:
        return ""
    found = list(context.content.indicators.values())
    organisation = context.organisation("name")
    about = About("Räknemall för uppföljning", page.meta.title, organisation, page.meta.owner, page.meta.checked)
    context.publish(page.url + _FILE, workbook([_plain(context, indicator) for indicator in found], about))
    parts = [context.template("sheet", file=_FILE)]
    for goal, heading in _GOALS.items():
        named = [indicator for indicator in found if indicator.goal == goal]
        if named:
            parts += [f"## {heading}", context.template("indicators", indicators=named)]
    return "\n\n".join(parts)


def readiness(context: Context) -> str:
    """`{{ readiness() }}`: the self-assessment, area by area, with the next step of each statement."""
    assessment = next(iter(context.content.readiness.values()))
    return context.template("readiness", readiness=assessment)


def _plain(context: Context, indicator: Indicator) -> Indicator:
    """Return the indicator with its texts as plain text, for cells."""
    texts = {
        name: " ".join(lxml.html.fromstring(f"<p>{context.inline(value)}</p>").text_content().split())
        for name, value in indicator
        if isinstance(value, str)
    }
    return indicator.model_copy(update=texts)
