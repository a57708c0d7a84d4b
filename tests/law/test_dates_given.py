"""Which day a source gives for what an act does, and which acts sign an agreement, bring it into force and end it."""

from datetime import date

import pytest

from armsref import load
from armsref.law.status import date_given, entry_into_force, signature, status_end, status_on
from armsref.model import Participation, Treaty, TreatyHistory
from armsref.model.dates import PartialDate
from tests.conftest import Data, treaty


def agreement(data: Data, *acts: str, more: str = "") -> Treaty:
    history = "".join(f"  - {{{act}, source: aca/inf}}\n" for act in acts)
    entry = load(data({"treaties/x.yml": treaty(f"{more}history:\n{history}")}))["x"]
    assert isinstance(entry, Treaty)
    return entry


def first_day(act: TreatyHistory | None) -> str | None:
    return str(act.date) if act else None


@pytest.mark.parametrize(
    ("act", "does", "day"),
    [
        ("date: 2001-12-13, act: withdrawal-announced, takes_effect: 2002-06-13", "withdrew", "2002-06-13"),
        (
            "date: 2001-12-13, act: withdrawal-announced, takes_effect: 2002-06-13",
            "withdrawal-announced",
            "2001-12-13",
        ),
        ("date: 2007-07-14, act: suspension-announced, takes_effect: 2007-12-12", "suspended", "2007-12-12"),
        ("date: 2007-12-12, act: suspended", "suspended", "2007-12-12"),
        ("date: 2011-02-05, act: entered-into-force, until: 2021-02-05", "expired", "2021-02-05"),
        ("date: 2011-02-05, act: entered-into-force, until: 2021-02-05", "entered-into-force", "2011-02-05"),
        ("date: 1977-10-03, act: expired", "expired", "1977-10-03"),
    ],
)
def test_the_day_of_an_act_is_the_one_on_which_it_does_what_it_does(data: Data, act: str, does: str, day: str) -> None:
    assert str(date_given(agreement(data, act).history[0], does)) == day


def test_an_announcement_that_names_no_day_has_only_its_own() -> None:
    announced = TreatyHistory.model_construct(act="withdrawal-announced", date=PartialDate.parse("2001-12-13"))
    assert str(date_given(announced, "withdrew")) == "2001-12-13"


@pytest.mark.parametrize(
    ("does", "day"),
    [("signed", "1970"), ("ratified", "1980"), ("joined", "1980"), ("withdrew", "1990"), ("cessation", None)],
)
def test_the_day_in_a_table_is_that_of_the_column_that_says_so(does: str, day: str | None) -> None:
    signed, bound, left = map(PartialDate.parse, ("1970", "1980", "1990"))
    row = Participation.model_construct(state="us", signed=signed, bound=bound, left=left)
    given = date_given(row, does)
    assert (str(given) if given else None) == day


def test_an_agreement_was_signed_by_the_earliest_act_of_signature(data: Data) -> None:
    acts = (
        "date: 1969-11-17, act: negotiations-began",
        "date: 1972-05-27, act: signed",
        "date: 1972-05-26, act: signed",
    )
    assert first_day(signature(agreement(data, *acts))) == "1972-05-26"
    assert signature(agreement(data, "date: 1969-11-17, act: negotiations-began")) is None


def test_entry_into_force_is_the_one_of_the_whole_and_not_for_one_state(data: Data) -> None:
    signed, for_one = "date: 1990-01-01, act: signed", "date: 1991-01-01, act: entered-into-force, actors: us"
    of_all = "date: 1992-01-01, act: entered-into-force"
    assert first_day(entry_into_force(agreement(data, signed, for_one, of_all))) == "1992-01-01"
    assert entry_into_force(agreement(data, signed, for_one)) is None


def test_a_status_ends_with_the_next_one_whoever_suspends_it_meanwhile(data: Data) -> None:
    treaty_of_two = agreement(
        data,
        "date: 1987-12-08, act: signed",
        "date: 1988-06-01, act: entered-into-force",
        "date: 2019-02-02, act: suspended, actors: us",
        "date: 2019-08-02, act: terminated",
        more="parties: [us, ru]\n",
    )
    ends = {}
    for day in (date(1988, 1, 1), date(1990, 1, 1), date(2019, 3, 1), date(2020, 1, 1)):
        interval = status_on(treaty_of_two, day)
        assert interval
        ends[interval.status, day.year] = status_end(treaty_of_two, interval)
    assert ends == {
        ("signed", 1988): date(1988, 6, 1),
        ("in force", 1990): date(2019, 8, 2),
        ("in force", 2019): date(2019, 8, 2),
        ("ended", 2020): None,
    }
