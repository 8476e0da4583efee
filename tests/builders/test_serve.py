"""The live server while somebody writes: a fault is told, the server goes on, and the next edit shows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT, replace


def waited(seconds: float, true: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


def test_a_fault_is_told_and_the_server_goes_on(mini_source: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = tmp_path / "said.txt"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]

    def page() -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/skolplikt/", timeout=5) as answer:
            return str(answer.read().decode())

    with said.open("w") as output:
        server = subprocess.Popen(arguments, cwd=mini_source, env=environment, stdout=output, stderr=output)
        try:
            assert waited(60, lambda: "När slutar skolplikten?" in page())
            source = mini_source / "docs" / "skolplikt.md"
            replace(source, "review_by: 2027-05-01", "review_by: 2027-15-01")
            assert waited(30, lambda: "Y004 «2027-15-01» är inget datum" in said.read_text(encoding="utf-8"))
            assert server.poll() is None  # it shows no page until the fault is mended, and then the new one
            replace(source, "review_by: 2027-15-01", "review_by: 2027-05-02")
            assert waited(30, lambda: "2 maj 2027" in page())
        finally:
            server.terminate()
            server.wait(10)
    assert "Traceback" not in said.read_text(encoding="utf-8")
