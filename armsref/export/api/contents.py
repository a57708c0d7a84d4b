"""What the API serves of one edition, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from armsref.export.api import records
from armsref.export.api.envelope import record_json
from armsref.export.api.making.entries import Entries
from armsref.export.api.making.names import names_record
from armsref.export.api.making.sources import Sources
from armsref.export.api.version import API_PAGE, ROOT
from armsref.export.edition import Edition
from armsref.model import ENTRY_MODELS
from armsref.model.addresses import SECTIONS


@dataclass(frozen=True)
class Contents:
    """The records of one edition; each is made once, for its own file and for that of all.

    `others` says what each file holds that is not of one kind, by its name.
    """

    edition: Edition
    others: Mapping[str, str]

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.edition.dataset)

    @cached_property
    def _entries(self) -> Entries:
        return Entries(self.edition, self._sources)

    @cached_property
    def entries(self) -> dict[str, records.EntryRecord]:
        """Everything on every entry, by id, one kind after another."""
        entries = (entry for model in ENTRY_MODELS.values() for entry in self.edition.dataset.of_kind(model))
        return {entry.id: self._entries.record(entry) for entry in entries}

    @cached_property
    def written(self) -> dict[str, bytes]:
        """The same as JSON."""
        return {entry_id: record_json(record) for entry_id, record in self.entries.items()}

    @cached_property
    def lists(self) -> dict[str, list[records.SummaryRecord]]:
        """The lists, by section."""
        lists: dict[str, list[records.SummaryRecord]] = {section: [] for section in SECTIONS.values()}
        for record in self.entries.values():
            lists[SECTIONS[record.kind]].append(self._entries.summary(record))
        return lists

    @cached_property
    def index(self) -> records.IndexRecord:
        """Where everything is."""
        url = self.edition.url
        return records.IndexRecord(
            site=self.edition.release.site,
            description=url(f"{ROOT}openapi.json"),
            documentation=url(API_PAGE),
            collections=tuple(
                records.CollectionRecord(
                    kind=kind, section=name, total=len(self.lists[name]), url=url(f"{ROOT}{name}.json")
                )
                for kind, name in SECTIONS.items()
            ),
            files=tuple(records.OtherFileRecord(url=url(ROOT + name), what=what) for name, what in self.others.items()),
            entries=tuple(self._entries.named(self.edition.dataset[entry_id]) for entry_id in self.entries),
        )

    @cached_property
    def names(self) -> records.NameTableRecord:
        """From names to ids."""
        return names_record(self.edition.dataset)

    @cached_property
    def sources(self) -> list[records.CitedSourceRecord]:
        """Every source."""
        return self._sources.listed()
