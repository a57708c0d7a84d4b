"""How the files stand that something is made of, so that a change is noticed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
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
    stamps = {name: stamp for path in paths for name, stamp in _stamps(path)}
    newest = max((changed for changed, _, _ in stamps.values()), default=0)
    return Stamps(stamps, settled=not now - SETTLED_NANOSECONDS < newest <= now + SETTLED_NANOSECONDS)


def _stamps(path: Path) -> Iterator[tuple[str, Stamp]]:
    try:
        if not path.is_dir():
            yield str(path), _stamp(path.stat())
            return
        with os.scandir(path) as found:
            inside = [Path(entry.path) for entry in found if entry.name not in _NOT_WATCHED]
    except OSError:
        return
    for child in inside:
        yield from _stamps(child)


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino
