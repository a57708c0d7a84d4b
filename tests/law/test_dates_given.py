"""Which day a source gives for what an act does, and which acts sign an agreement, bring it into force and end it."""

from datetime import date

import pytest

from armsref import load
from armsref.law.standing import standing_intervals
from armsref.law.status import entry_into_force, signature, status_end, status_intervals, status_on
from armsref.law.timeline import timeline
from armsref.model import Treaty, TreatyHistory
from tests.conftest import STATES, Data, treaty


def agreement(data: Data, *acts: str, more: str = "") -> Treaty:
    history = "".join(f"  - {{{act}, source: aca/inf}}\n" for act in acts)
    entry = load(data({"treaties/x.yml": treaty(f"{more}history:\n{history}")}))["x"]
    assert isinstance(entry, Treaty)
    return entry


def first_day(act: TreatyHistory | None) -> str | None:
    return str(act.date) if act else None


SUSPENSION_NAMED = "date: 2007-07-14, act: suspension-announced, takes_effect: 2007-12-12"
WITHDRAWAL_NAMED = "date: 2001-12-13, act: withdrawal-announced, takes_effect: 2002-06-13"
TERM = "date: 2011-02-05, act: entered-into-force, until: 2021-02-05"


@pytest.mark.parametrize(
    ("act", "days"),
    [
        (WITHDRAWAL_NAMED, {"withdrawal-announced": "2001-12-13", "withdrew": "2002-06-13"}),
        (SUSPENSION_NAMED, {"suspension-announced": "2007-07-14", "suspended": "2007-12-12"}),
        ("date: 2007-12-12, act: suspended", {"suspended": "2007-12-12"}),
        (TERM, {"entered-into-force": "2011-02-05", "expired": "2021-02-05"}),
        ("date: 1977-10-03, act: expired", {"expired": "1977-10-03"}),
        ("date: ~2000-12-16, act: signed", {"signed": "~2000-12-16"}),
    ],
)
def test_the_day_of_an_act_is_the_one_on_which_it_does_what_it_does(data: Data, act: str, days: dict[str, str]) -> None:
    assert {timed.does: str(timed.given) for timed in timeline(agreement(data, act))} == days


def test_a_status_begins_on_the_day_that_a_source_gives(data: Data) -> None:
    signed, force = "date: 2000-12-16, act: signed", "date: ~2000-12-30, act: entered-into-force"
    intervals = status_intervals(agreement(data, signed, force))
    assert [str(interval.given) for interval in intervals if interval.status != "unclear"] == [
        "2000-12-16",
        "~2000-12-30",
    ]
    assert intervals[-1].start == date(2001, 1, 6)


ROWS = "state,signed,bound,act,left,note\nfr,1970,1980-03,ratification,1990-05-01,\n"


@pytest.mark.parametrize(
    ("delay", "days"),
    [
        ("", ["1968-07-01", "1970", "1980-03", "1990-05-01"]),
        # Counted from some day of March: no day, and no month, can be told.
        ("bound_after: {days: 90}\n", ["1968-07-01", "1970", "1980-03", "~1980", "1990-05-01"]),
    ],
)
def test_a_standing_begins_on_the_day_in_the_column_that_says_so(data: Data, delay: str, days: list[str]) -> None:
    assert given_in_table(data, delay, ROWS) == days


def test_a_day_reckoned_from_a_known_one_is_known(data: Data) -> None:
    rows = ROWS.replace("1980-03", "1980-03-01")
    assert "1980-05-30" in given_in_table(data, "bound_after: {days: 90}\n", rows)


def test_a_standing_that_ends_with_the_state_ends_on_the_day_on_which_that_did(data: Data) -> None:
    dataset = load(data({"states.yml": STATES, "treaties/x.yml": treaty(f"parties: [us, su]\n{SIGNED_AND_IN_FORCE}")}))
    entry = dataset["x"]
    assert isinstance(entry, Treaty)
    last = standing_intervals(dataset, entry, "su")[-1]
    assert (last.standing, str(last.given)) == ("succeeded", "1991-12-26")


SIGNED_AND_IN_FORCE = """history:
  - {date: 1968-07-01, act: signed, source: aca/inf}
  - {date: 1969-01-01, act: entered-into-force, source: aca/inf}
"""


def given_in_table(data: Data, delay: str, rows: str) -> list[str]:
    """The days on which the standing of France began, one after the other, in an agreement in force since 1969."""
    text = f"{delay}participation_source: aca/inf\n{SIGNED_AND_IN_FORCE}"
    files = {"states.yml": STATES, "treaties/x.yml": treaty(text), "participation/x.csv": rows}
    dataset = load(data(files))
    entry = dataset["x"]
    assert isinstance(entry, Treaty)
    intervals = standing_intervals(dataset, entry, "fr")
    return list(dict.fromkeys(str(interval.given) for interval in intervals))


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
