"""What is worked out for an agreement: its status, and how each state stood in it, over time."""

from __future__ import annotations

from dataclasses import dataclass, field

from armsref.export.api import records
from armsref.export.api.given import Fields, Given
from armsref.export.edition import Edition
from armsref.law.standing import StandingInterval, states_of
from armsref.law.status import StatusInterval
from armsref.model import Treaty
from armsref.prose.english import begun
from armsref.prose.status import status_sentence


@dataclass(frozen=True)
class Agreements:
    """Makes the fields of agreements. How a state stood in one is told in the records of both, and made once."""

    edition: Edition
    given: Given
    _standings: dict[tuple[str, str], tuple[records.StandingIntervalRecord, ...]] = field(
        default_factory=dict, repr=False
    )

    def fields(self, treaty: Treaty) -> Fields:
        """The fields of an agreement that its own data does not give."""
        dataset = self.edition.dataset
        intervals = self.edition.coverage.status_intervals(treaty)
        return {
            "participation": [self.given.part(row) for row in dataset.participation.get(treaty.id, ())],
            "status_intervals": [self._status_interval(treaty, interval) for interval in intervals],
            "standings": [
                {"state": state, "intervals": self.standings(treaty, state)} for state in states_of(dataset, treaty)
            ],
        }

    def _status_interval(self, treaty: Treaty, interval: StatusInterval) -> Fields:
        return {
            "start": interval.start,
            "end": interval.end,
            "status": interval.status,
            "statuses": interval.statuses,
            "since": interval.since,
            "suspended_by": sorted(interval.suspended_by),
            "does": interval.does,
            "act": self.given.part(interval.act),
            "words": begun(status_sentence(self.edition.coverage, treaty, interval)),
        }

    def status(self, treaty: Treaty) -> records.StatusWord:
        """The status of an agreement on the day of the edition."""
        interval = self.edition.coverage.status_on(treaty, self.edition.release.day)
        return interval.status if interval else "not yet agreed"

    def standings(self, treaty: Treaty, state: str) -> tuple[records.StandingIntervalRecord, ...]:
        """How a state stood in an agreement."""
        key = (treaty.id, state)
        if key not in self._standings:
            intervals = self.edition.coverage.standing_intervals(treaty, state)
            self._standings[key] = tuple(_standing_interval(treaty, interval) for interval in intervals)
        return self._standings[key]


def _standing_interval(treaty: Treaty, interval: StandingInterval) -> records.StandingIntervalRecord:
    acts = (index for index, act in enumerate(treaty.history) if act is interval.act)
    return records.StandingIntervalRecord(
        start=interval.start,
        end=interval.end,
        standing=interval.standing,
        standings=interval.standings,
        does=interval.does,
        history_index=next(acts, None),
        successor_to=interval.successor_to,
    )
