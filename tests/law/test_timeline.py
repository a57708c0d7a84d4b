"""Intervals of days: which of them has a day, and neighbours of one value as one."""

from dataclasses import dataclass
from datetime import date

from armsref.law.timeline import Interval, interval_on, merged_runs


@dataclass(frozen=True, slots=True)
class Said(Interval):
    word: str


DAYS = [date(2000, 1, 1), date(2001, 1, 1), date(2002, 1, 1)]
LIFE = [
    Said(None, DAYS[0], "none"),
    Said(DAYS[0], DAYS[1], "yes"),
    Said(DAYS[1], DAYS[2], "yes"),
    Said(DAYS[2], None, "no"),
]


def test_an_interval_has_its_first_day_and_not_its_end() -> None:
    intervals = [interval_on(LIFE, day) for day in (date(1999, 12, 31), DAYS[0], DAYS[1], date(2030, 1, 1))]
    assert intervals == [LIFE[0], LIFE[1], LIFE[2], LIFE[3]]
    assert interval_on(LIFE[1:2], DAYS[1]) is None


def test_neighbours_of_one_value_are_one_interval() -> None:
    assert list(merged_runs(LIFE, lambda interval: interval.word)) == [
        ("none", LIFE[0]), ("yes", Said(DAYS[0], DAYS[2], "yes")), ("no", LIFE[3]),
    ]  # fmt: skip


def test_what_is_not_next_to_it_stays_apart() -> None:
    assert len(list(merged_runs([LIFE[1], LIFE[3], LIFE[2]], lambda interval: interval.word))) == 3
