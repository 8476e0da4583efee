"""What every macro needs: the content, the page it is called on, the day, and how text becomes HTML."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import markdown as markdown_module
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .. import citations, dates, publish
from ..content import Content
from ..pages import Page, find_calls

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent.parent / "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["swedish"] = dates.swedish
    return environment


@cache
def _to_html(text: str) -> str:
    return markdown_module.markdown(text, extensions=["sane_lists", "tables"], output_format="html")


def sort_key(text: str) -> list[int]:
    """Return a key that sorts as Swedish does: å, ä, ö last, upper and lower case alike."""
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyzåäö"
    return [alphabet.find(char) for char in text.lower() if char in alphabet]


@dataclass(frozen=True)
class Context:
    """One page being rendered. `page` is None for a page that the content does not know, such as 404."""

    content: Content
    page: Page | None
    today: date
    site_dir: Path | None = None
    """Where the site is built, for files beside the pages; None where none is being built."""

    site_url: str = ""
    site_name: str = ""

    def publish(self, path: str, data: bytes) -> None:
        """Put a file beside the pages, `path` counted from the site's root."""
        if self.site_dir is not None:
            publish.publish(self.site_dir, path, data)

    def template(self, name: str, **values: Any) -> str:
        """Return the template filled in, as HTML that Markdown leaves alone (no blank lines, no indentation)."""
        html = _environment().get_template(f"{name}.html").render(site=self, **values)
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())

    def href(self, target: str) -> str:
        """Return the address, relative to this page, of `target`: a path below docs/ with or without an anchor."""
        path, _, anchor = target.partition("#")
        page = self.content.pages.get(path)
        url = page.url if page else path
        here = self.page.url if self.page else ""
        relative = posixpath.relpath(url or ".", here or ".") + ("/" if url.endswith("/") or not url else "")
        if url == here:
            relative = "" if anchor else "./"
        return relative + (f"#{anchor}" if anchor else "")

    def title(self, target: str) -> str:
        """Return the title of the page that `target` leads to, with the heading where it names an anchor."""
        path, _, anchor = target.partition("#")
        page = self.content.pages[path]
        heading = next((heading.text for heading in page.headings if heading.anchor == anchor), "")
        return f"{page.meta.title} – {heading}" if heading else page.meta.title

    def markdown(self, text: str) -> Markup:
        """Return a text from data as HTML blocks, its citations as links."""
        return Markup(_to_html(self.cite(text)))

    def inline(self, text: str) -> Markup:
        """Return a text from data as HTML without paragraphs, for use inside a line."""
        html = self.markdown(text)
        html = Markup(re.sub(r"</p>\s*<p>", "<br>", str(html)))
        return Markup(re.sub(r"</?p>", "", str(html)).strip())

    def lag(self, provision_id: str, part: str = "") -> Markup:
        """Return the link to a provision's official text."""
        citation, statute, _ = self.content.citation(provision_id)
        return Markup('<a class="lag" href="{}" data-lag="{}">{}</a>').format(
            citations.address(citation, statute), citation.anchor, citations.label(citation, statute, part)
        )

    def label(self, provision_id: str) -> str:
        """Return a provision in running text: «7 kap. 13 § skollagen»."""
        citation, statute, _ = self.content.citation(provision_id)
        return citations.label(citation, statute)

    def anchor(self, provision_id: str) -> str:
        """Return a provision's anchor on our own pages."""
        return self.content.citation(provision_id)[0].anchor

    def source(self, source_id: str) -> Markup:
        """Return the link to another source, or its name where it has no address."""
        source = self.content.sources[source_id]
        if not source.url:
            return Markup('<cite class="source">{}</cite>').format(source.name)
        return Markup('<a class="source" href="{}">{}</a>').format(source.url, source.name)

    def organisation(self, name: str) -> str:
        """Return one of the organisation's own words, such as its `name`."""
        return str(getattr(self.content.organisation, name))

    def cite(self, text: str) -> str:
        """Return `text` with its `lag` and `source` calls replaced by links."""

        def link(match: re.Match[str]) -> str:
            for call in find_calls(match[0]):
                arguments = [str(argument) for argument in call.arguments or ()]
                if call.name == "lag":
                    return str(self.lag(*arguments))
                if call.name == "source":
                    return str(self.source(*arguments))
                if call.name == "organisation":
                    return str(escape(self.organisation(*arguments)))
            return str(escape(match[0]))

        return _CALL.sub(link, text)
