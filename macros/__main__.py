"""The command line: `python -m macros check`, `report [--json]` and `new KIND SLUG [NAME]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import dates, districts, new, sound_content
from .content import Content
from .problems import ContentError
from .report import as_text, report


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; returns 0, or 1 when the content has faults or nothing was made."""
    options = _parser().parse_args(arguments)
    if options.command == "new":
        return _new(options)
    try:
        content = sound_content(Path.cwd())
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    result = report(content)
    if options.command == "check":
        pages, questions, provisions = (len(result[key]) for key in ("pages", "questions", "provisions"))
        print(f"Inga fel: {pages} sidor, {questions} frågor, {provisions} lagrum.")
        _print_lacking(content)
    elif options.json:
        json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(as_text(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Innehållet i Obruten skolgång.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="läs allt innehåll, visa alla fel och vad stadsdelarna har kvar att fylla i")
    report_parser = commands.add_parser("report", help="visa vad som finns")
    report_parser.add_argument("--json", action="store_true", help="som ett JSON-objekt på standard ut")
    new_parser = commands.add_parser("new", help="gör filerna till något nytt, med kommentarer att följa")
    new_parser.add_argument("kind", choices=sorted(new.FILES), help="vad det är")
    new_parser.add_argument("slug", help="dess namn i adresser: små bokstäver a–z, siffror och bindestreck")
    new_parser.add_argument("name", nargs="?", default="", help="vad det heter för läsaren")
    return parser


def _print_lacking(content: Content) -> None:
    """Print what each district has still to fill in; nothing where there are no districts."""
    for district in content.districts.values():
        lacking = districts.lacking(district)
        if lacking:
            path = content.place("district", district.slug).document.path
            print(f"{path}: kvar att fylla i före publicering: {', '.join(key for key, _ in lacking)}")


def _new(options: argparse.Namespace) -> int:
    name = options.name or options.slug.replace("-", " ").capitalize()
    try:
        made = new.make(Path.cwd(), options.kind, options.slug, name, dates.today())
    except new.RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    print("\n".join(f"Gjorde {path}" for path in made))
    print("Fyll i dem och kör «python -m macros check».")
    return 0


if __name__ == "__main__":
    sys.exit(main())
