"""`python -m macros new`: commented files for something new, made from the templates in `templates/new/`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .districts import page_path

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILES: dict[str, tuple[tuple[str, str], ...]] = {
    "page": (("page.md", "docs/{slug}.md"),),
    "module": (
        ("module.yml", "training/modules/{slug}.yml"),
        ("module.md", "docs/utbildning/moduler/{slug}.md"),
    ),
    "question": (("question.yml", "training/questions/{slug}.yml"),),
    "case": (("case.yml", "training/cases/{slug}.yml"), ("case.md", "docs/utbildning/fall/{slug}.md")),
    "term": (("term.yml", "data/terms/{slug}.yml"),),
    "district": (("district.yml", "data/districts/{slug}.yml"), ("district.md", f"docs/{page_path('{slug}')}")),
}
"""What is made of each kind: a template, and the path of the file below the project's folder."""


class RefusedError(Exception):
    """Nothing was made, and why."""


def make(root: Path, kind: str, slug: str, name: str, today: date) -> list[str]:
    """Make the files of one new thing below `root`; returns their paths. Raises `RefusedError` and makes nothing."""
    folders, _, last = slug.rpartition("/")
    if not all(_SLUG.fullmatch(part) for part in slug.split("/")) or (folders and kind != "page"):
        raise RefusedError(f"«{slug}» går inte att använda. Skriv små bokstäver a–z, siffror och bindestreck.")
    if not name.isprintable() or re.search(r"[\"\\{}<>]", name):
        raise RefusedError("Namnet får inte ha citattecken, klamrar eller radbrytningar.")
    files = [(template, target.format(slug=slug)) for template, target in FILES[kind]]
    there = [target for _, target in files if (root / target).exists()]
    if there:
        raise RefusedError(f"{' och '.join(there)} finns redan. Inget har ändrats.")
    later = today + timedelta(days=182)
    values = {"slug": last, "name": name, "today": today.isoformat(), "later": later.isoformat()}
    for template, target in files:
        path = root / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_environment().get_template(template).render(values), encoding="utf-8")
    return [target for _, target in files]


def _environment() -> Environment:
    folder = Path(__file__).parent / "templates" / "new"
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, keep_trailing_newline=True)
