"""Macros that frame a page or list pages."""

from __future__ import annotations

import posixpath
from itertools import groupby

from .. import districts
from ..models import Term
from ..pages import Page
from . import district, law, training
from .context import Context, sort_key


def page_head(context: Context) -> str:
    """`{{ page_head() }}`: what the page's status is, and which changes are coming."""
    if context.page is None:
        return ""
    changes = law.page_changes(context, context.page)
    return context.template("page_head", meta=context.page.meta, changes=changes)


def page_foot(context: Context) -> str:
    """`{{ page_foot() }}`: the local side, *Testa dig*, related pages and sources."""
    page = context.page
    if page is None:
        return ""
    parts: list[str] = []
    placed = any(call.name == "local" for call in page.calls)
    if not placed and districts.has_local_side(context.content, page):
        parts.append(district.local(context))
    if page.meta.questions:
        parts += ["## Testa dig { #testa-dig data-search-exclude }", training.questions(context, *page.meta.questions)]
    if page.meta.related:
        parts.append(context.template("related", pages=[context.content.pages[path] for path in page.meta.related]))
    sources = law.page_sources(context, page)
    if sources:
        parts += ["## Källor { #kallor data-search-exclude }", sources]
    parts.append("\n".join(f"*[{short}]: {long}" for short, long in _abbreviations(context).items()))
    return "\n\n".join(parts)


def topic_pages(context: Context) -> str:
    """`{{ topic_pages() }}`: the pages in this page's folder."""
    if context.page is None:
        return ""
    folder = posixpath.dirname(context.page.path)
    pages = [page for page in _in_order(context) if posixpath.dirname(page.path) == folder and page != context.page]
    topic = context.page.meta.topics[0] if context.page.meta.topics else ""
    asked = [answer for answer in context.content.answers.values() if answer.topics[0] == topic]
    return context.template("page_list", pages=pages, asked=asked, answers_page=context.content.page_calling("answers"))


def topic_list(context: Context) -> str:
    """`{{ topic_list() }}`: the topics that have a page of their own, with the guides on each."""
    ordered = _in_order(context)
    topics = []
    for start in (page for page in ordered if page.meta.kind == "topic"):
        topic = context.content.topics[start.meta.topics[0]]
        guides = [page for page in ordered if topic.slug in page.meta.topics and page.meta.kind == "guide"]
        topics.append({"topic": topic, "start": start, "pages": guides})
    return context.template("topic_list", topics=topics)


def whats_new(context: Context) -> str:
    """`{{ whats_new() }}`: the five newest lines of data/news.yml."""
    items = sorted(context.content.news, key=lambda item: item.date, reverse=True)[:5]
    return context.template("whats_new", items=items)


def glossary(context: Context) -> str:
    """`{{ glossary() }}`: all terms by letter."""
    terms = sorted(context.content.terms.values(), key=lambda term: sort_key(term.term))
    parts: list[str] = []
    for letter, group in groupby(terms, key=_letter):
        parts += [f"## {letter}", context.template("glossary", terms=list(group))]
    return "\n\n".join(parts)


def answers(context: Context) -> str:
    """`{{ answers() }}`: all questions and answers, by topic."""
    parts: list[str] = []
    for topic in context.content.topics.values():
        found = [answer for answer in context.content.answers.values() if answer.topics[0] == topic.slug]
        if found:
            parts += [f"## {topic.name} {{ #{topic.slug} }}", context.template("answers", answers=found)]
    return "\n\n".join(parts)


def home_search(context: Context) -> str:
    """`{{ home_search() }}`: the search field on the home page."""
    return context.template("home_search")


def progress_tools(context: Context) -> str:
    """`{{ progress_tools() }}`: save, load and erase the reader's own progress."""
    return context.template("progress_tools")


def _abbreviations(context: Context) -> dict[str, str]:
    """Return the glossary's abbreviations with what they stand for; Markdown explains them wherever they stand."""
    found = {}
    for term in context.content.terms.values():
        short, long = sorted((term.term, term.long or term.term), key=len)
        if len(short) <= 5 < len(long) and " " not in short:
            found[short] = long
    return found


def _in_order(context: Context) -> list[Page]:
    """Return the pages in the order of the navigation, or of their paths where there is none."""
    pages = context.content.pages
    if context.content.navigation is None:
        return [pages[path] for path in sorted(pages)]
    return [pages[path] for path, _ in context.content.navigation]


def _letter(term: Term) -> str:
    first = term.term.lstrip("§ ")[0].upper()
    return first if first.isalpha() else "0–9"
