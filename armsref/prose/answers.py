"""The one sentence that answers for an entry: written for most, worked out for a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from armsref.law.coverage import Coverage
from armsref.law.holdings import Holdings, holdings
from armsref.loading.dataset import Dataset
from armsref.model import Entry, State
from armsref.prose.english import begun, day, how_many, listed, the
from armsref.prose.status import NAMED


@dataclass(frozen=True)
class EntryAnswers:
    """The one-sentence answers of all entries on a day; a state's is worked out from what the reference holds on it."""

    coverage: Coverage
    day: date

    def of(self, entry: Entry) -> str:
        """An entry's answer."""
        if entry.answer or not isinstance(entry, State):
            return entry.answer or ""
        return state_answer(self.coverage.dataset, entry, self.holdings(entry.id))

    def holdings(self, state_id: str) -> Holdings:
        """What the reference holds on a state."""
        return self._by_state.get(state_id) or Holdings()

    @cached_property
    def _by_state(self) -> dict[str, Holdings]:
        return holdings(self.coverage, self.day)


def state_answer(dataset: Dataset, state: State, holdings: Holdings) -> str:
    """A state's sentence: in how much it takes part, what it is outside of, what it fields.

    'India takes part in 18 agreements listed here; it is outside the NPT, which most states have joined; it fields
    three weapons listed here.'
    """
    name = begun(the(state.title))
    if state.existed_until:
        return f"{name} existed until {day(state.existed_until)}."
    parts = [f"{name} takes part in {_counted(len(holdings.current), 'agreement')} listed here"]
    if holdings.outside:
        parts.append(f"it is outside {_named(dataset, holdings.outside)}, which most states have joined")
    if holdings.fields:
        parts.append(f"it fields {_counted(len(holdings.fields), 'weapon')} listed here")
    return f"{'; '.join(parts)}."


def _named(dataset: Dataset, treaties: Sequence[str]) -> str:
    """Agreements by their names, of many the first and how many others."""
    names = [f"the {dataset[treaty].title}" for treaty in treaties]
    others = [] if len(names) <= NAMED else [f"{how_many(len(names) - NAMED + 1)} others"]
    return listed([*(names if not others else names[: NAMED - 1]), *others])


def _counted(number: int, noun: str) -> str:
    return f"{how_many(number)} {noun}{'' if number == 1 else 's'}"
