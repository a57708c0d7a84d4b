"""Which file owns what, and how YAML becomes models; whatever does not fit becomes a problem with its place."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from armsref.loading import yamlfile
from armsref.loading.messages import message_of
from armsref.loading.problems import DataError, Place, Problem, did_you_mean
from armsref.loading.yamlfile import Path_, YamlFile
from armsref.model import ENTRY_MODELS, ID_LIMIT, ID_PATTERN, Entry, Kind, Participation, Publisher
from armsref.model.references import Marked, marked, models_in

# One file an entry for what fills a page; one file a kind for what a reader finishes in a minute.
FOLDERS: dict[str, Kind] = {"treaties": "treaty", "weapons": "weapon"}
SHARED: dict[str, Kind] = {
    "glossary.yml": "term", "events.yml": "event", "organisations.yml": "organisation", "states.yml": "state",
}  # fmt: skip
# What is checked while a file is read, before the checks proper.
READING_CHECKS = {
    "files": "Every file in the data folder is a .yml or a participation table, in a place that a kind of entry owns.",
    "yaml": "A file is UTF-8 and plain YAML: no tabs, anchors, aliases, tags, duplicate keys or unseen characters.",
    "ids": "An id is lower-case, hyphenated, short, and not the name of a list.",
    "fields": "Every field is known, of its form, and there if it is required.",
    "answers": "An answer is at most 200 characters long.",
    "claims": "A claim has an amount and a source.",
    "dates": "A date is a year, a month or a day that exists.",
    "sources": "An address is an https one.",
}
PARTICIPATION_COLUMNS = ("state", "signed", "bound", "act", "left", "note")
_ID = re.compile(ID_PATTERN)
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """One entry, and where it stands."""

    entry: Entry
    file: YamlFile
    at: Path_ = ()

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
    """What was read, and what could not be.

    `broken` holds the ids of entries and publishers with problems, and the stems of files that could not be read;
    `row_places` says where each row of a participation table stands.
    """

    root: Path
    records: list[Record] = field(default_factory=list)
    publishers: list[PublisherRecord] = field(default_factory=list)
    participation: dict[str, tuple[Participation, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    row_places: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def problem(self, place: Place, message: str, check: str, hint: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(place, message, check, hint))

    def may_have(self, entry_id: str) -> bool:
        """Whether an id may prove to be an entry's once what could not be read is mended."""
        return entry_id in self.broken or any(Path(name).stem in self.broken for name in SHARED)

    def rows(self, treaty_id: str) -> Iterator[tuple[Place, Participation]]:
        """The rows of a participation table, each with its place."""
        return zip(self.row_places.get(treaty_id, ()), self.participation[treaty_id], strict=True)


def read_data(root: Path) -> Reading:
    """Read all of a data folder. Never raises for what is in it: problems are collected."""
    reading = Reading(root)
    if not root.is_dir():
        reading.problem(Place(root), "there is no such folder", "files", "Name the folder that holds the data.")
        return reading
    try:
        for path in sorted(_files(root)):
            _read_file(reading, path)
    except DataError as error:  # a folder that cannot be listed
        reading.problems += error.problems
    return reading


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root, onerror=_unreadable):
        here = Path(folder)
        # A link to a folder is not walked into; it is reported like a link to a file.
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and (here / name) != root / "schema"]
        yield from (here / name for name in (*files, *links))


def _unreadable(error: OSError) -> None:
    raise DataError([Problem(Place(Path(error.filename)), f"the folder cannot be read: {error.strerror}", "files")])


def _read_file(reading: Reading, path: Path) -> None:
    try:
        _take(reading, path, path.relative_to(reading.root))
    except DataError as error:
        reading.problems += error.problems
        reading.broken.add(path.stem)


def _take(reading: Reading, path: Path, inside: Path) -> None:
    folder = inside.parent.as_posix()
    if path.is_symlink():
        _refuse(path, "this is a symbolic link", "Put the file itself here; links are not read.")
    elif not path.is_file():
        _refuse(path, "this is not a file", "Delete it; data is YAML in .yml files.")
    elif folder == "participation" and path.suffix == ".csv":
        reading.participation[path.stem] = _read_participation(reading, path)
    elif path.suffix != ".yml":
        hint = f"Rename it to {path.stem}.yml." if path.suffix in (".yaml", ".YML") else "Data is YAML in .yml files."
        _refuse(path, f"the ending '{path.suffix}' is not read", hint)
    elif folder in FOLDERS:
        _read_entry_file(reading, FOLDERS[folder], path)
    elif folder == "sources":
        _read_publisher(reading, path)
    elif inside.as_posix() in SHARED:
        _read_shared_file(reading, SHARED[inside.as_posix()], path)
    else:
        homes = [*(f"{name}/{path.name}" for name in (*FOLDERS, "sources")), *SHARED]
        _refuse(path, "no kind of entry owns this file", did_you_mean(inside.as_posix(), homes))


def _refuse(path: Path, message: str, hint: str) -> NoReturn:
    raise DataError([Problem(Place(path), message, "files", hint)])


def _read_entry_file(reading: Reading, kind: Kind, path: Path) -> None:
    _check_id(reading, path.stem, Place(path), "the file's name")
    file = yamlfile.read_yaml(path)
    _read_entry(reading, kind, path.stem, file, ())


def _read_shared_file(reading: Reading, kind: Kind, path: Path) -> None:
    file = yamlfile.read_yaml(path)
    if not isinstance(file.content, dict):
        message, hint = "this is not a mapping from ids to entries", "Begin with 'some-id:'."
        raise DataError([Problem(file.place(), message, "fields", hint)])
    for key in file.content:
        _check_id(reading, key, file.key_place((key,)), "the id")
        _read_entry(reading, kind, key, file, (key,))


def _check_id(reading: Reading, entry_id: str, place: Place, what: str) -> None:
    if not _ID.fullmatch(entry_id):
        better = re.sub(r"[^a-z0-9]+", "-", entry_id.lower()).strip("-")
        reading.problem(place, f"{what} '{entry_id}' is not a valid id", "ids", f"Write '{better}'." if better else "")
    elif len(entry_id) > ID_LIMIT:
        message = f"{what} '{entry_id[:30]}…' has {len(entry_id)} characters; the limit is {ID_LIMIT}"
        reading.problem(place, message, "ids", "Choose a shorter one.")
    elif entry_id == "index":
        # An entry's id is its page's address; this one is the list of all.
        reading.problem(place, f"{what} 'index' is taken by the list of all entries", "ids", "Choose another id.")


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
    file = yamlfile.read_yaml(path)
    publisher = _validated(reading, Publisher, file.content, file, ())
    if publisher is None:
        reading.broken.add(path.stem)
    else:
        reading.publishers.append(PublisherRecord(path.stem, publisher, file))


def _read_participation(reading: Reading, path: Path) -> tuple[Participation, ...]:
    reader = csv.DictReader(io.StringIO(yamlfile.read_text(path)), strict=True)
    rows: dict[Place, Participation] = {}
    last = 0
    try:
        if tuple(reader.fieldnames or ()) != PARTICIPATION_COLUMNS:
            message, hint = "the columns are not those of a participation table", ",".join(PARTICIPATION_COLUMNS)
            reading.problem(Place(path, 1, 1), message, "fields", f"Write {hint}.")
            return ()
        last = reader.line_num
        for raw in reader:
            place, last = Place(path, reader.line_num, 1), reader.line_num
            if row := _validated_row(reading, raw, place):
                rows[place] = row
    except csv.Error as error:
        # A quote that is never closed is found at the end of the file; it stands after the last good row.
        reading.problem(Place(path, last + 1, 1), f"the table is broken here ({error})", "fields", "Mend the quotes.")
    reading.row_places[path.stem] = tuple(rows)
    return tuple(rows.values())


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
            if details["type"] == "too_short" and details["input"]:
                continue  # its items are wrong, and are told of themselves
            where = (*at, *details["loc"])
            is_key = details["type"] in ("extra_forbidden", "missing")
            place = file.key_place(where) if is_key else file.place(where)
            reading.problem(place, *message_of(details, model))
        return None
