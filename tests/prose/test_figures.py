"""Numbers, units and dates as a reader sees them."""

from __future__ import annotations

from typing import Any

import pytest

from armsref.model import Bounds, NumberClaim
from armsref.model.dates import PartialDate
from armsref.prose import figures
from armsref.prose.english import day


def claim(**amounts: Any) -> NumberClaim:
    return NumberClaim.model_validate({"source": "a/b", **amounts})


@pytest.mark.parametrize(
    ("field", "amounts", "words"),
    [
        ("range_km", {"value": 500}, "500 km (311 miles)"),
        ("range_km", {"value": 0}, "0 km (0 miles)"),
        ("range_km", {"max": 5500}, "up to 5,500 km (up to 3,420 miles)"),
        ("range_km", {"min": 3000, "max": 5500}, "3,000–5,500 km (1,860–3,420 miles)"),
        ("range_km", {"max": 300, "about": "true"}, "up to about 300 km (up to about 186 miles)"),
        ("speed_mach", {"min": 11}, "at least Mach 11"),
        ("speed_kmh", {"value": 13600}, "13,600 km/h (8,450 mph)"),
        ("length_m", {"value": 5.5}, "5.5 m"),
        ("warheads", {"value": 6}, "6"),
        ("launch_mass_kg", {"value": 208100}, "208,100 kg"),
    ],
)
def test_a_quantity_has_its_bounds_and_its_unit(field: str, amounts: dict[str, Any], words: str) -> None:
    assert figures.quantity(claim(**amounts), field) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [("1987", "1987"), ("1987-12", "December 1987"), ("1987-12-08", "8 December 1987"), ("~1987", "about 1987")],
)
def test_a_date_is_as_exact_as_it_is_known(written: str, words: str) -> None:
    assert day(PartialDate.parse(written)) == words


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"min": 500, "max": 5500}, "500–5,500 km"),
        ({"over": 5500}, "over 5,500 km"),
        ({"min": 300}, "at least 300 km"),
        ({"max": 600}, "up to 600 km"),
    ],
)
def test_limits_say_whether_they_are_included(limits: dict[str, float], words: str) -> None:
    assert figures.bounds(Bounds.model_validate(limits), " km") == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (84_400, "84 kB"), (5_710_000, "5.7 MB")]
)
def test_a_size_is_told_in_the_unit_that_fits(count: int, words: str) -> None:
    assert figures.size(count) == words
