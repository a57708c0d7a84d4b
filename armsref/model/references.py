"""Every place in an entry that refers to another entry or to a source, found by what the models declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from armsref.model import ID_PATTERN, Cites, Linked, Refers, Speaker

# [[id]] and [[id|words]]; [[!words]] are no link. Anything else in double brackets is shown as it stands.
LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]")
_ID = re.compile(ID_PATTERN)

Marker = Refers | Cites | Speaker | Linked


@dataclass(frozen=True)
class Marked:
    """A string that stands at `path` in a model, and what the model declares it to be."""

    path: tuple[str | int, ...]
    value: str
    marker: Marker


def marked(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Marked]:
    """All strings of a model that are declared to refer to something, in the order of its fields."""
    for name, step, marker in _marked_fields(type(model)):
        value = getattr(model, name)
        if value is not None:
            yield from _walk(marker, value, (*path, step))


@cache
def _marked_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Marker | None], ...]:
    """The fields that refer to something, each with its step in a path and the marker of the strings in it."""
    fields = []
    for name, info in model.model_fields.items():
        annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        if _refers(annotation):
            fields.append((name, info.alias or name, _marker(annotation)))
    return tuple(fields)


@cache
def _refers(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_marked_fields(annotation))
    if isinstance(annotation, Marker):
        return True
    metadata = getattr(annotation, "__metadata__", ())
    return any(_refers(part) for part in (*get_args(annotation), *metadata) if part is not Ellipsis)


def _walk(marker: Marker | None, value: Any, path: tuple[str | int, ...]) -> Iterator[Marked]:
    if isinstance(value, str):
        if marker:
            yield Marked(path, value, marker)
    elif isinstance(value, BaseModel):
        yield from marked(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(marker, item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(marker, key, (*path, key))
            yield from _walk(marker, item, (*path, key))


def _marker(annotation: Any) -> Marker | None:
    """The marker of the strings in a field: fields that mix two kinds of strings are models of their own."""
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        found = part if isinstance(part, Marker) else _marker(part) if get_origin(part) else None
        if found:
            return found
    return None


def linked_ids(text: str) -> Iterator[str]:
    """The ids that a text links to by [[id]] or [[id|words]]."""
    ids = (match["id"].strip() for match in LINK.finditer(text))
    return (each for each in ids if not each.startswith("!"))


def links_of(found: Iterable[Marked]) -> Iterator[str]:
    """The ids that are referred to, in fields and in texts; an id may come more than once, or be unknown."""
    for each in found:
        if isinstance(each.marker, Refers):
            yield each.value
        elif isinstance(each.marker, Linked):
            yield from linked_ids(each.value)
        elif isinstance(each.marker, Speaker) and _ID.fullmatch(each.value):
            yield each.value


def citations_of(found: Iterable[Marked]) -> Iterator[str]:
    """The sources that are cited, in the order in which they stand."""
    return (each.value for each in found if isinstance(each.marker, Cites))


def models_in(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """A model and every model inside it, each with its path."""
    yield path, model
    for name, step in _fields_with_models(type(model)):
        yield from _models_in(getattr(model, name), (*path, step))


@cache
def _fields_with_models(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    fields = model.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if _has_model(info.annotation))


def _has_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_model(part) for part in get_args(annotation))


def _models_in(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    if isinstance(value, BaseModel):
        yield from models_in(value, path)
    elif isinstance(value, tuple | dict):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in steps:
            yield from _models_in(item, (*path, step))
