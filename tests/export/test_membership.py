"""States by agreements: each letter is how the library has it, on any day."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.export.lookup.membership import memberships
from armsref.law.coverage import Coverage, coverage_of
from armsref.model import State, Treaty
from armsref.prose.membership import MEMBERS, MEMBERSHIP_WORDS, UNKNOWN_MEMBERSHIP, membership_letter
from armsref.views.as_of import AsOf
from armsref.views.lists.membership import membership
from tests.built import real_data
from tests.conftest import STATES, Data, treaty

HISTORY = """history:
  - {date: 1990-01-01, act: signed, source: aca/inf}
  - {date: 1991-01-01, act: entered-into-force, source: aca/inf}
participation_source: aca/inf
participation_complete: true
"""
TABLE = "state,signed,bound,act,left,note\nus,1990-02-01,1992-01-01,accession,2000-06-07,\nru,1990-02-03,,,,\n"


@pytest.mark.parametrize(
    ("state", "day", "letter"),
    [("us", "1990-03-01", "s"), ("us", "1993-01-01", "a"), ("us", "2001-01-01", "l"), ("ru", "2001-01-01", "s"),
     ("fr", "2001-01-01", "–")],
)  # fmt: skip
def test_a_letter_says_how_a_state_takes_part(data: Data, state: str, day: str, letter: str) -> None:
    dataset = load(data({"states.yml": STATES, "treaties/x.yml": treaty(HISTORY), "participation/x.csv": TABLE}))
    (agreement,) = dataset.of_kind(Treaty)
    place = Coverage(dataset).standing_on(agreement, state, date.fromisoformat(day))
    assert membership_letter(place) == letter


def test_every_letter_of_every_state_on_every_day_of_change_is_as_the_library_has_it() -> None:
    coverage = coverage_of(real_data())
    table = memberships(coverage)
    for state_id, numbers in table["states"].items():
        for treaty_id, number in zip(table["agreements"], numbers, strict=True):
            agreement = coverage.dataset[treaty_id]
            assert isinstance(agreement, Treaty)
            for first, letter in table["stretches"][number]:
                place = coverage.standing_on(agreement, state_id, date.fromisoformat(first))
                assert letter == membership_letter(place), f"{state_id} {treaty_id} {first}"


def test_the_page_of_today_has_the_letters_of_the_file_and_each_is_explained() -> None:
    coverage, today = coverage_of(real_data()), date(2026, 12, 1)
    table, view = memberships(coverage), membership(AsOf(real_data(), today))
    assert [link.id for link in view.treaties] == table["agreements"]
    for row in view.rows:
        stretches = [table["stretches"][number] for number in table["states"][row.state.id]]
        on_day = [[letter for first, letter in lasting if first <= today.isoformat()][-1:] for lasting in stretches]
        assert list(row.letters) == [letters[0] if letters else "–" for letters in on_day]
        assert set(row.letters) <= MEMBERSHIP_WORDS.keys()
    assert {row.state.id for row in view.rows} == {
        state.id for state in coverage.dataset.of_kind(State) if state.existed_until is None
    }


def test_who_is_in_and_of_whom_it_is_not_known_have_no_letter_in_common() -> None:
    assert not MEMBERS & UNKNOWN_MEMBERSHIP
    assert MEMBERSHIP_WORDS.keys() > MEMBERS | UNKNOWN_MEMBERSHIP
