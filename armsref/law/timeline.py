"""Acts in time: when each begins to count, and what may have been so on a day that its source does not fix."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, zip_longest
from typing import Generic, TypeVar

from armsref.model import Participation, Treaty, TreatyHistory
from armsref.model.dates import PartialDate

S = TypeVar("S")

# How far "about" may lie from the date that is given, in days, by how exactly that is known.
ABOUT_DAYS = {"year": 366, "month": 31, "day": 7}

# What an announcement comes to on the day that it names.
ANNOUNCING = {"withdrawal-announced": "withdrew", "suspension-announced": "suspended"}


@dataclass(frozen=True)
class TimedAct:
    """An act, and the days from `first` to `last` on one of which it begins to count.

    `does` is what it does: the act itself, or "expired" where a term that it sets runs out.
    """

    first: date
    last: date
    does: str
    act: TreatyHistory | Participation


@dataclass(frozen=True)
class Span(Generic[S]):
    """Days with the same state: from `start` up to, not including, `end`; None means that it lasts.

    There is more than one state where it is unclear which of them held. `turn` is the act that decides, or whose day is
    not known.
    """

    states: tuple[S, ...]
    start: date
    end: date | None
    turn: TimedAct


def timed_act(day: PartialDate, act: TreatyHistory | Participation, does: str, later: int = 0) -> TimedAct:
    """An act that counts from a day, or from so many days after it."""
    slack = ABOUT_DAYS[day.precision] if day.about else 0
    return TimedAct(shifted(day.earliest, later - slack), shifted(day.latest, later + slack), does, act)


def shifted(day: date, days: int) -> date:
    """A day so many days later, within what a date can be."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def timeline(treaty: Treaty) -> list[TimedAct]:
    """The acts of a history when they begin to count; what was announced for a day; and terms that run out."""
    # What is told as an act of its own decides before what was only announced for the same day.
    return in_order([*map(_turn, treaty.history), *_announced(treaty), *_lapses(treaty)])


def _turn(act: TreatyHistory) -> TimedAct:
    # An agreement is in force through the day on which it expires.
    return timed_act(act.date, act, act.act, later=1 if act.act == "expired" else 0)


def _announced(treaty: Treaty) -> Iterator[TimedAct]:
    for act in treaty.history:
        if act.takes_effect and act.act in ANNOUNCING:
            yield timed_act(act.takes_effect, act, ANNOUNCING[act.act])


def _lapses(treaty: Treaty) -> Iterator[TimedAct]:
    """The days after a term, unless it was extended in time."""
    terms = [act for act in treaty.history if act.until]
    for act, following in zip_longest(terms, terms[1:]):
        assert act.until
        if following is None or act.until.latest < following.date.earliest:
            yield timed_act(act.until, act, "expired", later=1)


def in_order(turns: Iterable[TimedAct]) -> list[TimedAct]:
    """Turns in the order in which they count: as given, but one that is certainly later than another after it."""
    found: list[TimedAct] = []
    for each in turns:
        at = len(found)
        while at and found[at - 1].first > each.last:
            at -= 1
        found.insert(at, each)
    return found


def spans(turns: list[TimedAct], start: S, step: Callable[[S, TimedAct], S]) -> list[Span[S]]:
    """What held when: `step` gives the state after a turn, of the state before it.

    Between the first and the last day on which a turn may have come, the states before and after it both stand.
    """
    states, changes = [start], []
    for each in turns:
        after = step(states[-1], each)
        if after != states[-1]:
            states.append(after)
            changes.append(each)
    # What comes later in order can neither be sure before, nor possible before, what precedes it.
    possible = list(accumulate((each.first for each in changes), max))
    sure = list(accumulate((each.last for each in reversed(changes)), min))[::-1]
    return _merged(_cut(states, changes, possible, sure))


def _cut(states: list[S], changes: list[TimedAct], possible: list[date], sure: list[date]) -> Iterator[Span[S]]:
    for day in sorted({*possible, *sure}):
        least, most = bisect_right(sure, day), bisect_right(possible, day)
        held = tuple(dict.fromkeys(states[least : most + 1]))
        yield Span(held, day, None, changes[most - 1])


def _merged(cuts: Iterable[Span[S]]) -> list[Span[S]]:
    found: list[Span[S]] = []
    for each in cuts:
        if found and found[-1].states == each.states:
            continue
        if found:
            found[-1] = replace(found[-1], end=each.start)
        found.append(each)
    return found
