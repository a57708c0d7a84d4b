"""The tables of links: from entry to entry, from publishers to texts, and from facts to texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import get_args

from armsref.export.tables.columns import columns_for, columns_of
from armsref.export.tables.facts import ModelPath, PlacedFact, fact_id, field_of, place_of
from armsref.export.tables.table import Table, derived, entry_column, table_of
from armsref.loading.dataset import Dataset
from armsref.model import Entry, Publisher, Refers, Relation, Source, SourceKind, Treaty


@dataclass(frozen=True)
class _Link:
    entry: Entry
    path: ModelPath
    other: str

    @property
    def id(self) -> str:
        """The entry and the path of the link, counted from nought: 'inf-treaty#related.0.id'."""
        return place_of(self.entry, self.path)

    @property
    def field(self) -> str:
        """The path without its numbers, and without the last step of a relation."""
        return "related" if self.relation else field_of(self.path)

    @property
    def relation(self) -> Relation | None:
        """The relation, where it is one of `related`."""
        return self.entry.related[int(self.path[1])] if self.path[0] == "related" else None


def links_table(dataset: Dataset) -> Table:
    """Every field that names another entry."""
    how, note = columns_for(Relation, ("how", "note"), lambda link: link.relation)
    columns = [
        fact_id(lambda link: link.id),
        entry_column(lambda link: link.entry.id),
        derived("field", "The field that names the other entry.", lambda link: link.field, required=True),
        how,
        derived("other", "The other entry.", lambda link: link.other, required=True, refers="entries"),
        note,
    ]
    rows = (
        _Link(record.entry, each.path, each.value)
        for record in dataset.records.values()
        for each in record.marked
        # A succession is between two states under an agreement, and has a table of its own.
        if isinstance(each.marker, Refers) and each.path[0] != "succession"
    )
    return table_of("links", "Which entry names which other, in what field.", "id", columns, rows)


def sources_table(dataset: Dataset) -> Table:
    """Every source, with who published it."""
    rows = [dataset.cited(f"{each.id}/{item}") for each in dataset.publishers.values() for item in each.publisher.items]
    published = columns_for(Publisher, ("publisher", "country"), lambda cited: cited.publisher)
    own, kinds = columns_of(Source, lambda cited: cited.source), get_args(SourceKind)
    columns = [
        derived("id", "The source: its publisher's id and its own.", lambda cited: cited.id, required=True),
        *published,
        derived("kind", "What sort of text it is.", lambda cited: cited.kind, values=kinds, required=True),
        *(filled for filled in own if filled.column.name != "kind"),
    ]
    return table_of("sources", "What is cited: one row a text.", "id", columns, rows)


@dataclass(frozen=True)
class _Citation:
    entry: str
    fact: str
    source: str


def citations_table(dataset: Dataset, facts: Iterable[PlacedFact]) -> Table:
    """Every citation."""
    cited_for = (
        "The id of a claim, an act or a provision; '#sources' after the entry's id means the entry as a whole, "
        "'#participation_source' its rows of participation."
    )
    columns = [
        entry_column(lambda citation: citation.entry),
        derived("fact", cited_for, lambda citation: citation.fact, required=True),
        derived("source", "What is cited for it.", lambda citation: citation.source, required=True, refers="sources"),
    ]
    told = "Which source is cited for which fact: the lists of sources in other tables, one row each."
    return table_of("citations", told, "entry fact source", columns, _citations(dataset, facts))


def _citations(dataset: Dataset, facts: Iterable[PlacedFact]) -> Iterable[_Citation]:
    whole = ((entry.id, f"{entry.id}#sources", entry.sources) for entry in dataset)
    rosters = (
        (treaty.id, f"{treaty.id}#participation_source", treaty.participation_source or ())
        for treaty in dataset.of_kind(Treaty)
    )
    told = ((fact.entry.id, fact.id, fact.sources) for fact in facts)
    return (
        _Citation(entry, fact, source)
        for entry, fact, sources in chain(whole, rosters, told)
        for source in dict.fromkeys(sources)
    )
