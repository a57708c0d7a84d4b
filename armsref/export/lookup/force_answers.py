"""Whether an agreement was in force for a state, for every state and day, which the page of an agreement looks up."""

from __future__ import annotations

from typing import Any

from armsref.law.coverage import Coverage
from armsref.law.standing import StandingInterval
from armsref.model import State, Treaty
from armsref.prose.status import in_force_for, standing_words_with_day, status_sentence

Stretch = tuple[str, str, str]


def force_answers(coverage: Coverage, treaty: Treaty) -> dict[str, Any]:
    """How an agreement and each state in it stood.

    `life` has stretches of `[first day, in words]`, `answers` stretches of `[first day, 'Yes' or why not, standing in
    words]`; `states` gives the number of its answer by the state's title, and `called` that title by a state's other
    names. Before an agreement's first act there is no answer.
    """
    listed = coverage.dataset.of_kind(State)
    answers: dict[tuple[Stretch, ...], int] = {}
    states = {state.title: answers.setdefault(_stretches(coverage, treaty, state.id), len(answers)) for state in listed}
    called = {name: state.title for state in listed for name in _other_names(state)}
    life = [
        [interval.start.isoformat(), status_sentence(coverage, treaty, interval)]
        for interval in coverage.status_intervals(treaty)
    ]
    return {"life": life, "states": states, "called": called, "answers": list(answers)}


def _other_names(state: State) -> list[str]:
    return [name for name in (state.abbreviation, state.formal_name, *state.aliases) if name]


def _stretches(coverage: Coverage, treaty: Treaty, state: str) -> tuple[Stretch, ...]:
    return tuple(_stretch(coverage, interval) for interval in coverage.standing_intervals(treaty, state))


def _stretch(coverage: Coverage, interval: StandingInterval) -> Stretch:
    said = standing_words_with_day(coverage.dataset, interval)
    return interval.start.isoformat(), in_force_for(interval), said
