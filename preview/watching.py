"""How the files stand that something is made of, so that a change is noticed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# File systems count time in steps; two writes within one step may look like one.
SETTLED_NANOSECONDS = 100_000_000
_NOT_WATCHED = {"__pycache__", ".git"}

Stamp = tuple[int, int, int]
"""When a file was last changed, its size, and its number on the disk."""


@dataclass(frozen=True)
class Stamps:
    """How some files stand. `settled` is False where a change within the last moment might go unseen."""

    stamps: dict[str, Stamp]
    settled: bool

    def differs(self, before: Stamps) -> bool:
        """Whether anything was changed since, or may have been."""
        return not before.settled or self.stamps != before.stamps


def standing(paths: Iterable[Path]) -> Stamps:
    """How all files at and below some paths stand now. What is not there, or goes meanwhile, is left out."""
    now = time.time_ns()
    stamps: dict[str, Stamp] = {}
    for path in map(str, paths):
        with suppress(OSError):
            if os.path.isdir(path):  # noqa: PTH112 - many files are asked about several times a second
                stamps.update(_inside(path))
            else:
                stamps[path] = _stamp(os.stat(path))  # noqa: PTH116 - the same
    newest = max((changed for changed, _, _ in stamps.values()), default=0)
    return Stamps(stamps, settled=not now - SETTLED_NANOSECONDS < newest <= now + SETTLED_NANOSECONDS)


def _inside(folder: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as inside:
        for entry in inside:
            if entry.name in _NOT_WATCHED:
                continue
            with suppress(OSError):
                if entry.is_dir():
                    yield from _inside(entry.path)
                else:
                    yield entry.path, _stamp(entry.stat())


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino
