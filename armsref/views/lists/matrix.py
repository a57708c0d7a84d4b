"""Weapons by agreements: the verdict of each on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armsref.law.coverage import VerdictWord, is_about, weightiest
from armsref.model import Treaty, Weapon
from armsref.prose.lines import EntryLink
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import link_to
from armsref.views.lists.timeline import DaySpan, day_span


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A weapon, and a word for each agreement."""

    weapon: EntryLink
    sought: Sought
    words: tuple[VerdictWord, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The verdicts of today, and the days for which one may ask instead."""

    span: DaySpan
    treaties: tuple[EntryLink, ...]
    rows: tuple[MatrixRow, ...]


def matrix(as_of: AsOf) -> Matrix:
    """All weapons by those agreements that are about any."""
    weapons = as_of.dataset.of_kind(Weapon)
    treaties = [
        treaty
        for treaty in as_of.dataset.of_kind(Treaty)
        if any(is_about(as_of.coverage, weapon, treaty) for weapon in weapons)
    ]
    rows = tuple(_row(as_of, weapon, treaties) for weapon in weapons)
    return Matrix(day_span(as_of), tuple(map(link_to, treaties)), rows)


def _row(as_of: AsOf, weapon: Weapon, treaties: Sequence[Treaty]) -> MatrixRow:
    words = tuple(_word(as_of, weapon, treaty) for treaty in treaties)
    return MatrixRow(link_to(weapon), sought(as_of, weapon), words)


def _word(as_of: AsOf, weapon: Weapon, treaty: Treaty) -> VerdictWord:
    verdict = weightiest(as_of.coverage, weapon, treaty, as_of.day)
    return verdict.word if verdict else "does not apply"
