"""What is worked out for a weapon: its status and what agreements say of it, over time; and what notice was due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from armsref.export.api.given import Fields, Given
from armsref.export.edition import Edition
from armsref.law.coverage import Verdict, VerdictInterval, VerdictWord, is_about
from armsref.law.effects import effect_intervals
from armsref.law.notices import flight_of, notices
from armsref.law.status import WeaponInterval, WeaponStatus, weapon_intervals, weapon_status
from armsref.law.timeline import merged_runs
from armsref.model import Event, Treaty, Weapon
from armsref.prose.effects import effects_sentence
from armsref.prose.reasons import Reasons


@dataclass(frozen=True)
class Weapons:
    """Makes the fields of weapons and of their launches."""

    edition: Edition
    given: Given

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.edition.dataset)

    def fields(self, weapon: Weapon) -> Fields:
        """The fields of a weapon that its own data does not give."""
        return {
            "status_intervals": [self._status_interval(interval) for interval in weapon_intervals(weapon)],
            "coverage": [
                {
                    "treaty": treaty.id,
                    "intervals": self._coverage(self.edition.coverage.verdict_intervals(weapon, treaty)),
                    "effects": list(self._effects(weapon, treaty)),
                }
                for treaty in self.edition.coverage.conditional
            ],
            "coverage_in_words": effects_sentence(self.edition.dataset, self._verdicts_of_today(weapon)),
        }

    def status(self, weapon: Weapon) -> WeaponStatus:
        """The status of a weapon on the day of the edition."""
        return weapon_status(weapon, self.edition.release.day)

    def _status_interval(self, interval: WeaponInterval) -> Fields:
        return {
            "start": interval.start,
            "end": interval.end,
            "status": interval.status,
            "act": interval.act and self.given.part(interval.act),
        }

    def reached_by(self, treaty: Treaty) -> list[str]:
        """The weapons that an agreement is, or may be, about."""
        weapons = self.edition.dataset.of_kind(Weapon)
        return [weapon.id for weapon in weapons if is_about(self.edition.coverage, weapon, treaty)]

    def _verdicts_of_today(self, weapon: Weapon) -> list[Verdict]:
        return self.edition.coverage.verdicts(weapon, self.edition.release.day)

    def _effects(self, weapon: Weapon, treaty: Treaty) -> Iterator[Fields]:
        """What each effect of an agreement says of a weapon, where it ever says anything."""
        for effect, intervals in effect_intervals(self.edition.coverage, weapon, treaty).items():
            if any(interval.verdict.word != "does not apply" for interval in intervals):
                yield {"effect": effect, "intervals": self._coverage(intervals)}

    def _coverage(self, intervals: Iterable[VerdictInterval]) -> list[Fields]:
        runs = merged_runs(intervals, self._verdict)
        return [
            {"start": interval.start, "end": interval.end, "verdict": word, "provision": provision, "reason": reason}
            for (word, provision, reason), interval in runs
        ]

    def _verdict(self, interval: VerdictInterval) -> tuple[VerdictWord, str, str]:
        verdict = interval.verdict
        return verdict.word, verdict.provision.id, self._reasons.sentence(verdict)

    def notices(self, event: Event) -> Iterator[Fields]:
        """Whether notice of a launch was due under each rule; nothing for an event that is no launch."""
        if not event.launch:
            return
        coverage = self.edition.coverage
        for notice in notices(coverage, flight_of(coverage, event), event):
            yield {
                "treaty": notice.treaty.id,
                "provision": notice.provision.id,
                "verdict": notice.word,
                "reason": self._reasons.notice_sentence(notice),
            }
