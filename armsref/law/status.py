"""In force or not, on a date: worked out from the acts of an agreement's history, or of a weapon's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from armsref.law.timeline import Interval, Span, TimedAct, interval_on, merged_runs, spans, timeline
from armsref.model import Treaty, TreatyHistory, Weapon, WeaponHistory
from armsref.model.dates import PartialDate

TreatyStatus = Literal[
    "not yet agreed", "proposed", "signed", "provisionally applied", "in force", "suspended", "ended", "never in force"
]
WeaponStatus = Literal["not yet recorded", "in development", "in service", "retired", "eliminated", "cancelled"]

SIGNING = {"signed", "adopted", "opened-for-signature"}
ENDING = {"terminated", "expired", "replaced"}
# An agreement that was over is so no longer when one of these says so.
_REVIVING: dict[str, TreatyStatus] = {
    "entered-into-force": "in force", "extended": "in force", "provisionally-applied": "provisionally applied",
}  # fmt: skip
OVER = {"ended", "never in force"}
_WEAPON: dict[str, WeaponStatus] = {
    "in-service": "in service",
    "deployed": "in service",
    "first-combat-use": "in service",
    "combat-use": "in service",
    "retired": "retired",
    "eliminated": "eliminated",
    "cancelled": "cancelled",
}


class Situation(NamedTuple):
    """How an agreement stands: its status, and the parties that suspended it."""

    status: TreatyStatus = "not yet agreed"
    suspended_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StatusInterval(Interval):
    """Days on which an agreement had one status.

    `statuses` holds more than one where an act is known to the month or year, so that either may have been so then.
    `since` is the day on which that status began, which a suspension by one party leaves as it was. `act` is the act
    that decides, or whose day is not known, and `does` what it does: usually itself, "withdrew" for an announced
    withdrawal that takes effect, "expired" for a term that runs out. `given` is the day of that as its source gives
    it. `suspended_by` names the parties that suspended it, as far as that is sure.
    """

    start: date
    statuses: tuple[TreatyStatus, ...]
    act: TreatyHistory
    does: str
    given: PartialDate
    since: date
    suspended_by: frozenset[str] = frozenset()

    @property
    def status(self) -> TreatyStatus | Literal["unclear"]:
        """The status, where there is one."""
        return self.statuses[0] if len(self.statuses) == 1 else "unclear"

    @property
    def words(self) -> str:
        """The status in words: 'in force', 'unclear between signed and in force'."""
        return between(self.statuses)


def between(words: Sequence[str]) -> str:
    """One status or standing in words, or which of several it may be: 'unclear between signed and in force'."""
    return words[0] if len(words) == 1 else f"unclear between {', '.join(words[:-1])} and {words[-1]}"


def status_intervals(treaty: Treaty) -> tuple[StatusInterval, ...]:
    """The life of an agreement, in order and without gaps, from its first act."""
    intervals = map(_interval, spans(timeline(treaty), Situation(), after(treaty)))
    runs = merged_runs(intervals, lambda interval: (interval.statuses, interval.suspended_by))
    return tuple(_with_since(interval for _, interval in runs))


def _with_since(intervals: Iterable[StatusInterval]) -> Iterator[StatusInterval]:
    """Each interval with the day on which its status began, which may have been in one before it."""
    for _, run in groupby(intervals, key=lambda interval: interval.statuses):
        first, *others = run
        yield from (first, *(replace(interval, since=first.since) for interval in others))


def status_on(treaty: Treaty, day: date) -> StatusInterval | None:
    """How an agreement stood on a day; None before its first act."""
    return interval_on(status_intervals(treaty), day)


def status_end(treaty: Treaty, interval: StatusInterval) -> date | None:
    """The first day on which the status of an interval no longer held, if a party suspended it meanwhile or not."""
    runs = merged_runs(status_intervals(treaty), lambda interval: interval.statuses)
    return next(run.end for _, run in runs if run.includes(interval.start))


def signature(treaty: Treaty) -> TreatyHistory | None:
    """The act by which an agreement was first signed or opened for signature; where nobody signs, its adoption."""
    signing = _signing(treaty)
    acts = [act for act in treaty.history if act.act in signing]
    return min(acts, key=lambda act: act.date, default=None)


def entry_into_force(treaty: Treaty) -> TreatyHistory | None:
    """The act by which an agreement entered into force as a whole, not for one state."""
    return next((act for act in treaty.history if act.act == "entered-into-force" and not act.actors), None)


def _interval(span: Span[Situation]) -> StatusInterval:
    decided_by = span.decided_by
    assert isinstance(decided_by.act, TreatyHistory)
    statuses = tuple(dict.fromkeys(situation.status for situation in span.states))
    surely = frozenset.intersection(*(situation.suspended_by for situation in span.states))
    does, given = decided_by.does, decided_by.given
    return StatusInterval(span.start, span.end, statuses, decided_by.act, does, given, span.start, surely)


def after(treaty: Treaty) -> Callable[[Situation, TimedAct], Situation]:
    """The function that gives how an agreement stands after an act, of how it stood before.

    Entry into force, provisional application, the end and suspension are those of the Vienna Convention on the Law of
    Treaties, Articles 24, 25, 54 and 57; what one party does alone leaves an agreement of many as it is for the others.
    """
    signing = _signing(treaty)

    def step(was: Situation, timed: TimedAct) -> Situation:
        act = timed.act
        if not isinstance(act, TreatyHistory):
            return was
        if was.status in OVER:
            return Situation(_REVIVING[timed.does]) if timed.does in _REVIVING and not act.actors else was
        suspended_by = _suspended_by(was, timed.does, act)
        status = _decided(treaty, was.status, timed.does, act, suspended_by)
        status = status or _agreed(was.status, timed.does in signing)
        return Situation(status) if status in OVER else Situation(status, suspended_by)

    return step


def _decided(
    treaty: Treaty, was: TreatyStatus, does: str, act: TreatyHistory, suspended_by: frozenset[str]
) -> TreatyStatus | None:
    """The status that an act brings about; None where it decides nothing on force."""
    in_force = was in ("in force", "suspended")
    # A treaty between two ends for both when one leaves.
    all_leave = not act.actors or 0 < len(treaty.parties) <= 2 or _are_all_parties(treaty, frozenset(act.actors))
    if (does in ENDING or does == "withdrew") and all_leave:
        return "ended" if in_force or was == "provisionally applied" else "never in force"
    if does == "entered-into-force" and not act.actors:
        return "in force"
    if does == "provisionally-applied" and not act.actors and not in_force:
        return "provisionally applied"
    if does == "suspended" and (not act.actors or _are_all_parties(treaty, suspended_by)):
        return "suspended"
    if was == "suspended" and suspended_by and not _are_all_parties(treaty, suspended_by):
        return "in force"
    if does == "suspension-ended" and was == "suspended" and not suspended_by:
        return "in force"
    return None


def _agreed(was: TreatyStatus, signs: bool) -> TreatyStatus:
    """The status after an act that decides nothing on force: any act proposes an agreement, signature makes one."""
    if signs and was in ("not yet agreed", "proposed"):
        return "signed"
    return "proposed" if was == "not yet agreed" else was


def _signing(treaty: Treaty) -> set[str]:
    """The acts that count as signature: an agreement that is opened for signature is not signed when it is adopted."""
    done = SIGNING & {act.act for act in treaty.history}
    return done - {"adopted"} or done


def _are_all_parties(treaty: Treaty, states: frozenset[str]) -> bool:
    """Whether each party, or a successor of it, is among the states; never so where the parties stand in a table."""
    return bool(treaty.parties) and all(states & {party, *treaty.succession.get(party, ())} for party in treaty.parties)


def _suspended_by(was: Situation, does: str, act: TreatyHistory) -> frozenset[str]:
    """The parties that suspend an agreement after an act."""
    if does == "suspended":
        return was.suspended_by | set(act.actors)
    if does == "withdrew":
        return was.suspended_by - set(act.actors)
    if does == "suspension-ended":
        return was.suspended_by - set(act.actors) if act.actors else frozenset()
    return was.suspended_by


@dataclass(frozen=True, slots=True)
class WeaponInterval(Interval):
    """Days on which a weapon had one status.

    `act` decides: of a weapon in development the first that is recorded. There is none before that.
    """

    status: WeaponStatus
    act: WeaponHistory | None


def weapon_status(weapon: Weapon, day: date) -> WeaponStatus:
    """Where a weapon stands in its life on a day, by the last act that says so; a month counts from its first."""
    interval = interval_on(_between_acts(weapon), day)
    assert interval
    return interval.status


def recorded_from(weapon: Weapon) -> date | None:
    """The day of the first recorded act of a weapon; None where no act is recorded, so that none is missing either."""
    return min((act.date.earliest for act in weapon.history), default=None)


def is_recorded(weapon: Weapon, day: date) -> bool:
    """Whether a weapon has a recorded life on a day, so that it may be asked what reached it then."""
    first = recorded_from(weapon)
    return first is None or first <= day


def weapon_intervals(weapon: Weapon) -> tuple[WeaponInterval, ...]:
    """The life of a weapon, in order and without gaps."""
    return tuple(interval for _, interval in merged_runs(_between_acts(weapon), lambda interval: interval.status))


def _between_acts(weapon: Weapon) -> Iterator[WeaponInterval]:
    """The days up to the first act of a history, and from each day of an act up to the next."""
    days = sorted({act.date.earliest for act in weapon.history})
    before: WeaponStatus = "not yet recorded" if days else "in development"
    yield WeaponInterval(None, days[0] if days else None, before, None)
    for day, following in zip_longest(days, days[1:]):
        act = _deciding(weapon, day)
        yield WeaponInterval(day, following, _WEAPON.get(act.act, "in development"), act)


def _deciding(weapon: Weapon, day: date) -> WeaponHistory:
    """The last act up to a day that says more than development; before such a one the first of all."""
    acts = [act for act in weapon.history if act.date.earliest <= day]
    telling = [act for act in acts if act.act in _WEAPON]
    return telling[-1] if telling else min(acts, key=lambda act: act.date)
