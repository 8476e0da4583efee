"""Which provisions and sources a page rests on, made from its citations and those of what it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from .citations import in_part, is_part, parse
from .content import Content
from .models import Case, Indicator, Question
from .pages import Call, Page, find_calls


def own_provisions(page: Page) -> list[str]:
    """Return the provisions cited in the page's own text, each once, in order."""
    return _unique(_arguments(page.calls, "lag"))


def provisions(content: Content, page: Page) -> list[str]:
    """Return the provisions cited on the page, its questions and cases included, each once, in order."""
    found = [*_arguments(page.calls, "lag")]
    for thing in shown(content, page):
        found += thing_provisions(thing)
    for indicator in _indicators(content, page):
        found += _arguments(_calls(indicator), "lag")
    return _unique(identity for identity in found if identity in content.provisions)


def sources(content: Content, page: Page) -> list[str]:
    """Return the other sources cited on the page, its questions and cases included, each once, in order."""
    found = [*_arguments(page.calls, "source")]
    for thing in shown(content, page):
        found += _arguments(_calls(thing), "source")
    for indicator in _indicators(content, page):
        found += _arguments(_calls(indicator), "source")
    return _unique(identity for identity in found if identity in content.sources)


def pages_by_provision(content: Content) -> dict[str, list[Page]]:
    """Return the pages whose own text cites each provision."""
    found: dict[str, list[Page]] = defaultdict(list)
    for page in content.pages.values():
        for name in own_provisions(page):
            found[name].append(page)
    return found


def registered(content: Content, page: Page) -> list[str]:
    """Return the provisions that the page shows of the register, each part's in the order of the parts."""
    parts = [str(part) for call in page.calls if call.name == "provision_index" for part in call.arguments or ()]
    cited = [(name, parse(name)) for name in content.provisions]
    return [
        name
        for part in parts
        if is_part(part)
        for name, citation in cited
        if citation is not None and in_part(part, citation)
    ]


def shown(content: Content, page: Page) -> list[Question | Case]:
    """Return the questions and cases that the page shows."""
    names = list(page.meta.questions)
    names += [str(name) for call in page.calls if call.name == "questions" for name in call.arguments or ()]
    if any(call.name == "module_quiz" for call in page.calls):
        names += [name for module in content.modules.values() if module.page == page.path for name in module.questions]
    things: list[Question | Case] = [content.questions[name] for name in names if name in content.questions]
    for call in page.calls:
        if call.name == "case" and call.arguments and call.arguments[0] in content.cases:
            things.append(content.cases[call.arguments[0]])
    return things


def _indicators(content: Content, page: Page) -> list[Indicator]:
    """Return the indicators, where the page shows them."""
    return list(content.indicators.values()) if any(call.name == "indicators" for call in page.calls) else []


def thing_provisions(thing: BaseModel) -> list[str]:
    """Return the provisions that a thing from a file, such as a question or a case, lists or cites, each once."""
    return _unique([*_listed(thing), *_arguments(_calls(thing), "lag")])


def _listed(model: BaseModel) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        for part in value if isinstance(value, tuple) else (value,):
            if name == "provisions":
                yield part
            elif isinstance(part, BaseModel):
                yield from _listed(part)


def _calls(model: BaseModel) -> Iterator[Call]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str) and "{{" in part:
                yield from find_calls(part)
            elif isinstance(part, BaseModel):
                yield from _calls(part)


def _arguments(calls: Iterable[Call], name: str) -> Iterator[str]:
    return (str(call.arguments[0]) for call in calls if call.name == name and call.arguments)


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
