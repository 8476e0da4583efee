"""Macros for training: questions, modules, learning paths and cases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..models import (
    Case,
    CaseNode,
    MatchingQuestion,
    Module,
    NumberQuestion,
    OrderingQuestion,
    Question,
    ScenarioOption,
    TextQuestion,
)
from ..training import exam_modules, fingerprint, in_order, mixed, practised, told_in_order
from .context import Context
from .handout import KEY, SHEETS, publish_handouts

PHASES = {
    "infor": "Inför placering",
    "under": "Under placering",
    "avslut": "Inför avslut",
    "uppfoljning": "Efter placering",
}
PLACEMENTS = {
    "hvb": "HVB",
    "ungdomshem": "särskilt ungdomshem",
    "stodboende": "stödboende",
    "skyddat-boende": "skyddat boende",
    "familjehem": "familjehem",
    "jourhem": "jourhem",
}


def questions(context: Context, *names: str) -> str:
    """`{{ questions("id", "id") }}`: a knowledge check of questions from the bank."""
    return _quiz(context, names, module=None)


def practice(context: Context) -> str:
    """`{{ practice() }}`: all questions in the bank on this page's topic."""
    return _quiz(context, practised(context.content, context.page), module=None) if context.page else ""


def exam(context: Context, name: str, count: str = "20") -> str:
    """`{{ exam("ny-skolsamordnare", "20") }}`: an exam on a learning path or a module, with so many questions."""
    modules = exam_modules(context.content, name)
    names = dict.fromkeys(name for module in modules for name in module.questions)
    found = [_shown(context, context.content.questions[name]) for name in names]
    pass_mark = max(module.pass_mark for module in modules)
    return context.template("exam", questions=found, count=int(count), pass_mark=pass_mark, mixed=mixed)


def overview(context: Context) -> str:
    """`{{ overview() }}`: how far the reader has come, module by module and topic by topic."""
    return f"{module_list(context)}\n\n{context.template('overview', topics=_topics(context))}"


def certificate(context: Context) -> str:
    """`{{ certificate() }}`: the modules that the reader has passed, to print or save."""
    modules = in_order(tuple(context.content.modules), context.content.modules)
    read = max((page.meta.checked for page in context.content.pages.values()), default=context.today)
    named = _named(context, context.content.questions)
    version = f"{read.isoformat()} {hashlib.sha256(named.encode()).hexdigest()[:6]}"
    return context.template("certificate", modules=_steps(context, modules), version=version)


def module_quiz(context: Context) -> str:
    """`{{ module_quiz() }}`: the closing quiz of the module that this page belongs to."""
    module = _module(context)
    return _quiz(context, module.questions, module) if module else ""


def module_head(context: Context) -> str:
    """`{{ module_head() }}`: goals, time, prerequisites and reading of the module that this page belongs to."""
    module = _module(context)
    if module is None:
        return ""
    before = [context.content.modules[name] for name in module.prerequisites]
    return context.template("module_head", module=module, prerequisites=before)


def worksheet(context: Context, *labels: str) -> str:
    """`{{ worksheet("Skolform", "Hemkommun") }}`: a sheet with a field a label, to fill in and print."""
    return context.template("worksheet", labels=labels) if context.page else ""


def module_list(context: Context) -> str:
    """`{{ module_list() }}`: all modules, each after its prerequisites."""
    modules = in_order(tuple(context.content.modules), context.content.modules)
    return context.template("learning_path", modules=_steps(context, modules), path=None, cases=[], practice="")


def path_list(context: Context) -> str:
    """`{{ path_list() }}`: the learning paths."""
    return context.template("path_list", paths=list(context.content.paths.values()))


def learning_path(context: Context, name: str) -> str:
    """`{{ learning_path("ny-skolsamordnare") }}`: a path's modules in order, with the reader's progress."""
    path = context.content.paths[name]
    modules = in_order(path.modules, context.content.modules)
    cases = [context.content.cases[case] for case in path.cases]
    return context.template(
        "learning_path", modules=_steps(context, modules), path=path, cases=cases, practice=_repetition(context)
    )


def case_list(context: Context) -> str:
    """`{{ case_list() }}`: all cases."""
    return context.template("case_list", cases=list(context.content.cases.values()), placements=PLACEMENTS)


def case(context: Context, name: str) -> str:
    """`{{ case("ali") }}`: a case, readable from top to bottom."""
    found = context.content.cases[name]
    nodes = _by_phase(found)
    titles = {node.id: node.title for node in found.nodes}
    html = context.template("case", case=found, nodes=nodes, titles=titles, phases=PHASES, placements=PLACEMENTS)
    publish_handouts(context, found, PHASES)
    guide = context.template("case_guide", case=found, sheets=SHEETS, key=KEY)
    return f"{html}\n\n{guide}"


def _by_phase(found: Case) -> list[tuple[str, CaseNode]]:
    """Return the scenes in the order they are told, each with its phase where a new one begins, else ''."""
    told: list[tuple[str, CaseNode]] = []
    phase = ""
    for node in told_in_order(found):
        told.append(("" if node.phase == phase else node.phase, node))
        phase = node.phase
    return told


def _quiz(context: Context, names: tuple[str, ...], module: Module | None) -> str:
    found = [_shown(context, context.content.questions[name]) for name in names]
    return context.template("quiz", questions=found, module=module, mixed=mixed)


def _shown(context: Context, question: Question) -> dict[str, object]:
    return {
        "question": question,
        "answers": list(_answers(question)),
        "fingerprint": fingerprint(question),
        "href": context.href(question.section),
        "title": context.title(question.section),
    }


@dataclass(frozen=True)
class Answer:
    """A line of a question's key. `id` is what is answered, or '' for what is not foreseen.

    `correct` is None for a wrong answer; for a row of a matching question it is the id of its choice, otherwise ''.
    """

    id: str
    correct: str | None
    label: str
    text: str
    feedback: str
    days: int | None = None


def _answers(question: Question) -> Iterator[Answer]:
    """Yield the lines of a question's key in the order they are read."""
    match question:
        case MatchingQuestion():
            choices = {choice.id: choice.text for choice in question.choices}
            for row in question.rows:
                yield Answer(row.id, row.choice, choices[row.choice], row.text, row.feedback)
        case OrderingQuestion():
            for number, item in enumerate(question.items, start=1):
                yield Answer(item.id, "", str(number), item.text, item.feedback)
        case NumberQuestion():
            unit = f" {question.unit}" if question.unit else ""
            yield Answer(
                f"{question.answer:.12g}", "", "Rätt", swedish(question.answer) + unit, question.feedback.right
            )
            for trap in question.traps:
                yield Answer(f"{trap.answer:.12g}", None, "Fel", swedish(trap.answer) + unit, trap.feedback)
            yield Answer("", None, "Fel", "något annat", question.feedback.wrong)
        case TextQuestion():
            yield Answer(question.accepts[0], "", "Rätt", question.accepts[0], question.feedback.right)
            for accepted in question.accepts[1:]:
                yield Answer(accepted, "", "Också rätt", accepted, "")
            for word in question.traps:
                yield Answer(word.answer, None, "Fel", word.answer, word.feedback)
            yield Answer("", None, "Fel", "något annat", question.feedback.wrong)
        case _:
            for option in question.options:
                correct, label = ("", "Rätt") if option.correct else (None, "Fel")
                days = option.school_days if isinstance(option, ScenarioOption) else None
                yield Answer(option.id, correct, label, option.text, option.feedback, days)


def swedish(number: float) -> str:
    """Return a number as it is written in Swedish: «2,5»."""
    return f"{number:.12g}".replace(".", ",").replace("-", "−")


def _steps(context: Context, modules: list[Module]) -> list[dict[str, object]]:
    """Return modules with what the browser needs to tell how far a reader has come."""
    return [
        {
            "module": module,
            "questions": _named(context, module.questions),
        }
        for module in modules
    ]


def _named(context: Context, names: Iterable[str]) -> str:
    """Return questions as the browser reads them: `id:fingerprint`, with `:points` where they are not one."""
    found = (context.content.questions[name] for name in names)
    return " ".join(f"{q.id}:{fingerprint(q)}" + (f":{q.points}" if q.points != 1 else "") for q in found)


def _repetition(context: Context) -> Markup:
    """Return the daily repetition of the questions that have a practice page; nothing where there is none."""
    topics = _topics(context)
    return Markup(context.template("repetition", topics=topics) if topics else "")


def _topics(context: Context) -> list[dict[str, object]]:
    """Return the practice pages in the order of the topics, each question on the first that has it."""
    order = list(context.content.topics)
    pages = [p for p in context.content.pages.values() if any(call.name == "practice" for call in p.calls)]
    topics, seen = [], set[str]()
    for page in sorted(pages, key=lambda page: order.index(page.meta.topics[0])):
        names = [name for name in practised(context.content, page) if name not in seen]
        seen.update(names)
        topics.append(
            {
                "href": context.href(page.path),
                "name": context.content.topics[page.meta.topics[0]].name,
                "count": len(names),
                "questions": _named(context, names),
            }
        )
    return topics


def _module(context: Context) -> Module | None:
    page = context.page
    return next((m for m in context.content.modules.values() if page and m.page == page.path), None)
