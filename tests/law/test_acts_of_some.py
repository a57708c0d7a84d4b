"""What one party does alone leaves an agreement of several as it is for the others, and where the line is."""

from datetime import date

import pytest

from armsref import load
from armsref.law.status import status_on
from armsref.model import Treaty
from tests.conftest import STATES, Data, treaty

FORCE = "history:\n  - {date: 1990-01-01, act: signed, source: aca/inf}\n" + (
    "  - {date: 1991-01-01, act: entered-into-force, source: aca/inf}\n"
)


def act(day: str, name: str, actors: str = "") -> str:
    by = f", actors: {actors}" if actors else ""
    return f"  - {{date: {day}, act: {name}, source: aca/inf{by}}}\n"


def status(data: Data, text: str, day: str) -> str | None:
    entry = load(data({"treaties/x.yml": treaty(text), "states.yml": STATES}))["x"]
    assert isinstance(entry, Treaty)
    interval = status_on(entry, date.fromisoformat(day))
    return interval.status if interval else None


@pytest.mark.parametrize(
    ("parties", "expected"), [("[us]", "ended"), ("[us, ru]", "ended"), ("[us, ru, fr]", "in force")]
)
def test_a_treaty_of_two_ends_when_one_leaves_and_one_of_three_goes_on(data: Data, parties: str, expected: str) -> None:
    text = f"parties: {parties}\n{FORCE}{act('2000-01-01', 'withdrew', 'us')}"
    assert status(data, text, "2000-01-01") == expected


def test_a_treaty_whose_parties_stand_in_a_table_goes_on_when_one_leaves(data: Data) -> None:
    assert status(data, FORCE + act("2000-01-01", "withdrew", "us"), "2000-01-01") == "in force"


@pytest.mark.parametrize("again", ["entered-into-force", "extended", "provisionally-applied"])
def test_one_state_alone_does_not_revive_what_is_over(data: Data, again: str) -> None:
    ended = FORCE + act("2000-01-01", "terminated")
    assert status(data, ended + act("2001-01-01", again, "us"), "2001-01-01") == "ended"
    assert status(data, ended + act("2001-01-01", again), "2001-01-01") != "ended"


def test_a_treaty_in_force_does_not_fall_back_to_provisional_application(data: Data) -> None:
    assert status(data, FORCE + act("1992-01-01", "provisionally-applied"), "1992-01-01") == "in force"


def test_a_suspended_treaty_does_not_fall_back_to_provisional_application(data: Data) -> None:
    suspended = FORCE + act("1992-01-01", "suspended")
    assert status(data, suspended + act("1993-01-01", "provisionally-applied"), "1993-01-01") == "suspended"


def test_a_treaty_suspended_as_a_whole_stays_so_when_something_else_happens(data: Data) -> None:
    suspended = f"parties: [us, ru]\n{FORCE}{act('1992-01-01', 'suspended')}"
    assert status(data, suspended + act("1993-01-01", "amended"), "1993-01-01") == "suspended"
    assert status(data, suspended + act("1993-01-01", "suspension-ended"), "1993-01-01") == "in force"


def test_a_treaty_that_both_suspended_is_in_force_again_when_one_resumes(data: Data) -> None:
    both = f"parties: [us, ru]\n{FORCE}{act('1992-01-01', 'suspended', 'us')}{act('1993-01-01', 'suspended', 'ru')}"
    assert status(data, both, "1993-01-01") == "suspended"
    assert status(data, both + act("1994-01-01", "suspension-ended", "us"), "1994-01-01") == "in force"


def test_a_treaty_provisionally_applied_ends_and_one_only_signed_was_never_in_force(data: Data) -> None:
    signed = "history:\n" + act("1990-01-01", "signed")
    provisional = signed + act("1990-06-01", "provisionally-applied")
    assert status(data, provisional + act("1991-01-01", "terminated"), "1991-01-01") == "ended"
    assert status(data, signed + act("1991-01-01", "terminated"), "1991-01-01") == "never in force"
