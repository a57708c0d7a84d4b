"""The records of the API, made from the data: what it gives, and what is worked out from that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from armsref.annotation.forms import form_table
from armsref.annotation.mentions import mentions_of
from armsref.export.api import records
from armsref.export.api.given import Fields, Given, source_of
from armsref.export.api.kinds import RECORDS, SUMMARIES
from armsref.export.api.version import path_of
from armsref.export.edition import Edition
from armsref.law.coverage import VerdictInterval, VerdictWord, is_about
from armsref.law.notices import flight_of, notices
from armsref.law.standing import StandingInterval, states_of
from armsref.law.status import StatusInterval, weapon_intervals, weapon_status
from armsref.law.timeline import merged_runs
from armsref.loading.dataset import Dataset
from armsref.loading.relations import relations
from armsref.model import Entry, Event, Organisation, State, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.model.names import Name, folded, names_of
from armsref.model.references import citations_of
from armsref.prose import texts
from armsref.prose.english import begun
from armsref.prose.reasons import Reasons
from armsref.prose.status import status_sentence


@dataclass(frozen=True)
class Making:
    """Makes the records of one release."""

    edition: Edition

    @property
    def dataset(self) -> Dataset:
        """The data."""
        return self.edition.dataset

    @cached_property
    def _given(self) -> Given:
        return Given(self.dataset)

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.dataset)

    # Every entry

    def record(self, entry: Entry) -> records.EntryRecord:
        """Everything on an entry."""
        fields = self._given.entry(entry) | self._common(entry) | self._worked_out(entry)
        return RECORDS[entry.kind].model_validate(fields)

    def summary(self, record: records.EntryRecord) -> records.SummaryRecord:
        """An entry as lists have it."""
        model, entry = SUMMARIES[record.kind], self.dataset[record.id]
        known = {name: getattr(record, name) for name in model.model_fields if name != "status"}
        if isinstance(entry, Treaty):
            known["status"] = self._status(entry)
        if isinstance(entry, Weapon):
            known["status"] = weapon_status(entry, self.edition.release.day)
        return model.model_validate(known)

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
        record = self.dataset.records[entry.id]
        fields = self._name(entry) | {
            "answer": self.edition.answers.of(entry),
            "related": self._related(entry),
            "mentions": mentions_of(self.dataset).of[entry.id],
            "mentioned_by": mentions_of(self.dataset).by.get(entry.id, ()),
            "cited": [self._sources[each] for each in dict.fromkeys(citations_of(record.marked))],
        }
        if entry.summary:
            fields["summary"] = texts.plain_prose(self.dataset, entry.summary)
            fields["summary_markdown"] = texts.markdown(self.dataset, entry.summary, self.edition.release.site)
        return fields

    def _related(self, entry: Entry) -> list[records.RelationRecord]:
        """What the entry says of others, then what they say of it."""
        return [
            records.RelationRecord(
                id=relation.other.id, how=relation.how, note=relation.note, stated_in=relation.stated_in.id
            )
            for relation in relations(self.dataset, entry)
        ]

    def _worked_out(self, entry: Entry) -> Fields:
        match entry:
            case Treaty():
                return self._treaty(entry)
            case Weapon():
                return self._weapon(entry)
            case Event():
                return {"notices": list(self._notices(entry))}
            case State():
                return self._state(entry)
            case _:
                return {}

    # Agreements

    def _treaty(self, treaty: Treaty) -> Fields:
        coverage, states = self.edition.coverage, states_of(self.dataset, treaty)
        return {
            "participation": [self._given.part(row) for row in self.dataset.participation.get(treaty.id, ())],
            "status_intervals": [self._interval(treaty, each) for each in coverage.status_intervals(treaty)],
            "standings": [{"state": state, "intervals": self._standings(treaty, state)} for state in states],
            "weapons": list(self._about.get(treaty.id, ())),
        }

    def _interval(self, treaty: Treaty, interval: StatusInterval) -> Fields:
        return {
            "start": interval.start,
            "end": interval.end,
            "status": interval.status,
            "statuses": interval.statuses,
            "since": interval.since,
            "suspended_by": sorted(interval.suspended_by),
            "does": interval.does,
            "act": self._given.part(interval.act),
            "words": begun(status_sentence(self.edition.coverage, treaty, interval)),
        }

    def _status(self, treaty: Treaty) -> records.StatusWord:
        """How an agreement stands on the day on which the files are written."""
        interval = self.edition.coverage.status_on(treaty, self.edition.release.day)
        return interval.status if interval else "not yet agreed"

    def _standings(self, treaty: Treaty, state: str) -> tuple[records.StandingIntervalRecord, ...]:
        """How a state stood in an agreement: told in the files of both."""
        key = (treaty.id, state)
        if key not in self._stood:
            intervals = self.edition.coverage.standing_intervals(treaty, state)
            self._stood[key] = tuple(_standing(treaty, interval) for interval in intervals)
        return self._stood[key]

    @cached_property
    def _stood(self) -> dict[tuple[str, str], tuple[records.StandingIntervalRecord, ...]]:
        return {}

    # Weapons and launches

    def _weapon(self, weapon: Weapon) -> Fields:
        return {
            "status_intervals": [
                {
                    "start": each.start,
                    "end": each.end,
                    "status": each.status,
                    "act": each.act and self._given.part(each.act),
                }
                for each in weapon_intervals(weapon)
            ],
            "coverage": [
                {"treaty": treaty.id, "intervals": self._coverage(weapon, treaty)}
                for treaty in self.edition.coverage.conditional
            ],
        }

    @cached_property
    def _about(self) -> dict[str, dict[str, None]]:
        """The weapons that each agreement is, or may be, about."""
        coverage, weapons = self.edition.coverage, self.dataset.of_kind(Weapon)
        return {
            treaty.id: dict.fromkeys(each.id for each in weapons if is_about(coverage, each, treaty))
            for treaty in coverage.conditional
        }

    def _coverage(self, weapon: Weapon, treaty: Treaty) -> list[Fields]:
        runs = merged_runs(self.edition.coverage.verdict_intervals(weapon, treaty), self._told)
        return [
            {"start": interval.start, "end": interval.end, "verdict": word, "provision": provision, "reason": reason}
            for (word, provision, reason), interval in runs
        ]

    def _told(self, interval: VerdictInterval) -> tuple[VerdictWord, str, str]:
        verdict = interval.verdict
        return verdict.word, verdict.provision.id, self._reasons.sentence(verdict)

    def _notices(self, event: Event) -> Iterator[Fields]:
        if not event.launch:
            return
        coverage = self.edition.coverage
        for each in notices(coverage, flight_of(coverage, event), event):
            yield {
                "treaty": each.treaty.id,
                "provision": each.provision.id,
                "verdict": each.word,
                "reason": self._reasons.notice_sentence(each),
            }

    # States

    def _state(self, state: State) -> Fields:
        held, dataset = self.edition.answers.holdings(state.id), self.dataset
        return {
            "takes_part_in": held.current,
            "other_agreements": held.others,
            "agreements": [
                {"treaty": treaty.id, "intervals": self._standings(treaty, state.id)}
                for treaty in self._listing[state.id]
            ],
            "operates": held.fields,
            "operated": held.fielded,
            "developed": held.developed,
            "organisations": [each.id for each in dataset.of_kind(Organisation) if state.id in each.states],
            "events": [each.id for each in dataset.of_kind(Event) if state.id in each.involves],
        }

    @cached_property
    def _listing(self) -> dict[str, list[Treaty]]:
        """The agreements that list each state."""
        found: dict[str, list[Treaty]] = defaultdict(list)
        for treaty in self.dataset.of_kind(Treaty):
            for state in states_of(self.dataset, treaty):
                found[state].append(treaty)
        return found

    # Sources and names

    @cached_property
    def _sources(self) -> dict[str, records.SourceRecord]:
        ids = (f"{one.id}/{item}" for one in self.dataset.publishers.values() for item in one.publisher.items)
        return {each: records.SourceRecord.model_validate(source_of(self.dataset.cited(each))) for each in sorted(ids)}

    def sources(self) -> list[records.CitedSourceRecord]:
        """All sources, with the entries that cite them."""
        citing: dict[str, dict[str, None]] = defaultdict(dict)
        for entry_id, record in self.dataset.records.items():
            for source_id in citations_of(record.marked):
                citing[source_id][entry_id] = None
        return [
            records.CitedSourceRecord.model_validate({**dict(source), "cited_by": list(citing[source_id])})
            for source_id, source in self._sources.items()
        ]

    def names(self) -> records.NameTableRecord:
        """From names to ids."""
        written = [_written(entry, name) for entry in self.dataset for name in names_of(entry)]
        forms = [
            {
                "form": each.text,
                "id": each.id,
                "capitals": each.capitals,
                "proper": each.proper,
                "unsure": each.unsure,
            }
            for each in form_table(self.dataset).forms
        ]
        return records.NameTableRecord.model_validate({"names": written, "forms": forms})


def _standing(treaty: Treaty, interval: StandingInterval) -> records.StandingIntervalRecord:
    acts = [index for index, act in enumerate(treaty.history) if act is interval.act]
    return records.StandingIntervalRecord(
        start=interval.start,
        end=interval.end,
        standing=interval.standing,
        standings=interval.standings,
        does=interval.does,
        history_index=acts[0] if acts else None,
        successor_to=interval.successor_to,
    )


def _written(entry: Entry, name: Name) -> Fields:
    return {
        "name": name.surface,
        "id": entry.id,
        "system": name.system,
        "language": str(name.path[1]) if name.system == "translation" else None,
        "folded": folded(name.surface),
    }
