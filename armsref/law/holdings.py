"""What the reference holds on each state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from armsref.law.coverage import Coverage, states_with
from armsref.law.standing import BOUND, OUTSIDE, Standing
from armsref.law.status import OVER
from armsref.loading.dataset import Dataset
from armsref.model import State, Treaty, Weapon


@dataclass
class Holdings:
    """What the reference holds on a state: ids of agreements and of weapons.

    Agreements: `current` bind it, or it suspended them; it has or had a place in the `others`: `signed` are those by
    which it is not bound yet, of the `unclear` it is not known, and it left, or there ended, the rest. It has
    `not_joined` those that are open to all and whose table is complete, or lists it as one that did not; of the
    `unrecorded` it is not known here. `outside` are those that it has not joined, or only signed, and that most states
    have joined, the ones with most states first.
    """

    current: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    not_joined: list[str] = field(default_factory=list)
    unrecorded: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    fielded: list[str] = field(default_factory=list)
    developed: list[str] = field(default_factory=list)

    @property
    def past(self) -> list[str]:
        """The agreements that it left, that ended, or that never bound it and cannot any more."""
        return [treaty for treaty in self.others if treaty not in (*self.signed, *self.unclear)]

    @property
    def weapons(self) -> list[str]:
        """All the weapons."""
        return [*self.fields, *self.fielded, *self.developed]


def holdings(coverage: Coverage, day: date) -> dict[str, Holdings]:
    """What the reference holds on each state on a day, in one pass over agreements and weapons."""
    dataset, by_state = coverage.dataset, defaultdict[str, Holdings](Holdings)
    half = sum(state.existed_until is None for state in dataset.of_kind(State)) / 2
    joined: dict[str, set[str]] = defaultdict(set)
    for treaty in dataset.of_kind(Treaty):
        for state in _states_of_today(dataset, coverage, treaty):
            place = coverage.standing_on(treaty, state, day)
            if place and _JOINED.issuperset(place.standings):
                joined[treaty.id].add(state)
            for shelf in _agreement_shelves(coverage, treaty, state, day):
                getattr(by_state[state], shelf).append(treaty.id)
    widely = {treaty: states for treaty, states in joined.items() if len(states) > half}
    for treaty_id in sorted(widely, key=lambda treaty_id: (-len(widely[treaty_id]), treaty_id)):
        _note_outsiders(by_state, treaty_id, widely[treaty_id])
    for weapon in dataset.of_kind(Weapon):
        for state in states_with(weapon):
            _shelf(by_state[state], weapon, state).append(weapon.id)
    return by_state


def listing_agreements(dataset: Dataset) -> tuple[Treaty, ...]:
    """The agreements that are open to more than the parties they name, and have a table of their states."""
    treaties = dataset.of_kind(Treaty)
    return tuple(treaty for treaty in treaties if not treaty.parties and treaty.id in dataset.participation)


def _note_outsiders(by_state: Mapping[str, Holdings], treaty_id: str, joined: Set[str]) -> None:
    """Note for each state that has not joined an agreement, or only signed it, that most others have."""
    for state, held in by_state.items():
        if state not in joined and treaty_id in (*held.not_joined, *held.signed):
            held.outside.append(treaty_id)


def _states_of_today(dataset: Dataset, coverage: Coverage, treaty: Treaty) -> dict[str, None]:
    """The states that have or had a place in an agreement, and all that there are today."""
    existing = (state.id for state in dataset.of_kind(State) if state.existed_until is None)
    return dict.fromkeys([*coverage.participants(treaty).states, *existing])


def _agreement_shelves(coverage: Coverage, treaty: Treaty, state: str, day: date) -> tuple[str, ...]:
    """Where an agreement stands among those of a state; nowhere where it is none of its."""
    place = coverage.standing_on(treaty, state, day)
    if place and not OUTSIDE.issuperset(place.standings):
        return _shelves_by_standing(place.standings)
    if not _is_open(coverage, treaty, day):
        return ()
    return ("not_joined" if coverage.participants(treaty).has_listed(state) else "unrecorded",)


def _shelves_by_standing(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    for shelf, alike in (((), _PAST), (("signed",), _ON_THE_WAY)):
        if alike.issuperset(standings):
            return ("others", *shelf)
    return ("current",) if BOUND.issuperset(standings) else ("others", "unclear")


_JOINED: frozenset[Standing] = BOUND | {"ratified"}
_ON_THE_WAY: frozenset[Standing] = frozenset({"signatory", "ratified"})
_PAST: frozenset[Standing] = frozenset({"withdrawn", "former party", "never bound", "succeeded"})


def _is_open(coverage: Coverage, treaty: Treaty, day: date) -> bool:
    """Whether a state outside may have joined: not what is between few, or over, or only proposed."""
    interval = coverage.status_on(treaty, day)
    return not treaty.parties and interval is not None and interval.status not in {*OVER, "proposed"}


def _shelf(holdings: Holdings, weapon: Weapon, state: str) -> list[str]:
    if state in weapon.operators:
        return holdings.fields
    return holdings.fielded if state in weapon.former_operators else holdings.developed
