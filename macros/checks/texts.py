"""Every text in the content that may cite law, with the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ..content import Content, Place
from ..pages import Call, find_calls
from ..yamlfile import Key

_KINDS = (
    "question", "module", "case", "path", "answer", "term", "provision", "source", "statistic", "way", "district",
    "readiness", "indicator",
)  # fmt: skip


def things(content: Content) -> Iterator[tuple[str, BaseModel, Place]]:
    """Yield kind, thing and place of everything that is data."""
    for kind in _KINDS:
        for identity, thing in content.table(kind).items():
            yield kind, thing, content.place(kind, identity)
    for number, item in enumerate(content.news):
        yield "news", item, content.place("news", str(number))


def texts(thing: BaseModel, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield every text inside a model with its key."""
    for name in type(thing).model_fields:
        yield from _inside(getattr(thing, name), (*key, name))


def _inside(value: object, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, BaseModel):
        yield from texts(value, key)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, (*key, number))


def data_calls(content: Content) -> Iterator[tuple[Call, Place, Key]]:
    """Yield the macro calls in data, with place and key."""
    for _, thing, place in things(content):
        for key, text in texts(thing):
            if "{{" in text:
                for call in find_calls(text):
                    yield call, place, key
