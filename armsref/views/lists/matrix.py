"""Weapons by agreements: the verdict of each on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from armsref.law.coverage import VERDICT_ORDER, VerdictWord, is_about
from armsref.law.effects import by_effect
from armsref.model import Treaty, Weapon
from armsref.prose.lines import EntryLink
from armsref.prose.vocabulary import EFFECT_NOUNS, VERDICT_SIGNS
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import link_to
from armsref.views.lists.timeline import DaySpan, day_span

WOULD_APPLY: VerdictWord = "would apply"


@dataclass(frozen=True, slots=True)
class CellPart:
    """What an agreement does to a weapon in one respect, as a noun, and whether."""

    word: VerdictWord
    noun: str

    @property
    def shown(self) -> str:
        """It with a sign for the verdict: '● ban'."""
        return f"{VERDICT_SIGNS[self.word]} {self.noun}"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What an agreement says of a weapon: the weightiest verdict, and every effect that it may have, from there."""

    word: VerdictWord
    parts: tuple[CellPart, ...]


@dataclass(frozen=True, slots=True)
class MatrixStretch:
    """What is shown under an agreement: what it does, or may do; nothing under one or several beside each other."""

    parts: tuple[CellPart, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A weapon, and what each agreement says of it; which would apply, were they in force for its states, in words."""

    weapon: EntryLink
    sought: Sought
    cells: tuple[MatrixCell, ...]
    would_apply: str

    @property
    def shown(self) -> Iterator[tuple[CellPart, ...]]:
        """What each agreement does to the weapon, or may do, without what it only would."""
        return (tuple(part for part in cell.parts if part.word != WOULD_APPLY) for cell in self.cells)

    @property
    def stretches(self) -> Iterator[MatrixStretch]:
        """What is shown of each agreement, and those together of which it is nothing."""
        for filled, cells in groupby(self.shown, bool):
            together = list(cells)
            yield from map(MatrixStretch, together) if filled else (MatrixStretch((), len(together)),)


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
    cells = tuple(_cell(as_of, weapon, treaty) for treaty in treaties)
    return MatrixRow(link_to(weapon), sought(as_of, weapon), cells, _would_apply(treaties, cells))


def _would_apply(treaties: Sequence[Treaty], cells: Sequence[MatrixCell]) -> str:
    """The agreements that would apply, each with what it would do: 'INF Treaty: ban; START I: limit, data'."""
    nouns = (", ".join(part.noun for part in cell.parts if part.word == WOULD_APPLY) for cell in cells)
    return "; ".join(f"{treaty.title}: {words}" for treaty, words in zip(treaties, nouns, strict=True) if words)


def _cell(as_of: AsOf, weapon: Weapon, treaty: Treaty) -> MatrixCell:
    verdicts = by_effect(as_of.coverage.treaty_verdicts(weapon, treaty, as_of.day))
    near = [(verdict.word, effect) for effect, verdict in verdicts.items() if verdict.word != "does not apply"]
    near.sort(key=lambda part: VERDICT_ORDER.index(part[0]))
    parts = tuple(CellPart(word, EFFECT_NOUNS[effect]) for word, effect in near)
    return MatrixCell(parts[0].word if parts else "does not apply", parts)
