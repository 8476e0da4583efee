"""Everything that is written, loaded once: data/, training/ and docs/ as one frozen object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from . import navigation, yamlfile
from . import pages as pages_module
from .citations import Citation, parse
from .models import (
    QUESTION_MODELS,
    Answer,
    Case,
    District,
    Indicator,
    LearningPath,
    Module,
    NewsItem,
    Organisation,
    Provision,
    Question,
    Readiness,
    Source,
    Statistic,
    Statute,
    Term,
    Topic,
    Way,
)
from .pages import Page
from .problems import Problem, nearest
from .validate import build
from .yamlfile import Document, Key

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Place:
    """Where something stands in its file, so that a check can point at it."""

    document: Document
    key: Key = ()

    def problem(self, rule: str, message: str, hint: str = "", at: Key = ()) -> Problem:
        """Return a problem on the line of this thing, or of the key `at` inside it."""
        return Problem(self.document.path, self.document.line(*self.key, *at), rule, message, hint)


@dataclass(frozen=True, eq=False)
class Content:
    """The site's content. Dictionaries are keyed by id (pages by path below docs/) in the order of the files."""

    root: Path
    statutes: dict[str, Statute] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    organisation: Organisation | None = None
    districts: dict[str, District] = field(default_factory=dict)
    readiness: dict[str, Readiness] = field(default_factory=dict)
    """The one self-assessment under its id, or nothing."""
    indicators: dict[str, Indicator] = field(default_factory=dict)
    news: list[NewsItem] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    statistics: dict[str, Statistic] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    modules: dict[str, Module] = field(default_factory=dict)
    paths: dict[str, LearningPath] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    navigation: list[tuple[str, int]] | None = None
    """The pages in mkdocs.yml's `nav` with their lines, or None where it has no `nav`."""
    faulty: set[tuple[str, str]] = field(default_factory=set)
    """Kind and id of what exists but has faults of its own, so that what refers to it is not reported too."""
    unread: set[str] = field(default_factory=set)
    """The kinds of which a file could not be read at all."""
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def table(self, kind: str) -> dict[str, Any]:
        """Return the things of this kind («question», «module», …) by id."""
        tables: dict[str, dict[str, Any]] = {
            "statute": self.statutes,
            "provision": self.provisions,
            "source": self.sources,
            "term": self.terms,
            "topic": self.topics,
            "district": self.districts,
            "readiness": self.readiness,
            "indicator": self.indicators,
            "answer": self.answers,
            "statistic": self.statistics,
            "way": self.ways,
            "question": self.questions,
            "module": self.modules,
            "path": self.paths,
            "case": self.cases,
            "page": self.pages,
        }
        return tables[kind]

    def knows(self, kind: str, identity: str) -> bool:
        """Tell whether there is such a thing, be it a faulty one, or one in a file that could not be read."""
        return identity in self.table(kind) or (kind, identity) in self.faulty or kind in self.unread

    def is_whole(self, kind: str) -> bool:
        """Tell whether everything of this kind is without faults of its own."""
        return kind not in self.unread and all(kind != other for other, _ in self.faulty)

    def place(self, kind: str, identity: str) -> Place:
        """Return where the thing of this kind («question», «module», …) stands."""
        return self.places[kind, identity]

    def citation(self, provision_id: str) -> tuple[Citation, Statute, Provision]:
        """Return the parts of a provision that is known to be in the register."""
        citation = parse(provision_id)
        if citation is None:
            raise KeyError(provision_id)
        return citation, self.statutes[citation.statute], self.provisions[provision_id]

    def page_by_url(self, url: str) -> Page | None:
        """Return the page with this address, written from the site's root with or without slashes at the ends."""
        return self._by_url.get(url.strip("/").removesuffix("index.html").strip("/"))

    @cached_property
    def _by_url(self) -> dict[str, Page]:
        return {page.url.strip("/"): page for page in self.pages.values()}

    def page_calling(self, macro: str) -> Page | None:
        """Return the first page that calls a macro."""
        return next((page for page in self.pages.values() if any(call.name == macro for call in page.calls)), None)


def load(root: Path) -> tuple[Content, list[Problem]]:
    """Load all content below `root`. The problems are those of shape; `checks.run` finds those between things."""
    loader = _Loader(root)
    for kind, folder, key, model in (
        ("statute", "data/statutes.yml", "statutes", Statute),
        ("topic", "data/topics.yml", "topics", Topic),
        ("news", "data/news.yml", "news", NewsItem),
        ("source", "data/sources", "sources", Source),
        ("term", "data/terms", "terms", Term),
        ("answer", "data/answers", "answers", Answer),
        ("statistic", "data/statistics", "statistics", Statistic),
        ("way", "data/ways.yml", "ways", Way),
        ("indicator", "data/indicators.yml", "indicators", Indicator),
    ):
        loader.lists(kind, folder, key, model)
    for kind, folder, single in (
        ("district", "data/districts", District),
        ("readiness", "data/readiness.yml", Readiness),
        ("module", "training/modules", Module),
        ("path", "training/paths", LearningPath),
        ("case", "training/cases", Case),
    ):
        loader.singles(kind, folder, single)
    loader.provisions()
    loader.questions()
    loader.pages()
    return loader.content, loader.problems


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        config = root / "mkdocs.yml"
        own = yamlfile.part(config, config.name, "extra", "organisation")
        organisation = build(Organisation, own.data, own) if own else None
        self.content = Content(root, navigation=navigation.read(config), organisation=organisation)
        self.problems: list[Problem] = own.problems if own else []
        if own and not organisation:
            self.content.faulty.add(("organisation", ""))

    def documents(self, kind: str, place: str) -> Iterator[Document]:
        """Yield the YAML documents at a file or below a folder that can be read; all problems in them are kept."""
        path = self.root / place
        files = [path] if path.is_file() else yamlfile.yaml_files(path)
        for file in files:
            document = yamlfile.load(file, file.relative_to(self.root).as_posix())
            if document.readable:
                yield document
            else:
                self.content.unread.add(kind)
            self.problems += document.problems

    def lists(self, kind: str, place: str, key: str, model: type[BaseModel]) -> None:
        """Load files that hold one list of things under `key`."""
        for document in self.documents(kind, place):
            for number, item in enumerate(self.items(document, key)):
                self.add(kind, item, model, Place(document, (key, number)))

    def singles(self, kind: str, place: str, model: type[BaseModel]) -> None:
        """Load files that each hold one thing."""
        for document in self.documents(kind, place):
            self.add(kind, document.data, model, Place(document))

    def items(self, document: Document, key: str, also: tuple[str, ...] = ()) -> tuple[Any, ...]:
        """Return the list under `key`, noting other keys and a value that is no list."""
        for name in document.data:
            if name != key and name not in also:
                message = f"nyckeln «{name}» finns inte"
                hint = nearest(name, (key, *also), f"Filen ska ha nyckeln «{key}».")
                document.problems.append(Problem(document.path, document.line(name), "S002", message, hint))
        items = document.data.get(key)
        if isinstance(items, tuple):
            return items
        rule, fault = ("S001", "saknas") if key not in document.data else ("S003", "ska vara en lista")
        document.problems.append(Problem(document.path, document.line(key), rule, f"nyckeln «{key}» {fault}"))
        return ()

    def add(self, kind: str, item: Any, model: type[BaseModel], place: Place) -> None:
        """Keep a thing under its id. A faulty one is only remembered; a second one with the same id is a problem."""
        thing: Any = build(model, item, place.document, place.key)
        name = "slug" if kind in ("topic", "district") else "id"
        if thing is None:
            identity = item.get(name) if isinstance(item, dict) else None
            self.content.faulty.add((kind, identity if isinstance(identity, str) else ""))
        elif kind == "news":
            self.content.places[kind, str(len(self.content.news))] = place
            self.content.news.append(thing)
        else:
            self.keep(kind, getattr(thing, name), thing, place)

    def keep(self, kind: str, identity: str, thing: Any, place: Place) -> None:
        first = self.content.places.get((kind, identity))
        if first:
            where = f"{first.document.path}:{first.document.line(*first.key)}"
            problem = place.problem("D001", f"«{identity}» finns redan ({where})", "Ett id är unikt; välj ett annat.")
            place.document.problems.append(problem)
            self.content.unread.add(kind)
            return
        self.content.places[kind, identity] = place
        self.content.table(kind)[identity] = thing

    def provisions(self) -> None:
        for document in self.documents("provision", "data/provisions"):
            statute = document.data.get("statute")
            if not self.content.knows("statute", str(statute)):
                hint = nearest(str(statute), self.content.statutes, "Lägg till den i data/statutes.yml.")
                line = document.line("statute")
                message = f"författningen «{statute}» är okänd"
                document.problems.append(Problem(document.path, line, "L002", message, hint))
                self.content.unread.add("provision")
                continue
            for number, item in enumerate(self.items(document, "provisions", also=("statute",))):
                place = Place(document, ("provisions", number))
                written = str(item.get("id", "")) if isinstance(item, dict) else ""
                citation = parse(written)
                if written and (citation is None or citation.statute != statute):
                    hint = f'Skriv som "{statute} 7:13 a" (eller "{statute} 9" i en lag utan kapitel).'
                    message = f"«{written}» är inget lagrum i {statute}"
                    document.problems.append(place.problem("L002", message, hint, ("id",)))
                else:
                    self.add("provision", item, Provision, place)

    def questions(self) -> None:
        for document in self.documents("question", "training/questions"):
            for number, item in enumerate(self.items(document, "questions")):
                place = Place(document, ("questions", number))
                kind = item.get("kind") if isinstance(item, dict) else None
                model = QUESTION_MODELS.get(kind) if isinstance(kind, str) else None
                if model is None:
                    message = "frågans «kind» saknas" if kind is None else f"frågetypen «{kind}» finns inte"
                    hint = f"Välj bland: {', '.join(QUESTION_MODELS)}."
                    document.problems.append(place.problem("S004", message, hint, ("kind",)))
                    self.content.faulty.add(("question", str(item.get("id")) if isinstance(item, dict) else ""))
                else:
                    self.add("question", item, model, place)

    def pages(self) -> None:
        docs = self.root / "docs"
        if not docs.is_dir():
            return
        for path in sorted(docs.rglob("*.md")):
            page, problems = pages_module.load(path, docs, path.relative_to(self.root).as_posix())
            self.problems += problems
            name = path.relative_to(docs).as_posix()
            if page is None:
                self.content.faulty.add(("page", name))
            else:
                self.content.pages[name] = page


def signature(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of the content on disk from another: path, change time and size of each file."""
    found = []
    for folder, pattern in (("data", "*.y*ml"), ("training", "*.y*ml"), ("docs", "*.md")):
        for path in sorted((root / folder).rglob(pattern)):
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    nav = root / "mkdocs.yml"
    if nav.is_file():
        found.append((str(nav), nav.stat().st_mtime_ns, nav.stat().st_size))
    return tuple(found)
