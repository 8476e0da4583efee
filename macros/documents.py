"""HTML as a page has it, made into a document that is filled in: .docx with real headings, lists and tables.

Everything a document starts from (styles, page size, numbering, language) is the XML in `templates/docx/`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
import lxml.html
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from .dates import swedish
from .publish import settled

_BASE = Path(__file__).parent / "templates" / "docx"
_WIDTH = 9298
"""The width of the text in twips."""
WHOSE = "[Förvaltning]"
"""Stands where the name of whoever uses the document is to be: it is theirs when they have made it so."""
_CHECKBOX = "☐"
_BLOCKS = {"p", "ul", "ol", "table", "blockquote", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class About:
    """What a document says of itself."""

    title: str
    description: str
    organisation: str
    author: str
    day: date
    site: str = ""
    address: str = ""
    """The site that a draft to be made one's own is from, and its address where it has one."""


def document(html: str, about: About) -> bytes:
    """Return HTML as a document. `<span class="field">Label</span>` becomes a line to write on, `<hr>` a new page."""
    made = docx.Document(io.BytesIO(_base()))
    _properties(made, about)
    made.add_paragraph(about.title, style="Title")
    made.add_paragraph(about.organisation, style="Subtitle")
    if about.site:
        made.add_paragraph(f"Utkast, {swedish(about.day)}", style="Subtitle")
    writer = _Writer(made)
    for block in lxml.html.fragments_fromstring(html):
        writer.block(block)
    if about.site:
        source = made.add_paragraph(f"Hämtat från {about.site}", style="Normal")
        if about.address:
            source.add_run(", ")
            _hyperlink(source, about.address, about.address)
    _footer(made, about)
    saved = io.BytesIO()
    made.save(saved)
    return settled(saved.getvalue())


@cache
def _base() -> bytes:
    """Return the document that all others start from: the parts in `templates/docx/`, zipped."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for path in sorted(path for path in _BASE.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(_BASE).as_posix())
    return zipped.getvalue()


def _properties(made: Document, about: About) -> None:
    properties = made.core_properties
    day = datetime(about.day.year, about.day.month, about.day.day, tzinfo=UTC)
    properties.title, properties.subject, properties.author = about.title, about.description, about.author
    properties.last_modified_by, properties.comments, properties.language = about.author, "", "sv-SE"
    properties.created = properties.modified = day
    properties.revision = 1


def _footer(made: Document, about: About) -> None:
    """Put the title at the foot of every page, and which page it is."""
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.style = made.styles["footer"]
    paragraph.add_run(f"{about.title}\tSida ")
    _field_code(paragraph, "PAGE")
    paragraph.add_run(" av ")
    _field_code(paragraph, "NUMPAGES")


def _field_code(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


class _Writer:
    """Writes blocks of HTML into a document, or into one of its cells."""

    def __init__(self, made: Document, cell: _Cell | None = None) -> None:
        self.made = made
        self.cell = cell
        self.new_page = False

    def paragraph(self, style: str) -> Paragraph:
        """Return a new paragraph; in a cell its first, empty one is used."""
        if self.cell is None:
            made = self.made.add_paragraph(style=style)
            made.paragraph_format.page_break_before = self.new_page or None
            self.new_page = False
            return made
        first = self.cell.paragraphs[0]
        paragraph: Paragraph = self.cell.add_paragraph() if first.text or first.runs else first
        paragraph.style = self.made.styles["Table Text" if style == "Normal" else style]
        return paragraph

    def block(self, block: Any) -> None:
        """Write one block; text between blocks is a paragraph."""
        if isinstance(block, str):
            if block.strip():
                self.paragraph("Normal").add_run(" ".join(block.split()))
            return
        tag = block.tag if isinstance(block.tag, str) else ""
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.inline(block, self.paragraph(f"heading {max(1, int(tag[1]) - 1)}"))
        elif tag in ("ul", "ol"):
            self.items(block, 0)
        elif tag == "table":
            self.table(block)
        elif tag == "blockquote":
            for part in block:
                self.inline(part, self.paragraph("Quote"))
        elif tag in ("div", "section", "details"):
            self.blocks(block)
        elif tag == "hr" and self.cell is None:
            self.new_page = True
        elif tag and tag not in ("hr", "script", "style"):
            self.text(block)

    def blocks(self, parent: Any) -> None:
        """Write the blocks inside an element."""
        for part in _inside(parent):
            self.block(part)

    def text(self, block: Any) -> None:
        """Write a paragraph; each line that begins with a checkbox is one of its own."""
        fields = block.xpath(".//span[@class='field']")
        lines = "".join(block.itertext()).strip().split("\n")
        if len(lines) > 1 and all(line.strip().startswith(_CHECKBOX) for line in lines) and not len(block):
            for line in lines:
                self.checkbox(line)
        elif lines[0].startswith(_CHECKBOX):
            self.inline(block, self.paragraph("Checklist"), checkbox=True)
        else:
            paragraph = self.paragraph("Form Field" if fields and self.cell is None else "Normal")
            if fields and self.cell is None:
                _lines_to_write_on(paragraph, len(fields))
            self.inline(block, paragraph)

    def checkbox(self, line: str) -> None:
        self.paragraph("Checklist").add_run(f"{_CHECKBOX}\t{line.strip().removeprefix(_CHECKBOX).strip()}")

    def items(self, listed: Any, level: int) -> None:
        """Write a list; one with numbers starts from 1 again."""
        ordered = listed.tag == "ol"
        number = self.restarted() if ordered else 1
        for item in listed.iterchildren("li"):
            checkbox = "".join(item.itertext()).strip().startswith(_CHECKBOX)
            style = "Checklist" if checkbox else ("List Number" if ordered else "List Bullet")
            paragraph = self.paragraph(style)
            if not checkbox:
                _numbered(paragraph, number, level)
            waiting = True
            for part in _inside(item):
                if not isinstance(part, str) and part.tag in ("ul", "ol"):
                    self.items(part, min(level + 1, 2))
                elif not isinstance(part, str) and part.tag in _BLOCKS and not waiting:
                    self.inline(part, self.paragraph("List Continue"))
                elif not isinstance(part, str) and part.tag in _BLOCKS:
                    self.inline(part, paragraph, checkbox)
                    waiting = False
                else:
                    self.piece(part, paragraph, checkbox=checkbox)
                    checkbox = False
            if paragraph.runs and paragraph.runs[-1]._r is paragraph._p[-1]:
                paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip(" ")

    def restarted(self) -> int:
        """Return the id of a new numbering that starts from 1."""
        numbering: Any = self.made.part.numbering_part.element
        number = numbering.add_num(1)
        number.add_lvlOverride(0).add_startOverride(1)
        return int(number.numId)

    def table(self, table: Any) -> None:
        """Write a table whose first row is repeated on every page."""
        rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        columns = max((len(row) for row in rows), default=0)
        if not columns or self.cell is not None:
            return
        made = self.made.add_table(len(rows), columns, style="Kit Table")
        widths = _widths(rows, columns)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, row in enumerate(rows):
            properties = made.rows[number]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for place in range(columns):
                cell = made.cell(number, place)
                cell.width = widths[place]
                cell.paragraphs[0].style = self.made.styles["Table Text"]
                if place < len(row):
                    writer = _Writer(self.made, cell)
                    if any(part.tag in _BLOCKS for part in row[place]):
                        writer.blocks(row[place])
                    else:
                        writer.text(row[place])
            if number and any(not "".join(cell.itertext()).strip() or cell.xpath(".//span") for cell in row):
                made.rows[number].height = Twips(480)
        self.made.add_paragraph().paragraph_format.space_after = Twips(60)

    def inline(self, element: Any, paragraph: Paragraph, checkbox: bool = False) -> None:
        """Write what stands inside an element into a paragraph."""
        for part in _inside(element):
            self.piece(part, paragraph, checkbox=checkbox)
            checkbox = False

    def piece(
        self, part: Any, paragraph: Paragraph, bold: bool = False, italic: bool = False, checkbox: bool = False
    ) -> None:
        """Write text, or an element inside a line."""
        if isinstance(part, str):
            begun = paragraph.text and not paragraph.text.endswith("\n")
            text = _joined(part) if begun else _joined(part).lstrip()
            if checkbox:
                text = f"{_CHECKBOX}\t{text.removeprefix(_CHECKBOX).lstrip()}"
            if text:
                run = paragraph.add_run(text)
                run.bold, run.italic = bold or None, italic or None
        elif part.tag == "a":
            _hyperlink(paragraph, part.get("href", ""), _joined("".join(part.itertext())))
        elif part.tag == "br":
            paragraph.add_run().add_break()
        elif part.get("class") == "field":
            if self.cell is None:
                paragraph.add_run(f"{_joined(part.text or '')}: \t")
        elif isinstance(part.tag, str):
            for inner in _inside(part):
                self.piece(inner, paragraph, bold or part.tag in ("strong", "b"), italic or part.tag in ("em", "i"))


def _inside(element: Any) -> Iterator[Any]:
    """Yield the text and the elements inside an element, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _joined(text: str) -> str:
    """Return text with its line breaks and runs of spaces as single spaces."""
    joined = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{joined}{' ' if joined and text[-1:].isspace() else ''}"


def _numbered(paragraph: Paragraph, number: int, level: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number


def _lines_to_write_on(paragraph: Paragraph, count: int) -> None:
    """Give a paragraph as many lines to write on as it has fields, side by side."""
    for number in range(1, count + 1):
        end = Twips(_WIDTH * number // count - (0 if number == count else 120))
        paragraph.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _hyperlink(paragraph: Paragraph, address: str, text: str) -> None:
    """Write a link; one without an address is only text."""
    if "://" not in address and not address.startswith("mailto:"):
        paragraph.add_run(text)
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.style = "Hyperlink"
    link.append(run._r)
    paragraph._p.append(link)


def _widths(rows: list[list[Any]], columns: int) -> list[Twips]:
    """Return the columns' widths: by what is in them, with room to write where nothing is."""
    longest = [0] * columns
    empty = [True] * columns
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            length = len("".join(cell.itertext()).strip())
            longest[place] = max(longest[place], length)
            empty[place] &= number == 0 or not length
    weights = [min(max(length, 22 if blank else 9), 48) for length, blank in zip(longest, empty, strict=True)]
    return [Twips(_WIDTH * weight // sum(weights)) for weight in weights]
