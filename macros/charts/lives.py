"""The lives of agreements: a line that is thick while one is in force, alone or on the scale that all of them share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from armsref.law.status import OVER, StatusInterval, status_intervals
from armsref.law.timeline import merged_runs
from armsref.model import Treaty
from macros.charts.drawing import drawn
from macros.charts.scales import TimeScale, kept_inside, year_step, year_ticks

_WIDTH = 360
# The years that are written on the scale that all agreements share.
_SHARED_STEP = 20
# The scale of a young agreement is a year long, so that a first of January lies on it.
_LEAST = timedelta(days=365)


@dataclass(frozen=True)
class Pen:
    """How a status is drawn. Thickness says it and colour repeats it: what binds is thick, what may come is thin."""

    thickness: int
    colour: str


@dataclass(frozen=True)
class Stroke:
    """The stretches that are drawn with one pen, each with its beginning and its end."""

    pen: Pen
    stretches: list[tuple[float, float]]


_PENS = {
    "proposed": Pen(2, "new"),
    "signed": Pen(5, "new"),
    "provisionally applied": Pen(9, "warn"),
    "in force": Pen(16, "good"),
    "suspended": Pen(9, "warn"),
    "unclear": Pen(3, "gone"),
}


def life(treaty: Treaty, today: date, label: str) -> Markup:
    """An agreement's life up to today, with its acts and today marked, on a scale of its own."""
    runs = status_runs(treaty, today)
    acts = [act.date.earliest for act in treaty.history if act.date.earliest <= today]
    time = TimeScale(min([today - _LEAST, *acts, *(run.start for run in runs)]), today, _WIDTH)
    years = year_ticks(time, year_step(time))
    return drawn(
        "life",
        label,
        strokes=_strokes(runs, time),
        acts=sorted({time.at(day) for day in acts}),
        years=years,
        labels=[kept_inside(year, _WIDTH) for year in years],
        width=_WIDTH,
    )


def bar(treaty: Treaty, today: date, first: date, label: str) -> Markup:
    """An agreement's life on the scale that all agreements share, from the first of them to today."""
    time = TimeScale(first, today, _WIDTH)
    runs = status_runs(treaty, today)
    years = year_ticks(time, _SHARED_STEP)
    return drawn("bar", label, strokes=_strokes(runs, time), years=years)


def scale(today: date, first: date) -> Markup:
    """The years of the scale that all agreements share."""
    years = year_ticks(TimeScale(first, today, _WIDTH), _SHARED_STEP)
    return drawn("scale", "", years=years, labels=[kept_inside(year, _WIDTH) for year in years], width=_WIDTH)


def status_runs(treaty: Treaty, today: date) -> list[StatusInterval]:
    """The statuses up to today, one after another; a suspension by one party does not break one."""
    begun = [interval for interval in status_intervals(treaty) if interval.start <= today]
    return [run for _, run in merged_runs(begun, lambda interval: interval.statuses)]


def _strokes(runs: list[StatusInterval], time: TimeScale) -> list[Stroke]:
    """The lines of the statuses: what lasts is drawn to the end of the scale, and what is over is not drawn."""
    strokes: dict[str, Stroke] = {}
    for run in runs:
        if run.status not in OVER:
            stroke = strokes.setdefault(run.status, Stroke(_PENS[run.status], []))
            stroke.stretches.append((time.at(run.start), time.at(run.end or time.last)))
    return list(strokes.values())
