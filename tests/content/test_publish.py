"""Files beside the pages: written once, whole, inside the site, and the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from macros.publish import publish, settled


def archive(year: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr(zipfile.ZipInfo("one.txt", (year, 2, 3, 4, 5, 6)), "the same text " * 9)
        zipped.writestr(zipfile.ZipInfo("two.txt", (year, 7, 8, 9, 1, 2)), "")
    return made.getvalue()


def test_a_file_is_written_once(tmp_path: Path) -> None:
    assert publish(tmp_path, "filer/a/mall.docx", b"one")
    target = tmp_path / "filer" / "a" / "mall.docx"
    before = target.stat().st_mtime_ns
    assert not publish(tmp_path, "filer/a/mall.docx", b"one")
    assert target.stat().st_mtime_ns == before
    assert publish(tmp_path, "filer/a/mall.docx", b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in target.parent.iterdir()] == ["mall.docx"]


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../outside.txt", "a/../../b", "a\\..\\b"])
def test_a_path_outside_the_site_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no path inside the site"):
        publish(tmp_path / "site", path, b"")
    assert list(tmp_path.iterdir()) == []


def test_an_archive_says_nothing_of_when_it_was_made() -> None:
    assert archive(2020) != archive(2021)
    assert settled(archive(2020)) == settled(archive(2021))
    with zipfile.ZipFile(io.BytesIO(settled(archive(2020)))) as zipped:
        assert zipped.namelist() == ["one.txt", "two.txt"]
        assert zipped.read("one.txt") == b"the same text " * 9
        assert zipped.testzip() is None
