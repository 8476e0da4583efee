"""Modules and learning paths: a graph without cycles, made of things that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..problems import Problem, nearest
from ..training import exam_modules, prerequisite_cycle


def prerequisites_exist(content: Content) -> Iterator[Problem]:
    """M001: a module's prerequisites are modules."""
    for identity, module in content.modules.items():
        for number, other in enumerate(module.prerequisites):
            if not content.knows("module", other):
                hint = nearest(other, content.modules, "Modulerna finns i training/modules/.")
                place = content.place("module", identity)
                yield place.problem("M001", f"modulen «{other}» finns inte", hint, ("prerequisites", number))


def prerequisites_have_no_cycle(content: Content) -> Iterator[Problem]:
    """M002: no module requires itself, directly or by way of others."""
    cycle = prerequisite_cycle(content.modules)
    if cycle:
        message = f"förkunskaperna går runt: {' → '.join(cycle)}"
        place = content.place("module", cycle[0])
        yield place.problem("M002", message, "Ta bort en av dem under «prerequisites».", ("prerequisites",))


def questions_exist(content: Content) -> Iterator[Problem]:
    """M003: the questions of a module's closing quiz are in the bank, once each."""
    for identity, module in content.modules.items():
        place = content.place("module", identity)
        for number, question in enumerate(module.questions):
            if not content.knows("question", question):
                hint = nearest(question, content.questions, "Frågorna finns i training/questions/.")
                yield place.problem("M003", f"frågan «{question}» finns inte", hint, ("questions", number))
            elif question in module.questions[:number]:
                yield place.problem("M003", f"frågan «{question}» står två gånger", "", ("questions", number))


def pages_exist(content: Content) -> Iterator[Problem]:
    """M004: a module, a path and its reading name pages that exist; topics are known."""
    for identity, module in content.modules.items():
        place = content.place("module", identity)
        named = [(module.page, ("page",)), *((path, ("reading", n)) for n, path in enumerate(module.reading))]
        for path, key in named:
            page = path.partition("#")[0]
            if not content.knows("page", page):
                yield place.problem("M004", f"sidan «{page}» finns inte", nearest(page, content.pages), key)
        for number, topic in enumerate(module.topics):
            if not content.knows("topic", topic):
                hint = nearest(topic, content.topics)
                yield place.problem("T001", f"ämnet «{topic}» finns inte", hint, ("topics", number))


def module_pages_have_a_module(content: Content) -> Iterator[Problem]:
    """M006: a page that shows a module's head or quiz is some module's page."""
    if not content.is_whole("module"):
        return
    with_module = {module.page for module in content.modules.values()}
    for page in content.pages.values():
        call = next((call for call in page.calls if call.name in ("module_head", "module_quiz")), None)
        if call and page.path not in with_module:
            hint = "Skriv sidans sökväg under «page» i modulen."
            yield Problem(page.shown, call.line, "M006", f"ingen modul har sidan «{page.path}»", hint)


def paths_are_whole(content: Content) -> Iterator[Problem]:
    """M005: a path's modules and cases exist, and it has the prerequisites of each module in it."""
    for identity, path in content.paths.items():
        place = content.place("path", identity)
        if not content.knows("page", path.page):
            hint = nearest(path.page, content.pages)
            yield place.problem("M004", f"sidan «{path.page}» finns inte", hint, ("page",))
        for number, name in enumerate(path.modules):
            key = ("modules", number)
            if name not in content.modules:
                if not content.knows("module", name):
                    yield place.problem("M005", f"modulen «{name}» finns inte", nearest(name, content.modules), key)
                continue
            for other in content.modules[name].prerequisites:
                if other not in path.modules and other in content.modules:
                    message = f"«{name}» kräver modulen «{other}», som inte är med"
                    yield place.problem("M005", message, "Lägg till den i vägen.", key)
        for number, name in enumerate(path.cases):
            if not content.knows("case", name):
                hint = nearest(name, content.cases)
                yield place.problem("M005", f"fallet «{name}» finns inte", hint, ("cases", number))


def exams_are_on_something(content: Content) -> Iterator[Problem]:
    """M007: an exam is on a learning path or a module, with a number of questions."""
    for page in content.pages.values():
        for call in page.calls:
            if call.name != "exam" or not call.arguments:
                continue
            name, count = str(call.arguments[0]), str(call.arguments[-1])
            if not exam_modules(content, name) and content.is_whole("module") and not content.knows("path", name):
                hint = nearest(name, (*content.paths, *content.modules), "Skriv id för en väg eller en modul.")
                yield Problem(page.shown, call.line, "M007", f"«{name}» är varken en väg eller en modul", hint)
            if len(call.arguments) > 1 and not (count.isascii() and count.isdigit() and int(count)):
                message = f"«{count}» är inget antal frågor"
                yield Problem(
                    page.shown, call.line, "M007", message, 'Skriv som {{ exam("ny-skolsamordnare", "20") }}.'
                )
