"""What the reference holds on each state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from armsref.law.coverage import Coverage, states_with
from armsref.law.standing import BOUND, Standing
from armsref.law.status import OVER
from armsref.loading.dataset import Dataset
from armsref.model import State, Treaty, Weapon


@dataclass
class Holdings:
    """What the reference holds on a state: ids of agreements and of weapons.

    Agreements: `current` are in force and bind it, or it suspended them; it has or had a place in the `others`. It has
    `not_joined` those that are open to all and whose table is complete; of the `unrecorded` it is not known here.
    """

    current: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    not_joined: list[str] = field(default_factory=list)
    unrecorded: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    fielded: list[str] = field(default_factory=list)
    developed: list[str] = field(default_factory=list)

    @property
    def weapons(self) -> list[str]:
        """All the weapons."""
        return [*self.fields, *self.fielded, *self.developed]


def holdings(coverage: Coverage, day: date) -> dict[str, Holdings]:
    """What the reference holds on each state on a day, in one pass over agreements and weapons."""
    dataset, by_state = coverage.dataset, defaultdict[str, Holdings](Holdings)
    for treaty in dataset.of_kind(Treaty):
        for state in _states_of_today(dataset, coverage, treaty):
            if shelf := _agreement_shelf(coverage, treaty, state, day):
                getattr(by_state[state], shelf).append(treaty.id)
    for weapon in dataset.of_kind(Weapon):
        for state in states_with(weapon):
            _shelf(by_state[state], weapon, state).append(weapon.id)
    return by_state


def _states_of_today(dataset: Dataset, coverage: Coverage, treaty: Treaty) -> dict[str, None]:
    """The states that have or had a place in an agreement, and all that there are today."""
    existing = (state.id for state in dataset.of_kind(State) if state.existed_until is None)
    return dict.fromkeys([*coverage.participants(treaty).states, *existing])


def _agreement_shelf(coverage: Coverage, treaty: Treaty, state: str, day: date) -> str:
    """Where an agreement stands among those of a state; empty where it is none of its."""
    if state in coverage.participants(treaty).states:
        place = coverage.standing_on(treaty, state, day)
        if place and not _OUTSIDE.issuperset(place.standings):
            return "current" if _lasts(coverage, treaty, day) and BOUND.issuperset(place.standings) else "others"
    interval = coverage.status_on(treaty, day)
    if treaty.parties or interval is None or interval.status in OVER:
        return ""  # of few, or of the past: nobody else was to join
    is_complete = treaty.id in coverage.dataset.participation and treaty.participation_complete
    return "not_joined" if is_complete else "unrecorded"


_OUTSIDE: frozenset[Standing] = frozenset({"not a party", "not recorded"})


def _lasts(coverage: Coverage, treaty: Treaty, day: date) -> bool:
    interval = coverage.status_on(treaty, day)
    return interval is not None and interval.status in ("in force", "suspended")


def _shelf(holdings: Holdings, weapon: Weapon, state: str) -> list[str]:
    if state in weapon.operators:
        return holdings.fields
    return holdings.fielded if state in weapon.former_operators else holdings.developed
