"""What is wrong in the content, and how it is said.

A `Problem` is one fault with its place. Loaders and checks never raise on bad content: they collect
problems, so that an editor sees all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the content: where it is, which rule it breaks, what is wrong and what to do."""

    path: str
    line: int
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.rule} {self.message}"
        return f"{text}\n    → {self.hint}" if self.hint else text


class ContentError(Exception, SystemExit):
    """The content has faults and must not be rendered; the message lists every one of them.

    It is a `SystemExit`, so a builder that is started from the command line ends with exit code 1 and the message.
    It is an `Exception` too, so a live-reload server, which catches those, prints it and waits for the next edit.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        SystemExit.__init__(self, format_problems(self.problems))


def format_problems(problems: list[Problem]) -> str:
    """Return the list of problems as text, one or two lines each, closed by a line that counts them."""
    count = "1 fel" if len(problems) == 1 else f"{len(problems)} fel"
    lines = [str(problem) for problem in problems]
    return "\n".join([*lines, f"{count} i innehållet. Inget byggs förrän de är rättade."])


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint "Menade du «…»?" for the known word nearest to `word`, or `otherwise`."""
    match = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Menade du «{match[0]}»?" if match else otherwise
