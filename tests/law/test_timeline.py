"""Days and acts: which interval has a day, neighbours of one value as one, and when acts begin to count."""

from dataclasses import dataclass
from datetime import date

import pytest

from armsref import load
from armsref.law.timeline import Interval, TimedAct, interval_on, merged_runs, shifted, timed_act, timeline
from armsref.model import Treaty, TreatyHistory
from armsref.model.dates import PartialDate
from tests.conftest import Data, treaty


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


# When acts begin to count


def acts(data: Data, *history: str) -> list[TimedAct]:
    lines = "".join(f"  - {{{act}, source: aca/inf}}\n" for act in history)
    entry = load(data({"treaties/x.yml": treaty(f"history:\n{lines}")}))["x"]
    assert isinstance(entry, Treaty)
    return timeline(entry)


def days(given: str, later: int = 0) -> tuple[date, date]:
    timed = timed_act(PartialDate.parse(given), TreatyHistory.model_construct(), "signed", later)
    return timed.first, timed.last


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("1987", date(1987, 1, 1), date(1987, 12, 31)),
        ("~1987", date(1985, 12, 31), date(1988, 12, 31)),
        ("~1987-06", date(1987, 5, 1), date(1987, 7, 31)),
        ("~1987-06-15", date(1987, 6, 8), date(1987, 6, 22)),
    ],
)
def test_about_a_year_reaches_a_year_further_about_a_month_a_month_about_a_day_a_week(
    given: str, first: date, last: date
) -> None:
    assert days(given) == (first, last)


def test_a_term_is_over_the_day_after_its_last_unless_it_was_extended_by_then(data: Data) -> None:
    term, extension = "date: 2011-02-05, act: entered-into-force, until: 2021-02-05", "act: extended, until: 2026-02-05"
    for day, lapses in (("2021-02-04", 1), ("2021-02-05", 1), ("2021-02-06", 2)):
        told = acts(data, term, f"date: {day}, {extension}")
        assert [timed.first for timed in told if timed.does == "expired"] == [date(2021, 2, 6), date(2026, 2, 6)][
            -lapses:
        ]


def test_an_agreement_is_in_force_through_the_day_on_which_it_is_said_to_expire(data: Data) -> None:
    signed, expired = acts(data, "date: 2011-02-05, act: signed", "date: 2021-02-05, act: expired")
    assert (signed.first, expired.first, expired.last) == (date(2011, 2, 5), date(2021, 2, 6), date(2021, 2, 6))


def test_a_day_is_moved_no_further_than_there_are_days() -> None:
    assert shifted(date(1, 1, 3), -7) == date.min
    assert shifted(date(9999, 12, 30), 7) == date.max
    assert shifted(date(1987, 12, 31), 1) == date(1988, 1, 1)


def test_acts_of_one_day_keep_the_order_in_which_they_are_told(data: Data) -> None:
    day = "date: 2002-06-13"
    told = acts(data, f"{day}, act: withdrew", f"{day}, act: terminated", "date: 2002-06-12, act: amended")
    assert [timed.does for timed in told] == ["amended", "withdrew", "terminated"]


def test_an_act_told_for_a_day_comes_before_what_was_announced_for_it(data: Data) -> None:
    announced = "date: 2001-12-13, act: withdrawal-announced, actors: us, takes_effect: 2002-06-13"
    told = acts(data, announced, "date: 2002-06-13, act: terminated")
    assert [timed.does for timed in told] == ["withdrawal-announced", "terminated", "withdrew"]
