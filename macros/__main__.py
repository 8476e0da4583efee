"""The command line: `python -m macros check`, `report [--json]`, `law [PROVISION]` and `new KIND SLUG [NAME]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import dates, districts, new, rests, sound_content
from .content import Content
from .problems import ContentError, nearest
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
    elif options.command == "law":
        return _law(content, options.provision)
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
    law_parser = commands.add_parser("law", help="visa vad som bygger på ett lagrum, eller vad som ska läsas om")
    law_parser.add_argument("provision", nargs="?", help="som «SkolL 7:13»; utan det visas vad som ska läsas om")
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


def _law(content: Content, provision: str | None) -> int:
    if provision is None:
        print("\n".join(rests.to_read_again(content, dates.today())) or "Inget att läsa om.")
    elif provision in content.provisions:
        print("\n".join(rests.on_provision(content, provision)))
    else:
        hint = nearest(provision, content.provisions, "Skriv som «SkolL 7:13».")
        print(f"Lagrummet «{provision}» finns inte i registret. {hint}", file=sys.stderr)
        return 1
    return 0


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
