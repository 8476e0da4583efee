"""Read YAML the way an editor means it, and remember on which line everything stands.

PyYAML follows YAML 1.1, where `no` is false, `12:30` is 750 and `010` is 8. Here a plain scalar is true, false,
empty, a whole number, a decimal number, an ISO date or text; what YAML 1.1 would read as something else is reported
instead of being guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import yaml

from .problems import Problem

Key = tuple[str | int, ...]

_INT = re.compile(r"-?(0|[1-9]\d*)$")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+$")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}$")
_TRAPS = (
    (re.compile(r"(?i:yes|no|on|off|y|n)$"), "läses som ja eller nej"),
    (re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?$"), "läses som ett tal i bas 60"),
    (re.compile(r"[-+]?0\d+$"), "läses som ett oktalt tal"),
    (re.compile(r"(?i:true|false|null)$"), "skrivs med små bokstäver om det är ett värde"),
    (re.compile(r"[-+]?(\d[\d_]*\.?\d*|\.\d+)[eE][-+]?\d+$|[-+]?\.(?i:inf|nan)$|0x[\da-fA-F]+$"), "läses som ett tal"),
)


@dataclass
class Document:
    """One YAML mapping with the line of every key and list item in it."""

    path: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    first_line: int = 1
    readable: bool = True
    """False when the text is no YAML mapping at all; other problems leave the data fit to be looked at."""

    def line(self, *key: str | int) -> int:
        """Return the line of `key`, or of its nearest parent that stands in the file."""
        for length in range(len(key), 0, -1):
            if key[:length] in self.lines:
                return self.lines[key[:length]]
        return self.first_line


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Return the file's text; a file that is not UTF-8 or cannot be read gives a problem and no text."""
    try:
        return path.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError:
        return "", [
            Problem(shown, 1, "Y005", "filen är inte sparad som UTF-8", "Spara om den med teckenkodningen UTF-8.")
        ]
    except OSError as error:
        return "", [Problem(shown, 1, "Y005", f"filen kan inte läsas ({error.strerror})")]


def load(path: Path, shown: str) -> Document:
    """Read a YAML file whose top level is a mapping. Faults are in the document's `problems`."""
    text, problems = read_text(path, shown)
    if problems:
        return Document(shown, problems=problems, readable=False)
    return parse(text, shown)


def parse(text: str, shown: str, first_line: int = 1) -> Document:
    """Parse YAML text that begins on line `first_line` of the file `shown`."""
    document = Document(shown, first_line=first_line)
    root = _compose(text, shown, first_line)
    if isinstance(root, Problem):
        document.readable = False
        document.problems.append(root)
        return document
    document.data = _Builder(document, first_line).mapping(root, ())
    return document


def part(path: Path, shown: str, *keys: str) -> Document | None:
    """Read the mapping under `keys` in a YAML file whose other parts are somebody else's; None where it has none."""
    text, problems = read_text(path, shown)
    node: yaml.Node | Problem = yaml.ScalarNode("", "") if problems else _compose(text, shown, 1)
    for key in keys:
        if not isinstance(node, yaml.MappingNode):
            return None
        node = next((value for name, value in node.value if name.value == key), yaml.ScalarNode("", ""))
    if not isinstance(node, yaml.MappingNode):
        return None
    document = Document(shown, first_line=node.start_mark.line + 1)
    document.data = _Builder(document, 1).mapping(node, ())
    return document


def _compose(text: str, shown: str, first_line: int) -> yaml.MappingNode | Problem:
    """Return the YAML's root mapping, or what stops it from being read."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        return Problem(shown, line, "Y001", f"YAML går inte att läsa ({_syntax(error)})", _syntax_hint(error))
    except yaml.YAMLError:
        hint = "Ta bort styrtecken ur filen."
        return Problem(shown, first_line, "Y001", "YAML går inte att läsa (otillåtet tecken)", hint)
    except RecursionError:
        return Problem(shown, first_line, "Y001", "YAML går inte att läsa (för många nivåer)")
    if isinstance(root, yaml.MappingNode):
        return root
    message = "filen ska börja med nycklar («nyckel: värde»)"
    return Problem(shown, first_line, "Y005", message, "Se ett exempel i README.")


class _Builder:
    """Turn YAML nodes into plain data, noting lines and problems in the document."""

    def __init__(self, document: Document, offset: int) -> None:
        self.document = document
        self.offset = offset
        self.open: set[int] = set()

    def problem(self, node: yaml.Node, rule: str, message: str, hint: str = "") -> None:
        line = node.start_mark.line + self.offset
        self.document.problems.append(Problem(self.document.path, line, rule, message, hint))

    def value(self, node: yaml.Node, key: Key) -> Any:
        self.document.lines[key] = node.start_mark.line + self.offset
        if id(node) in self.open:
            self.problem(node, "Y001", "YAML går inte att läsa (ett ankare som pekar på sig självt)")
            return None
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.MappingNode):
                return self.mapping(node, key)
            if isinstance(node, yaml.SequenceNode):
                return tuple(self.value(item, (*key, number)) for number, item in enumerate(node.value))
            return self.scalar(node) if isinstance(node, yaml.ScalarNode) else None
        finally:
            self.open.discard(id(node))

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name_node, value_node in node.value:
            if not isinstance(name_node, yaml.ScalarNode):
                self.problem(name_node, "Y001", "en nyckel måste vara ett ord")
                continue
            name = name_node.value
            if name in result:
                self.problem(
                    name_node, "Y002", f"nyckeln «{name}» står två gånger", "Slå ihop dem eller ta bort den ena."
                )
                continue
            result[name] = self.value(value_node, (*key, name))
            self.document.lines[(*key, name)] = name_node.start_mark.line + self.offset
        return result

    def scalar(self, node: yaml.ScalarNode) -> Any:
        text = node.value
        if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
            self.problem(node, "Y001", f"YAML-taggen «{node.tag}» används inte här", "Ta bort taggen.")
            return text
        if node.style in ("'", '"', "|", ">"):
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        if _DATE.match(text):
            return self.date(node, text)
        for pattern, why in _TRAPS:
            if pattern.match(text):
                self.problem(node, "Y003", f"«{text}» utan citattecken {why} i YAML", f'Skriv "{text}".')
        return text

    def date(self, node: yaml.ScalarNode, text: str) -> date | str:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problem(node, "Y004", f"«{text}» är inget datum", "Skriv datum som 2026-11-23.")
            return text


_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _LOADER(_BASE):  # type: ignore[misc]
    """The safe loader without implicit types, so that every plain scalar reaches `_Builder.scalar` as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def resolve(self, kind: type[yaml.Node], _value: Any, _implicit: Any) -> str:
        """Return the tag of a node that has none: its kind's own, without the search that finds no other."""
        return _TAGS[kind]


def _syntax(error: yaml.MarkedYAMLError) -> str:
    found = error.problem or ""
    for english, swedish in _SYNTAX:
        if english in found:
            return swedish
    return "fel i skrivsättet"


_SYNTAX = (
    ("mapping values are not allowed", "ett kolon på fel plats"),
    ("could not find expected ':'", "ett kolon saknas"),
    ("found character '\\t'", "ett tabbtecken"),
    ("cannot start any token", "ett tecken som inte får börja ett värde"),
    ("did not find expected key", "fel indrag eller ett citattecken för mycket"),
    ("expected <block end>", "fel indrag"),
    ("did not find expected '-' indicator", "fel indrag i en lista"),
    ("unexpected end of stream", "ett citattecken saknas"),
    ("found undefined alias", "ett «*» som inte pekar på något"),
    ("duplicate anchor", "samma ankare två gånger"),
)


def _syntax_hint(error: yaml.MarkedYAMLError) -> str:
    if "mapping values" in (error.problem or ""):
        return "Text med kolon skrivs inom citattecken eller efter «>-» på en egen rad."
    return "Jämför indrag och citattecken med raden ovanför."


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files below `folder`, in a stable order; nothing where the folder is missing."""
    if folder.is_dir():
        yield from sorted(
            path for path in folder.rglob("*.y*ml") if path.suffix in (".yml", ".yaml") and path.is_file()
        )
