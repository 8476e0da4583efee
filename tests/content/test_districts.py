"""Districts: made from a template, checked, and each with its page and what it has still to fill in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros import content as content_module
from macros.districts import lacking, page_path
from tests.conftest import ROOT, build, command, replace
from tests.content.test_adapting import article

LACKING = "För den som redigerar sidan: det här saknas"


def test_a_new_district_is_made_checked_and_built(mini_source: Path) -> None:
    done = command("macros", "new", "district", "vaster-om-ån", folder=mini_source)
    assert (done.returncode, done.stdout) == (1, "")
    assert "små bokstäver a–z, siffror och bindestreck" in done.stderr
    done = command("macros", "new", "district", "vaster", "Västers förvaltning", folder=mini_source)
    assert done.returncode == 0
    assert "data/districts/vaster.yml" in done.stdout
    check = command("macros", "check", folder=mini_source)
    assert (check.returncode, check.stderr) == (0, "")
    assert (
        "data/districts/vaster.yml: kvar att fylla i före publicering: "
        "status, start, roles (skolsamordnare), roles (gruppchef), routines, links, checked\n"
    ) in check.stdout
    assert "soder.yml" not in check.stdout
    site = build(mini_source)
    html = (site / "stadsdelar" / "vaster" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Västers förvaltning</h1>" in html.replace(' id="vasters-forvaltning"', "")
    assert html.count("Västers förvaltning har inte fyllt i något här än.") == 1
    assert "data/districts" not in article(html)
    assert LACKING in html
    assert LACKING not in (site / "stadsdelar" / "index.html").read_text(encoding="utf-8")
    names = json.loads((site / "stadsdelar" / "lista.json").read_text(encoding="utf-8"))
    assert [district["slug"] for district in names] == ["norr", "soder", "vaster"]


def test_all_that_the_template_says_in_comments_is_sound(mini_source: Path) -> None:
    command("macros", "new", "district", "vaster", folder=mini_source)
    path = mini_source / "data/districts/vaster.yml"
    text = path.read_text(encoding="utf-8").replace("[inforande]", "[skolplikt]")
    text = text.replace("processen/infor-placering.md", "fall.md")
    path.write_text(re.sub("^# ", "", text, flags=re.MULTILINE), encoding="utf-8")
    loaded, problems = content_module.load(mini_source)
    assert problems == []
    assert lacking(loaded.districts["vaster"]) == []


def test_nothing_is_written_over(mini_source: Path) -> None:
    before = (mini_source / "data/districts/soder.yml").read_bytes()
    done = command("macros", "new", "district", "soder", folder=mini_source)
    assert (done.returncode, done.stdout) == (1, "")
    assert "finns redan. Inget har ändrats." in done.stderr
    assert (mini_source / "data/districts/soder.yml").read_bytes() == before


@pytest.mark.parametrize("name", ['en "etta"', "en\nrad", "{{ lag() }}", "<b>"])
def test_a_name_that_would_break_the_files_is_refused(mini_source: Path, name: str) -> None:
    done = command("macros", "new", "district", "vaster", name, folder=mini_source)
    assert done.returncode == 1
    assert not (mini_source / "data/districts/vaster.yml").exists()


def test_contacts_routines_and_links_stand_on_the_districts_page(mini_site: Path) -> None:
    html = (mini_site / "stadsdelar/soder/index.html").read_text(encoding="utf-8")
    for text in (
        "Läge: igång. Start: 12 januari 2026.",
        '<a href="mailto:skolsamordnare.soder@prov.example">',
        '<a href="tel:081234567">08-123 45 67</a>',
        '<section class="local-routine" data-local="skolplikt">',
        '<section class="local-routine" data-local="fall.md">',
        '<a class="lag" href="https://www.riksdagen.se/',
    ):
        assert text in html
    assert LACKING not in html
    assert "har inte fyllt i" not in html


def test_what_is_partly_filled_in_says_what_is_missing(mini_source: Path) -> None:
    replace(mini_source / "data/districts/norr.yml", "slug: norr", "slug: norr\nstatus: pilot\nroles: [{role: chef}]")
    html = (build(mini_source) / "stadsdelar/norr/index.html").read_text(encoding="utf-8")
    assert "Läge: var med i försöket." in html
    assert "Norrs förvaltning har inte fyllt i rutiner eller länkar än." in html


def test_where_nobody_has_filled_in_anything_no_page_has_a_local_side(mini_source: Path) -> None:
    (mini_source / "data/districts/soder.yml").write_text("slug: soder\nname: Söders förvaltning\n", encoding="utf-8")
    site = build(mini_source)
    for path in site.rglob("*.html"):
        assert "<local-side" not in path.read_text(encoding="utf-8")


def test_pages_with_a_local_side_lead_to_the_districts_without_scripts(mini_site: Path) -> None:
    link = '<p><a href="../stadsdelar/">Kontakter och lokala rutiner i din kommundel</a></p>'
    for page, there in (("skolplikt", True), ("vag", True), ("fall", True), ("stadsdelar/soder", False)):
        html = (mini_site / page / "index.html").read_text(encoding="utf-8")
        assert (page, link in html) == (page, there)


def test_every_district_of_the_real_site_has_its_page(real_site: Path) -> None:
    loaded, _ = content_module.load(ROOT)
    assert len(loaded.districts) == 11
    for district in loaded.districts.values():
        html = (real_site / "stadsdelar" / district.slug / "index.html").read_text(encoding="utf-8")
        assert district.name in html
        assert (LACKING in html) == bool(lacking(district))
        assert page_path(district.slug) in loaded.pages


def test_the_list_says_how_far_each_has_come(mini_source: Path) -> None:
    replace(mini_source / "data/districts/norr.yml", "slug: norr", "slug: norr\nstatus: planerar")
    html = (build(mini_source) / "stadsdelar/index.html").read_text(encoding="utf-8")
    assert "Här är delarna av Provköpings kommun." in html
    assert (
        '<tr><th scope="row"><a href="soder/">Söders förvaltning</a></th><td>Igång</td><td>12 januari 2026</td></tr>'
        in html
    )
    assert '<tr><th scope="row"><a href="norr/">Norrs förvaltning</a></th><td>Planerar</td><td>–</td></tr>' in html
    assert "Igång: 1</li>" in html
