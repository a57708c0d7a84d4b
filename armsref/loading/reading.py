"""What was read of a data folder: the entries, publishers and tables with their places, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from armsref.loading.problems import Place, Problem
from armsref.loading.yamlfile import Path_, Position, YamlFile
from armsref.model import Entry, Kind, Participation, Publisher
from armsref.model.references import Marked, marked, models_in

# One file an entry for what fills a page; one file a kind for what a reader finishes in a minute.
FOLDERS: dict[str, Kind] = {"treaties": "treaty", "weapons": "weapon"}
SHARED: dict[str, Kind] = {
    "glossary.yml": "term", "events.yml": "event", "organisations.yml": "organisation", "states.yml": "state",
}  # fmt: skip


@dataclass(frozen=True)
class Record:
    """One entry, and where it stands: `at` is its path inside the file, `start` where its value begins."""

    entry: Entry
    file: YamlFile
    at: Path_
    start: Position

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """All strings of the entry that refer to something, each with its path."""
        return tuple(marked(self.entry))

    @cached_property
    def models(self) -> tuple[tuple[Path_, BaseModel], ...]:
        """The entry and every model inside it, each with its path."""
        return tuple(models_in(self.entry))

    def place(self, *at: Any) -> Place:
        """The place of a value, by its path inside the entry."""
        return self.file.place((*self.at, *at)) if at else Place(self.file.path, *self.start)

    def key_place(self, *at: Any) -> Place:
        """The place of a field's name, by its path inside the entry."""
        return self.file.key_place((*self.at, *at))


@dataclass(frozen=True)
class PublisherRecord:
    """One publisher's sources, and where they stand."""

    id: str
    publisher: Publisher
    file: YamlFile


class FileData(NamedTuple):
    """What one file gave: entries, a publisher, or rows of a table. Where the data folder lies is no part of it."""

    entries: tuple[tuple[Path_, Position, Entry], ...] = ()
    ids: tuple[str, ...] = ()
    """The ids in a shared file, as they stand there, those of entries that could not be read too."""
    publisher: Publisher | None = None
    rows: tuple[tuple[int, Participation], ...] | None = None
    """The rows of a table, each with its line."""


@dataclass(frozen=True)
class ReadFile:
    """A file, and what it gave. Its records are made once, with what is worked out from each."""

    file: YamlFile
    data: FileData

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The entries in it, with their places."""
        return tuple(Record(entry, self.file, at, start) for at, start, entry in self.data.entries)


@dataclass
class Reading:
    """What was read, and what could not be.

    `broken` holds the ids of entries and publishers with problems, and the stems of files that could not be read;
    `shared_ids` the ids in each shared file, in the order in which they stand; `row_places` says where each row of a
    participation table stands.
    """

    root: Path
    records: list[Record] = field(default_factory=list)
    publishers: list[PublisherRecord] = field(default_factory=list)
    participation: dict[str, tuple[Participation, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    shared_ids: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    row_places: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def problem(self, place: Place, message: str, check: str, hint: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(place, message, check, hint))

    def add(self, read: ReadFile) -> None:
        """Take in what one file gave."""
        file, data = read.file, read.data
        self.records += read.records
        if data.ids:
            self.shared_ids[file.path] = data.ids
        if data.publisher:
            self.publishers.append(PublisherRecord(file.path.stem, data.publisher, file))
        if data.rows is not None:
            self.participation[file.path.stem] = tuple(row for _, row in data.rows)
            self.row_places[file.path.stem] = tuple(Place(file.path, line, 1) for line, _ in data.rows)

    def may_have(self, entry_id: str) -> bool:
        """Whether an id may prove to be an entry's once what could not be read is mended."""
        return entry_id in self.broken or any(Path(name).stem in self.broken for name in SHARED)

    def rows(self, treaty_id: str) -> Iterator[tuple[Place, Participation]]:
        """The rows of a participation table, each with its place."""
        return zip(self.row_places.get(treaty_id, ()), self.participation[treaty_id], strict=True)
