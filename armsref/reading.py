"""Which file owns what, and how YAML becomes models; whatever does not fit becomes a problem with its place."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from armsref import yamlfile
from armsref.model import ENTRY_MODELS, ID_PATTERN, Entry, Kind, Participation, Publisher
from armsref.problems import DataError, Place, Problem, did_you_mean
from armsref.wording import message_of
from armsref.yamlfile import Path_, YamlFile

# One file an entry for what fills a page; one file a kind for what a reader finishes in a minute.
FOLDERS: dict[str, Kind] = {"treaties": "treaty", "weapons": "weapon"}
SHARED: dict[str, Kind] = {
    "glossary.yml": "term", "events.yml": "event", "organisations.yml": "organisation", "states.yml": "state",
}  # fmt: skip
PARTICIPATION_COLUMNS = ("state", "signed", "bound", "act", "left", "note")
_ID = re.compile(ID_PATTERN)
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """One entry, and where it stands."""

    entry: Entry
    file: YamlFile
    at: Path_ = ()

    def place(self, *at: Any) -> Place:
        """The place of a value, by its path inside the entry."""
        return self.file.place((*self.at, *at))

    def key_place(self, *at: Any) -> Place:
        """The place of a field's name, by its path inside the entry."""
        return self.file.key_place((*self.at, *at))


@dataclass(frozen=True)
class PublisherRecord:
    """One publisher's sources, and where they stand."""

    id: str
    publisher: Publisher
    file: YamlFile


@dataclass
class Reading:
    """What was read, and what could not be. `broken` holds the ids of entries and publishers with problems."""

    root: Path
    records: list[Record] = field(default_factory=list)
    publishers: list[PublisherRecord] = field(default_factory=list)
    participation: dict[str, tuple[Participation, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def problem(self, place: Place, message: str, check: str, hint: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(place, message, check, hint))


def read(root: Path) -> Reading:
    """Read all of a data folder. Never raises for what is in it: problems are collected."""
    reading = Reading(root)
    if not root.is_dir():
        reading.problem(Place(root), "there is no such folder", "files", "Name the folder that holds the data.")
        return reading
    for path in sorted(_files(root)):
        _read_file(reading, path)
    return reading


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        # A link to a folder is not walked into; it is reported like a link to a file.
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and (here / name) != root / "schema"]
        yield from (here / name for name in (*files, *links))


def _read_file(reading: Reading, path: Path) -> None:
    try:
        _take(reading, path, path.relative_to(reading.root))
    except DataError as error:
        reading.problems += error.problems
        reading.broken.add(path.stem)


def _take(reading: Reading, path: Path, inside: Path) -> None:
    folder = inside.parent.as_posix()
    if path.is_symlink():
        reading.problem(
            Place(path), "this is a symbolic link", "files", "Put the file itself here; links are not read."
        )
    elif folder == "participation" and path.suffix == ".csv":
        reading.participation[path.stem] = _read_participation(reading, path)
    elif path.suffix != ".yml":
        hint = f"Rename it to {path.stem}.yml." if path.suffix in (".yaml", ".YML") else "Data is YAML in .yml files."
        reading.problem(Place(path), f"the ending '{path.suffix}' is not read", "files", hint)
    elif folder in FOLDERS:
        _read_entry_file(reading, FOLDERS[folder], path)
    elif folder == "sources":
        _read_publisher(reading, path)
    elif inside.as_posix() in SHARED:
        _read_shared_file(reading, SHARED[inside.as_posix()], path)
    else:
        homes = [*(f"{name}/{path.name}" for name in (*FOLDERS, "sources")), *SHARED]
        reading.problem(Place(path), "no kind of entry owns this file", "files", did_you_mean(inside.as_posix(), homes))


def _read_entry_file(reading: Reading, kind: Kind, path: Path) -> None:
    _check_id(reading, path.stem, Place(path), "the file's name")
    file = yamlfile.read(path)
    _read_entry(reading, kind, path.stem, file, ())


def _read_shared_file(reading: Reading, kind: Kind, path: Path) -> None:
    file = yamlfile.read(path)
    if not isinstance(file.content, dict):
        reading.problem(file.place(), "this is not a mapping from ids to entries", "fields", "Begin with 'some-id:'.")
        return
    for key in file.content:
        _check_id(reading, key, file.key_place((key,)), "the id")
        _read_entry(reading, kind, key, file, (key,))


def _check_id(reading: Reading, entry_id: str, place: Place, what: str) -> None:
    if not _ID.match(entry_id):
        better = re.sub(r"[^a-z0-9]+", "-", entry_id.lower()).strip("-")
        reading.problem(place, f"{what} '{entry_id}' is not a valid id", "ids", f"Write '{better}'." if better else "")


def _read_entry(reading: Reading, kind: Kind, entry_id: str, file: YamlFile, at: Path_) -> None:
    raw = file.content[entry_id] if at else file.content
    model = ENTRY_MODELS[kind]
    if isinstance(raw, dict) and "id" in raw:
        hint = "Delete it; the id is the file's name or the key."
        reading.problem(file.key_place((*at, "id")), "unknown field 'id'", "fields", hint)
        raw = {key: value for key, value in raw.items() if key != "id"}
    entry = _validated(reading, model, {**raw, "id": entry_id} if isinstance(raw, dict) else raw, file, at)
    if entry is None:
        reading.broken.add(entry_id)
    else:
        reading.records.append(Record(entry, file, at))


def _read_publisher(reading: Reading, path: Path) -> None:
    _check_id(reading, path.stem, Place(path), "the file's name")
    file = yamlfile.read(path)
    publisher = _validated(reading, Publisher, file.content, file, ())
    if publisher is None:
        reading.broken.add(path.stem)
    else:
        reading.publishers.append(PublisherRecord(path.stem, publisher, file))


def _read_participation(reading: Reading, path: Path) -> tuple[Participation, ...]:
    reader = csv.DictReader(io.StringIO(yamlfile.read_text(path)), strict=True)
    if tuple(reader.fieldnames or ()) != PARTICIPATION_COLUMNS:
        columns = ",".join(PARTICIPATION_COLUMNS)
        reading.problem(
            Place(path, 1, 1), "the columns are not those of a participation table", "fields", f"Write {columns}."
        )
        return ()
    rows: list[Participation] = []
    try:
        rows.extend(row for raw in reader if (row := _validated_row(reading, raw, Place(path, reader.line_num, 1))))
    except csv.Error as error:
        reading.problem(
            Place(path, reader.line_num, 1), f"the table is broken here ({error})", "fields", "Mend the quotes."
        )
    return tuple(rows)


def _validated_row(reading: Reading, raw: dict[str, Any], place: Place) -> Participation | None:
    if None in raw or None in raw.values():
        count = len(PARTICIPATION_COLUMNS)
        reading.problem(
            place, f"this row does not have {count} columns", "fields", "Put quotes round a note with a comma."
        )
        return None
    try:
        return Participation.model_validate({key: value for key, value in raw.items() if value})
    except ValidationError as error:
        for details in error.errors():
            reading.problem(place, *message_of(details, Participation))
        return None


def _validated(reading: Reading, model: type[M], raw: Any, file: YamlFile, at: Path_) -> M | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for details in error.errors():
            where = (*at, *details["loc"])
            is_key = details["type"] in ("extra_forbidden", "missing")
            place = file.key_place(where) if is_key else file.place(where)
            reading.problem(place, *message_of(details, model))
        return None
