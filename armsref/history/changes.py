"""What changed in the data, and when: read from the history that git keeps of it."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import yaml

from armsref.history.git import git, is_shallow
from armsref.loading.reading import FOLDERS, SHARED

# Who wants to know of changes asks for the last few months of them.
MOST_COMMITS = 100

Extent = Literal["whole", "cut off", "unknown"]
EntryFields = dict[str, Any]
"""What an entry held, by the names of its fields."""

_TABLES = "participation"
# An entry of a shared file begins with its key at the margin, where a value never stands.
_BEFORE_ENTRY = re.compile(r"\n(?=[^\s#-])")


@dataclass(frozen=True)
class Change:
    """What a commit did to an entry: `is_new` where it added it, else the `fields` that it changed."""

    entry_id: str
    is_new: bool
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Commit:
    """A commit that changed entries, by the day and time, in UTC, at which it was made part of the history."""

    name: str
    at: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class _Logged:
    """A commit as git tells of it."""

    name: str
    at: datetime
    files: tuple[tuple[PurePosixPath, str, str], ...]
    """Each file that was touched, with the names of what it held before and after."""


def extent(data: Path) -> Extent:
    """How much of the history of a data folder is there."""
    if not git(data, "log", "-1", "--format=%H", "--", "."):
        return "unknown"
    return "cut off" if is_shallow(data) else "whole"


def commits(data: Path, most: int = MOST_COMMITS) -> Generator[Commit]:
    """The last commits that changed entries, from the last one back, each worked out when it is asked for.

    A merge counts as one change, on the day on which it was made. Where the history is cut off, what came before the
    cut is not known, and the commit at the cut, which seems to add everything, is left out.
    """
    log, cut = git(data, *_LOG, f"--max-count={most}", "--", "."), is_shallow(data)
    if not log:
        return
    with _contents(data) as contents:
        for commit in _logged(log, cut):
            changes = tuple(_changes(commit, contents))
            if changes:
                yield Commit(commit.name, commit.at, changes)


_LOG = ("log", "--first-parent", "-m", "--relative", "--raw", "--no-abbrev", "--no-renames", "--format=%x00%H %ct %P")


def _logged(log: str, cut: bool) -> Iterator[_Logged]:
    for commit in log.split("\0")[1:]:
        head, *lines = commit.strip().split("\n")
        name, stamp, *parents = head.split()
        if parents or not cut:
            files = (_file(line) for line in lines if line.startswith(":"))
            yield _Logged(name, datetime.fromtimestamp(int(stamp), UTC), tuple(files))


def _file(line: str) -> tuple[PurePosixPath, str, str]:
    about, _, path = line.partition("\t")
    _, _, before, after, _ = about.split()
    return PurePosixPath(path), before, after


class _Contents:
    """What files held, asked of one running git by the names that it gives to contents."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        # The state of a file before a commit is the state after an older one.
        self.text = lru_cache(maxsize=16)(self._text)

    def _text(self, name: str) -> str:
        if not name.strip("0"):  # the file is not there
            return ""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{name}\n".encode())
        self.process.stdin.flush()
        size = self.process.stdout.readline().split()[-1]
        return self.process.stdout.read(int(size) + 1).decode("utf-8", "replace") if size.isdigit() else ""


@contextmanager
def _contents(data: Path) -> Iterator[_Contents]:
    command = ["git", "-C", str(data), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield _Contents(process)


def _changes(commit: _Logged, contents: _Contents) -> Iterator[Change]:
    """What a commit did to each entry that stands in one of its files."""
    before: dict[str, EntryFields] = defaultdict(dict)
    after: dict[str, EntryFields] = defaultdict(dict)
    for path, old, new in filter(_holds_entries, commit.files):
        states = _entries(path, contents.text(old), contents.text(new))
        for entries, read in zip((before, after), states, strict=True):
            for entry_id, fields in read.items():
                entries[entry_id] |= fields
    for entry_id in {**after, **before}:
        yield from _change(entry_id, before[entry_id], after[entry_id])


def _change(entry_id: str, was: EntryFields, now: EntryFields) -> Iterator[Change]:
    """What became of an entry; only what stands in its own file or block has a name, a table has none."""
    if "name" in now and "name" not in was:
        yield Change(entry_id, is_new=True)
    elif "name" in now or "name" not in was:
        fields = tuple(name for name in {**now, **was} if now.get(name) != was.get(name))
        yield from [Change(entry_id, False, fields)] if fields else []


def _holds_entries(file: tuple[PurePosixPath, str, str]) -> bool:
    path = file[0]
    return path.as_posix() in SHARED or path.parent.as_posix() in (*FOLDERS, _TABLES)


def _entries(path: PurePosixPath, was: str, now: str) -> tuple[dict[str, EntryFields], dict[str, EntryFields]]:
    """What a file held of entries before and after; of a shared one, no block that stands word for word in both."""
    if path.parent.as_posix() == _TABLES:
        return {path.stem: {_TABLES: was}}, {path.stem: {_TABLES: now}}
    if path.parent.as_posix() in FOLDERS:
        return {path.stem: _parsed(was) or {}}, {path.stem: _parsed(now) or {}}
    before, after = map(_parsed, _differing(was, now))
    if before is None or after is None:  # an entry does not begin where it seems to
        before, after = _parsed(was), _parsed(now)
    return _whole(before), _whole(after)


def _whole(content: EntryFields | None) -> dict[str, EntryFields]:
    """The entries in what was read of a file, but for what was no entry in an old version."""
    return {entry_id: fields for entry_id, fields in (content or {}).items() if isinstance(fields, dict)}


def _differing(was: str, now: str) -> tuple[str, str]:
    """The blocks of a shared file, before and after, that do not stand word for word in both."""
    before, after = _BEFORE_ENTRY.split(was), _BEFORE_ENTRY.split(now)
    either = set(before) ^ set(after)
    return "\n".join(filter(either.__contains__, before)), "\n".join(filter(either.__contains__, after))


def _parsed(text: str) -> EntryFields | None:
    """What a YAML text maps; None where it is broken or is no mapping, as an old version may have been."""
    try:
        content = yaml.load(text, Loader=yaml.CBaseLoader)  # which makes nothing but strings, lists and mappings
    except yaml.YAMLError:
        return None
    return {} if content is None else content if isinstance(content, dict) else None
