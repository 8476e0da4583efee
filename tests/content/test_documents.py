"""Pages to fill in, as documents: what is in them, opened with the library that word processors' files are read by."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import lxml.etree
import pytest
from docx.shared import Twips

from macros.documents import About, document
from tests.conftest import build, copy_base, replace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ABOUT = About("Titel", "Om mallen", "Provköpings kommun", "Redaktionen", date(2026, 11, 1))


@pytest.fixture(scope="module")
def form(mini_site: Path) -> Path:
    return mini_site / "mall" / "mall.docx"


def test_the_page_leads_to_its_document(mini_site: Path) -> None:
    html = (mini_site / "mall" / "index.html").read_text(encoding="utf-8")
    assert '<a href="mall.docx" download>Hämta «Mall för möte» som Word-dokument (.docx)</a>' in html
    assert '<label class="field"><span class="field-name">Datum</span> <input type="text" autocomplete="off">' in html


def test_the_document_says_what_the_page_says(form: Path) -> None:
    made = docx.Document(str(form))
    said = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in made.paragraphs]
    assert [line for line in said if line[1]] == [
        ("Title", "Mall för möte"),
        ("Subtitle", "[Förvaltning]"),
        ("Subtitle", "Utkast, 1 november 2026"),
        (
            "Normal",
            "Mötet i [Förvaltning] har tre delar, "
            "se 7 kap. 12 § skollagen och skolplikten («När slutar skolplikten?»).",
        ),
        ("Form Field", "Datum: \t"),
        ("Form Field", "Namn: \t Befattning: \t"),
        ("Heading 1", "Dagordning"),
        ("List Number", "Öppna mötet."),
        ("List Number", "Gå igenom:"),
        ("List Bullet", "läget"),
        ("List Bullet", "nästa steg"),
        ("List Number", "Avsluta."),
        ("Heading 2", "Att göra"),
        ("Checklist", "☐\tBoka rum"),
        ("Checklist", "☐\tBjud in"),
        ("Checklist", "☐\tSkriv protokoll"),
        ("List Bullet", "Ett vanligt ord"),
        ("Quote", "Ett citat & ett tecken."),
        ("Heading 1", "Vem gör vad?"),
        ("List Number", "Den här listan börjar om."),
        ("Normal", "Hämtat från Prov"),
    ]
    bold = [run.text for paragraph in made.paragraphs for run in paragraph.runs if run.bold]
    assert bold == ["tre", "protokoll"]
    assert [run.text for paragraph in made.paragraphs for run in paragraph.runs if run.italic] == ["nästa steg"]


def links_in(form: Path) -> dict[str, str]:
    made = docx.Document(str(form))
    return {link.text: link.url for paragraph in made.paragraphs for link in paragraph.hyperlinks}


def test_a_placeholder_is_no_address(form: Path) -> None:
    links = links_in(form)
    assert list(links) == ["7 kap. 12 § skollagen"]
    assert links["7 kap. 12 § skollagen"].startswith("https://www.riksdagen.se/")


def test_links_are_whole_addresses(mini_source: Path) -> None:
    replace(mini_source / "mkdocs.yml", "https://prov.example/", "https://skola.test/")
    form = build(mini_source) / "mall" / "mall.docx"
    links = links_in(form)
    assert links["skolplikten"] == "https://skola.test/skolplikt/#kort-svar"
    assert links["https://skola.test/"] == "https://skola.test/"
    said = [paragraph.text for paragraph in docx.Document(str(form)).paragraphs]
    assert said[-1] == "Hämtat från Prov, https://skola.test/"
    assert any(line.endswith("och skolplikten.") for line in said)


@pytest.mark.parametrize(
    "html",
    [
        '<ul><li>Läs <a href="https://skola.test/">Får boendet?</a></li></ul>',
        '<ul><li>Läs <a href="">Får boendet?</a></li></ul>',
        "<ul><li>Läs <strong>Får boendet?</strong></li></ul>",
        '<ol><li><p>Läs\n<a href="https://skola.test/">Får boendet?</a></p></li></ol>',
        "<p>Läs <strong>Får</strong> <em>boendet?</em></p>",
    ],
)
def test_no_space_is_lost_before_what_stands_out(html: str) -> None:
    made = docx.Document(io.BytesIO(document(html, ABOUT)))
    assert "Läs Får boendet?" in [paragraph.text for paragraph in made.paragraphs]


def test_a_table_has_a_header_row_and_room_to_write(form: Path) -> None:
    table = docx.Document(str(form)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Uppgift", "Vem", "När"],
        ["Kalla till möte", "", ""],
        ["Skriva", "", "före & efter"],
    ]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]
    assert [row.height is not None for row in table.rows] == [False, True, True]


def test_numbering_starts_again_in_each_list(form: Path) -> None:
    made = docx.Document(str(form))
    numbers = [
        paragraph._p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for paragraph in made.paragraphs
        if paragraph.style and paragraph.style.name == "List Number"
    ]
    assert len(set(numbers)) == 2
    assert numbers[0] == numbers[1] == numbers[2] != numbers[3]


def test_the_document_says_whose_it_is_and_in_which_language(form: Path) -> None:
    made = docx.Document(str(form))
    about = made.core_properties
    assert (about.title, about.subject, about.author) == ("Mall för möte", "En mall i provet.", "Provredaktionen")
    assert (about.language, about.comments, about.created.date()) == ("sv-SE", "", date(2026, 11, 1))
    with zipfile.ZipFile(form) as archive:
        assert 'w:lang w:val="sv-SE"' in archive.read("word/styles.xml").decode()
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer1.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
        for name in archive.namelist():
            lxml.etree.fromstring(archive.read(name))
    assert made.sections[0].footer.paragraphs[0].text.startswith("Mall för möte\tSida ")
    assert made.sections[0].page_width == Twips(11906)


def test_every_style_that_is_used_is_there(form: Path) -> None:
    with zipfile.ZipFile(form) as archive:
        known = set(re.findall(r'w:styleId="(\w+)"', archive.read("word/styles.xml").decode()))
        used = re.findall(r'<w:(?:p|r|tbl)Style w:val="(\w+)"', archive.read("word/document.xml").decode())
    assert set(used) <= known


def test_the_same_page_gives_the_same_bytes(form: Path, tmp_path: Path) -> None:
    again = build(copy_base(tmp_path / "source"))
    assert (again / "mall" / "mall.docx").read_bytes() == form.read_bytes()


@pytest.mark.parametrize(
    "html",
    [
        "",
        "text",
        "<p></p>",
        "<table></table>",
        "<ul><li></li></ul>",
        "<p>a<br>b<!-- c --></p>",
        "<ol><li><p>a</p><p>b</p>",
    ],
)
def test_any_html_makes_a_document(html: str) -> None:
    docx.Document(io.BytesIO(document(html, ABOUT)))
