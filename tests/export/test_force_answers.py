"""The file of an agreement in which its page looks up whether it was in force for a state on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from armsref import load
from armsref.export.lookup.force_answers import force_answers
from armsref.law.coverage import Coverage, coverage_of
from armsref.model import State, Treaty
from armsref.prose.english import begun
from armsref.prose.status import in_force_for, standing_words_with_day, treaty_mark
from tests.built import real_data
from tests.conftest import STATES, Data, treaty

HISTORY = """history:
  - {date: 1990-01-01, act: signed, source: aca/inf}
  - {date: 1991-01-01, act: entered-into-force, source: aca/inf}
  - {date: 1995-01-01, act: suspended, actors: [us], source: aca/inf}
participation_source: aca/inf
participation_complete: false
"""
TABLE = "state,signed,bound,act,left,note\nus,1990-01-01,1991-01-01,ratification,,\nru,1990-02-03,1992,,2000-06,\n"


def told(table: dict[str, Any], title: str, day: str) -> list[str]:
    """What is said of a state on a day, and of the agreement."""
    stretches = table["answers"][table["states"][title]]
    return [words for first, *words in stretches if first <= day][-1]


@pytest.mark.parametrize(
    ("state", "day", "word", "standing"),
    [
        ("United States", "1990-06-01", "No", "signed, not bound"),
        ("United States", "1991-01-01", "Yes", "party since 1 January 1991"),
        ("United States", "1995-01-01", "Suspended", "suspended it on 1 January 1995"),
        ("Russia", "1992-06-01", "Unclear", "unclear between signatory and party"),
        ("Russia", "2001-01-01", "No", "left in June 2000"),
        ("France", "2001-01-01", "Not recorded", "not recorded"),
    ],
)
def test_a_word_answers_and_the_standing_says_why(data: Data, state: str, day: str, word: str, standing: str) -> None:
    dataset = load(data({"states.yml": STATES, "treaties/x.yml": treaty(HISTORY), "participation/x.csv": TABLE}))
    table = force_answers(Coverage(dataset), dataset.of_kind(Treaty)[0])
    assert told(table, state, day) == [word, standing]


def test_a_state_is_found_by_its_other_names() -> None:
    coverage = coverage_of(real_data())
    called = force_answers(coverage, coverage.dataset.of_kind(Treaty)[0])["called"]
    assert (called["UK"], called["DPRK"]) == ("United Kingdom", "North Korea")


def test_every_state_on_every_day_of_change_is_answered_as_the_library_has_it() -> None:
    coverage = coverage_of(real_data())
    for agreement in coverage.dataset.of_kind(Treaty):
        table = force_answers(coverage, agreement)
        for first, words in table["life"]:
            assert begun(words) == treaty_mark(coverage, agreement, date.fromisoformat(first)).words
        for state in coverage.dataset.of_kind(State):
            assert table["answers"][table["states"][state.title]] == tuple(
                (place.start.isoformat(), in_force_for(place), standing_words_with_day(coverage.dataset, place))
                for place in coverage.standing_intervals(agreement, state.id)
            )
