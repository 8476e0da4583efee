"""New things from templates: what is made is sound, or says where it has to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import checks, content, new
from tests.conftest import command

MADE = [
    ("page", "mapp/ny-sida", ["docs/mapp/ny-sida.md"]),
    ("module", "ny", ["training/modules/ny.yml", "docs/utbildning/moduler/ny.md"]),
    ("question", "ny", ["training/questions/ny.yml"]),
    ("case", "ny", ["training/cases/ny.yml", "docs/utbildning/fall/ny.md"]),
    ("term", "ny", ["data/terms/ny.yml"]),
    ("district", "ny", ["data/districts/ny.yml", "docs/stadsdelar/ny.md"]),
]
SOUND = {"term", "district"}


@pytest.mark.parametrize(("kind", "slug", "files"), MADE, ids=[kind for kind, _, _ in MADE])
def test_what_is_made_is_sound_or_says_what_to_fill_in(
    mini_source: Path, kind: str, slug: str, files: list[str]
) -> None:
    done = command("macros", "new", kind, slug, "Något nytt", folder=mini_source)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"Gjorde {path}" in done.stdout for path in files)
    loaded, problems = content.load(mini_source)
    assert problems == []
    problems = checks.run(loaded)
    assert {problem.path for problem in problems} <= set(files)
    assert {problem.rule for problem in problems} <= {"T001", "P004", "P008", "P010", "M003", "M004"}
    assert bool(problems) == (kind not in SOUND)
    again = command("macros", "new", kind, slug, folder=mini_source)
    assert again.returncode == 1


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _, _ in MADE} == set(new.FILES)


@pytest.mark.parametrize("slug", ["../ny", "/ny", "ny/", "a//b", "Ny", "ny.md", ""])
def test_a_path_that_leads_elsewhere_is_refused(mini_source: Path, slug: str) -> None:
    done = command("macros", "new", "page", slug, folder=mini_source)
    assert done.returncode == 1
    assert "går inte att använda" in done.stderr
