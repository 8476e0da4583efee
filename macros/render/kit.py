"""Macros on pages that are filled in: the line to write on, and the same page as a document."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import markdown as markdown_module
from markupsafe import escape

from ..documents import WHOSE, About, document
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
    about = About(
        page.meta.title,
        page.meta.description,
        WHOSE,
        page.meta.owner,
        page.meta.checked,
        context.site_name,
        context.site_url if _published(context) else "",
    )
    context.publish(page.url + name, document(_html(context, page), about))
    return context.template("download", file=name, title=page.meta.title)


def _html(context: Context, page: Page) -> str:
    """Return the page's own text as HTML: citations as links, blanks marked, addresses whole, other macros gone."""

    def made(match: re.Match[str]) -> str:
        for call in find_calls(match[0]):
            arguments = [str(argument) for argument in call.arguments or ()]
            if call.name == "field":
                return f'<span class="field">{escape(arguments[0])}</span>'
            if call.name == "organisation" and arguments == ["name"]:
                return WHOSE
            if call.name in ("lag", "source", "organisation"):
                return context.cite(match[0])
        return ""

    html = markdown_module.markdown(_CALL.sub(made, page.body), extensions=_EXTENSIONS, output_format="html")
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    for link in tree.iter("a"):
        target = link.get("href", "")
        link.set("href", _address(context, page, target))
        link.tail = _named(context, page, target, link) + (link.tail or "")
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _published(context: Context) -> bool:
    """Tell whether the site's address is one that can be opened, and no placeholder."""
    return bool(context.site_url) and not (urlsplit(context.site_url).hostname or "").endswith(".example")


def _outside(target: str) -> bool:
    return "://" in target or target.startswith("mailto:")


def _path(page: Page, target: str) -> tuple[str, str]:
    """Return which file a link on a page leads to, below docs/, and the anchor there."""
    path, _, anchor = unquote(target).partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path, anchor


def _named(context: Context, page: Page, target: str, link: lxml.html.HtmlElement) -> str:
    """Return the title of the page a link leads to, where there is no address to open and the text does not say it."""
    found = None if _outside(target) or _published(context) else context.content.pages.get(_path(page, target)[0])
    if found is None or found == page:
        return ""
    text, title = link.text_content().casefold(), found.meta.title.casefold()
    if title.startswith(text) or title in text:
        return ""
    return f" («{found.meta.title}»)"


def _address(context: Context, page: Page, target: str) -> str:
    """Return a link's whole address; nothing where the site has no address of its own."""
    if _outside(target) or not _published(context):
        return target if _outside(target) else ""
    path, anchor = _path(page, target)
    found = context.content.pages.get(path)
    return urljoin(context.site_url, found.url if found else path) + (f"#{anchor}" if anchor else "")
