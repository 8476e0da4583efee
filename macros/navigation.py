"""The navigation in mkdocs.yml: which pages it has, in order, and on which lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml


def read(config: Path) -> list[tuple[str, int]] | None:
    """Return the pages in the configuration's `nav` with their lines; None where there is no `nav` to read.

    The builder itself reports a configuration that is no YAML.
    """
    try:
        root = yaml.compose(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    return next((list(_entries(value)) for key, value in root.value if key.value == "nav"), None)


def _entries(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
