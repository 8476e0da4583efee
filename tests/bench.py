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

from playwright.sync_api import CDPSession, Route, sync_playwright

from macros import checks, content

from .conftest import ROOT, address, command, copy_base, serve

MODULES = "utbildning/moduler/*/index.html"
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
    zensical = seconds("zensical", "build", "--clean", folder=folder / "ours")
    ours = seconds("mkdocs", "build", "--quiet", folder=folder / "ours")  # last: this site is weighed below
    pages = len(list((ROOT / "docs").rglob("*.md")))
    print(f"build, {pages} pages: plain Material {plain:.2f} s; ours {ours:.2f} s ({ours / plain:.2f} times)")
    print(f"  ours under Zensical {zensical:.2f} s ({zensical / ours:.2f} times ours under MkDocs)")
    check = seconds("macros", "check", folder=folder / "ours")
    print(f"  load and check alone {check:.2f} s ({check / ours:.2f} of the build)")


def one_question() -> str:
    """Return a single-choice question of the mini-site without its id, as it stands in a bank."""
    bank = (ROOT / "tests/sites/base/training/questions/skolplikt.yml").read_text(encoding="utf-8")
    one = bank[bank.index("    kind: single") : bank.index("  - id: skolplikt-vilka")]
    # not the longest, which a check would find, and on a topic without a practice page, which would show it once more
    return one.replace("När vårterminen slutar", "I juni").replace("[skolplikt]", "[roller]")


def growth(folder: Path) -> None:
    """Print how loading and checking grows with the bank."""
    times = []
    for count in (500, 5000):
        site = copy_base(folder / f"bank-{count}")
        bank = "".join(f"  - id: prov-{number}\n{one_question()}" for number in range(count))
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


QUIZZES = (200, 1000)
"""How many questions are built, to tell what one more costs."""
ON_A_PAGE = 20


def per_question(folder: Path) -> None:
    """Print what a question costs to build here and with mkdocs-quiz, both with Material, on the same questions."""
    costs = {}
    for name, make in (("ours", our_quizzes), ("mkdocs-quiz", their_quizzes)):
        few, many = (seconds("mkdocs", "build", "--quiet", folder=make(folder / f"{name}-{n}", n)) for n in QUIZZES)
        costs[name] = 1000 * (many - few) / (QUIZZES[1] - QUIZZES[0])
        print(f"{name}: {QUIZZES[0]} questions {few:.2f} s, {QUIZZES[1]} questions {many:.2f} s")
    ratio = costs["ours"] / costs["mkdocs-quiz"]
    print(
        f"  one more question: ours {costs['ours']:.2f} ms, mkdocs-quiz {costs['mkdocs-quiz']:.2f} ms "
        f"({ratio:.2f} times)"
    )


def our_quizzes(folder: Path, count: int) -> Path:
    """Make the mini-site with so many single-choice questions, twenty on a page."""
    site = copy_base(folder)
    bank = "".join(f"  - id: prov-{number}\n{one_question()}" for number in range(count))
    (site / "training/questions/prov.yml").write_text(f"questions:\n{bank}", encoding="utf-8")
    head = (site / "docs/slag.md").read_text(encoding="utf-8").split("\n\n")[0]
    names = []
    for first in range(0, count, ON_A_PAGE):
        ids = ", ".join(f'"prov-{number}"' for number in range(first, first + ON_A_PAGE))
        body = f"{{{{ page_head() }}}}\n\n{{{{ questions({ids}) }}}}\n\n{{{{ page_foot() }}}}\n"
        text = "\n".join(line for line in head.splitlines() if not line.startswith("questions:"))
        (site / f"docs/prov-{first}.md").write_text(f"{text}\n\n{body}", encoding="utf-8")
        names.append(f"  - prov-{first}.md\n")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.writelines(names)
    return site


def their_quizzes(folder: Path, count: int) -> Path:
    """Make a site with the same questions in the same number of pages for mkdocs-quiz."""
    (folder / "docs").mkdir(parents=True)
    one = (
        "<quiz>\nKim fyller 16 i mars. När slutar skolplikten?\n- [ ] På födelsedagen\n- [x] När vårterminen slutar\n"
        "- [ ] Vid årsskiftet\n\nSkolplikten följer läsår. Terminen styr. Det är för tidigt. Det är för sent.\n"
        "</quiz>\n\n"
    )
    for first in range(0, count, ON_A_PAGE):
        (folder / f"docs/prov-{first}.md").write_text(f"# Prov {first}\n\n{one * ON_A_PAGE}", encoding="utf-8")
    (folder / "docs/index.md").write_text("# Prov\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Quiz\ntheme: {name: material, language: sv, font: false, features: [navigation.prune]}\n"
        "plugins: [search, mkdocs_quiz]\nmarkdown_extensions: [attr_list, md_in_html, tables]\n",
        encoding="utf-8",
    )
    return folder


def script_time(site: Path) -> None:
    """Print how long the widgets of the module page with most questions take to be ready on a CPU slowed four times."""
    pages = {path: path.read_text(encoding="utf-8").count('<form class="question"') for path in site.glob(MODULES)}
    fullest = max(pages, key=lambda path: pages[path])
    server = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        times = []
        for _ in range(5):
            page = browser.new_page()
            held: list[Route] = []
            page.route("**/widgets.js", lambda route: held.append(route))  # noqa: B023, PLW0108 - before the next page
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            session.send("Performance.enable")
            page.goto(address(server) + fullest.parent.relative_to(site).as_posix() + "/")
            page.wait_for_timeout(1500)
            before = metric(session)
            for route in held:
                route.continue_()
            page.get_by_role("button", name="Visa resultat").wait_for()
            times.append(1000 * (metric(session) - before))
            page.close()
        browser.close()
    server.shutdown()
    name = fullest.parent.name
    print(
        f"module page {name}, {pages[fullest]} questions, CPU slowed 4 times: {min(times):.0f} ms of script (goal 100)"
    )


def metric(session: CDPSession) -> float:
    """Return the seconds of script so far on a page."""
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(found["ScriptDuration"])


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
        per_question(folder)
        script_time(folder / "ours" / "site")
        weights(folder / "ours" / "site")


if __name__ == "__main__":
    main()
