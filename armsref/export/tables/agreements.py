"""The tables of what agreements ask for, and of the states in them."""

from __future__ import annotations

from collections.abc import Iterable

from armsref.export.tables.columns import columns_of
from armsref.export.tables.facts import PlacedFact, fact_id, sources_column
from armsref.export.tables.table import Table, derived, position_column, table_of, treaty_column
from armsref.loading.dataset import Dataset
from armsref.model import Participation, Provision, Treaty, meaning


def provisions_table(facts: Iterable[PlacedFact]) -> Table:
    """Every provision, with its conditions."""
    own = columns_of(Provision, lambda fact: fact.model)
    columns = [
        fact_id(lambda fact: fact.id),
        treaty_column(lambda fact: fact.entry.id),
        position_column("Its place in the agreement's list, from 1.", lambda fact: fact.position),
        derived("provision", meaning(Provision, "id"), lambda fact: fact.model.id, required=True),
        *(filled for filled in own if filled.column.name not in ("id", "source")),
        sources_column(),
    ]
    told = "What agreements ask for, and the conditions under which they ask for it."
    return table_of("provisions", told, "id", columns, (fact for fact in facts if isinstance(fact.model, Provision)))


def participation_table(dataset: Dataset) -> Table:
    """Every row of every table of participation."""
    rows = [(treaty, row) for treaty, table in sorted(dataset.participation.items()) for row in table]
    columns = [treaty_column(lambda row: row[0]), *columns_of(Participation, lambda row: row[1])]
    told = "States in multilateral agreements: when they signed, were bound, left."
    return table_of("participation", told, "treaty state", columns, rows)


def successions_table(dataset: Dataset) -> Table:
    """Every succession of one state to another in an agreement."""
    rows = [
        (treaty.id, state, heir)
        for treaty in dataset.of_kind(Treaty)
        for state, heirs in treaty.succession.items()
        for heir in heirs
    ]
    columns = [
        treaty_column(lambda row: row[0]),
        derived("state", "The state that was a party.", lambda row: row[1], required=True, refers="states"),
        derived("successor", "A state that took its place.", lambda row: row[2], required=True, refers="states"),
    ]
    told = "Which states took the place of another in an agreement."
    return table_of("successions", told, "treaty state successor", columns, rows)
