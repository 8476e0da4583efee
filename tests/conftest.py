"""Shared by all tests: mini-sites made from `sites/base`, real builds, and a server for them."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "sites" / "base"

Edit = Callable[[Path], None]


def copy_base(target: Path) -> Path:
    """Copy the sound mini-site to `target`, with the real site's assets."""
    shutil.copytree(BASE, target)
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    config = target / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("../../../overrides", (ROOT / "overrides").as_posix()),
        encoding="utf-8",
    )
    return target


def replace(path: Path, old: str, new: str) -> None:
    """Replace text that must be there exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} has {text.count(old)} of {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def command(
    *arguments: str, folder: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python in `folder` with the project importable."""
    full = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, env=full, capture_output=True, text=True, check=False
    )


def build(folder: Path, **environment: str) -> Path:
    """Build the site in `folder` with MkDocs and return the folder of the pages."""
    done = command("mkdocs", "build", "--strict", "--quiet", folder=folder, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


class _Site(http.server.SimpleHTTPRequestHandler):
    """Serves a built site as if it were published here: the sitemap names this server."""

    def do_GET(self) -> None:
        if self.path != "/sitemap.xml":
            super().do_GET()
            return
        sitemap = Path(self.translate_path(self.path)).read_text(encoding="utf-8")
        body = re.sub(r"<loc>https?://[^/]+/", f"<loc>http://{self.headers['Host']}/", sitemap).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve a folder on a free port of this machine; close it with `shutdown()`."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Site, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address(server: http.server.ThreadingHTTPServer) -> str:
    """Return the address that a server answers on."""
    return f"http://127.0.0.1:{server.server_port}/"


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """Make something once for all test processes and return its folder."""
    shared = (
        tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else tmp_path_factory.getbasetemp()
    )
    folder = shared / name
    with FileLock(f"{folder}.lock"):
        if not (folder / "done").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            (folder / "place").write_text(str(make(folder)), encoding="utf-8")
            (folder / "done").touch()
    return Path((folder / "place").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by MkDocs."""

    def make(folder: Path) -> Path:
        done = command("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder / "site"), folder=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr
        return folder / "site"

    return once(tmp_path_factory, "real", make)


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound mini-site, built by MkDocs."""
    return once(tmp_path_factory, "mini", lambda folder: build(copy_base(folder / "source")))


@pytest.fixture
def mini_source(tmp_path: Path) -> Path:
    """A copy of the sound mini-site's source, to edit."""
    return copy_base(tmp_path / "source")


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """The real site's address while tests run."""
    server = serve(real_site)
    yield address(server)
    server.shutdown()


@pytest.fixture(scope="session")
def mini_address(mini_site: Path) -> Iterator[str]:
    """The mini-site's address while tests run."""
    server = serve(mini_site)
    yield address(server)
    server.shutdown()
