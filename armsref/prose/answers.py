"""The one sentence that answers for an entry: written for most, counted for a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from armsref.law.coverage import Coverage
from armsref.law.holdings import Holdings, holdings
from armsref.model import Entry, State


@dataclass(frozen=True)
class EntryAnswers:
    """The one-sentence answers of all entries on a day; a state's is a count of what the reference holds on it."""

    coverage: Coverage
    day: date

    def of(self, entry: Entry) -> str:
        """An entry's answer."""
        if entry.answer or not isinstance(entry, State):
            return entry.answer or ""
        return state_answer(entry, self.holdings(entry.id))

    def holdings(self, state_id: str) -> Holdings:
        """What the reference holds on a state."""
        return self._by_state.get(state_id) or Holdings()

    @cached_property
    def _by_state(self) -> dict[str, Holdings]:
        return holdings(self.coverage, self.day)


def state_answer(state: State, holdings: Holdings) -> str:
    """A state's sentence: what the reference holds on it, counted."""
    counts = [
        _count(len(holdings.current), "agreement") + " in force",
        _count(len(holdings.others), "other agreement"),
        _count(len(holdings.weapons), "weapon"),
    ]
    return f"{state.title} in this reference: {counts[0]}, {counts[1]}, {counts[2]}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
