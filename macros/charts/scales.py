"""Where things stand in a chart: days and distances to a place along a line, ticks, and the room that labels take.

Lengths are in units of the drawing, to a tenth: at the size of a page that is finer than a screen shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import log
from typing import NamedTuple

FONT_SIZE = 11
# How wide a character is, as a share of the font's size: a digit in the usual sans serifs, and what is slimmer.
_WIDE, _NARROW = 0.56, 0.28
_SLIM = frozenset(" ,.'‑-ijltfI()")
# What labels on one level leave free between them, so that they are not read as one.
_GAP = FONT_SIZE
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# Into how many steps of years a line of time may be divided: as many as their labels leave room for.
_MOST_STEPS = 8


class Label(NamedTuple):
    """A text, the place of its middle along a line, and its level: the next higher one begins a row of its own."""

    at: float
    text: str
    level: int = 0


@dataclass(frozen=True)
class TimeScale:
    """A line of days, from `first` at 0 to `last` at `width`; days beyond an end stand at it."""

    first: date
    last: date
    width: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        return _placed((day - self.first).days, (self.last - self.first).days, self.width)


@dataclass(frozen=True)
class LogScale:
    """A line on which equal lengths are equal ratios, from `least` at 0 to `most` at `width`; both are above zero.

    Amounts beyond an end stand at it.
    """

    least: float
    most: float
    width: float

    def at(self, amount: float) -> float:
        """Where an amount stands."""
        inside = min(max(amount, self.least), self.most)
        return _placed(log(inside / self.least), log(self.most / self.least), self.width)


def _placed(part: float, whole: float, width: float) -> float:
    share = part / whole if whole else 1
    return round(min(max(share, 0), 1) * width, 1)


def year_step(scale: TimeScale) -> int:
    """The smallest round number of years by which a scale is divided without crowding."""
    years = scale.last.year - scale.first.year
    return next(step for step in _YEAR_STEPS if years // step <= _MOST_STEPS)


def year_ticks(scale: TimeScale, step: int) -> list[Label]:
    """The first days of the years on a scale that `step` divides, each with its year."""
    begun = scale.first.year + (scale.first > date(scale.first.year, 1, 1))
    years = [year for year in range(begun, scale.last.year + 1) if year % step == 0]
    return [Label(scale.at(date(year, 1, 1)), str(year)) for year in years]


def text_width(text: str) -> float:
    """About how wide a text is set, at the size of labels."""
    return FONT_SIZE * sum(_NARROW if letter in _SLIM else _WIDE for letter in text)


def kept_inside(label: Label, width: float) -> Label:
    """A label moved as far as it must to end within a line of this width."""
    half = text_width(label.text) / 2
    return label._replace(at=round(min(max(label.at, half), width - half), 1))


def levelled(labels: Iterable[Label]) -> list[Label]:
    """Labels, in order along the line, each on the lowest level where it meets none before it."""
    ends: list[float] = []
    placed: list[Label] = []
    for label in labels:
        half = text_width(label.text) / 2
        level = next((level for level, end in enumerate(ends) if end + _GAP <= label.at - half), len(ends))
        ends[level : level + 1] = [label.at + half]
        placed.append(label._replace(level=level))
    return placed
