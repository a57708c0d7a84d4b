"""Which file owns what, and how YAML becomes models; whatever does not fit becomes a problem with its place."""

from __future__ import annotations

import csv
import gc
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from armsref.loading import yamlfile
from armsref.loading.cache import Cache, opened
from armsref.loading.messages import message_of
from armsref.loading.problems import DataError, Place, Problem, did_you_mean
from armsref.loading.reading import FOLDERS, SHARED, FileData, ReadFile, Reading
from armsref.loading.yamlfile import Path_, YamlFile
from armsref.model import ENTRY_MODELS, ID_LIMIT, ID_PATTERN, Entry, Kind, Participation, Publisher

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
# What editors and systems leave beside the files that somebody works on.
_OF_EDITORS = re.compile(r"\.#.*|#.*#|.*~|\..*\.sw[a-z]|\.DS_Store|4913")
_NAMED_BY_STEM = (*FOLDERS, "sources")
_ID = re.compile(ID_PATTERN)
_Read = Callable[[Reading, YamlFile], FileData]
M = TypeVar("M", bound=BaseModel)


def read_data(root: Path) -> Reading:
    """Read all of a data folder. Never raises for what is in it: problems are collected."""
    cache = opened(root)
    reading = read_changed(root, cache)
    cache.save()
    return reading


def read_changed(root: Path, cache: Cache) -> Reading:
    """Read those files of a data folder that a cache does not know as they are. Never raises, like `read_data`."""
    reading = Reading(root)
    if not root.is_dir():
        reading.problem(Place(root), "there is no such folder", "files", "Name the folder that holds the data.")
        return reading
    with _keeping_all():
        try:
            files = sorted(_files(root), key=lambda file: file[0].split("/"))
        except DataError as error:  # a folder that cannot be listed
            reading.problems += error.problems
            return reading
        cache.keep_only({inside for inside, _ in files})
        for inside, path in files:
            _read_path(reading, cache, inside, path)
    return reading


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Do not look for garbage meanwhile: nothing that is read is any, and looking takes a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """All files of a data folder: each with its path inside the folder, with slashes, before its whole path."""
    for folder, folders, files in os.walk(root, onerror=_unreadable):
        here = Path(folder)
        inside = "" if here == root else f"{here.relative_to(root).as_posix()}/"
        # A link to a folder is not walked into; it is reported like a link to a file.
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and inside + name != "schema"]
        names = (name for name in (*files, *links) if not _OF_EDITORS.fullmatch(name))
        yield from ((inside + name, here / name) for name in names)


def _unreadable(error: OSError) -> None:
    raise DataError([Problem(Place(Path(error.filename)), f"the folder cannot be read: {error.strerror}", "files")])


def _read_path(reading: Reading, cache: Cache, inside: str, path: Path) -> None:
    folder = inside.rpartition("/")[0]
    try:
        read = _way_to_read(folder, inside, path)
        if folder in _NAMED_BY_STEM:
            _check_id(reading, path.stem, "the file's name", partial(Place, path))
        content = yamlfile.read_bytes(path)
        known = cache.recall(inside, path, content)
        reading.add(known or _read_anew(reading, cache, inside, path, content, read))
    except DataError as error:
        reading.problems += error.problems
        reading.broken.add(path.stem)


def _read_anew(reading: Reading, cache: Cache, inside: str, path: Path, content: bytes, read: _Read) -> ReadFile:
    problems_before = len(reading.problems)
    file = YamlFile(path, yamlfile.decoded(path, content))
    read_file = ReadFile(file, read(reading, file))
    if len(reading.problems) == problems_before:
        cache.keep(inside, content, read_file)
    return read_file


def _way_to_read(folder: str, inside: str, path: Path) -> _Read:
    """How a file is read, by its folder. Raises DataError where no file of its name has a place there."""
    if path.is_symlink():
        raise _refusal(path, "this is a symbolic link", "Put the file itself here; links are not read.")
    if not path.is_file():
        raise _refusal(path, "this is not a file", "Delete it; data is YAML in .yml files.")
    if folder == "participation" and path.suffix == ".csv":
        return _read_participation
    if path.suffix != ".yml":
        hint = f"Rename it to {path.stem}.yml." if path.suffix in (".yaml", ".YML") else "Data is YAML in .yml files."
        raise _refusal(path, f"the ending '{path.suffix}' is not read", hint)
    if folder in FOLDERS:
        return partial(_read_entry_file, FOLDERS[folder])
    if folder == "sources":
        return _read_publisher
    if inside in SHARED:
        return partial(_read_shared_file, SHARED[inside])
    homes = [*(f"{name}/{path.name}" for name in _NAMED_BY_STEM), *SHARED]
    raise _refusal(path, "no kind of entry owns this file", did_you_mean(inside, homes))


def _refusal(path: Path, message: str, hint: str) -> DataError:
    return DataError([Problem(Place(path), message, "files", hint)])


def _read_entry_file(kind: Kind, reading: Reading, file: YamlFile) -> FileData:
    content = yamlfile.content_of(file)
    entry = _validated_entry(reading, kind, file.path.stem, content.value, file, ())
    return FileData(entries=(((), content.starts[()], entry),) if entry else ())


def _read_shared_file(kind: Kind, reading: Reading, file: YamlFile) -> FileData:
    content = yamlfile.content_of(file)
    if not isinstance(content.value, dict):
        message, hint = "this is not a mapping from ids to entries", "Begin with 'some-id:'."
        raise DataError([Problem(file.place(), message, "fields", hint)])
    entries = []
    for entry_id, raw in content.value.items():
        _check_id(reading, entry_id, "the id", partial(file.key_place, (entry_id,)))
        if entry := _validated_entry(reading, kind, entry_id, raw, file, (entry_id,)):
            entries.append(((entry_id,), content.starts[(entry_id,)], entry))
    return FileData(entries=tuple(entries), ids=tuple(content.value))


def _check_id(reading: Reading, entry_id: str, what: str, place: Callable[[], Place]) -> None:
    if fault := _id_fault(entry_id, what):
        message, hint = fault
        reading.problem(place(), message, "ids", hint)


def _id_fault(entry_id: str, what: str) -> tuple[str, str] | None:
    """What is wrong with an id, and how to mend it."""
    if not _ID.fullmatch(entry_id):
        better = re.sub(r"[^a-z0-9]+", "-", entry_id.lower()).strip("-")
        return f"{what} '{entry_id}' is not a valid id", f"Write '{better}'." if better else ""
    if len(entry_id) > ID_LIMIT:
        message = f"{what} '{entry_id[:30]}…' has {len(entry_id)} characters; the limit is {ID_LIMIT}"
        return message, "Choose a shorter one."
    if entry_id == "index":
        # An entry's id is its page's address; this one is the list of all.
        return f"{what} 'index' is taken by the list of all entries", "Choose another id."
    return None


def _validated_entry(reading: Reading, kind: Kind, entry_id: str, raw: Any, file: YamlFile, at: Path_) -> Entry | None:
    if isinstance(raw, dict) and "id" in raw:
        hint = "Delete it; the id is the file's name or the key."
        reading.problem(file.key_place((*at, "id")), "unknown field 'id'", "fields", hint)
    entry = _validated(reading, ENTRY_MODELS[kind], {**raw, "id": entry_id} if isinstance(raw, dict) else raw, file, at)
    if entry is None:
        reading.broken.add(entry_id)
    return entry


def _read_publisher(reading: Reading, file: YamlFile) -> FileData:
    publisher = _validated(reading, Publisher, yamlfile.content_of(file).value, file, ())
    if publisher is None:
        reading.broken.add(file.path.stem)
    return FileData(publisher=publisher)


def _read_participation(reading: Reading, file: YamlFile) -> FileData:
    table = csv.DictReader(io.StringIO(file.text), strict=True)
    rows: list[tuple[int, Participation]] = []
    last = 0
    try:
        if tuple(table.fieldnames or ()) != PARTICIPATION_COLUMNS:
            message, hint = "the columns are not those of a participation table", ",".join(PARTICIPATION_COLUMNS)
            reading.problem(Place(file.path, 1, 1), message, "fields", f"Write {hint}.")
            return FileData(rows=())
        last = table.line_num
        for raw in table:
            line = last = table.line_num
            if row := _validated_row(reading, raw, Place(file.path, line, 1)):
                rows.append((line, row))
    except csv.Error as error:
        # A quote that is never closed is found at the end of the file; it stands after the last good row.
        place = Place(file.path, last + 1, 1)
        reading.problem(place, f"the table is broken here ({error})", "fields", "Mend the quotes.")
    return FileData(rows=tuple(rows))


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
