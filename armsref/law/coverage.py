"""Which provision reaches which weapon, and whether it binds on a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from itertools import zip_longest
from typing import Literal

from armsref.law.conditions import Conditions, Holds, Reach, all_hold, any_holds
from armsref.law.standing import BOUND, Participants, StandingInterval
from armsref.law.status import StatusInterval, TreatyStatus, is_recorded, recorded_from, status_intervals
from armsref.law.timeline import Interval, interval_on
from armsref.loading.dataset import Dataset, once
from armsref.model import Provision, Treaty, Weapon

VerdictWord = Literal["applies", "would apply", "depends", "does not apply"]
# From the weightiest to the lightest: an agreement says of a weapon what its weightiest provision says.
VERDICT_ORDER: tuple[VerdictWord, ...] = ("applies", "depends", "would apply", "does not apply")
# The statuses in which an agreement asks for what it says.
IN_EFFECT: frozenset[TreatyStatus] = frozenset({"in force", "provisionally applied"})


@dataclass(frozen=True, slots=True)
class Force:
    """Whether an agreement binds any of some states on a day.

    `interval` is its status then, None before its first act; `standings` say how each state of `asked` stands in it,
    None where the provision is not for that state.
    """

    holds: Holds
    interval: StatusInterval | None
    asked: tuple[str, ...]
    standings: tuple[StandingInterval | None, ...]

    @property
    def places(self) -> dict[str, StandingInterval | None]:
        """How each of the states stands in the agreement."""
        return dict(zip(self.asked, self.standings, strict=True))

    def states(self, answer: Holds) -> tuple[str, ...]:
        """The states that it binds, does not bind, or may bind."""
        return tuple(state for state, standing in self.places.items() if _binds(standing) == answer)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a provision reaches a weapon on a day: what it is about, and whether it binds."""

    weapon: Weapon
    treaty: Treaty
    provision: Provision
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


@dataclass(frozen=True, slots=True)
class VerdictsInterval(Interval):
    """Days on which no verdict of an agreement on a weapon changes: those of all its provisions."""

    start: date
    verdicts: tuple[Verdict, ...]


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
    _conditional: dict[str, tuple[Provision, ...]] = field(default_factory=dict, repr=False)
    _participants: dict[str, Participants] = field(default_factory=dict, repr=False)
    _standings: dict[tuple[str, str], tuple[StandingInterval, ...]] = field(default_factory=dict, repr=False)
    _holders: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _verdicts: dict[tuple[str, str], tuple[VerdictsInterval, ...]] = field(default_factory=dict, repr=False)

    # Agreements, and states in them

    def status_intervals(self, treaty: Treaty) -> tuple[StatusInterval, ...]:
        """The life of an agreement."""
        if treaty.id not in self._statuses:
            self._statuses[treaty.id] = status_intervals(treaty)
        return self._statuses[treaty.id]

    def status_on(self, treaty: Treaty, day: date) -> StatusInterval | None:
        """How an agreement stood on a day; None before its first act."""
        return interval_on(self.status_intervals(treaty), day)

    def participants(self, treaty: Treaty) -> Participants:
        """The states that have, or had, a place in an agreement."""
        if treaty.id not in self._participants:
            self._participants[treaty.id] = Participants(self.dataset, treaty)
        return self._participants[treaty.id]

    def standing_intervals(self, treaty: Treaty, state: str) -> tuple[StandingInterval, ...]:
        """How a state stood in an agreement over time."""
        key = (treaty.id, state)
        if key not in self._standings:
            self._standings[key] = self.participants(treaty).standing_intervals(state)
        return self._standings[key]

    def standing_on(self, treaty: Treaty, state: str, day: date) -> StandingInterval | None:
        """How a state stood in an agreement on a day; None before its first act."""
        return interval_on(self.standing_intervals(treaty, state), day)

    def bound(self, treaty: Treaty, day: date) -> frozenset[str]:
        """The states, as far as they are listed by name, that an agreement binds on a day, or that suspended it."""
        standings = {state: self.standing_on(treaty, state, day) for state in self.participants(treaty).states}
        return frozenset(
            state for state, interval in standings.items() if interval and BOUND.issuperset(interval.standings)
        )

    def turning_days(self, treaty: Treaty, states: Iterable[str]) -> list[date]:
        """The days on which a verdict on an agreement may change, for some states."""
        standings = (interval.start for state in states for interval in self.standing_intervals(treaty, state))
        return sorted({*(interval.start for interval in self.status_intervals(treaty)), *standings})

    def force(self, treaty: Treaty, provision: Provision, states: tuple[str, ...], day: date) -> Force:
        """Whether a provision binds any of some states on a day."""
        interval = self.status_on(treaty, day)
        standings = tuple([self._place(treaty, provision, state, day) for state in states])
        binds = any_holds([_binds(standing) for standing in standings])
        return Force(all_hold([is_in_effect(interval), binds]), interval, states, standings)

    def _place(self, treaty: Treaty, provision: Provision, state: str, day: date) -> StandingInterval | None:
        return self.standing_on(treaty, state, day) if is_bound_by(treaty, provision, state) else None

    # Weapons

    @cached_property
    def conditional(self) -> tuple[Treaty, ...]:
        """The agreements that have conditions on weapons."""
        return tuple(treaty for treaty in self.dataset.of_kind(Treaty) if self.conditional_provisions(treaty))

    def conditional_provisions(self, treaty: Treaty) -> tuple[Provision, ...]:
        """The provisions of an agreement that have conditions on weapons."""
        if treaty.id not in self._conditional:
            self._conditional[treaty.id] = tuple(provision for provision in treaty.provisions if provision.reaches)
        return self._conditional[treaty.id]

    def reach(self, weapon: Weapon, provision: Provision) -> Reach:
        """Whether a provision is about a weapon, or about what carries it."""
        reaches = provision.reaches
        if reaches is None:
            return Reach("yes")
        alone = self.conditions.reach(weapon, reaches)
        if alone.holds == "yes" or not weapon.carried_by:
            return alone
        carriers = self.carriers(weapon)
        ways = [alone, *(replace(self.conditions.reach(carrier, reaches), through=carrier) for carrier in carriers)]
        best = any_holds(way.holds for way in ways)
        return next(way for way in ways if way.holds == best)

    def carriers(self, weapon: Weapon) -> Iterator[Weapon]:
        """The weapons that carry one, by any account."""
        for entry in (self.dataset.get(claim.value) for claim in weapon.carried_by):
            if isinstance(entry, Weapon):
                yield entry

    def holders(self, weapon: Weapon, treaty: Treaty) -> tuple[str, ...]:
        """The states that have, had or made a weapon, and those that took their place in an agreement."""
        if weapon.id not in self._holders:
            self._holders[weapon.id] = states_with(weapon)
        return with_heirs(treaty, self._holders[weapon.id])

    def verdict(
        self, weapon: Weapon, treaty: Treaty, provision: Provision, day: date, state: str | None = None
    ) -> Verdict | None:
        """The verdict of one provision on a day, for the states that have the weapon or for one state.

        None on a day before the weapon's first recorded act.
        """
        if not is_recorded(weapon, day):
            return None
        states = (state,) if state else self.holders(weapon, treaty)
        return Verdict(
            weapon, treaty, provision, self.reach(weapon, provision), self.force(treaty, provision, states, day)
        )

    def verdicts(self, weapon: Weapon, day: date, state: str | None = None) -> list[Verdict]:
        """The verdict of every provision that has conditions; none on a day before the weapon's first recorded act."""
        return [verdict for treaty in self.conditional for verdict in self.treaty_verdicts(weapon, treaty, day, state)]

    def treaty_verdicts(self, weapon: Weapon, treaty: Treaty, day: date, state: str | None = None) -> list[Verdict]:
        """The verdict of every provision of one agreement that has conditions; none before the first recorded act."""
        if not is_recorded(weapon, day):
            return []
        states = (state,) if state else self.holders(weapon, treaty)
        verdicts: list[Verdict] = []
        forces: dict[object, Force] = {}
        for provision in self.conditional_provisions(treaty):
            bound = (provision.binds, provision.spares)
            if bound not in forces:
                forces[bound] = self.force(treaty, provision, states, day)
            verdicts.append(Verdict(weapon, treaty, provision, self.reach(weapon, provision), forces[bound]))
        return verdicts

    def verdict_intervals(self, weapon: Weapon, treaty: Treaty) -> tuple[VerdictInterval, ...]:
        """What an agreement says of a weapon over time by its weightiest provision."""
        weightiest_ones = ((each, weightiest_of(each.verdicts)) for each in self.verdicts_over_time(weapon, treaty))
        return tuple(VerdictInterval(each.start, each.end, verdict) for each, verdict in weightiest_ones if verdict)

    def verdicts_over_time(self, weapon: Weapon, treaty: Treaty) -> tuple[VerdictsInterval, ...]:
        """All that an agreement says of a weapon over time; nothing where it has no conditions.

        It begins with the agreement's first act or with the weapon's, whichever is later.
        """
        key = (weapon.id, treaty.id)
        if key not in self._verdicts:
            self._verdicts[key] = tuple(self._verdicts_over_time(weapon, treaty))
        return self._verdicts[key]

    def _verdicts_over_time(self, weapon: Weapon, treaty: Treaty) -> Iterator[VerdictsInterval]:
        days = self.turning_days(treaty, self.holders(weapon, treaty))
        if not is_about(self, weapon, treaty):
            # What an agreement is not about it never is, whoever is bound by it.
            days = days[:1]
        days = days_from(recorded_from(weapon), days)
        for day, following in zip_longest(days, days[1:]):
            verdicts = self.treaty_verdicts(weapon, treaty, day)
            if verdicts:
                yield VerdictsInterval(day, following, tuple(verdicts))


@once
def coverage_of(dataset: Dataset) -> Coverage:
    """The coverage of a dataset, shared by all that ask about it."""
    return Coverage(dataset)


def is_about(coverage: Coverage, weapon: Weapon, treaty: Treaty) -> bool:
    """Whether any provision of an agreement is, or may be, about a weapon."""
    provisions = coverage.conditional_provisions(treaty)
    return any(coverage.reach(weapon, provision).holds != "no" for provision in provisions)


def weightiest(coverage: Coverage, weapon: Weapon, treaty: Treaty, day: date) -> Verdict | None:
    """What an agreement says of a weapon on a day: its weightiest verdict.

    None where it has no conditions, and before the weapon's first recorded act.
    """
    return weightiest_of(coverage.treaty_verdicts(weapon, treaty, day))


def weightiest_of(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The first of the weightiest verdicts; None of none."""
    return min(verdicts, key=lambda verdict: VERDICT_ORDER.index(verdict.word), default=None)


def days_from(first: date | None, days: list[date]) -> list[date]:
    """Days on which something changes, in order, of which those before a first day all fall on it."""
    return days if first is None else sorted({max(day, first) for day in days})


def states_with(weapon: Weapon) -> tuple[str, ...]:
    """The states that have, had or made a weapon."""
    return tuple(dict.fromkeys([*weapon.operators, *weapon.former_operators, *weapon.origin]))


def with_heirs(treaty: Treaty, states: tuple[str, ...]) -> tuple[str, ...]:
    """Some states, and those that took their place in an agreement."""
    heirs = [heir for state in states for heir in treaty.succession.get(state, ())] if treaty.succession else []
    return tuple(dict.fromkeys([*states, *heirs])) if heirs else states


def is_bound_by(treaty: Treaty, provision: Provision, state: str) -> bool:
    """Whether a provision is for a state, if that takes part at all."""
    if not provision.binds and not provision.spares:
        return True
    named_as = {state, *(former for former, heirs in treaty.succession.items() if state in heirs)}
    return not (named_as & set(provision.spares)) and (not provision.binds or bool(named_as & set(provision.binds)))


def is_in_effect(interval: StatusInterval | None) -> Holds:
    """Whether an agreement asks for what it says in an interval of its life."""
    return _whether_in(IN_EFFECT, interval.statuses) if interval else "no"


def _binds(place: StandingInterval | None) -> Holds:
    """Whether an agreement in force binds a state that stands so; one that suspended it is not counted as bound."""
    if place is None:
        return "no"
    return "depends" if "not recorded" in place.standings else _whether_in(_OBLIGED, place.standings)


_OBLIGED = BOUND - {"suspended"}


@cache
def _whether_in(wanted: frozenset[str], possible: tuple[str, ...]) -> Holds:
    """Whether all that is possible is wanted, some of it or nothing."""
    answers = [word in wanted for word in possible]
    return "yes" if all(answers) else "depends" if any(answers) else "no"
