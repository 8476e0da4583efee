"""Figures, as ratios within one run: `make bench`. Nothing here passes or fails; it prints.

Build time of the real site against the same pages in plain Material, growth with the number of questions, and the
weight of a guidance page and of a module page with what of it is ours.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros import checks, content

from .conftest import ROOT, address, command, copy_base, serve

PAGES = {"guidance page": "kunskap/skolplikt/vem-ansvarar/", "module page": "utbildning/moduler/skolplikt/"}


def seconds(*arguments: str, folder: Path) -> float:
    """Return the shortest of three runs of a Python module, in seconds of wall time."""
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        done = command(*arguments, folder=folder)
        runs.append(time.perf_counter() - start)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
    return min(runs)


def copy_site(folder: Path) -> None:
    """Copy what the site is built from."""
    for name in ("docs", "data", "training", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")


def plain_site(source: Path, folder: Path) -> None:
    """Write the pages of a built site as plain Markdown for Material alone: the same number of pages and words."""
    for page in source.rglob("*.md"):
        target = folder / "docs" / page.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = page.read_text(encoding="utf-8").replace("{{", "").replace("}}", "")
        target.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme: {name: material, language: sv, font: false, features: [navigation.prune]}\n"
        "plugins: [search]\nmarkdown_extensions: [attr_list, md_in_html, tables]\n",
        encoding="utf-8",
    )


def builds(folder: Path) -> None:
    """Print build times against plain Material's."""
    copy_site(folder / "ours")
    plain_site(ROOT / "docs", folder / "plain")
    plain = seconds("mkdocs", "build", "--quiet", folder=folder / "plain")
    ours = seconds("mkdocs", "build", "--quiet", folder=folder / "ours")
    zensical = seconds("zensical", "build", "--clean", folder=folder / "ours")
    pages = len(list((ROOT / "docs").rglob("*.md")))
    print(f"build, {pages} pages: plain Material {plain:.2f} s; ours {ours:.2f} s ({ours / plain:.2f} times)")
    print(f"  ours under Zensical {zensical:.2f} s ({zensical / ours:.2f} times ours under MkDocs)")
    check = seconds("macros", "check", folder=folder / "ours")
    print(f"  load and check alone {check:.2f} s ({check / ours:.2f} of the build)")


def growth(folder: Path) -> None:
    """Print how loading and checking grows with the bank."""
    question = (ROOT / "tests/sites/base/training/questions/skolplikt.yml").read_text(encoding="utf-8")
    one = question[question.index("    kind: single") : question.index("  - id: skolplikt-vilka")]
    times = []
    for count in (500, 5000):
        site = copy_base(folder / f"bank-{count}")
        bank = "".join(f"  - id: prov-{number}\n{one}" for number in range(count))
        (site / "training/questions/prov.yml").write_text(f"questions:\n{bank}", encoding="utf-8")
        times.append(min(checked(site) for _ in range(3)))
    print(
        f"load and check a bank of 500 questions {times[0]:.2f} s, of 5,000 {times[1]:.2f} s "
        f"({times[1] / times[0]:.1f} times for ten; the goal is 3 s)"
    )


def checked(site: Path) -> float:
    """Return how many seconds it takes to load and check a sound site."""
    start = time.perf_counter()
    loaded, problems = content.load(site)
    problems += checks.run(loaded)
    if problems:
        raise SystemExit(problems[0].message)
    return time.perf_counter() - start


def weights(site: Path) -> None:
    """Print what pages weigh over the wire, gzipped, and what of it is ours."""
    server = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for name, path in PAGES.items():
            asked: list[str] = []
            page = browser.new_page()
            page.on("response", lambda response: asked.append(response.url))  # noqa: B023 - the page closes first
            page.goto(address(server) + path)
            page.wait_for_load_state("networkidle")
            sizes = {url: weight(site, url.removeprefix(address(server))) for url in dict.fromkeys(asked)}
            ours = sum(size for url, size in sizes.items() if "/assets/js/" in url or "/assets/css/" in url)
            html = weight(site, path)
            total = sum(sizes.values())
            print(
                f"{name}: {total / 1000:.0f} kB gzip in {len(sizes)} requests; html {html / 1000:.1f} kB; "
                f"our script and style {ours / 1000:.1f} kB ({ours / total:.0%})"
            )
            page.close()
        browser.close()
    server.shutdown()


def weight(site: Path, path: str) -> int:
    """Return a file's size in bytes, gzipped."""
    file = site / path.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        builds(folder)
        growth(folder)
        weights(folder / "ours" / "site")


if __name__ == "__main__":
    main()
