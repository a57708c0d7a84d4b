"""How every state takes part in every agreement that lists its states, on any day."""

from __future__ import annotations

from typing import Any

from armsref.law.coverage import Coverage
from armsref.law.holdings import listing_agreements
from armsref.law.timeline import merged_runs
from armsref.model import State, Treaty
from armsref.prose.membership import membership_letter


def memberships(coverage: Coverage) -> dict[str, Any]:
    """For each state by its id, and each of `agreements`, the number of its stretches `[first day, letter]`."""
    treaties = listing_agreements(coverage.dataset)
    stretches: dict[tuple[tuple[str, str], ...], int] = {}
    states = {
        state.id: [stretches.setdefault(_stretches(coverage, treaty, state.id), len(stretches)) for treaty in treaties]
        for state in coverage.dataset.of_kind(State)
        if state.existed_until is None
    }
    return {"agreements": [treaty.id for treaty in treaties], "states": states, "stretches": list(stretches)}


def _stretches(coverage: Coverage, treaty: Treaty, state: str) -> tuple[tuple[str, str], ...]:
    runs = merged_runs(coverage.standing_intervals(treaty, state), membership_letter)
    return tuple((interval.start.isoformat(), letter) for letter, interval in runs)
