"""What the reference holds on each state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from armsref.law.coverage import Coverage
from armsref.model import Entry, State, Treaty, Weapon


@dataclass
class Holdings:
    """What the reference holds on a state: ids of agreements in force for it and others, and of weapons."""

    current: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    fielded: list[str] = field(default_factory=list)
    developed: list[str] = field(default_factory=list)

    @property
    def weapons(self) -> list[str]:
        """All the weapons."""
        return [*self.fields, *self.fielded, *self.developed]


@dataclass(frozen=True)
class EntryAnswers:
    """The one-sentence answers of all entries on a day; a state's is a count of what the reference holds on it."""

    coverage: Coverage
    day: date

    def of(self, entry: Entry) -> str:
        """An entry's answer."""
        if entry.answer or not isinstance(entry, State):
            return entry.answer or ""
        return state_answer(entry, self.held(entry.id))

    def held(self, state_id: str) -> Holdings:
        """What the reference holds on a state."""
        return self._holdings.get(state_id) or Holdings()

    @cached_property
    def _holdings(self) -> dict[str, Holdings]:
        return holdings(self.coverage, self.day)


def holdings(coverage: Coverage, day: date) -> dict[str, Holdings]:
    """What the reference holds on each state on a day, in one pass over agreements and weapons."""
    dataset, found = coverage.dataset, defaultdict[str, Holdings](Holdings)
    for treaty in dataset.of_kind(Treaty):
        bound, lasts = coverage.bound(treaty, day), _lasts(coverage, treaty, day)
        once = {*treaty.parties, *(row.state for row in dataset.participation.get(treaty.id, ()))}
        for state in once | bound:
            held = found[state]
            (held.current if lasts and state in bound else held.others).append(treaty.id)
    for weapon in dataset.of_kind(Weapon):
        for state in {*weapon.operators, *weapon.former_operators, *weapon.origin}:
            _shelf(found[state], weapon, state).append(weapon.id)
    return found


def _lasts(coverage: Coverage, treaty: Treaty, day: date) -> bool:
    held = coverage.interval(treaty, day)
    return held is not None and held.status in ("in force", "suspended")


def _shelf(held: Holdings, weapon: Weapon, state: str) -> list[str]:
    if state in weapon.operators:
        return held.fields
    return held.fielded if state in weapon.former_operators else held.developed


def state_answer(state: State, held: Holdings) -> str:
    """A state's sentence: what the reference holds on it, counted."""
    counts = [
        _count(len(held.current), "agreement") + " in force",
        _count(len(held.others), "other agreement"),
        _count(len(held.weapons), "weapon"),
    ]
    return f"{state.title} in this reference: {counts[0]}, {counts[1]}, {counts[2]}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
