"""How often something was done each year: a bar a year, divided by what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from armsref.views.lists.flights import OUTCOMES, Outcome, YearOfFlights
from macros.charts.drawing import drawn
from macros.charts.scales import TimeScale, kept_inside, year_step, year_ticks

_WIDTH, _HEIGHT = 360, 80
# Colour repeats what the table says: a test, one that failed, use in war.
_COLOURS: dict[Outcome, str] = {"tested": "link", "failed": "warn", "used in war": "mark"}


@dataclass(frozen=True)
class Piece:
    """A part of a bar: from the left, from the top, and how high it is."""

    colour: str
    left: float
    top: float
    height: float


def years(told: Sequence[YearOfFlights], label: str) -> Markup:
    """Bars for the years of a table of tests and uses; nothing where there is none."""
    if not told:
        return Markup("")
    time = TimeScale(date(told[0].year, 1, 1), date(told[-1].year + 1, 1, 1), _WIDTH)
    ticks = year_ticks(time, year_step(time))
    most = max(sum(year.counts.values()) for year in told) or 1
    return drawn(
        "years",
        label,
        pieces=[piece for year in told for piece in _pieces(year, time, most)],
        bar=round(_WIDTH / len(told) * 0.8, 1),
        years=ticks,
        labels=[kept_inside(tick, _WIDTH) for tick in ticks],
        most=most,
        key=_key(),
        width=_WIDTH,
        height=_HEIGHT,
    )


def _pieces(year: YearOfFlights, time: TimeScale, most: int) -> Iterator[Piece]:
    top = float(_HEIGHT)
    for outcome, colour in _COLOURS.items():
        height = round(year.counts.get(outcome, 0) / most * _HEIGHT, 1)
        top = round(top - height, 1)
        if height:
            yield Piece(colour, time.at(date(year.year, 1, 1)), top, height)


def _key() -> list[tuple[str, str, int]]:
    """What each colour stands for, and where that is said."""
    return [
        (_COLOURS[outcome], outcome, number * 80) for number, outcome in enumerate(dict.fromkeys(OUTCOMES.values()))
    ]
