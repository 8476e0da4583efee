"""The browser's modules put together: one file of many, without comments and types, for a page to fetch at once.

Our modules import by name and rename nothing, so putting them after one another, each after those it imports, is all
there is to do. They stand as they are written in docs/assets/js/, and the result lies beside them in the built site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import rjsmin

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"(\.[^"]*)";\n', re.MULTILINE)
_NESTED = re.compile(r"`[^`]*\$\{[^}`]*`[^`]*`[^`]*\}[^`]*`")
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)

BUNDLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "widgets.js": (
        (
            "elements/quiz-set.js",
            "elements/exam-set.js",
            "elements/case-walk.js",
            "elements/learning-path.js",
            "elements/daily-repetition.js",
            "elements/progress-overview.js",
            "elements/own-certificate.js",
            "elements/progress-tools.js",
            "elements/work-sheet.js",
        ),
        (),
    ),
    "local.js": (("elements/district-choice.js", "elements/local-side.js"), ()),
    "readiness.js": (("elements/readiness-check.js",), ()),
    "search.js": (("search/engine.js",), ("prepare", "answer")),
}
"""For each file in assets/js/ the modules it is made of, those they import included, and what it exports."""


def bundles(folder: Path) -> dict[str, bytes]:
    """Return the files made of the modules in `folder`, by name; none where it has no modules.

    Raises `ValueError` when two modules of a file have the same name at the top, or a template stands in another.
    """
    stamp = tuple((str(path), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*.js")))
    return _bundles(folder, stamp) if stamp else {}


@lru_cache(maxsize=2)
def _bundles(folder: Path, _stamp: tuple[tuple[str, int], ...]) -> dict[str, bytes]:
    return {
        name: bundle([folder / entry for entry in entries], exports) for name, (entries, exports) in BUNDLES.items()
    }


def bundle(entries: list[Path], exports: tuple[str, ...] = ()) -> bytes:
    """Return one module that does what `entries` do."""
    seen: set[Path] = set()
    texts = [text for entry in entries for text in _in_order(entry.resolve(), seen)]
    names = [name for text in texts for name in _TOP.findall(text)]
    if nested := [line for text in texts for line in text.splitlines() if _NESTED.search(line)]:
        raise ValueError(f"a template stands in another, where the stripper loses its spaces: {nested[0].strip()}")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"two modules have the same name at the top: {', '.join(twice)}")
    whole = "\n".join(
        re.sub(r"^export (?=async |function|class|const|let)", "", text, flags=re.MULTILINE) for text in texts
    )
    end = f"\nexport {{ {', '.join(exports)} }};\n" if exports else ""
    return str(rjsmin.jsmin(whole + end)).encode()


def _in_order(file: Path, seen: set[Path]) -> Iterator[str]:
    """Yield the texts of a module and those it imports, each after those it imports itself."""
    if file in seen:
        return
    seen.add(file)
    text = file.read_text(encoding="utf-8")
    for path in _IMPORT.findall(text):
        yield from _in_order((file.parent / path).resolve(), seen)
    yield _IMPORT.sub("", text)
