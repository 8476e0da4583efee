"""Everything a developer does, from a fresh clone: `python dev.py TASK`; without a task it lists them.

Uses the standard library only. It makes `.venv` with the pinned packages, finds or gets a browser for the tests, and
runs the tool. The Makefile calls it, and so can Windows: `py dev.py serve`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def run(*command: str | Path, **environment: str) -> None:
    """Run a command in the project's folder; a command that fails ends this program with its exit code."""
    code = attempt(*command, **environment)
    if code:
        sys.exit(code)


def attempt(*command: str | Path, **environment: str) -> int:
    """Run a command in the project's folder and return its exit code."""
    full = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=full, check=False).returncode


def install(requirements: str) -> None:
    """Make the virtual environment hold what `requirements` pins, unless it already does."""
    wanted = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    stamp = VENV / f"{requirements}.sha256"
    if PYTHON.exists() and stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Installing {requirements} into .venv …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=False, clear=True)
    run(
        sys.executable, "-m", "pip", "--python", PYTHON, "install", "--quiet", "--disable-pip-version-check",
        "--no-deps", "--require-hashes", "-r", requirements,
    )  # fmt: skip
    stamp.write_text(wanted)


def find_browser() -> str | None:
    """Return the path of a Chromium or Chrome: the one named by CHROMIUM, one on PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    asked = subprocess.run(
        [
            str(PYTHON), "-c",
            "from playwright.sync_api import sync_playwright as s\n"
            "with s() as p: print(p.chromium.executable_path)",
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    path = asked.stdout.strip()
    return path if path and Path(path).exists() else None


def browser() -> str:
    """Return the path of a browser, getting one where there is none; ends the program where that can't be done."""
    found = find_browser()
    if found:
        return found
    print("No Chromium or Chrome found. Getting one …", flush=True)
    attempt(PYTHON, "-m", "playwright", "install", "--with-deps", "chromium")
    found = find_browser()
    if not found and shutil.which("apt-get"):
        sudo = ["sudo", "-n"] if shutil.which("sudo") and hasattr(os, "geteuid") and os.geteuid() else []
        attempt(*sudo, "apt-get", "update", "-qq")
        attempt(*sudo, "apt-get", "install", "-y", "-qq", "chromium", DEBIAN_FRONTEND="noninteractive")
        found = find_browser()
    if not found:
        sys.exit(
            "The tests need Chromium or Chrome, and none could be installed. "
            "Install one, or set CHROMIUM to its path, and run the command again."
        )
    return found


def serve() -> None:
    """The site at http://127.0.0.1:8000 with live reload."""
    install("requirements.txt")
    run(PYTHON, "-m", "mkdocs", "serve", *sys.argv[2:])


def build() -> None:
    """The site in site/."""
    install("requirements.txt")
    run(PYTHON, "-m", "mkdocs", "build", "--strict", *sys.argv[2:])


def test() -> None:
    """The whole suite: the code's own checks first, then everything else in a real browser."""
    install("requirements-dev.txt")
    run(PYTHON, "-m", "pytest", *sys.argv[2:], CHROMIUM=browser())


def check() -> None:
    """The content's and the code's checks, without a browser."""
    install("requirements-dev.txt")
    codes = [
        attempt(PYTHON, "-m", "macros", "check"),
        attempt(PYTHON, "-m", "ruff", "check"),
        attempt(PYTHON, "-m", "ruff", "format", "--check"),
        attempt(PYTHON, "-m", "mypy"),
    ]
    sys.exit(max(codes))


def bench() -> None:
    """Figures: build time and page weight, as ratios within one run."""
    install("requirements-dev.txt")
    run(PYTHON, "-m", "tests.bench", *sys.argv[2:], CHROMIUM=browser())


def bench_search() -> None:
    """How well and how fast the search finds, beside Material's own and Pagefind."""
    install("requirements-dev.txt")
    run(PYTHON, "-m", "tests.bench_search", *sys.argv[2:], CHROMIUM=browser())


def content() -> None:
    """The content's own commands: `macros check`, `macros report`, `macros new KIND SLUG`."""
    install("requirements.txt")
    run(PYTHON, "-m", "macros", *sys.argv[2:])


def lock() -> None:
    """Pin all dependencies with hashes, from pyproject.toml."""
    install("requirements-dev.txt")
    for target, extra in (("requirements.txt", ()), ("requirements-dev.txt", ("--extra", "dev"))):
        run(
            PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url",
            "--no-emit-find-links", "--no-annotate", "--custom-compile-command", "python dev.py lock",
            "--python-version", "3.11", *extra, "--output-file", target, "pyproject.toml",
        )  # fmt: skip


TASKS: dict[str, Callable[[], None]] = {
    "serve": serve,
    "build": build,
    "test": test,
    "check": check,
    "bench": bench,
    "bench-search": bench_search,
    "macros": content,
    "lock": lock,
}


def main() -> None:
    """Run the task that is named on the command line."""
    task = TASKS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if task is None:
        sys.exit("\n".join(["python dev.py TASK", *(f"  {name:12} {job.__doc__}" for name, job in TASKS.items())]))
    task()


if __name__ == "__main__":
    main()
