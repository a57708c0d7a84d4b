"""Charts, drawn while the site is built: how far a weapon reaches, and how long an agreement lasted.

Each is designed once with Altair and compiled to Vega; for an entry only the data is exchanged, which is eight times
faster. Colours are the site's CSS variables, so one drawing serves the light scheme and the dark one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from html import escape
from itertools import groupby
from typing import Any

import altair as alt
import vl_convert

from armsref.law.conditions import extent
from armsref.law.status import OVER, StatusInterval, TreatyStatus, status_intervals
from armsref.model import NumberClaim, Treaty, Weapon
from armsref.prose import english as words

Rows = list[dict[str, Any]]

# The ranges at which agreements and classes draw their lines, in km.
THRESHOLDS = (300, 500, 1000, 3000, 5500)
# What fits on the scale of ranges, in km: from the shortest-ranged artillery rockets to once round the Earth.
SHORTEST, LONGEST = 30, 41_000
WIDTH = 360
_NOTHING = alt.Axis(labels=False, ticks=False, domain=False, grid=False, title=None)
# How thick a status is drawn, and in which colour: what binds is thick, what may come or is past is thin.
STROKES: dict[TreatyStatus, tuple[int, str]] = {
    "proposed": (2, "var(--new)"),
    "signed": (5, "var(--new)"),
    "provisionally applied": (9, "var(--warn)"),
    "in force": (16, "var(--good)"),
    "suspended": (9, "var(--warn)"),
}
_UNCLEAR = (3, "var(--gone)")


def ranges(weapon: Weapon) -> str:
    """A weapon's range on a logarithmic scale: a line a claim, against the ranges at which agreements draw theirs."""
    claims = [_extent(number, claim) for number, claim in enumerate(weapon.range_km)]
    amounts = words.listed([words.amount(claim) for claim in weapon.range_km])
    label = f"Range of {weapon.title} in km, on a logarithmic scale: {amounts}."
    return _drawn(_range_design(), {"claims": claims}, label)


def _extent(number: int, claim: NumberClaim) -> dict[str, Any]:
    """Where a claim's line begins and ends, and where its mark stands: on the greatest amount that it gives."""
    least, most = extent(claim)
    mark = next(each for each in (claim.value, claim.max, claim.min, claim.over) if each is not None)
    begins = 0 if claim.value is None and claim.min is None and claim.over is None else least
    row = f"{number:02d}|{words.amount(claim)}"
    return {"row": row, "least": _clamped(begins), "most": _clamped(most), "mark": _clamped(mark)}


def life(treaty: Treaty, today: date) -> str:
    """An agreement's life as a line, thick while it was in force, with its acts and today marked."""
    spans = _spans(treaty, today)
    acts = [{"at": _moment(act.date.earliest)} for act in treaty.history if act.date.earliest <= today]
    label = f"The life of {treaty.title}: {life_in_words(treaty, today)}."
    data = {"spans": spans, "acts": acts, "today": [{"at": _moment(today), "word": "today"}]}
    return _drawn(_life_design(), data, label)


def bar(treaty: Treaty, today: date, first: date) -> str:
    """An agreement's life as a line on the scale that all agreements share, from the first of them to today."""
    ends = [{"at": _moment(first)}, {"at": _moment(today)}]
    return _drawn(_bar_design(), {"spans": _spans(treaty, today), "ends": ends}, life_in_words(treaty, today))


def scale(today: date, first: date) -> str:
    """The years of the scale that all agreements share."""
    return _drawn(_scale_design(), {"ends": [{"at": _moment(first)}, {"at": _moment(today)}]}, "")


def life_in_words(treaty: Treaty, today: date) -> str:
    """The intervals of an agreement's life up to today: 'signed from 8 December 1987, in force from 1 June 1988'."""
    past = [each for each in status_intervals(treaty) if each.start <= today]
    return ", ".join(f"{each.words} from {words.day(each.start)}" for each in past)


def _spans(treaty: Treaty, today: date) -> Rows:
    """The stretches of one status up to today; a suspension by one party does not break them."""
    past = [each for each in status_intervals(treaty) if each.start <= today]
    runs = [list(run) for _, run in groupby(past, key=lambda each: each.statuses)]
    return [_span(run[0], run[-1].end, today) for run in runs if run[0].status not in OVER]


def _span(first: StatusInterval, end: date | None, today: date) -> dict[str, Any]:
    return {"from": _moment(first.start), "to": _moment(min(end or today, today)), "status": first.status}


def _moment(day: date) -> float:
    """A day as Vega counts time: milliseconds since 1970."""
    return datetime.combine(day, time(), UTC).timestamp() * 1000


def _clamped(km: float) -> float:
    return min(max(km, SHORTEST), LONGEST)


# Designs


@cache
def _range_design() -> str:
    claims = _data("claims")
    # The names of lines that stand close together are set on two levels.
    lines = alt.Data(  # type: ignore[no-untyped-call]
        values=[{"km": km, "label": words.number(km), "y": -7 - 13 * (at % 2)} for at, km in enumerate(THRESHOLDS)]
    )
    km = alt.Scale(type="log", domain=[SHORTEST, LONGEST], nice=False)
    row = alt.Y("row:N", title=None, sort=None).axis(
        labelExpr="split(datum.value, '|')[1]",
        ticks=False,
        domain=False,
        labelPadding=8,
        labelLimit=130,
        minExtent=105,
        maxExtent=105,
    )
    marks = alt.Chart(lines).mark_rule(color="var(--rule)").encode(x=alt.X("km:Q", scale=km, axis=_NOTHING))
    names = alt.Chart(lines).mark_text(color="var(--soft)").encode(x="km:Q", y=alt.Y("y:Q", scale=None), text="label:N")
    spans = alt.Chart(claims).mark_bar(height=4, color="var(--link)", opacity=0.45)
    points = alt.Chart(claims).mark_tick(thickness=4, size=13, color="var(--mark)", opacity=1)
    return _compiled(
        (marks + names + spans.encode(x=alt.X("least:Q", scale=km, axis=_NOTHING), x2="most:Q", y=row))
        + points.encode(x="mark:Q", y=row),
        width=WIDTH - 120,
        height=alt.Step(20),
    )


@cache
def _life_design() -> str:
    spans, acts, today = _data("spans"), _data("acts"), _data("today")
    years = alt.Axis(format="%Y", tickCount=6, grid=False, title=None, labelOverlap=True, tickColor="var(--rule)")
    line = alt.Chart(acts).mark_tick(height=26, thickness=1, color="var(--soft)", opacity=1)
    now = alt.Chart(today).mark_rule(color="var(--mark)", strokeDash=[3, 2])
    word = alt.Chart(today).mark_text(y=-7, align="right", color="var(--mark)")
    return _compiled(
        _life(spans, years) + line.encode(x="at:T", y=_middle()) + now.encode(x="at:T")
        + word.encode(x="at:T", text="word:N"),
        width=WIDTH,
        height=30,
    )  # fmt: skip


@cache
def _bar_design() -> str:
    ends = alt.Chart(_data("ends")).mark_point(opacity=0, size=0)
    return _compiled(_life(_data("spans"), _decades(labels=False)) + ends.encode(x="at:T"), width=WIDTH, height=18)


@cache
def _scale_design() -> str:
    ends = alt.Chart(_data("ends")).mark_point(opacity=0, size=0)
    return _compiled(ends.encode(x=_time("at:T", _decades(labels=True))), width=WIDTH, height=1)


def _life(spans: alt.Data, axis: alt.Axis) -> alt.Chart:
    # Thickness says the status; colour only repeats it.
    names = [*STROKES, "unclear"]
    sizes = alt.Scale(type="ordinal", domain=names, range=[size for size, _ in (*STROKES.values(), _UNCLEAR)])
    colours = alt.Scale(type="ordinal", domain=names, range=[colour for _, colour in (*STROKES.values(), _UNCLEAR)])
    bars: alt.Chart = alt.Chart(spans).mark_bar().encode(
        x=_time("from:T", axis),
        x2="to:T",
        y=_middle(),
        size=alt.Size("status:N", scale=sizes, legend=None),
        color=alt.Color("status:N", scale=colours, legend=None),
    )  # fmt: skip
    return bars


def _middle() -> alt.YValue:
    return alt.YValue(15)  # type: ignore[no-untyped-call]


def _time(field: str, axis: alt.Axis) -> alt.X:
    return alt.X(field, scale=alt.Scale(type="utc", nice=False), axis=axis)


def _decades(labels: bool) -> alt.Axis:
    return alt.Axis(
        format="%Y", tickCount={"interval": "year", "step": 20}, labels=labels, ticks=labels, domain=labels,
        grid=not labels, title=None, gridColor="var(--rule)", tickColor="var(--rule)",
    )  # fmt: skip


def _data(name: str) -> alt.Data:
    # The rows are only there to tell the fields; those of an entry take their place.
    return alt.Data(name=name, values=[{}])  # type: ignore[no-untyped-call]


def _compiled(chart: alt.LayerChart | alt.Chart, **size: Any) -> str:
    styled = chart.properties(padding=2, background="transparent", **size).configure(font="inherit")
    styled = styled.configure_view(stroke=None).configure_text(fontSize=11)
    styled = styled.configure_axis(labelFontSize=11, labelColor="var(--soft)", domainColor="var(--rule)")
    return json.dumps(vl_convert.vegalite_to_vega(styled.to_json()))


# Drawing


def _drawn(design: str, data: Mapping[str, Sequence[Mapping[str, Any]]], label: str) -> str:
    spec = json.loads(design)
    for source in spec["data"]:
        if source["name"] in data:
            source["values"] = list(data[source["name"]])
    return _plain(vl_convert.vega_to_svg(json.dumps(spec)), label)


_ASIDE = re.compile(r' (?:aria-[a-z]+|role|pointer-events|class)="[^"]*"')
_EMPTY = re.compile(r'<path d="M0,0h0v0h0Z"/>|<path d="" display="none"/>|<g/>|<g></g>')
_LONG = re.compile(r"(\d+\.\d{2})\d+")
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')


def _plain(svg: str, label: str) -> str:
    """A drawing as one picture with one description, without what says the same of its every mark."""
    inside = _SIZE.sub("", _ASIDE.sub("", svg), count=1)
    for _ in range(3):
        inside = _EMPTY.sub("", inside)
    size = _SIZE.search(svg)
    assert size
    width, height = (float(each) for each in size.groups())
    about = f'role="img" aria-label="{escape(label, quote=True)}"' if label else 'aria-hidden="true"'
    head = f'<svg class="chart" viewBox="0 0 {width:g} {height:g}" {about}>'
    return head + _LONG.sub(r"\1", inside)
