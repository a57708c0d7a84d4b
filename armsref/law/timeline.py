"""Acts in time: when each begins to count, and what may have been so on a day that its source does not fix."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, groupby, zip_longest
from typing import Generic, TypeVar

from armsref.model import Participation, Treaty, TreatyHistory
from armsref.model.dates import PartialDate

S = TypeVar("S")
V = TypeVar("V")
AnyInterval = TypeVar("AnyInterval", bound="Interval")

# How far "about" may lie from the date that is given, in days, by how exactly that is known.
ABOUT_DAYS = {"year": 366, "month": 31, "day": 7}

# What an announcement comes to on the day that it names.
ANNOUNCING = {"withdrawal-announced": "withdrew", "suspension-announced": "suspended"}


@dataclass(frozen=True, slots=True)
class TimedAct:
    """An act, and the days from `first` to `last` on one of which it begins to count.

    `does` is what it does: the act itself, or "expired" where a term that it sets runs out. `given` is the day as its
    source gives it: the day named by an announcement, the last day of a term, else the day of the act.
    """

    first: date
    last: date
    does: str
    act: TreatyHistory | Participation
    given: PartialDate


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` up to, not including, `end`; None where they have no beginning, or no end."""

    start: date | None
    end: date | None

    def includes(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Span(Interval, Generic[S]):
    """Days with the same state; with more than one where it is unclear which of them it was.

    `decided_by` is the act that decides, or whose day is not known.
    """

    start: date
    states: tuple[S, ...]
    decided_by: TimedAct


def interval_on(intervals: Iterable[AnyInterval], day: date) -> AnyInterval | None:
    """The interval that has a day; None where none does."""
    for interval in intervals:
        if interval.includes(day):
            return interval
    return None


def merged_runs(intervals: Iterable[AnyInterval], value: Callable[[AnyInterval], V]) -> Iterator[tuple[V, AnyInterval]]:
    """Neighbours of one value as one interval, with that value: the first of them, up to the end of the last."""
    for shared, run in groupby(intervals, key=value):
        first, *others = run
        yield shared, replace(first, end=others[-1].end) if others else first


def timed_act(day: PartialDate, act: TreatyHistory | Participation, does: str, later: int = 0) -> TimedAct:
    """An act that counts from a day, or from so many days after it."""
    slack = ABOUT_DAYS[day.precision] if day.about else 0
    return TimedAct(shifted(day.earliest, later - slack), shifted(day.latest, later + slack), does, act, day)


def shifted(day: date, days: int) -> date:
    """A day so many days later, within what a date can be."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal())) if days else day


def timeline(treaty: Treaty) -> list[TimedAct]:
    """The acts of a history when they begin to count; what was announced for a day; and terms that run out."""
    # What is told as an act of its own decides before what was only announced for the same day.
    return in_order([*map(_as_told, treaty.history), *_announced(treaty), *_lapses(treaty)])


def _as_told(act: TreatyHistory) -> TimedAct:
    # An agreement is in force through the day on which it expires.
    return timed_act(act.date, act, act.act, later=1 if act.act == "expired" else 0)


def _announced(treaty: Treaty) -> Iterator[TimedAct]:
    """What was announced, on the day for which it was."""
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


def in_order(acts: Iterable[TimedAct]) -> list[TimedAct]:
    """Acts in the order given, except that one that certainly came before others moves in front of them."""
    ordered: list[TimedAct] = []
    for act in acts:
        place = len(ordered)
        while place and ordered[place - 1].first > act.last:
            place -= 1
        ordered.insert(place, act)
    return ordered


def spans(acts: list[TimedAct], start: S, step: Callable[[S, TimedAct], S]) -> list[Span[S]]:
    """The states that acts lead to, in time: `step` gives the state after an act, of the state before it.

    Between the first and the last day on which an act may have come, the states before and after it both stand.
    """
    states, deciding = [start], []
    for act in acts:
        after = step(states[-1], act)
        if after != states[-1]:
            states.append(after)
            deciding.append(act)
    # What comes later in order can neither be sure before, nor possible before, what precedes it.
    possible = list(accumulate((act.first for act in deciding), max))
    sure = list(accumulate((act.last for act in reversed(deciding)), min))[::-1]
    return [span for _, span in merged_runs(_cut(states, deciding, possible, sure), lambda span: span.states)]


def _cut(states: list[S], deciding: list[TimedAct], possible: list[date], sure: list[date]) -> Iterator[Span[S]]:
    """A span from each day on which a state becomes possible, or sure, to the next such day."""
    days = sorted({*possible, *sure})
    for day, following in zip_longest(days, days[1:]):
        least, most = bisect_right(sure, day), bisect_right(possible, day)
        yield Span(day, following, tuple(dict.fromkeys(states[least : most + 1])), deciding[most - 1])
