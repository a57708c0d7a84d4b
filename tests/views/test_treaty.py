"""What the page of an agreement says of the states that take part."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.prose.lines import plain_line
from armsref.views.as_of import AsOf
from armsref.views.entry import entry_view
from armsref.views.parts import ParticipationTable
from armsref.views.treaty import TreatyPart
from tests.conftest import STATES, Data, plain, treaty

HEAD = "state,signed,bound,act,left,note\n"
MANY = """
    participation_source: aca/inf
    history:
      - {date: 1970-01-01, act: opened-for-signature, source: aca/inf}
      - {date: 1980-01-01, act: entered-into-force, source: aca/inf}
"""


def participation(data: Data, rows: str, text: str = MANY, today: date = date(2026, 11, 22)) -> ParticipationTable:
    """The table of an agreement with these rows, as the page of a day has it."""
    files = {"treaties/x.yml": treaty(text), "states.yml": STATES, "participation/x.csv": HEAD + rows}
    as_of = AsOf(load(data(files)), today)
    own = entry_view(as_of, as_of.dataset["x"]).own
    assert isinstance(own, TreatyPart)
    assert own.participation
    return own.participation


def counted(data: Data, rows: str, **others: date) -> str:
    """How many states are said to stand how."""
    sentence = plain_line(participation(data, rows, **others).sentence)
    return sentence.partition("Today: ")[2].partition(".")[0]


def test_states_are_counted_by_how_they_stand_the_most_frequent_first(data: Data) -> None:
    rows = "fr,1970-01-01,,,,\nru,1970-01-01,1979-01-01,ratification,,\nus,1970-01-01,1990-01-01,ratification,,\n"
    assert counted(data, rows) == "2 bound, 1 signed only"


def test_a_state_whose_standing_is_unclear_is_counted_as_that(data: Data) -> None:
    rows = "us,1970-01-01,1990,ratification,,\nfr,1970-01-01,1980-05-01,ratification,1990,\n"
    assert counted(data, rows, today=date(1990, 6, 1)) == "2 unclear"


def test_the_act_by_which_most_are_bound_is_said_once_and_others_beside_the_day(data: Data) -> None:
    rows = "fr,,1970-01-01,accession,,\nru,,1971-01-01,ratification,,\nus,,1972-01-01,ratification,,\n"
    table = participation(data, rows)
    assert "States are bound by ratification where no other act is named." in plain_line(table.sentence)
    assert (table.columns, [row.cells for row in table.rows]) == (
        ("Bound",), [("1 January 1970 (accession)",), ("1 January 1971",), ("1 January 1972",)],
    )  # fmt: skip


def test_a_state_that_left_says_when(data: Data) -> None:
    (row,) = participation(data, "us,1970-01-01,1972-01-01,ratification,2020-11-22,It said so\n").rows
    assert row.cells == ("1 January 1970", "1 January 1972", "Left on 22 November 2020. It said so")


@pytest.mark.parametrize(("complete", "missing"), [("true", False), ("false", True)])
def test_a_list_that_is_not_complete_says_so(data: Data, complete: str, missing: bool) -> None:
    text = plain(MANY) + f"participation_complete: {complete}\n"
    sentence = plain_line(participation(data, "us,1970-01-01,,,,\n", text).sentence)
    assert ("The list is not complete; who is not in it is not recorded." in sentence) == missing


def test_a_state_is_sought_by_its_act_and_its_standing(data: Data) -> None:
    (row,) = participation(data, "us,1970-01-01,1972-01-01,ratification,2020-11-22,\n").rows
    assert (row.act, row.standing, row.sorts) == ("Ratification", "Left", ("1970-01-01", "1972-01-01", "2020-11-22"))


def test_who_is_not_in_is_told_where_the_table_is_complete(data: Data) -> None:
    text = plain(MANY) + "participation_complete: true\n"
    assert [link.id for link in participation(data, "us,1970-01-01,,,,\n", text).outside] == ["fr", "ru"]
    assert participation(data, "us,1970-01-01,,,,\n", plain(MANY) + "participation_complete: false\n").outside == ()
