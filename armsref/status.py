"""In force or not, on a date: worked out from the acts of an agreement's history, or of a weapon's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from armsref.model import Treaty, TreatyHistory, Weapon, WeaponHistory

TreatyStatus = Literal["proposed", "signed", "provisional", "in force", "suspended", "ended", "never in force"]
WeaponStatus = Literal["in development", "in service", "retired", "eliminated", "cancelled"]

_SIGNED = {"signed", "adopted", "opened-for-signature"}
_ENDED = {"terminated", "expired", "replaced"}
_WEAPON: dict[str, WeaponStatus] = {
    "in-service": "in service",
    "deployed": "in service",
    "first-combat-use": "in service",
    "combat-use": "in service",
    "retired": "retired",
    "eliminated": "eliminated",
    "cancelled": "cancelled",
}


@dataclass(frozen=True)
class Interval:
    """A stretch of days with one status: from `start` up to, not including, `end`; None means it lasts.

    `suspended_by` names the parties that suspended an agreement which stayed in force, and `act` the act that decides.
    """

    status: TreatyStatus
    start: date
    end: date | None
    act: TreatyHistory
    suspended_by: frozenset[str] = frozenset()


def intervals(treaty: Treaty) -> tuple[Interval, ...]:
    """The life of an agreement, in order and without gaps. Acts known to the month count from its first day."""
    found: list[Interval] = []
    for start, act in _turns(treaty):
        before = found[-1] if found else None
        after = _after(treaty, before, act, start)
        if after is None:
            continue
        if before:
            found[-1] = replace(before, end=start)
        found.append(after)
    return tuple(interval for interval in found if interval.end is None or interval.start < interval.end)


def status_on(treaty: Treaty, day: date) -> Interval | None:
    """The interval that holds a day; None before the first act."""
    held = (each for each in intervals(treaty) if each.start <= day and (each.end is None or day < each.end))
    return next(held, None)


def _turns(treaty: Treaty) -> list[tuple[date, TreatyHistory]]:
    """The acts, each with the first day on which it counts."""
    turns = []
    for act in treaty.history:
        start = act.date.earliest
        if act.act == "withdrawal-announced":
            if act.takes_effect is None:
                continue
            start = act.takes_effect.earliest
        if act.act == "expired":  # a treaty is in force through its last day
            start += timedelta(days=1)
        turns.append((start, act))
    return sorted(turns, key=lambda turn: turn[0])


def _after(treaty: Treaty, before: Interval | None, act: TreatyHistory, start: date) -> Interval | None:
    """The interval that an act opens, or None where it changes nothing."""
    was = before.status if before else None
    if was in ("ended", "never in force"):
        return None
    suspended_by = _suspended_by(before, act)
    status = _status_after(treaty, was, act, suspended_by)
    if status is None and before and suspended_by != before.suspended_by:
        status = before.status
    return Interval(status, start, None, act, suspended_by) if status else None


def _status_after(
    treaty: Treaty, was: TreatyStatus | None, act: TreatyHistory, suspended_by: frozenset[str]
) -> TreatyStatus | None:
    in_force = was in ("in force", "suspended")
    # A treaty between two ends for both when one leaves.
    all_leave = not act.by or 0 < len(treaty.parties) <= 2 or _are_all_parties(treaty, frozenset(act.by))
    leaves = act.act in ("withdrew", "withdrawal-announced") and all_leave
    if act.act in _ENDED or leaves:
        return "ended" if in_force or was == "provisional" else "never in force"
    if act.act == "entered-into-force":
        return "in force"
    if act.act == "provisionally-applied" and not in_force:
        return "provisional"
    if act.act == "suspended" and (not act.by or _are_all_parties(treaty, suspended_by)):
        return "suspended"
    if act.act == "suspension-ended" and was == "suspended":
        return "in force"
    if act.act in _SIGNED and was in (None, "proposed"):
        return "signed"
    return "proposed" if was is None else None


def _are_all_parties(treaty: Treaty, states: frozenset[str]) -> bool:
    """Whether each party, or a successor of it, is among the states; never so where the parties stand in a table."""
    heirs = {party: {party, *treaty.succession.get(party, ())} for party in treaty.parties}
    return bool(heirs) and all(states & those for those in heirs.values())


def _suspended_by(before: Interval | None, act: TreatyHistory) -> frozenset[str]:
    held = before.suspended_by if before else frozenset()
    if act.act == "suspended":
        return held | set(act.by)
    if act.act == "suspension-ended":
        return held - set(act.by) if act.by else frozenset()
    return held


def weapon_status(weapon: Weapon) -> WeaponStatus:
    """Where a weapon stands in its life today, by the last act that says so."""
    words = list(_statuses(weapon.history))
    return words[-1] if words else "in development"


def _statuses(history: tuple[WeaponHistory, ...]) -> Iterator[WeaponStatus]:
    return (_WEAPON[act.act] for act in history if act.act in _WEAPON)
