"""Malformed training files: always a named problem or a sound site, never an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from macros import checks, content
from macros.training import fingerprint
from tests.conftest import BASE, copy_base

FILES = [path.relative_to(BASE) for path in sorted((BASE / "training").rglob("*.yml"))]
PLAIN = "~ [] {} 7 -1 .nan .inf ja no 2026-13-01 \" ' - : # & &a *a !!python/object:x | >- {{ ! % @ 0x1F 12:30 <<:"
JUNK = [*PLAIN.split(), "", "\t", "\x00", "{{ lag() }}", "å" * 300, "kind: text"]
COUNT = 500


def broken(text: str, rng: random.Random) -> str:
    """Return a text with one to three things done to it that an editor's hand or a bad merge could do."""
    lines = text.splitlines()
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(lines))
        line = lines[at]
        match rng.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[rng.randrange(len(lines))])
            case 2:
                lines[at] = line.split(":")[0] + ": " + rng.choice(JUNK)
            case 3:
                lines[at] = " " * rng.randint(0, 6) + line.lstrip()
            case 4:
                cut = rng.randint(0, len(line))
                lines[at] = line[:cut] + rng.choice(JUNK) + line[cut:]
            case 5:
                lines = lines[: at + 1]
            case 6:
                other = rng.randrange(len(lines))
                lines[at], lines[other] = lines[other], line
            case _:
                lines[at] = line[: rng.randint(0, len(line))]
        lines = lines or [""]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(4))
def test_five_hundred_malformed_training_files(tmp_path: Path, seed: int) -> None:
    site = copy_base(tmp_path / "site")
    rng = random.Random(seed)
    sound = 0
    for number in range(COUNT):
        file = FILES[number % len(FILES)]
        original = (BASE / file).read_text(encoding="utf-8")
        (site / file).write_text(broken(original, rng), encoding="utf-8")
        loaded, problems = content.load(site)
        problems += checks.run(loaded)
        for problem in problems:
            assert problem.rule
            assert problem.message
            assert problem.line >= 1
            assert problem.path
        if not problems:
            sound += 1
            assert all(len(fingerprint(question)) == 8 for question in loaded.questions.values())
        (site / file).write_text(original, encoding="utf-8")
    assert sound < COUNT / 2
