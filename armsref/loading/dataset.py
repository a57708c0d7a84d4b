"""All of the data: by id, by kind, by source; and who refers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from inspect import unwrap
from pathlib import Path
from typing import Any, TypeVar

from armsref.loading.problems import DataError
from armsref.loading.reader import read_data
from armsref.loading.reading import PublisherRecord, Reading, Record
from armsref.model import ENTRY_MODELS, Entry, Kind, Participation, Publisher, Source
from armsref.model.names import folded
from armsref.model.references import links_of

E = TypeVar("E", bound=Entry)
T = TypeVar("T")


@dataclass(frozen=True)
class Cited:
    """A source together with who published it."""

    id: str
    publisher: Publisher
    source: Source

    @property
    def kind(self) -> str:
        """What sort of text it is, in the order of preference of the model's list."""
        return self.source.kind or self.publisher.kind


@dataclass(frozen=True)
class Dataset:
    """What the reference knows. Entries keep the order of their files; ids are unique over all kinds."""

    root: Path
    records: dict[str, Record] = field(repr=False)
    publishers: dict[str, PublisherRecord] = field(repr=False)
    participation: dict[str, tuple[Participation, ...]] = field(repr=False)
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, reading: Reading) -> Dataset:
        """The entries that could be read; of two with one id, the first."""
        records: dict[str, Record] = {}
        for record in reading.records:
            records.setdefault(record.entry.id, record)
        publishers = {record.id: record for record in reading.publishers}
        return cls(reading.root, records, publishers, reading.participation)

    def __getitem__(self, entry_id: str) -> Entry:
        """The entry with this id. Raises KeyError where there is none."""
        return self.records[entry_id].entry

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self.records

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Entry]:
        return (record.entry for record in self.records.values())

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        return self.records[entry_id].entry if entry_id in self.records else None

    def of_kind(self, model: type[E]) -> tuple[E, ...]:
        """All entries of one model, by title; events by date."""
        return self._by_kind[model.kind]

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Any, ...]]:
        kinds: dict[Kind, list[Entry]] = {kind: [] for kind in ENTRY_MODELS}
        for entry in self:
            kinds[entry.kind].append(entry)
        return {kind: tuple(sorted(entries, key=_order)) for kind, entries in kinds.items()}

    def cited(self, source_id: str) -> Cited:
        """A source by its `<publisher>/<item>`. Raises KeyError where there is none."""
        publisher_id, item = source_id.split("/")
        publisher = self.publishers[publisher_id].publisher
        return Cited(source_id, publisher, publisher.items[item])

    def keep(self, made_by: Callable[[Dataset], T], answer: T) -> None:
        """Have this answer at hand for a function that is marked with `once`, where it is known already."""
        self.kept[unwrap(made_by)] = answer

    @cached_property
    def backlinks(self) -> dict[str, tuple[str, ...]]:
        """For each id, the ids of the entries that refer to it in any field or text, each once."""
        referring: dict[str, dict[str, None]] = defaultdict(dict)
        for entry_id, record in self.records.items():
            for target in links_of(record.marked):
                if target in self.records and target != entry_id:
                    referring[target][entry_id] = None
        return {target: tuple(ids) for target, ids in referring.items()}


def once(make: Callable[[Dataset], T]) -> Callable[[Dataset], T]:
    """A function of a dataset that works its answer out once: many pages and files are made from the same."""

    @wraps(make)
    def kept(dataset: Dataset) -> T:
        if make not in dataset.kept:
            dataset.kept[make] = make(dataset)
        made: T = dataset.kept[make]
        return made

    return kept


def _order(entry: Entry) -> tuple[Any, ...]:
    date = getattr(entry, "date", None)
    return (date.earliest, date.latest, entry.id) if date else (folded(entry.title), entry.id)


def load(path: str | Path = "data") -> Dataset:
    """Read a data folder. Raises DataError, with every problem found, where a file cannot be used."""
    reading = read_data(Path(path))
    if reading.problems:
        raise DataError(reading.problems)
    return Dataset.of(reading)
