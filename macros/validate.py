"""From plain data to models: every fault of shape as a `Problem` in Swedish, with its line."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .problems import Problem, nearest
from .yamlfile import Document, Key

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "int_type": "ett heltal",
    "float_type": "ett tal",
    "bool_type": "true eller false",
    "tuple_type": "en lista",
    "model_type": "nycklar med värden",
    "date_type": "ett datum (2026-11-23)",
}
_PATTERNS = {
    "a-zåäö": "högst sex små bokstäver inom citattecken",
    "a-z0-9": "små bokstäver a–z, siffror och bindestreck",
    "prop": 'ett SFS-nummer inom citattecken, som "2025:440", eller «prop. 2025/26:197»',
    r"^\d{4}:\d+$": 'ett SFS-nummer inom citattecken, som "2025:440"',
    r"@\s": "en funktionsadress, som skolsamordnare@kommunen.example",
    "+0-9": 'ett telefonnummer inom citattecken, som "08-123 45 67"',
    "https": "en adress som börjar med https://",
    "A-Za-z": "en förkortning av bara bokstäver",
}


def build(model: type[M], data: Any, document: Document, key: Key = ()) -> M | None:
    """Return `data` as a `model`, or None with the faults added to `document.problems`.

    `key` says where in the document `data` stands; lines are looked up below it. A line that has a problem already
    gets no second one.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        known = {problem.line for problem in document.problems}
        found = [_problem(model, fault, document, key) for fault in error.errors(include_url=False)]
        document.problems += [problem for problem in found if problem.line not in known]
        return None


def _problem(model: type[BaseModel], fault: Any, document: Document, base: Key) -> Problem:
    key = (*base, *fault["loc"])
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"]) or "innehållet"
    rule, message, hint = _words(model, fault, name)
    return Problem(document.path, document.line(*key), rule, message, hint)


def _words(model: type[BaseModel], fault: Any, name: str) -> tuple[str, str, str]:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "missing":
        return "S001", f"nyckeln «{name}» saknas", "Lägg till den."
    if kind == "extra_forbidden":
        word = str(fault["loc"][-1])
        known = _keys(model, fault["loc"][:-1])
        return "S002", f"nyckeln «{name}» finns inte", nearest(word, known, f"Kända nycklar: {', '.join(known)}.")
    if kind in _TYPES:
        return "S003", f"«{name}» ska vara {_TYPES[kind]}, inte {_shown(fault['input'])}", _type_hint(kind)
    if kind == "literal_error":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return "S004", f"«{name}» är {_shown(fault['input'])}", f"Välj bland: {allowed}."
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        meaning = next((text for start, text in _PATTERNS.items() if start in pattern), pattern)
        return "S005", f"«{name}» är {_shown(fault['input'])}", f"Det ska vara {meaning}."
    if kind == "string_too_short":
        return "S006", f"«{name}» är tom", "Skriv något eller ta bort nyckeln."
    if kind == "string_too_long":
        return "S006", f"«{name}» är för lång", f"Högst {context.get('max_length')} tecken."
    if kind == "too_short":
        return "S006", f"«{name}» har för få delar", f"Minst {context.get('min_length')} behövs."
    if kind == "too_long":
        return "S006", f"«{name}» har för många delar", f"Högst {context.get('max_length')} får vara med."
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = f"Minst {context['ge']:g}." if "ge" in context else f"Högst {context.get('le'):g}."
        return "S007", f"«{name}» är {_shown(fault['input'])}", limit
    return "S009", f"«{name}» har ett värde som inte passar ({_shown(fault['input'])})", ""


def _type_hint(kind: str) -> str:
    if kind == "string_type":
        return "Skriv värdet inom citattecken."
    if kind == "tuple_type":
        return "Skriv [ett, två] eller en rad per del med «- » framför."
    if kind in ("bool_type", "int_type", "float_type"):
        return "Utan citattecken."
    return ""


def _shown(value: Any) -> str:
    if value is None:
        return "tomt"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "en lista"
    if isinstance(value, dict):
        return "nycklar med värden"
    text = str(value)
    return f"«{text if len(text) <= 40 else text[:39] + '…'}»"


def _keys(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """Return the keys that are known at `loc` below `model`."""
    for part in loc:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(str(part))
        inner = _inner(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as `tuple[Option, ...]` or `Decision | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        inner = _inner(part)
        if inner is not None:
            return inner
    return None
