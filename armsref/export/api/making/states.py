"""What is worked out for a state: its agreements, weapons, organisations and events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from armsref.export.api.given import Fields
from armsref.export.api.making.agreements import Agreements
from armsref.export.edition import Edition
from armsref.law.standing import states_of
from armsref.model import Event, Organisation, State, Treaty


@dataclass(frozen=True)
class States:
    """Makes the fields of states."""

    edition: Edition
    agreements: Agreements

    def fields(self, state: State) -> Fields:
        """The fields of a state that its own data does not give."""
        holdings, dataset = self.edition.answers.holdings(state.id), self.edition.dataset
        return {
            "takes_part_in": holdings.current,
            "other_agreements": holdings.others,
            "agreements": [
                {"treaty": treaty.id, "intervals": self.agreements.standings(treaty, state.id)}
                for treaty in self._listing[state.id]
            ],
            "operates": holdings.fields,
            "operated": holdings.fielded,
            "developed": holdings.developed,
            "organisations": [body.id for body in dataset.of_kind(Organisation) if state.id in body.states],
            "events": [event.id for event in dataset.of_kind(Event) if state.id in event.involves],
        }

    @cached_property
    def _listing(self) -> dict[str, list[Treaty]]:
        """The agreements that list each state."""
        listing: dict[str, list[Treaty]] = defaultdict(list)
        for treaty in self.edition.dataset.of_kind(Treaty):
            for state in states_of(self.edition.dataset, treaty):
                listing[state].append(treaty)
        return listing
