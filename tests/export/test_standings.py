"""The file of how each state stood in each agreement, which pages look up for a country and a day."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.export.lookup.answers import standings
from armsref.law.coverage import Coverage, coverage_of
from armsref.model import State, Treaty
from armsref.prose.status import standing_words_with_day
from tests.built import real_data
from tests.conftest import STATES, Data, treaty


def on(stretches: list[list[str]], day: date) -> list[list[str]]:
    """The stretch of a day, without its first day; none before an agreement's first act."""
    return [said for first, *said in stretches if date.fromisoformat(first) <= day][-1:]


def as_known(coverage: Coverage, treaty: Treaty, state: str, day: date) -> list[list[str]]:
    place = coverage.standing_on(treaty, state, day)
    return [[place.standing, standing_words_with_day(coverage.dataset, place)]] if place else []


def test_how_every_state_stood_on_every_day_of_change_is_as_the_library_has_it() -> None:
    coverage = coverage_of(real_data())
    told = standings(coverage)
    for agreement in coverage.dataset.of_kind(Treaty):
        named = coverage.participants(agreement).states
        days = coverage.turning_days(agreement, named)
        for state in coverage.dataset.of_kind(State):
            known = told["states"][state.title].get(agreement.id, told["others"][agreement.id])
            for day in days if state.id in named or state.existed_until else days[:1] + days[-1:]:
                assert on(known, day) == as_known(coverage, agreement, state.id, day), (
                    f"{agreement.id} {state.id} {day}"
                )


HISTORY = """history:
  - {date: 1990-01-01, act: signed, source: aca/inf}
  - {date: 1991-01-01, act: entered-into-force, source: aca/inf}
"""
LEAVES = ["unclear", "unclear between party and withdrawn"]
TABLE = "state,signed,bound,act,left,note\nus,1990-01-01,1991-01-01,ratification,2000-06,\nru,1990-02-03,,,,\n"


@pytest.mark.parametrize(
    ("state", "complete", "said"),
    [
        ("United States", "true", [["signatory", "signed, not bound"], ["party", "party since 1 January 1991"], LEAVES,
                                   ["withdrawn", "left in June 2000"]]),
        ("Russia", "true", [["not a party", "not a party"], ["signatory", "signed, not bound"]]),
        ("France", "true", [["not a party", "not a party"]]),
        ("France", "false", [["not recorded", "not recorded"]]),
        ("Soviet Union", "true", [["not recorded", "not recorded"], ["not a party", "not a party"]]),
    ],
)  # fmt: skip
def test_each_standing_is_said_in_words_of_its_own(
    data: Data, state: str, complete: str, said: list[list[str]]
) -> None:
    text = f"participation_source: aca/inf\nparticipation_complete: {complete}\n{HISTORY}"
    files = {"states.yml": STATES, "treaties/x.yml": treaty(text), "participation/x.csv": TABLE}
    told = standings(Coverage(load(data(files))))
    stretches = told["states"][state].get("x", told["others"]["x"])
    assert [words for _, *words in stretches] == said
