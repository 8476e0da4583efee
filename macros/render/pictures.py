"""Macros that draw: charts that are tables, and the map of ways, which is also a list."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Way
from .context import Context

_BOX = (172, 46)
_GAP = (34, 16)


@dataclass(frozen=True)
class Box:
    """A way on the map and its place in pixels."""

    way: Way
    x: int
    y: int
    width: int = _BOX[0]
    height: int = _BOX[1]


def chart(context: Context, name: str) -> str:
    """`{{ chart("placeringar-kon") }}`: figures as bars in a table, with source and year."""
    statistic = context.content.statistics[name]
    most = max(row.value for row in statistic.rows) or 1
    whole = 100 if statistic.unit.startswith(("procent", "%")) else most
    rows = [
        (row, f"{row.value:,}".replace(",", " ").replace(".", ","), 100 * row.value / whole) for row in statistic.rows
    ]
    return context.template("chart", statistic=statistic, rows=rows)


def ways_map(context: Context) -> str:
    """`{{ ways_map() }}`: the ways through education as a picture with links, and as the same list."""
    columns: dict[int, list[Way]] = {}
    for way in context.content.ways.values():
        columns.setdefault(way.step, []).append(way)
    tallest = max((len(ways) for ways in columns.values()), default=0)
    height = tallest * (_BOX[1] + _GAP[1]) + _GAP[1]
    boxes: dict[str, Box] = {}
    for step, ways in sorted(columns.items()):
        x = _GAP[0] // 2 + (step - 1) * (_BOX[0] + 2 * _GAP[0])
        space = height / len(ways)
        for number, way in enumerate(ways):
            y = round(space * number + (space - _BOX[1]) / 2)
            boxes[way.id] = Box(way, x, y)
    lines = [_line(boxes[way.id], boxes[onward.id]) for way in context.content.ways.values() for onward in way.to]
    width = max((box.x + _BOX[0] for box in boxes.values()), default=0) + _GAP[0]
    return context.template("ways_map", boxes=list(boxes.values()), lines=lines, width=width, height=height)


def _line(start: Box, end: Box) -> str:
    """Return the SVG path of the curve from one box to another."""
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    if end.x > start.x:
        x1, x2 = start.x + start.width, end.x - 4
        bend = (x2 - x1) // 2
        return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    if end.x == start.x:
        x = start.x + start.width
        return f"M{x} {y1}C{x + 30} {y1} {x + 30} {y2} {x + 4} {y2}"
    x1, x2 = start.x, end.x + end.width + 4
    return f"M{x1} {y1}C{x1 - 30} {y1} {x2 + 30} {y2} {x2} {y2}"
