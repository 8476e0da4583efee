"""Macros on pages that are filled in: the line to write on, and the same page as a document."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urljoin

import lxml.html
import markdown as markdown_module
from markupsafe import escape

from ..documents import About, document
from ..pages import Page, find_calls
from .context import Context

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables"]


def field(_context: Context, label: str) -> str:
    """`{{ field("Datum") }}`: a blank with its name, to write in on screen or on paper; nothing of it is kept."""
    name = escape(label)
    return f'<label class="field"><span class="field-name">{name}</span> <input type="text" autocomplete="off"></label>'


def download(context: Context) -> str:
    """`{{ download() }}`: the link to this page as a .docx, which is made from the page's own text."""
    page = context.page
    if page is None:
        return ""
    name = f"{posixpath.basename(page.url.rstrip('/')) or 'sidan'}.docx"
    organisation = context.organisation("name")
    about = About(page.meta.title, page.meta.description, organisation, page.meta.owner, page.meta.checked)
    context.publish(page.url + name, document(_html(context, page), about))
    return context.template("download", file=name, title=page.meta.title)


def _html(context: Context, page: Page) -> str:
    """Return the page's own text as HTML: citations as links, blanks marked, addresses whole, other macros gone."""

    def made(match: re.Match[str]) -> str:
        for call in find_calls(match[0]):
            arguments = [str(argument) for argument in call.arguments or ()]
            if call.name == "field":
                return f'<span class="field">{escape(arguments[0])}</span>'
            if call.name in ("lag", "source", "organisation"):
                return context.cite(match[0])
        return ""

    html = markdown_module.markdown(_CALL.sub(made, page.body), extensions=_EXTENSIONS, output_format="html")
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    for link in tree.iter("a"):
        link.set("href", _address(context, page, link.get("href", "")))
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _address(context: Context, page: Page, target: str) -> str:
    """Return a link's whole address; nothing where the site has no address of its own."""
    if "://" in target or target.startswith("mailto:") or not context.site_url:
        return target if "://" in target or target.startswith("mailto:") else ""
    path, _, anchor = unquote(target).partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    found = context.content.pages.get(path)
    return urljoin(context.site_url, found.url if found else path) + (f"#{anchor}" if anchor else "")
