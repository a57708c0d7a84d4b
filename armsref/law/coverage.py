"""Which provision reaches which weapon, and whether it binds on a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Literal

from armsref.law.conditions import Conditions, Holds, Reach, all_hold, any_holds
from armsref.law.standing import BOUND, StandingInterval, standing_intervals, states_of
from armsref.law.status import StatusInterval, TreatyStatus, status_intervals
from armsref.law.timeline import Interval, interval_on
from armsref.loading.dataset import Dataset, once
from armsref.model import Provision, Treaty, Weapon

VerdictWord = Literal["applies", "would apply", "depends", "does not apply"]
# From the weightiest to the lightest: what an agreement says of a weapon is what its weightiest provision says.
VERDICT_ORDER: tuple[VerdictWord, ...] = ("applies", "depends", "would apply", "does not apply")
# The statuses in which an agreement asks for what it says.
BINDING: frozenset[TreatyStatus] = frozenset({"in force", "provisionally applied"})


@dataclass(frozen=True)
class Force:
    """Whether an agreement binds any of some states on a day.

    `interval` is its status then, None before its first act; `places` says how each of the states stands in it, None
    where the provision is not for that state.
    """

    holds: Holds
    interval: StatusInterval | None
    places: dict[str, StandingInterval | None]

    def states(self, answer: Holds) -> tuple[str, ...]:
        """The states that it binds, does not bind, or may bind."""
        return tuple(state for state, place in self.places.items() if _binds(place) == answer)


@dataclass(frozen=True)
class Verdict:
    """Whether a provision reaches a weapon on a day: what it is about, and whether it binds."""

    weapon: Weapon
    treaty: Treaty
    provision: Provision
    day: date
    reach: Reach
    force: Force

    @property
    def word(self) -> VerdictWord:
        """The verdict; 'would apply' where only its force or its parties stand in the way."""
        return word_of(self.reach.holds, self.force.holds)


@dataclass(frozen=True, slots=True)
class VerdictInterval(Interval):
    """Days on which an agreement says the same of a weapon: the verdict of its weightiest provision."""

    start: date
    verdict: Verdict


def word_of(reach: Holds, force: Holds) -> VerdictWord:
    """The verdict of what a provision is about and whether it binds."""
    if reach == "no":
        return "does not apply"
    if reach == "depends" or force == "depends":
        return "depends"
    return "applies" if force == "yes" else "would apply"


@dataclass
class Coverage:
    """Verdicts on the weapons and agreements of a dataset; what they share is worked out once."""

    dataset: Dataset
    conditions: Conditions = field(default_factory=Conditions, repr=False)
    _statuses: dict[str, tuple[StatusInterval, ...]] = field(default_factory=dict, repr=False)
    _standings: dict[tuple[str, str], tuple[StandingInterval, ...]] = field(default_factory=dict, repr=False)
    _forces: dict[object, Force] = field(default_factory=dict, repr=False)
    _verdicts: dict[tuple[str, str], tuple[VerdictInterval, ...]] = field(default_factory=dict, repr=False)

    def verdicts(self, weapon: Weapon, day: date, state: str | None = None) -> list[Verdict]:
        """The verdict of every provision that has conditions, for those that have the weapon or for one state."""
        return [self.verdict(weapon, treaty, provision, day, state) for treaty, provision in self.provisions()]

    def verdict(
        self, weapon: Weapon, treaty: Treaty, provision: Provision, day: date, state: str | None = None
    ) -> Verdict:
        """The verdict of one provision."""
        states = (state,) if state else holders(weapon, treaty)
        return Verdict(
            weapon, treaty, provision, day, self.reach(weapon, provision), self.force(treaty, provision, states, day)
        )

    def provisions(self) -> Iterator[tuple[Treaty, Provision]]:
        """The provisions that have conditions, each with its agreement."""
        for treaty in self.dataset.of_kind(Treaty):
            for provision in treaty.provisions:
                if provision.reaches:
                    yield treaty, provision

    def reach(self, weapon: Weapon, provision: Provision) -> Reach:
        """Whether a provision is about a weapon, or about what carries it."""
        if provision.reaches is None:
            return Reach("yes")
        alone = self.conditions.reach(weapon, provision.reaches)
        if alone.holds == "yes" or not weapon.carried_by:
            return alone
        found = [
            (alone, None),
            *((self.conditions.reach(each, provision.reaches), each) for each in self.carriers(weapon)),
        ]
        best = any_holds(reach.holds for reach, _ in found)
        reach, carrier = next(each for each in found if each[0].holds == best)
        return Reach(best, reach.findings, carrier)

    def carriers(self, weapon: Weapon) -> Iterator[Weapon]:
        """The weapons that carry one, by any account."""
        for entry in (self.dataset.get(claim.value) for claim in weapon.carried_by):
            if isinstance(entry, Weapon):
                yield entry

    def force(self, treaty: Treaty, provision: Provision, states: tuple[str, ...], day: date) -> Force:
        """Whether a provision binds any of some states on a day."""
        key = (treaty.id, provision.binds, provision.spares, states, day)
        if key not in self._forces:
            interval = self.status_on(treaty, day)
            places = {state: self._place(treaty, provision, state, day) for state in states}
            self._forces[key] = Force(_force(interval, places.values()), interval, places)
        return self._forces[key]

    def _place(self, treaty: Treaty, provision: Provision, state: str, day: date) -> StandingInterval | None:
        return self.standing_on(treaty, state, day) if is_bound_by(treaty, provision, state) else None

    def verdict_intervals(self, weapon: Weapon, treaty: Treaty) -> tuple[VerdictInterval, ...]:
        """What an agreement says of a weapon over time, from its first act; nothing where it has no conditions."""
        key = (weapon.id, treaty.id)
        if key not in self._verdicts:
            self._verdicts[key] = tuple(self._verdict_intervals(weapon, treaty))
        return self._verdicts[key]

    def _verdict_intervals(self, weapon: Weapon, treaty: Treaty) -> Iterator[VerdictInterval]:
        days = self.turning_days(treaty, holders(weapon, treaty))
        if not is_about(self, weapon, treaty):
            # What an agreement is not about it never is, whoever is bound by it.
            days = days[:1]
        for day, following in zip_longest(days, days[1:]):
            verdict = weightiest(self, weapon, treaty, day)
            if verdict:
                yield VerdictInterval(day, following, verdict)

    def status_intervals(self, treaty: Treaty) -> tuple[StatusInterval, ...]:
        """The life of an agreement."""
        if treaty.id not in self._statuses:
            self._statuses[treaty.id] = status_intervals(treaty)
        return self._statuses[treaty.id]

    def status_on(self, treaty: Treaty, day: date) -> StatusInterval | None:
        """How an agreement stood on a day; None before its first act."""
        return interval_on(self.status_intervals(treaty), day)

    def standing_intervals(self, treaty: Treaty, state: str) -> tuple[StandingInterval, ...]:
        """How a state stood in an agreement over time."""
        key = (treaty.id, state)
        if key not in self._standings:
            self._standings[key] = standing_intervals(self.dataset, treaty, state)
        return self._standings[key]

    def standing_on(self, treaty: Treaty, state: str, day: date) -> StandingInterval | None:
        """How a state stood in an agreement on a day; None before its first act."""
        return interval_on(self.standing_intervals(treaty, state), day)

    def bound(self, treaty: Treaty, day: date) -> frozenset[str]:
        """The states, as far as they are listed by name, that an agreement binds on a day, or that suspended it."""
        standings = {state: self.standing_on(treaty, state, day) for state in states_of(self.dataset, treaty)}
        return frozenset(
            state for state, interval in standings.items() if interval and BOUND.issuperset(interval.standings)
        )

    def turning_days(self, treaty: Treaty, states: Iterable[str]) -> list[date]:
        """The days on which a verdict on an agreement may change, for some states."""
        standings = (interval.start for state in states for interval in self.standing_intervals(treaty, state))
        return sorted({*(interval.start for interval in self.status_intervals(treaty)), *standings})


@once
def coverage_of(dataset: Dataset) -> Coverage:
    """The coverage of a dataset, shared by all that ask about it."""
    return Coverage(dataset)


def is_about(coverage: Coverage, weapon: Weapon, treaty: Treaty) -> bool:
    """Whether any provision of an agreement is, or may be, about a weapon."""
    return any(provision.reaches and coverage.reach(weapon, provision).holds != "no" for provision in treaty.provisions)


def weightiest(coverage: Coverage, weapon: Weapon, treaty: Treaty, day: date) -> Verdict | None:
    """What an agreement says of a weapon on a day: its weightiest provision; None where none has conditions."""
    verdicts = [
        coverage.verdict(weapon, treaty, provision, day) for provision in treaty.provisions if provision.reaches
    ]
    return min(verdicts, key=lambda verdict: VERDICT_ORDER.index(verdict.word), default=None)


def states_with(weapon: Weapon) -> tuple[str, ...]:
    """The states that have, had or made a weapon."""
    return tuple(dict.fromkeys([*weapon.operators, *weapon.former_operators, *weapon.origin]))


def holders(weapon: Weapon, treaty: Treaty) -> tuple[str, ...]:
    """The states that have, had or made a weapon, and those that took their place in an agreement."""
    states = states_with(weapon)
    heirs = [heir for state in states for heir in treaty.succession.get(state, ())]
    return tuple(dict.fromkeys([*states, *heirs]))


def is_bound_by(treaty: Treaty, provision: Provision, state: str) -> bool:
    """Whether a provision is for a state, if that takes part at all."""
    if not provision.binds and not provision.spares:
        return True
    alike = {state, *(one for one, heirs in treaty.succession.items() if state in heirs)}
    return not (alike & set(provision.spares)) and (not provision.binds or bool(alike & set(provision.binds)))


def is_in_effect(interval: StatusInterval | None) -> Holds:
    """Whether an agreement asks for what it says in an interval of its life."""
    asks = [status in BINDING for status in interval.statuses] if interval else [False]
    return "yes" if all(asks) else "depends" if any(asks) else "no"


def _force(interval: StatusInterval | None, places: Iterable[StandingInterval | None]) -> Holds:
    return all_hold([is_in_effect(interval), any_holds(_binds(place) for place in places)])


def _binds(place: StandingInterval | None) -> Holds:
    """Whether an agreement in force binds a state that stands so; one that suspended it is not counted as bound."""
    if place is None:
        return "no"
    if "not recorded" in place.standings:
        return "depends"
    bound = [each in BOUND and each != "suspended" for each in place.standings]
    return "yes" if all(bound) else "depends" if any(bound) else "no"
