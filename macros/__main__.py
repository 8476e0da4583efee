"""The command line: `python -m macros check` and `python -m macros report [--json]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import sound_content
from .problems import ContentError
from .report import as_text, report


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; returns 0, or 1 when the content has faults."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Innehållet i Obruten skolgång.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="läs allt innehåll och visa alla fel")
    report_parser = commands.add_parser("report", help="visa vad som finns")
    report_parser.add_argument("--json", action="store_true", help="som ett JSON-objekt på standard ut")
    options = parser.parse_args(arguments)
    try:
        content = sound_content(Path.cwd())
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    result = report(content)
    if options.command == "check":
        pages, questions, provisions = (len(result[key]) for key in ("pages", "questions", "provisions"))
        print(f"Inga fel: {pages} sidor, {questions} frågor, {provisions} lagrum.")
    elif options.json:
        json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print(as_text(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
