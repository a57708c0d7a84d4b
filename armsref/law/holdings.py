"""What the reference holds on each state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from armsref.law.coverage import Coverage, states_with
from armsref.model import Treaty, Weapon


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


def holdings(coverage: Coverage, day: date) -> dict[str, Holdings]:
    """What the reference holds on each state on a day, in one pass over agreements and weapons."""
    dataset, by_state = coverage.dataset, defaultdict[str, Holdings](Holdings)
    for treaty in dataset.of_kind(Treaty):
        bound, lasts = coverage.bound(treaty, day), _lasts(coverage, treaty, day)
        listed = {*treaty.parties, *(row.state for row in dataset.participation.get(treaty.id, ()))}
        for state in listed | bound:
            state_holdings = by_state[state]
            (state_holdings.current if lasts and state in bound else state_holdings.others).append(treaty.id)
    for weapon in dataset.of_kind(Weapon):
        for state in states_with(weapon):
            _shelf(by_state[state], weapon, state).append(weapon.id)
    return by_state


def _lasts(coverage: Coverage, treaty: Treaty, day: date) -> bool:
    interval = coverage.status_on(treaty, day)
    return interval is not None and interval.status in ("in force", "suspended")


def _shelf(holdings: Holdings, weapon: Weapon, state: str) -> list[str]:
    if state in weapon.operators:
        return holdings.fields
    return holdings.fielded if state in weapon.former_operators else holdings.developed
