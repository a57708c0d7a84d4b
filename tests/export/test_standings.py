"""The file of how each state stood in each agreement, which pages look up for a country and a day."""

from __future__ import annotations

from datetime import date

from armsref.export.lookup.answers import standings
from armsref.law.coverage import coverage_of
from armsref.model import Treaty
from armsref.prose.status import standing_clause
from tests.built import real_data


def test_how_every_state_stood_on_every_day_of_change_is_as_the_library_has_it() -> None:
    coverage = coverage_of(real_data())
    told = standings(coverage)
    for treaty in coverage.dataset.of_kind(Treaty):
        states = coverage.participants(treaty).states
        for state in states:
            known = told[coverage.dataset[state].title][treaty.id]
            for day in coverage.turning_days(treaty, states):
                said = [words for first, words in known if date.fromisoformat(first) <= day]
                place = coverage.standing_on(treaty, state, day)
                assert said[-1:] == ([standing_clause(coverage.dataset, place)] if place else [])
