"""Where a weapon stands in its life: from which day, by which act."""

from datetime import date, timedelta

import pytest

from armsref import load
from armsref.law.coverage import coverage_of
from armsref.law.status import is_recorded, recorded_from, weapon_intervals, weapon_status
from armsref.model import Event, Weapon
from tests.built import real_data
from tests.conftest import Data, weapon


def life(data: Data, *acts: str) -> Weapon:
    history = "".join(f"  - {{date: {day}, act: {name}, source: aca/inf}}\n" for day, name in map(str.split, acts))
    entry = load(data({"weapons/x.yml": weapon(f"history:\n{history}" if acts else "")}))["x"]
    assert isinstance(entry, Weapon)
    return entry


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1974-09-20", "not yet recorded"),
        ("1974-09-21", "in development"),
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
    assert [weapon_status(pioneer, date(1976, month, 1)) for month in (2, 3)] == ["not yet recorded", "in service"]


def test_a_life_has_no_gaps_and_is_in_development_from_its_first_act_to_the_first_that_says_more(data: Data) -> None:
    told = weapon_intervals(
        life(data, "1974-09-21 first-test", "1976-03-11 in-service", "1977-01-01 deployed", "1991-05-12 eliminated")
    )
    assert [
        (interval.start, interval.end, interval.status, interval.act and interval.act.act) for interval in told
    ] == [
        (None, date(1974, 9, 21), "not yet recorded", None),
        (date(1974, 9, 21), date(1976, 3, 11), "in development", "first-test"),
        (date(1976, 3, 11), date(1991, 5, 12), "in service", "in-service"),
        (date(1991, 5, 12), None, "eliminated", "eliminated"),
    ]


def test_a_weapon_is_recorded_from_its_earliest_act_wherever_that_stands(data: Data) -> None:
    pioneer = life(data, "1976-03-11 in-service", "1974-09 first-test")
    assert recorded_from(pioneer) == date(1974, 9, 1)
    assert [is_recorded(pioneer, date(1974, month, day)) for month, day in ((8, 31), (9, 1))] == [False, True]


def test_a_weapon_without_a_history_may_always_be_asked_about(data: Data) -> None:
    pioneer = life(data)
    assert recorded_from(pioneer) is None
    assert is_recorded(pioneer, date.min)


def test_a_weapon_without_a_history_is_in_development_for_all_time(data: Data) -> None:
    (interval,) = weapon_intervals(life(data))
    assert (interval.start, interval.end, interval.status) == (None, None, "in development")


def test_no_weapon_is_in_service_or_launched_before_its_first_recorded_act() -> None:
    dataset = real_data()
    for missile in dataset.of_kind(Weapon):
        assert all(is_recorded(missile, claim.value.latest) for claim in missile.in_service), missile.id
    for event in dataset.of_kind(Event):
        launched = dataset.get(event.launch.weapon) if event.launch else None
        assert not isinstance(launched, Weapon) or is_recorded(launched, event.date.earliest), event.id


def test_on_no_day_before_its_first_recorded_act_has_a_weapon_a_verdict() -> None:
    coverage = coverage_of(real_data())
    for missile in coverage.dataset.of_kind(Weapon):
        first = recorded_from(missile)
        assert first, missile.id
        before = first - timedelta(days=1)
        assert weapon_status(missile, before) == "not yet recorded"
        assert weapon_status(missile, first) != "not yet recorded"
        assert coverage.verdicts(missile, before) == []
        for treaty in coverage.conditional:
            assert all(interval.start >= first for interval in coverage.verdict_intervals(missile, treaty))
