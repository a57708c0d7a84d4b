"""The data as tables: one a kind of entry, and one each for what an entry has several of."""

from __future__ import annotations

from armsref.export.edition import Edition
from armsref.export.tables.agreements import participation_table, provisions_table, successions_table
from armsref.export.tables.claims import claims_table
from armsref.export.tables.entries import entries_table, kind_table, names_table, variants_table
from armsref.export.tables.facts import facts_of
from armsref.export.tables.history import history_table, statuses_table
from armsref.export.tables.links import citations_table, links_table, sources_table
from armsref.export.tables.table import Table, in_words
from armsref.model import ENTRY_MODELS


def tables(edition: Edition) -> tuple[Table, ...]:
    """All tables; one that refers to another comes after it."""
    return tuple(in_words(edition.dataset, table) for table in _tables(edition))


def _tables(edition: Edition) -> tuple[Table, ...]:
    dataset = edition.dataset
    facts = tuple(facts_of(dataset))
    return (
        entries_table(edition),
        *(kind_table(edition, kind) for kind in ENTRY_MODELS),
        names_table(dataset),
        sources_table(dataset),
        claims_table(facts),
        history_table(facts),
        provisions_table(facts),
        statuses_table(edition),
        participation_table(dataset),
        successions_table(dataset),
        variants_table(dataset),
        links_table(dataset),
        citations_table(dataset, facts),
    )
