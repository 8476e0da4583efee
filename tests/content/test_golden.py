"""Bad content, one folder a case: files laid over the sound mini-site, and the exact text an editor is shown.

A line in `edits.txt` is `path => old => new`: a replacement in the mini-site that must fit exactly once (`\\n` is
a line break). Other files in the folder are copied over it. `expected.txt` is what `python -m macros check` prints.
Set UPDATE_GOLDEN=1 to write the expected texts anew, and read the difference before committing it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import command, copy_base, replace

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def lay_over(case: Path, site: Path) -> None:
    for path in sorted(case.rglob("*")):
        relative = path.relative_to(case).as_posix()
        if path.is_dir() or relative == "expected.txt":
            continue
        if relative == "edits.txt":
            for line in path.read_text(encoding="utf-8").splitlines():
                target, old, new = (part.replace("\\n", "\n") for part in line.split(" => "))
                replace(site / target, old, new)
        else:
            (site / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, site / relative)


@pytest.mark.parametrize("name", CASES)
def test_every_fault_is_shown_in_swedish_with_path_and_line(name: str, tmp_path: Path) -> None:
    site = copy_base(tmp_path / "site")
    lay_over(GOLDEN / name, site)
    done = command("macros", "check", folder=site)
    expected = GOLDEN / name / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(done.stderr, encoding="utf-8")
    assert done.stderr == expected.read_text(encoding="utf-8")
    assert done.stdout == ""
    assert done.returncode == 1


def test_the_sound_mini_site_has_no_faults(mini_source: Path) -> None:
    done = command("macros", "check", folder=mini_source)
    assert (done.returncode, done.stderr) == (0, "")
