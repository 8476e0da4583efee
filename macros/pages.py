"""Pages in docs/: front matter, headings with their anchors, links and macro calls, each with its line."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify

from . import yamlfile
from .models import FrontMatter
from .problems import Problem
from .validate import build
from .yamlfile import Document

_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*(?:\{\s+#(?P<id>[\w-]+)[^}]*\})?\s*#*$")
_LINK = re.compile(r"(?<!\!)\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<target>[^)\s]+)[^)]*\)")
_CALL = re.compile(r"\{\{-?\s*(?P<name>\w+)\s*\((?P<arguments>.*?)\)\s*-?\}\}", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading: its level 1–6, its text, and the anchor the builder gives it."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Link:
    """A Markdown link, its target as written."""

    target: str
    line: int


@dataclass(frozen=True)
class Call:
    """A macro call with literal arguments: `{{ lag("SkolL 7:13") }}`. `arguments` is None if they aren't literals."""

    name: str
    arguments: tuple[Any, ...] | None
    line: int


@dataclass(frozen=True)
class Page:
    """One page of the site. `path` is below docs/, `url` as the builder makes it, from the site's root."""

    path: str
    shown: str
    meta: FrontMatter
    document: Document
    body: str
    first_line: int
    """The line in the file on which the body begins."""
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    calls: tuple[Call, ...]
    empty_headers: tuple[int, ...]
    """The lines of table headers with an empty cell."""

    @property
    def url(self) -> str:
        stem = self.path.removesuffix(".md")
        if stem == "index":
            return ""
        return f"{stem.removesuffix('/index')}/"

    @property
    def anchors(self) -> frozenset[str]:
        return frozenset(heading.anchor for heading in self.headings)


def load(path: Path, docs: Path, shown: str) -> tuple[Page | None, list[Problem]]:
    """Read one page. A page whose front matter has faults gives problems and no page."""
    text, problems = yamlfile.read_text(path, shown)
    if problems:
        return None, problems
    head, body, first_line = _split(text)
    if head is None:
        problem = Problem(shown, 1, "P001", "sidan saknar sidhuvud", "Börja sidan med «---», nycklar, «---».")
        return None, [problem]
    document = yamlfile.parse(head, shown, first_line=2)
    meta = build(FrontMatter, document.data, document) if document.readable else None
    if meta is None or document.problems:
        return None, document.problems
    lines = _prose_lines(body, first_line)
    page = Page(
        path=path.relative_to(docs).as_posix(),
        shown=shown,
        meta=meta,
        document=document,
        body=body,
        first_line=first_line,
        headings=_headings(lines),
        links=_links(lines),
        calls=_calls(body, first_line),
        empty_headers=_empty_headers(lines),
    )
    return page, []


def find_calls(text: str, first_line: int = 1) -> tuple[Call, ...]:
    """Return the macro calls in any text, such as a question's explanation."""
    return _calls(text, first_line)


def plain(markdown: str) -> str:
    """Return the text a reader meets: no macros, no markup, no headings; table cells and list items as sentences."""
    text = re.sub(r"\{\{\s*(lag|source|organisation)\(.*?\)\s*\}\}", "källa", markdown)
    text = _MACRO.sub("", text)
    kept: list[str] = []
    for _, line in _prose_lines(text, 1):
        if line.startswith("#") or re.match(r"^\s*\|[\s:|-]+\|\s*$", line):
            continue
        line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
        line = re.sub(r"\{\s*[#.:][^}]*\}|[*_`>]", "", line)
        if "|" in line:
            line = ". ".join(cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip()) + "."
        elif re.match(r"\s*([-+]|\d+\.)\s", line) and not re.search(r"[.!?:]\s*$", line):
            line += "."
        kept.append(line)
    return "\n".join(kept)


def _split(text: str) -> tuple[str | None, str, int]:
    """Return front matter, body and the line on which the body begins."""
    match = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        return None, text, 1
    return match[1] or "", text[match.end() :], text[: match.end()].count("\n") + 1


def _prose_lines(body: str, first_line: int) -> list[tuple[int, str]]:
    """Return the numbered lines that are not inside a fenced code block."""
    lines: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(body.splitlines(), start=first_line):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence:
            lines.append((number, line))
    return lines


def _headings(lines: list[tuple[int, str]]) -> tuple[Heading, ...]:
    """Return the headings with anchors as Python-Markdown's toc extension makes them."""
    headings: list[Heading] = []
    seen: Counter[str] = Counter()
    for number, line in lines:
        match = _HEADING.match(line)
        if not match:
            continue
        anchor = match["id"] or slugify(_MACRO.sub("", match["text"]), "-")
        seen[anchor] += 1
        if seen[anchor] > 1 and not match["id"]:
            anchor = f"{anchor}_{seen[anchor] - 1}"
        headings.append(Heading(len(match["level"]), match["text"], anchor, number))
    return tuple(headings)


def _links(lines: list[tuple[int, str]]) -> tuple[Link, ...]:
    return tuple(Link(match["target"], number) for number, line in lines for match in _LINK.finditer(line))


def _empty_headers(lines: list[tuple[int, str]]) -> tuple[int, ...]:
    ruled = itertools.pairwise(lines)
    return tuple(
        number
        for (number, header), (_, rule) in ruled
        if re.match(r"^\|[\s:|-]+\|\s*$", rule) and re.search(r"\|\s*\|", header)
    )


def _calls(text: str, first_line: int) -> tuple[Call, ...]:
    return tuple(
        Call(match["name"], _literals(match["arguments"]), first_line + text.count("\n", 0, match.start()))
        for match in _CALL.finditer(text)
    )


def _literals(source: str) -> tuple[Any, ...] | None:
    """Return the positional arguments, or None when they are anything but literals."""
    if not source.strip():
        return ()
    try:
        value = ast.literal_eval(f"({source},)")
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return value if isinstance(value, tuple) else None
