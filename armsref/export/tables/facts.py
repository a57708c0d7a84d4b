"""The facts of all entries, each with its place: rows of the tables of claims, history and provisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from armsref.export.tables.columns import Filled, columns_for
from armsref.export.tables.table import derived, entry_column, position_column
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Entry, Provision, meaning

ModelPath = tuple[str | int, ...]


@dataclass(frozen=True)
class PlacedFact:
    """A model inside an entry, and its path there."""

    entry: Entry
    path: ModelPath
    model: Any
    dataset: Dataset

    @property
    def id(self) -> str:
        """The entry and the path, counted from nought: 'oreshnik#range_km.0'."""
        return place_of(self.entry, self.path)

    @property
    def field(self) -> str:
        """The path without its numbers: 'range_km', 'designations.nato', 'launch.range_km'."""
        return field_of(self.path)

    @property
    def position(self) -> int:
        """Its place in its field, from 1; the first is the one that the editors hold for the best founded."""
        last = self.path[-1]
        return last + 1 if isinstance(last, int) else 1

    @property
    def sources(self) -> tuple[str, ...]:
        """What is cited for it; for a designation without any, the sources of the entry speak."""
        return self.model.source or ()

    @property
    def speaker(self) -> str | None:
        """The id of the entry that says so, where it is one."""
        return self.model.by if self.model.by in self.dataset else None


def facts_of(dataset: Dataset) -> Iterator[PlacedFact]:
    """Every claim, act and provision, and every designation."""
    for record in dataset.records.values():
        for path, model in record.models:
            if isinstance(model, Attributed | Provision):
                yield PlacedFact(record.entry, path, model, dataset)


def place_of(entry: Entry, path: ModelPath) -> str:
    """Where something stands, as an id: the entry and the path, counted from nought."""
    return f"{entry.id}#{'.'.join(map(str, path))}"


def field_of(path: ModelPath) -> str:
    """A path without its numbers."""
    return ".".join(step for step in path if isinstance(step, str))


def fact_id(read: Callable[[Any], str]) -> Filled:
    """The id of a row by its place in an entry."""
    told = "The entry and the place in it, from 0; in another version of the data it may be another's."
    return derived("id", told, read, required=True)


def placed() -> list[Filled]:
    """Where a fact stands."""
    among = "Its place in its field, from 1; of claims, the first is held to be the best founded."
    return [
        fact_id(lambda fact: fact.id),
        entry_column(lambda fact: fact.entry.id),
        position_column(among, lambda fact: fact.position),
    ]


def attribution() -> list[Filled]:
    """Who says so, when, and where it was read."""
    by, *others = columns_for(Attributed, ("by", "as_of", "note"), lambda fact: fact.model)
    by_entry = derived("by_entry", "Who says so, where that has an entry.", lambda fact: fact.speaker, refers="entries")
    return [by, by_entry, *others, sources_column()]


def sources_column() -> Filled:
    """What is cited for a fact."""
    told = f"{meaning(Attributed, 'source')} A designation without any rests on the sources of its entry."
    return derived("sources", told, lambda fact: fact.sources, refers="sources", listed=True)


def columns_where(model: type[BaseModel], *fields: str) -> Iterator[Filled]:
    """The columns of some fields that the facts of one model have; of others they are empty."""
    return columns_for(model, fields, partial(_if_a, model))


def _if_a(model: type[BaseModel], fact: PlacedFact) -> Any:
    return fact.model if isinstance(fact.model, model) else None
