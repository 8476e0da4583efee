"""The code's own checks: style, types, and the browser logic where Node is found."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

NODE = shutil.which("node")
NPM = shutil.which("npm")


def passes(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_ruff_finds_nothing() -> None:
    passes(sys.executable, "-m", "ruff", "check")
    passes(sys.executable, "-m", "ruff", "format", "--check")


def test_mypy_finds_nothing() -> None:
    passes(sys.executable, "-m", "mypy")


@pytest.mark.skipif(NODE is None, reason="Node is not on this machine; the browser tests run the same code")
def test_the_browser_logic() -> None:
    passes(str(NODE), "--test", "tests/logic/")


@pytest.mark.skipif(NPM is None, reason="npm is not on this machine")
def test_the_browser_codes_types() -> None:
    if not (ROOT / "node_modules" / "typescript").is_dir():
        passes(str(NPM), "ci", "--silent")
    passes(str(NODE), "node_modules/typescript/bin/tsc", "-p", "jsconfig.json")


def test_no_committed_file_names_a_registry_or_a_download() -> None:
    hosts = re.compile(r"(pypi|pythonhosted|npmjs|debian)\.(org|com)|registry\.npm")
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        if path.name != "test_code.py" and hosts.search(text):
            found.append(path.relative_to(ROOT).as_posix())
    assert found == []
    locks = [path for path in tracked() if path.name.startswith("requirements") or path.name == "package-lock.json"]
    assert len(locks) == 3
    assert [path.name for path in locks if "http" in path.read_text(encoding="utf-8")] == []


def test_every_pinned_package_has_a_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8"))
        pins = [entry for entry in entries if not entry.startswith("#")]
        assert len(pins) > 20
        assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
