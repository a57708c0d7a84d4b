"""Dates known to the year, the month or the day."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from armsref.model.dates import PartialDate

DAYS = st.dates()


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day, about = draw(DAYS), draw(st.booleans())
    month, of_month = draw(st.sampled_from([(None, None), (day.month, None), (day.month, day.day)]))
    return PartialDate(day.year, month, of_month, about)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("1987", "year", date(1987, 1, 1), date(1987, 12, 31)),
        ("1987-12", "month", date(1987, 12, 1), date(1987, 12, 31)),
        ("1988-02", "month", date(1988, 2, 1), date(1988, 2, 29)),
        ("1987-12-08", "day", date(1987, 12, 8), date(1987, 12, 8)),
    ],
)
def test_a_date_stands_for_the_days_that_its_precision_allows(
    text: str, precision: str, earliest: date, latest: date
) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.precision, parsed.earliest, parsed.latest) == (precision, earliest, latest)


def test_a_tilde_means_about() -> None:
    assert PartialDate.parse("~1987-12") == PartialDate(1987, 12, about=True)


def test_space_around_a_date_does_not_count() -> None:
    assert PartialDate.parse(" ~1987 ") == PartialDate(1987, about=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "87",
        "1987-",
        "1987-1",
        "1987-12-8",
        "8 December 1987",
        "1987/12/08",
        "~~1987",
        "1987~",
        "-1987",
        "١٩٨٧",
    ],
)
def test_what_has_another_form_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date: write 1987, 1987-12 or 1987-12-08"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["0000", "1987-00", "1987-13"])
def test_there_is_no_such_month(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is not a date: there is no such year or month"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["1987-12-00", "1987-12-32", "1987-02-29"])
def test_there_is_no_such_day(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is not a date: there is no such day"):
        PartialDate.parse(text)


def test_a_leap_day_is_a_day() -> None:
    assert PartialDate.parse("1988-02-29").earliest == date(1988, 2, 29)


def test_of_dates_that_begin_together_the_more_exact_comes_first() -> None:
    dates = [PartialDate.parse(text) for text in ("1988", "1987", "1987-01", "1987-01-01")]
    assert [str(each) for each in sorted(dates)] == ["1987-01-01", "1987-01", "1987", "1988"]


@given(partial_dates())
def test_a_date_is_written_as_it_is_read(given_date: PartialDate) -> None:
    assert PartialDate.parse(str(given_date)) == given_date


@given(partial_dates())
def test_a_date_stands_for_at_least_one_day(given_date: PartialDate) -> None:
    assert given_date.earliest <= given_date.latest


@given(partial_dates(), partial_dates())
def test_of_two_dates_that_share_no_day_the_earlier_comes_first(one: PartialDate, other: PartialDate) -> None:
    assume(one.latest < other.earliest)
    assert one < other
    assert not other < one


@given(st.lists(partial_dates()))
def test_sorted_dates_never_step_back(dates: list[PartialDate]) -> None:
    ordered = sorted(dates)
    assert not any(after < before for before, after in combinations(ordered, 2))


@given(DAYS, DAYS)
def test_dates_of_days_are_ordered_as_the_days(one: date, other: date) -> None:
    assert (PartialDate.on(one) < PartialDate.on(other)) == (one < other)
