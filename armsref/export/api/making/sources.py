"""The sources, each made once for all records that cite it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from armsref.export.api import records
from armsref.export.api.given import source_of
from armsref.loading.dataset import Dataset
from armsref.model import Entry
from armsref.model.references import citations_of


@dataclass(frozen=True)
class Sources:
    """Makes the records of sources."""

    dataset: Dataset

    @cached_property
    def _by_id(self) -> dict[str, records.SourceRecord]:
        publishers = self.dataset.publishers.values()
        ids = (f"{record.id}/{item}" for record in publishers for item in record.publisher.items)
        return {
            source_id: records.SourceRecord.model_validate(source_of(self.dataset.cited(source_id)))
            for source_id in sorted(ids)
        }

    def cited_in(self, entry: Entry) -> list[records.SourceRecord]:
        """The sources that an entry cites, in the order of the entry."""
        cited = dict.fromkeys(citations_of(self.dataset.records[entry.id].marked))
        return [self._by_id[source_id] for source_id in cited]

    def listed(self) -> list[records.CitedSourceRecord]:
        """All sources, each with the entries that cite it."""
        citing: dict[str, dict[str, None]] = defaultdict(dict)
        for entry_id, record in self.dataset.records.items():
            for source_id in citations_of(record.marked):
                citing[source_id][entry_id] = None
        return [
            records.CitedSourceRecord.model_validate({**dict(source), "cited_by": tuple(citing[source_id])})
            for source_id, source in self._by_id.items()
        ]
