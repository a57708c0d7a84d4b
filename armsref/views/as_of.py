"""The data as it stands on a day: what several pages ask for is worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from armsref.annotation.mentions import Mentions, mentions_of
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.holdings import Holdings
from armsref.loading.dataset import Dataset
from armsref.model import ENTRY_MODELS, Entry, Treaty, Weapon
from armsref.prose.answers import EntryAnswers
from armsref.prose.reasons import Reasons
from armsref.prose.status import StatusMark, treaty_mark, weapon_mark
from armsref.prose.texts import typographic


@dataclass(frozen=True)
class AsOf:
    """A dataset on a day."""

    dataset: Dataset
    day: date

    @property
    def coverage(self) -> Coverage:
        """The statuses of agreements and the verdicts on weapons and launches."""
        return coverage_of(self.dataset)

    @property
    def mentions(self) -> Mentions:
        """Which entries name which."""
        return mentions_of(self.dataset)

    @cached_property
    def reasons(self) -> Reasons:
        """What puts verdicts into words."""
        return Reasons(self.dataset)

    @cached_property
    def entry_answers(self) -> EntryAnswers:
        """What answers for each entry in one sentence."""
        return EntryAnswers(self.coverage, self.day)

    def answer(self, entry: Entry) -> str:
        """The one-sentence answer of an entry, with the quotation marks of print."""
        return typographic(self.entry_answers.of(entry))

    @cached_property
    def marks(self) -> dict[str, StatusMark]:
        """The status of each agreement and each weapon, by its id."""
        treaties = {treaty.id: treaty_mark(self.coverage, treaty, self.day) for treaty in self.dataset.of_kind(Treaty)}
        return treaties | {weapon.id: weapon_mark(weapon, self.day) for weapon in self.dataset.of_kind(Weapon)}

    @cached_property
    def bound(self) -> dict[str, frozenset[str]]:
        """The states that each agreement binds, by its id."""
        return {treaty.id: self.coverage.bound(treaty, self.day) for treaty in self.dataset.of_kind(Treaty)}

    def held(self, state_id: str) -> Holdings:
        """What the reference holds on a state."""
        return self.entry_answers.holdings(state_id)

    @cached_property
    def neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        """For each entry, the one before and the one after it in its section."""
        found: dict[str, tuple[Entry | None, Entry | None]] = {}
        for model in ENTRY_MODELS.values():
            row = (None, *self.dataset.of_kind(model), None)
            for before, entry, after in zip(row, row[1:], row[2:], strict=False):
                if entry:
                    found[entry.id] = (before, after)
        return found
