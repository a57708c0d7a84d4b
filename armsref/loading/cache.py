"""What each data file gave, kept between runs for as long as the file and the code that reads it stay as they are.

Within one run, as while a preview is open, a folder may be read again with the same cache: only what was changed since
is read, and what was worked out from the records of the other files stays.

Between runs, one file beside the data folder, in `.cache/armsref/`, holds for every data file without a problem a hash
of its bytes and what was read of them; ARMSREF_CACHE names another folder, and `ARMSREF_CACHE=off` keeps nothing. When
a file was last changed plays no part. Where nothing can be written, nothing is kept.

It is a pickle, which can run any code while it is loaded. So it is read only where nobody but the user can have written
it: a file, not a link, that the user owns and that no one else may write to.
"""

from __future__ import annotations

import os
import pickle
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import pydantic
import yaml

from armsref.loading.reading import FileData, ReadFile
from armsref.loading.yamlfile import YamlFile

# One for each of a few branches of the code: older ones are deleted.
MOST_FILES = 4
_FOLDER = Path(".cache/armsref")
_SUM_SIZE = 16
# Windows has no owners and rights that could be asked for in this way; where the code has no source, it has no hash.
_CAN_KEEP = hasattr(os, "geteuid") and Path(__file__).suffix == ".py" and Path(__file__).is_file()


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM_SIZE).digest()


def _code() -> bytes:
    """A hash of what decides, beside its bytes, what a file gives: this code, the models, and what they run on."""
    library = Path(__file__).parents[1]
    sources = sorted(path for room in ("loading", "model") for path in (library / room).rglob("*.py"))
    versions = f"{sys.version} {pydantic.VERSION} {yaml.__version__}".encode()
    parts = (part for path in sources for part in (bytes(path.relative_to(library)), path.read_bytes()))
    return _sum(b"\0".join([versions, *parts]))


# Taken while the code is imported, so that it is of the code that runs, whatever is edited meanwhile.
_HEADER = b"armsref " + _code()


@dataclass
class Cache:
    """What files of one data folder gave when they were last read; `file` is None where nothing is kept."""

    file: Path | None
    known: dict[str, tuple[bytes, FileData]] = field(default_factory=dict)
    is_changed: bool = False
    _files: dict[str, ReadFile] = field(default_factory=dict)

    def recall(self, name: str, path: Path, content: bytes) -> ReadFile | None:
        """What a file gave, by its name inside the data folder, if it held the same bytes."""
        kept = self.known.get(name)
        if kept is None or kept[0] != _sum(content):
            return None
        if name not in self._files:
            self._files[name] = ReadFile(YamlFile(path, content.decode()), kept[1])
        return self._files[name]

    def keep(self, name: str, content: bytes, read: ReadFile) -> None:
        """Note what a file gave."""
        self.known[name], self._files[name] = (_sum(content), read.data), read
        self.is_changed = True

    def keep_only(self, names: set[str]) -> None:
        """Forget the files that are there no more."""
        for name in self.known.keys() - names:
            del self.known[name]
            self._files.pop(name, None)

    def save(self) -> None:
        """Write down what the files gave, if any was read anew; others may do so at the same time."""
        if self.file and self.is_changed:
            with suppress(OSError, pickle.PicklingError):
                _write(self.file, pickle.dumps(self.known, pickle.HIGHEST_PROTOCOL))
                _delete_old(self.file.parent)
        self.is_changed = False


def opened(root: Path) -> Cache:
    """What is kept of a data folder: nothing, where it is broken, of other code, or not the user's own."""
    folder = _folder(root)
    if folder is None:
        return Cache(None)
    name = f"armsref-{_sum(bytes(root.resolve())).hex()[:8]}-{_HEADER[-_SUM_SIZE:].hex()[:16]}.pickle"
    return Cache(folder / name, _loaded(folder / name))


def _folder(root: Path) -> Path | None:
    named = os.environ.get("ARMSREF_CACHE", "")
    if named == "off" or not _CAN_KEEP:
        return None
    return Path(named) if named else root.resolve().parent / _FOLDER


def _loaded(file: Path) -> dict[str, tuple[bytes, FileData]]:
    with suppress(OSError):
        content = _own_bytes(file)
        begins = len(_HEADER) + _SUM_SIZE
        if content[:begins] == _HEADER + _sum(content[begins:]):
            known: dict[str, tuple[bytes, FileData]] = pickle.loads(memoryview(content)[begins:])
            return known
    return {}


def _own_bytes(file: Path) -> bytes:
    """What a file holds, if the user owns it and nobody else may write to it; else nothing."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as cached:
        status = os.fstat(cached.fileno())
        is_safe = stat.S_ISREG(status.st_mode) and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        return cached.read() if is_safe and status.st_uid == os.geteuid() else b""


def _write(file: Path, payload: bytes) -> None:
    """Write a file in one step: whoever reads it finds the old one or the new one, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}-{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
            new.write(_HEADER + _sum(payload) + payload)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _delete_old(folder: Path) -> None:
    files = sorted(folder.glob("armsref-*.pickle*"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[MOST_FILES:]:
        file.unlink(missing_ok=True)
