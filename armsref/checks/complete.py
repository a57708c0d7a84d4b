"""Does every entry hold what its kind asks for?"""

from __future__ import annotations

from armsref.checks.needs import FIELDED, missing
from armsref.checks.registry import Found, Scope, warning
from armsref.model import Weapon
from armsref.prose.english import listed


@warning
def incomplete(scope: Scope) -> Found:
    """Every entry that was reviewed holds what its kind asks for."""
    if scope.reading.broken:
        return
    for entry_id, record in scope.dataset.records.items():
        lacks = missing(scope.dataset, record.entry) if record.entry.reviewed else []
        if lacks:
            yield record.place(), f"'{entry_id}' lacks {listed(lacks)}", "Add it, or take 'reviewed' away."


@warning
def operated_without_an_act(scope: Scope) -> Found:
    """A weapon that a state has was deployed, entered service or was used, by an act of its history."""
    for record in scope.reading.records:
        weapon = record.entry
        if isinstance(weapon, Weapon) and weapon.operators and not any(act.act in FIELDED for act in weapon.history):
            yield (
                record.place("operators"),
                f"'{weapon.id}' has operators, but was never deployed by its history",
                "Add the act with its source, or take the operators away.",
            )
