"""Every name an entry goes by, in every script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from armsref.model import Entry, State, Treaty, Weapon

System = Literal["name", "short name", "formal name", "abbreviation", "alias", "translation", "designation", "code"]


@dataclass(frozen=True)
class Name:
    """One name as it is written, the system it belongs to, and where it stands in the entry."""

    surface: str
    system: System
    path: tuple[str | int, ...]


def names_of(entry: Entry) -> Iterator[Name]:
    """All names of an entry, the one it is called by first; a name in two systems comes twice."""
    if entry.short_name:
        yield Name(entry.short_name, "short name", ("short_name",))
    yield Name(entry.name, "name", ("name",))
    if entry.abbreviation:
        yield Name(entry.abbreviation, "abbreviation", ("abbreviation",))
    for index, alias in enumerate(entry.aliases):
        yield Name(alias, "alias", ("aliases", index))
    for language, names in entry.names.items():
        for index, name in enumerate(names):
            yield Name(name, "translation", ("names", language, index))
    yield from _names_of_kind(entry)


def _names_of_kind(entry: Entry) -> Iterator[Name]:
    if isinstance(entry, Weapon):
        for system, designations in entry.designations.items():
            for index, designation in enumerate(designations):
                yield Name(designation.value, "designation", ("designations", system, index))
    if isinstance(entry, Treaty | State) and entry.formal_name:
        yield Name(entry.formal_name, "formal name", ("formal_name",))
    if isinstance(entry, State) and entry.iso:
        yield Name(entry.iso, "code", ("iso",))


def folded(name: str) -> str:
    """A name as it is compared: case, accents, kinds of dash and apostrophe, and runs of space do not count."""
    plain = name.lower() if name.isascii() else _unaccented(name)
    return " ".join(plain.translate(_SAME).split())


def _unaccented(name: str) -> str:
    # Twice, since each step may give what the other changes: "№" becomes "No", "ᾳ" a letter and an accent.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.casefold()).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


_SAME = {ord(char): "-" for char in "‐‑‒–—−"} | {ord(char): "'" for char in "’‘ʼ`"}
