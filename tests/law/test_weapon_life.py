"""Where a weapon stands in its life: from which day, by which act."""

from datetime import date

import pytest

from armsref import load
from armsref.law.status import weapon_intervals, weapon_status
from armsref.model import Weapon
from tests.conftest import Data, weapon


def life(data: Data, *acts: str) -> Weapon:
    history = "".join(f"  - {{date: {day}, act: {name}, source: aca/inf}}\n" for day, name in map(str.split, acts))
    entry = load(data({"weapons/x.yml": weapon(f"history:\n{history}" if acts else "")}))["x"]
    assert isinstance(entry, Weapon)
    return entry


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1975-12-31", "in development"),
        ("1976-01-01", "in service"),
        ("1990-12-31", "in service"),
        ("1991-01-01", "eliminated"),
    ],
)
def test_an_act_counts_from_its_day_on(data: Data, day: str, expected: str) -> None:
    pioneer = life(data, "1974-09-21 first-test", "1976-01-01 in-service", "1991-01-01 eliminated")
    assert weapon_status(pioneer, date.fromisoformat(day)) == expected


def test_an_act_known_to_the_month_counts_from_the_first_of_it(data: Data) -> None:
    pioneer = life(data, "1976-03 deployed")
    assert [weapon_status(pioneer, date(1976, month, 1)) for month in (2, 3)] == ["in development", "in service"]


def test_a_life_is_in_development_up_to_its_first_act_that_says_more_and_has_no_gaps(data: Data) -> None:
    told = weapon_intervals(
        life(data, "1974-09-21 first-test", "1976-03-11 in-service", "1977-01-01 deployed", "1991-05-12 eliminated")
    )
    assert [
        (interval.start, interval.end, interval.status, interval.act and interval.act.act) for interval in told
    ] == [
        (None, date(1976, 3, 11), "in development", None),
        (date(1976, 3, 11), date(1991, 5, 12), "in service", "in-service"),
        (date(1991, 5, 12), None, "eliminated", "eliminated"),
    ]


def test_a_weapon_without_a_history_is_in_development_for_all_time(data: Data) -> None:
    (interval,) = weapon_intervals(life(data))
    assert (interval.start, interval.end, interval.status) == (None, None, "in development")
