"""Charts: drawn from templates, in the site's colours, with the same in words; and where things stand in them."""

import ast
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.model import Treaty, Weapon
from macros import charts
from macros.charts.lives import status_runs
from macros.charts.scales import Label, LogScale, TimeScale, kept_inside, levelled, text_width, year_step, year_ticks
from tests.conftest import STATES, Data, treaty, weapon

TODAY = date(2026, 1, 1)
ROOT = Path(__file__).resolve().parents[2]
DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1))


def a_weapon(data: Data, ranges: str, name: str = "X") -> Weapon:
    entry = load(data({"weapons/x.yml": weapon(f"name: {name}\nrange_km: [{ranges}]")}))["x"]
    assert isinstance(entry, Weapon)
    return entry


def a_treaty(data: Data, *acts: str, more: str = "") -> Treaty:
    """An agreement with acts, each a day, what was done and who did it: '1990-01-01 suspended us'."""
    history = "".join(_act(*act.split()) for act in acts)
    entry = load(data({"states.yml": STATES, "treaties/x.yml": treaty(f"name: X\n{more}\nhistory:\n{history}")}))["x"]
    assert isinstance(entry, Treaty)
    return entry


def _act(day: str, act: str, *states: str) -> str:
    by = f"by: [{', '.join(states)}], " if states else ""
    return f"  - {{date: {day}, act: {act}, {by}source: aca/inf}}\n"


def claim(amounts: str) -> str:
    return f"{{{amounts}, source: aca/inf}}"


def strokes(drawn: str, colour: str) -> list[tuple[str, str]]:
    """The thickness and the path of all that is drawn in a colour of the site."""
    paths = [path for path in ElementTree.fromstring(drawn).iter("path") if path.get("stroke") == f"var(--{colour})"]
    return [(path.get("stroke-width", "1"), path.get("d", "")) for path in paths]


def texts(drawn: str) -> list[str | None]:
    return [text.text for text in ElementTree.fromstring(drawn).iter("text")]


HOSTILE = """'"><script>&'"""

# Ranges


def ranges(data: Data, *amounts: str, speaker: str = "A") -> str:
    """The drawing of claims on a range, all by one speaker."""
    return charts.ranges(a_weapon(data, ", ".join(map(claim, amounts))), [speaker] * len(amounts), "Ranges.")


def test_a_long_name_of_a_speaker_is_cut_at_a_word(data: Data) -> None:
    assert "Center for Strategic and …: 500" in texts(
        ranges(data, "value: 500", speaker="Center for Strategic and International Studies")
    )


def test_every_claim_has_its_mark_and_every_threshold_its_line(data: Data) -> None:
    drawn = ranges(data, "value: 500", "max: 5500", "min: 250")
    ((_, marks),) = strokes(drawn, "mark")
    ((_, thresholds),) = strokes(drawn, "rule")
    assert marks.count("M") == 3
    assert thresholds.count("M") == 5
    assert texts(drawn) == ["300", "500", "1,000", "3,000", "5,500", "A: 500", "A: up to 5,500", "A: at least 250"]


def test_a_line_covers_what_a_claim_leaves_open(data: Data) -> None:
    drawn = ranges(data, "value: 500", "max: 500", "min: 500", "over: 500")
    ((_, lines),) = strokes(drawn, "link")
    assert lines == "M0 30H93.5M93.5 50H240M93.5 70H240"


@pytest.mark.parametrize("amounts", ["value: 0", "value: 999999", "min: 40000, max: 50000"])
def test_a_range_off_the_scale_is_drawn_at_its_end(data: Data, amounts: str) -> None:
    ((_, mark),) = strokes(ranges(data, amounts), "mark")
    assert re.fullmatch(r"M(0|240) 3\.5v13", mark)


def test_long_words_of_a_claim_have_room(data: Data) -> None:
    narrow, wide = (ranges(data, amounts) for amounts in ("value: 500", "over: 10000, max: 12000, about: true"))
    begins = [float(drawn.split('viewBox="')[1].split()[0]) for drawn in (narrow, wide)]
    assert begins[0] == -107
    assert begins[1] < -text_width("over about 10,000 and up to 12,000")


# Lives


def test_a_life_is_thicker_while_it_is_in_force_and_stops_when_it_ends(data: Data) -> None:
    entry = a_treaty(data, "1990-01-01 signed", "1991-01-01 entered-into-force", "2000-01-01 terminated")
    drawn = charts.life(entry, TODAY, "A life.")
    assert strokes(drawn, "new") == [("5", "M0 15H10")]
    assert strokes(drawn, "good") == [("16", "M10 15H100")]
    assert 'aria-label="A life."' in drawn


def test_a_life_marks_its_acts_up_to_today_and_today(data: Data) -> None:
    entry = a_treaty(data, "1990-01-01 signed", "1990-01-01 amended", "1991-01-01 entered-into-force")
    drawn = charts.life(entry, TODAY, "A life.")
    assert strokes(drawn, "soft") == [("1", "M0 2v26M10 2v26")]
    assert texts(drawn) == ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025", "today"]


def test_a_young_life_stands_on_a_scale_with_a_year(data: Data) -> None:
    drawn = charts.life(a_treaty(data, "2025-12-31 signed"), TODAY, "A life.")
    assert "2026" in texts(drawn)
    assert strokes(drawn, "new") == [("5", "M359 15H360")]


def test_a_suspension_by_one_party_does_not_break_a_status(data: Data) -> None:
    acts = ("1990-01-01 entered-into-force", "2000-01-01 suspended us", "2010-01-01 expired")
    entry = a_treaty(data, *acts, more="parties: [us, ru]")
    runs = [(run.status, run.start.year, run.end and run.end.year) for run in status_runs(entry, TODAY)]
    assert runs == [("in force", 1990, 2010), ("ended", 2010, None)]


def test_all_bars_share_the_scale_with_the_years_above_them(data: Data) -> None:
    first = date(1950, 1, 1)
    entries = [a_treaty(data, f"{year}-01-01 signed", "1991-01-01 entered-into-force") for year in (1990, 1970)]
    bars = [charts.bar(entry, TODAY, first, "A life.") for entry in entries]
    assert strokes(bars[0], "good") == strokes(bars[1], "good") != []
    years = [re.findall(r"M([\d.]+)", strokes(drawn, "rule")[0][1]) for drawn in (*bars, charts.scale(TODAY, first))]
    assert years[0] == years[1] == years[2][1:]
    assert texts(charts.scale(TODAY, first)) == ["1960", "1980", "2000", "2020"]


# All drawings


def drawings(data: Data) -> Iterator[str]:
    yield charts.ranges(a_weapon(data, claim("value: 500"), name=HOSTILE), [HOSTILE], HOSTILE)
    entry = a_treaty(data, "1990-01-01 signed", "1991-01-01 entered-into-force")
    yield from (
        charts.life(entry, TODAY, "A life."),
        charts.bar(entry, TODAY, TODAY, "A life."),
        charts.scale(TODAY, TODAY),
    )


def test_a_drawing_is_one_picture_with_a_description_or_is_hidden(data: Data) -> None:
    heads = [ElementTree.fromstring(drawn) for drawn in drawings(data)]
    assert heads[0].get("aria-label") == HOSTILE
    assert [head.get("role") for head in heads] == ["img", "img", "img", None]
    assert [head.get("aria-hidden") for head in heads] == [None, None, None, "true"]


def test_a_drawing_has_no_colour_of_its_own(data: Data) -> None:
    for drawn in drawings(data):
        assert all(re.fullmatch(r"var\(--[a-z]+\)", colour) for colour in re.findall(r'(?:fill|stroke)="(.*?)"', drawn))


def test_a_drawing_writes_numbers_short(data: Data) -> None:
    for drawn in drawings(data):
        assert not re.search(r"\d\.(?:\d{2}|0\b)|e[+-]\d|nan|inf\b", re.sub(r'aria-label="[^"]*"', "", drawn))


# Scales


@given(DAYS, DAYS, DAYS)
def test_days_stand_in_their_order_from_end_to_end(first: date, day: date, last: date) -> None:
    first, last = sorted((first, last))
    scale = TimeScale(first, last, 360)
    assert scale.at(last) == 360
    assert 0 <= scale.at(day) <= scale.at(day + timedelta(days=1)) <= 360


def test_equal_ratios_are_equal_lengths() -> None:
    scale = LogScale(10, 100_000, width=400)
    assert [scale.at(amount) for amount in (0, 10, 100, 1000, 100_000, float("inf"))] == [0, 0, 100, 200, 400, 400]


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2025, 6, 1), date(2026, 6, 1), [2026]),
        (date(2020, 1, 1), date(2023, 1, 1), [2020, 2021, 2022, 2023]),
        (date(2010, 4, 8), date(2026, 12, 1), [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026]),
        (date(1963, 6, 20), date(2026, 12, 1), [1970, 1980, 1990, 2000, 2010, 2020]),
    ],
)
def test_a_scale_of_time_is_divided_into_round_years(first: date, last: date, years: list[int]) -> None:
    scale = TimeScale(first, last, 360)
    assert [int(tick.text) for tick in year_ticks(scale, year_step(scale))] == years


@given(DAYS, DAYS)
def test_years_neither_overlap_nor_leave_the_line(first: date, last: date) -> None:
    scale = TimeScale(*sorted((first, last)), 360)
    labels = [kept_inside(year, 360) for year in year_ticks(scale, year_step(scale))]
    half = text_width("2000") / 2
    assert all(half <= label.at + 0.1 and label.at - 0.1 <= 360 - half for label in labels)
    assert all(before.at + half < after.at - half for before, after in pairwise(labels))


def test_labels_that_would_meet_stand_on_levels_of_their_own() -> None:
    labels = levelled([Label(10, "300"), Label(20, "500"), Label(30, "1,000"), Label(90, "3,000")])
    assert [label.level for label in labels] == [0, 1, 2, 0]


@given(st.lists(st.floats(0, 360), min_size=1, max_size=12))
def test_labels_on_one_level_do_not_overlap(places: list[float]) -> None:
    labels = levelled(Label(place, "5,500") for place in sorted(places))
    for level in range(len(labels)):
        row = [label.at for label in labels if label.level == level]
        assert all(after - before > text_width("5,500") for before, after in pairwise(row))


# What the site is built with


def test_nothing_that_builds_the_site_draws_with_vega() -> None:
    modules = [path for folder in ("armsref", "macros") for path in sorted((ROOT / folder).rglob("*.py"))]
    assert {name for path in modules for name in imported(path)} & {"altair", "vl_convert"} == set()


def imported(module: Path) -> Iterator[str]:
    """The packages that a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
