"""Was notice of a launch due? The rules of notification, put to a flight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Literal

from armsref.law.claims import least_and_most
from armsref.law.conditions import Holds, Reach, agreed, all_hold, any_holds
from armsref.law.coverage import Coverage, Force, VerdictWord, days_from, word_of
from armsref.law.status import is_recorded, recorded_from
from armsref.law.timeline import Interval
from armsref.model import Account, Event, NumberClaim, Provision, Purpose, Treaty, Weapon, WeaponType

# Where a flight goes, if not towards a state.
COURSES = ("inside", "sea")
TriggerName = Literal[
    "activity", "flight", "beyond_national_territory", "towards_other_party", "over_high_seas", "purpose"
]


@dataclass(frozen=True)
class Flight:
    """A launch, in the terms that the rules ask about.

    `towards` is the state in whose direction it flies, None where that is none or is not known. That it goes beyond the
    launching state's territory, or over the high seas, is None where it is not known. Claims give how far and how high
    it was to go, in km.
    """

    weapon: Weapon
    by: str
    day: date
    purpose: Purpose
    towards: str | None = None
    beyond_national_territory: bool | None = None
    over_high_seas: bool | None = None
    range_km: tuple[NumberClaim, ...] = ()
    altitude_km: tuple[NumberClaim, ...] = ()


@dataclass(frozen=True)
class TriggerFinding:
    """One thing that a rule asks of a flight, and the answer; `claims` on range and altitude are what it rests on."""

    asked: TriggerName
    holds: Holds
    claims: tuple[NumberClaim, ...] = ()


@dataclass(frozen=True)
class Notice:
    """Whether one rule asked for notice of a flight, and how officials explained it."""

    flight: Flight
    treaty: Treaty
    provision: Provision
    reach: Reach
    triggers: tuple[TriggerFinding, ...]
    force: Force
    explanations: tuple[Account, ...] = ()

    @property
    def concerns(self) -> Holds:
        """Whether the rule is about such a flight, in force or not."""
        return all_hold([self.reach.holds, *(finding.holds for finding in self.triggers)])

    @property
    def word(self) -> VerdictWord:
        """The verdict."""
        return word_of(self.concerns, self.force.holds)


@dataclass(frozen=True, slots=True)
class NoticeInterval(Interval):
    """Days on which one rule asks the same for a flight."""

    start: date
    notice: Notice


# What flies by itself; of the rest a rule of notification does not speak.
_LAUNCHED: frozenset[WeaponType] = frozenset(
    {"ballistic-missile", "cruise-missile", "boost-glide", "anti-satellite", "interceptor", "space-launch-vehicle"}
)


def can_be_launched(weapon: Weapon) -> bool:
    """Whether a weapon is of a sort that rules of notification speak of."""
    return weapon.type in _LAUNCHED


def flight_of(coverage: Coverage, event: Event) -> Flight:
    """The flight of an event. Raises ValueError where the event is no launch of a weapon."""
    launch = event.launch
    weapon = coverage.dataset.get(launch.weapon) if launch else None
    if launch is None or not isinstance(weapon, Weapon):
        raise ValueError(f"'{event.id}' is not a launch")
    towards = launch.towards if launch.towards != launch.by else None
    beyond = None if launch.towards is None else launch.towards != launch.by
    return Flight(
        weapon, launch.by, event.date.earliest, launch.purpose, towards, beyond, launch.over_high_seas,
        launch.range_km, launch.altitude_km,
    )  # fmt: skip


def flight_on_course(weapon: Weapon, by: str, on: date, purpose: Purpose, towards: str | None) -> Flight:
    """A flight `inside` the launching state's territory, over the high `sea`, towards a state, or nobody says where."""
    if towards in ("inside", by):
        return Flight(weapon, by, on, purpose, beyond_national_territory=False, over_high_seas=False)
    if towards == "sea":
        return Flight(weapon, by, on, purpose, beyond_national_territory=True, over_high_seas=True)
    return Flight(weapon, by, on, purpose, towards, beyond_national_territory=True if towards else None)


def notices(coverage: Coverage, flight: Flight, event: Event | None = None) -> list[Notice]:
    """What each rule of notification asked for a flight; `event` brings how officials explained it.

    Nothing on a day before the weapon's first recorded act.
    """
    if not is_recorded(flight.weapon, flight.day):
        return []
    return [notice(coverage, flight, *rule, event) for rule in notice_rules(coverage)]


def notice_rules(coverage: Coverage) -> Iterator[tuple[Treaty, Provision]]:
    """The provisions that ask for notice, each with its agreement."""
    for treaty in coverage.dataset.of_kind(Treaty):
        for provision in treaty.provisions:
            if provision.effect == "requires-notification":
                yield treaty, provision


def notice(
    coverage: Coverage, flight: Flight, treaty: Treaty, provision: Provision, event: Event | None = None
) -> Notice:
    """What one rule asked for a flight."""
    force = coverage.force(treaty, provision, (flight.by,), flight.day)
    reach = coverage.reach(flight.weapon, provision)
    triggers = triggers_of(coverage, flight, treaty, provision)
    accounts = event.accounts if event else ()
    explanations = tuple(account for account in accounts if treaty.id in account.explains)
    return Notice(flight, treaty, provision, reach, triggers, force, explanations)


def notice_intervals(
    coverage: Coverage, flight: Flight, treaty: Treaty, provision: Provision
) -> tuple[NoticeInterval, ...]:
    """What one rule asks for such a flight over time, from its agreement's first act on, or later from the weapon's."""
    days = days_from(recorded_from(flight.weapon), coverage.turning_days(treaty, (flight.by,)))
    return tuple(
        NoticeInterval(day, following, notice(coverage, replace(flight, day=day), treaty, provision))
        for day, following in zip_longest(days, days[1:])
    )


def triggers_of(coverage: Coverage, flight: Flight, treaty: Treaty, provision: Provision) -> tuple[TriggerFinding, ...]:
    """What a rule asks of a flight beside what flies, and the answers."""
    others = set(coverage.participants(treaty).states) - {flight.by}
    return tuple(_triggers(flight, provision, others))


def _triggers(flight: Flight, provision: Provision, others: set[str]) -> Iterator[TriggerFinding]:
    trigger = provision.trigger
    if trigger and trigger.activity != "launch":
        yield TriggerFinding("activity", "no")
    if trigger and (trigger.range_km_over is not None or trigger.altitude_km_over is not None):
        yield _far_or_high(flight, trigger.range_km_over, trigger.altitude_km_over)
    if trigger and trigger.beyond_national_territory:
        yield TriggerFinding("beyond_national_territory", _known(flight.beyond_national_territory))
    if trigger and trigger.towards_other_party:
        yield TriggerFinding("towards_other_party", _towards(flight, others))
    if trigger and trigger.over_high_seas:
        yield TriggerFinding("over_high_seas", _known(flight.over_high_seas))
    if flight.purpose in provision.exempts:
        yield TriggerFinding("purpose", "no")
    elif flight.purpose in provision.may_exempt:
        yield TriggerFinding("purpose", "depends")


def _far_or_high(flight: Flight, range_over: float | None, altitude_over: float | None) -> TriggerFinding:
    """Whether a flight goes farther or higher than a rule asks; either is enough."""
    answers: list[Holds] = []
    claims: tuple[NumberClaim, ...] = ()
    if range_over is not None:
        answers.append(_exceeds(flight.range_km, range_over) or _could_exceed(flight.weapon.range_km, range_over))
        claims += flight.range_km or flight.weapon.range_km
    if altitude_over is not None:
        answers.append(_exceeds(flight.altitude_km, altitude_over) or "depends")
        claims += flight.altitude_km
    return TriggerFinding("flight", any_holds(answers), claims)


def _exceeds(claims: Iterable[NumberClaim], limit: float) -> Holds | None:
    """Whether a flight goes beyond a limit, by the claims on it; None where there are none."""
    answers: list[Holds] = []
    for claim in claims:
        least, most = least_and_most(claim)
        answers.append("yes" if least > limit else "no" if most <= limit else "depends")
    return agreed(answers) if answers else None


def _could_exceed(claims: Iterable[NumberClaim], limit: float) -> Holds:
    """Whether a flight of which nothing is said exceeds a limit: not if the weapon cannot go so far; else it may."""
    ranges = [least_and_most(claim)[1] for claim in claims]
    return "no" if ranges and all(most <= limit for most in ranges) else "depends"


def _towards(flight: Flight, others: set[str]) -> Holds:
    """Whether a flight goes in the direction of one of the other states."""
    if flight.towards is not None:
        return "yes" if flight.towards in others else "no"
    if flight.beyond_national_territory is False or flight.over_high_seas:
        return "no"
    return "depends"


def _known(fact: bool | None) -> Holds:
    return "depends" if fact is None else "yes" if fact else "no"
