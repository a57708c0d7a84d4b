"""The records of entries: everything on one, and what a list says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from armsref.annotation.mentions import mentions_of
from armsref.export.api import records
from armsref.export.api.given import Fields, Given
from armsref.export.api.kinds import RECORDS, SUMMARIES
from armsref.export.api.making.agreements import Agreements
from armsref.export.api.making.sources import Sources
from armsref.export.api.making.states import States
from armsref.export.api.making.weapons import Weapons
from armsref.export.api.version import path_of
from armsref.export.edition import Edition
from armsref.loading.relations import relations
from armsref.model import Entry, Event, State, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.prose import texts


@dataclass(frozen=True)
class Entries:
    """Makes the records of the entries of one edition."""

    edition: Edition
    sources: Sources

    @cached_property
    def _given(self) -> Given:
        return Given(self.edition.dataset)

    @cached_property
    def _agreements(self) -> Agreements:
        return Agreements(self.edition, self._given)

    @cached_property
    def _weapons(self) -> Weapons:
        return Weapons(self.edition, self._given)

    @cached_property
    def _states(self) -> States:
        return States(self.edition, self._agreements)

    def record(self, entry: Entry) -> records.EntryRecord:
        """Everything on an entry."""
        fields = self._given.entry(entry) | self._common(entry) | self._worked_out(entry)
        return RECORDS[entry.kind].model_validate(fields)

    def summary(self, record: records.EntryRecord) -> records.SummaryRecord:
        """What a list says of an entry."""
        model = SUMMARIES[record.kind]
        fields = {name: getattr(record, name) for name in model.model_fields if name != "status"}
        return model.model_validate(fields | self._status(self.edition.dataset[record.id]))

    def _status(self, entry: Entry) -> Fields:
        match entry:
            case Treaty():
                return {"status": self._agreements.status(entry)}
            case Weapon():
                return {"status": self._weapons.status(entry)}
            case _:
                return {}

    def named(self, entry: Entry) -> records.NamedRecord:
        """What names an entry, and where it is."""
        return records.NamedRecord.model_validate(self._name(entry))

    def _name(self, entry: Entry) -> Fields:
        return {
            "id": entry.id,
            "kind": entry.kind,
            "title": entry.title,
            "page_url": self.edition.url(address_of(entry)),
            "api_url": self.edition.url(path_of(entry)),
        }

    def _common(self, entry: Entry) -> Fields:
        mentions = mentions_of(self.edition.dataset)
        return {
            **self._name(entry),
            **self._summary(entry),
            "answer": self.edition.answers.of(entry),
            "related": self._related(entry),
            "mentions": mentions.of[entry.id],
            "mentioned_by": mentions.by.get(entry.id, ()),
            "cited": self.sources.cited_in(entry),
        }

    def _summary(self, entry: Entry) -> Fields:
        if not entry.summary:
            return {}
        dataset, site = self.edition.dataset, self.edition.release.site
        return {
            "summary": texts.plain_prose(dataset, entry.summary),
            "summary_markdown": texts.markdown(dataset, entry.summary, site),
        }

    def _related(self, entry: Entry) -> list[records.RelationRecord]:
        return [
            records.RelationRecord(
                id=relation.other.id, how=relation.how, note=relation.note, stated_in=relation.stated_in.id
            )
            for relation in relations(self.edition.dataset, entry)
        ]

    def _worked_out(self, entry: Entry) -> Fields:
        match entry:
            case Treaty():
                return self._agreements.fields(entry) | {"weapons": self._weapons.reached_by(entry)}
            case Weapon():
                return self._weapons.fields(entry)
            case Event():
                return {"notices": list(self._weapons.notices(entry))}
            case State():
                return self._states.fields(entry)
            case _:
                return {}
