"""Another municipality: the same source with its own words and districts, and no Stockholm in its local parts."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from macros import content
from tests.conftest import ROOT, build, command

WORDS = {
    "name": "Åkersta kommun",
    "city": "Åkersta",
    "district_word": "kommundelsförvaltning",
    "district_word_plural": "kommundelsförvaltningar",
    "district_short": "kommundel",
    "district_short_definite": "kommundelen",
    "school_department": "skolkontoret",
    "social_department": "socialkontoret",
    "contact": "skola.placerade@akersta.example",
    "pilot": "Var med i försöket",
}
DISTRICTS = {"norra": "Norra Åkersta kommundelsförvaltning", "sodra": "Södra Åkersta kommundelsförvaltning"}


@pytest.fixture(scope="module")
def akersta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an invented municipality: only `extra.organisation` and the districts are changed."""
    folder = tmp_path_factory.mktemp("akersta")
    for name in ("docs", "data", "training", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own = "".join(f'    {key}: "{value}"\n' for key, value in WORDS.items())
    config, count = re.subn(r"(?<=  organisation:\n)(    .*\n)+", own, config)
    assert count == 1
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for path in (folder / "data" / "districts").iterdir():
        (folder / "docs" / "stadsdelar" / f"{path.stem}.md").unlink()
        path.unlink()
    for slug, name in DISTRICTS.items():
        done = command("macros", "new", "district", slug, name, folder=folder)
        assert done.returncode == 0, done.stderr
    filled = folder / "data" / "districts" / "norra.yml"
    filled.write_text(filled.read_text(encoding="utf-8") + "roles: [{role: skolsamordnare}]\n", encoding="utf-8")
    return build(folder)


def article(html: str) -> str:
    """Return a page's own part without its list of sources: a source keeps its own title, wherever it is cited."""
    found = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert found
    return re.sub(r'<div class="ob-sources">.*?</div>', "", found[0], flags=re.DOTALL)


def test_the_words_in_the_configuration_are_all_there_are() -> None:
    loaded, _ = content.load(ROOT)
    assert loaded.organisation
    assert set(loaded.organisation.model_dump()) == set(WORDS)


def test_the_header_and_the_districts_are_its_own(akersta: Path) -> None:
    pages = sorted((akersta / "stadsdelar").rglob("index.html"))
    assert [page.parent.name for page in pages] == ["stadsdelar", "norra", "sodra"]
    for page in pages:
        html = page.read_text(encoding="utf-8")
        header = html[html.index("<header") : html.index("</header>")]
        assert "Välj kommundel" in header
        assert "Åkersta" in article(html)
        assert "Stockholm" not in header + article(html)
    index = pages[0].read_text(encoding="utf-8")
    assert all(name in index for name in DISTRICTS.values())
    assert "Järva" not in index
    html = (akersta / "kunskap/skolplikt/vem-ansvarar/index.html").read_text(encoding="utf-8")
    assert "Kontakter och lokala rutiner i din kommundel" in html


def test_the_kit_and_its_files_are_its_own(akersta: Path) -> None:
    theirs = (akersta / "starta", akersta / "starta" / "andra-kommuner")  # both say what Stockholm's project was
    pages = [page for page in (akersta / "starta").rglob("index.html") if page.parent not in theirs]
    assert len(pages) >= 15
    for page in pages:
        assert (page.parent.name, "Stockholm" in article(page.read_text(encoding="utf-8"))) == (page.parent.name, False)
    files = [path for path in (akersta / "starta").rglob("*") if path.suffix in (".docx", ".xlsx")]
    assert len(files) >= 15
    for file in files:
        with zipfile.ZipFile(file) as archive:
            text = "".join(archive.read(name).decode() for name in archive.namelist())
        own = "Åkersta kommun" if file.suffix == ".xlsx" else "[Förvaltning]"
        assert (file.name, own in text, "Stockholm" in text) == (file.name, True, False)
