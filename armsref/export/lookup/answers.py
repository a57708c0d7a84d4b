"""Answers worked out ahead for every day, so that a page can look one up: the rules themselves stay here.

Every table gives stretches of days: `[first day, answer …]`, each until the next one begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from armsref.law.coverage import VERDICT_ORDER, Coverage, VerdictInterval, is_about, states_with
from armsref.law.effects import EFFECT_ORDER, effect_intervals
from armsref.law.notices import (
    COURSES,
    Flight,
    NoticeInterval,
    TriggerFinding,
    flight_on_course,
    notice_intervals,
    notice_rules,
    triggers_of,
)
from armsref.law.standing import states_of
from armsref.law.status import recorded_from
from armsref.law.timeline import merged_runs
from armsref.model import Provision, Purpose, State, Treaty, Weapon
from armsref.prose.english import begun
from armsref.prose.reasons import Reasons
from armsref.prose.status import not_yet_recorded, standing_words_with_day, status_sentence
from armsref.prose.vocabulary import EFFECT_NOUNS, NOTICE_HEADINGS

ASKED_PURPOSES: tuple[Purpose, ...] = ("combat", "test")
# Some other state, whichever that is: one towards which a launch goes, or that an agreement does not name.
ELSEWHERE = "another-state"

Stretches = list[list[Any]]


@dataclass
class Texts:
    """Sentences that are said more than once, each kept once and named by its number."""

    kept: dict[str, int] = field(default_factory=dict)

    def number(self, text: str) -> int:
        """The number of a sentence."""
        return self.kept.setdefault(text, len(self.kept))


def statuses(coverage: Coverage) -> list[dict[str, Any]]:
    """How every agreement stood: `stretches` of `[first day, status, in words]`."""
    return [
        {
            "id": treaty.id,
            "stretches": [
                [
                    interval.start.isoformat(),
                    interval.status,
                    begun(status_sentence(coverage, treaty, interval)),
                ]
                for interval in coverage.status_intervals(treaty)
            ],
        }
        for treaty in coverage.dataset.of_kind(Treaty)
    ]


def standings(coverage: Coverage) -> dict[str, Any]:
    """How states stood in agreements: stretches of `[first day, standing, in words]` by the agreement's id.

    `states` has them by the title of each state that an agreement names, or that ceased to exist; `others` are those of
    any state that is not told of there.
    """
    dataset, treaties = coverage.dataset, coverage.dataset.of_kind(Treaty)
    return {
        "states": {
            state.title: {
                treaty.id: _standing_stretches(coverage, treaty, state.id)
                for treaty in treaties
                if state.existed_until or state.id in coverage.participants(treaty).states
            }
            for state in dataset.of_kind(State)
        },
        "others": {treaty.id: _standing_stretches(coverage, treaty, ELSEWHERE) for treaty in treaties},
    }


def _standing_stretches(coverage: Coverage, treaty: Treaty, state: str) -> Stretches:
    return [
        [interval.start.isoformat(), interval.standing, standing_words_with_day(coverage.dataset, interval)]
        for interval in coverage.standing_intervals(treaty, state)
    ]


def verdicts(coverage: Coverage) -> dict[str, Any]:
    """What every agreement says of every weapon: `cells[weapon][treaty][effect]` is `[first day, word, reason]`.

    Words, reasons and effects stand there by number; `effects` has what each is called, in the order in which they are
    told. What no provision is about has no cell: there the answer is 'does not apply' on every day. Before the day that
    `recorded` gives of a weapon there is no verdict, and a sentence that says so.
    """
    weapons, texts, reasons = coverage.dataset.of_kind(Weapon), Texts(), Reasons(coverage.dataset)
    cells = {
        weapon.id: {
            treaty.id: _cell(coverage, reasons, texts, weapon, treaty)
            for treaty in coverage.conditional
            if is_about(coverage, weapon, treaty)
        }
        for weapon in weapons
    }
    recorded = {weapon.id: recorded_since(weapon) for weapon in weapons}
    return {
        "words": list(VERDICT_ORDER),
        "effects": [EFFECT_NOUNS[effect] for effect in EFFECT_ORDER],
        "recorded": recorded,
        "cells": cells,
        "reasons": list(texts.kept),
    }


def recorded_since(weapon: Weapon) -> list[str]:
    """`[first day, sentence]`: from when a weapon is recorded, and why there is no verdict before that day."""
    return [(recorded_from(weapon) or date.min).isoformat(), not_yet_recorded(weapon)]


def _cell(coverage: Coverage, reasons: Reasons, texts: Texts, weapon: Weapon, treaty: Treaty) -> dict[str, Stretches]:
    """The stretches of each effect that the agreement has on the weapon on any day."""

    def told(interval: VerdictInterval) -> tuple[int, int]:
        verdict = interval.verdict
        return VERDICT_ORDER.index(verdict.word), texts.number(reasons.sentence(verdict))

    return {
        str(EFFECT_ORDER.index(effect)): [
            [interval.start.isoformat(), *numbers] for numbers, interval in merged_runs(intervals, told)
        ]
        for effect, intervals in effect_intervals(coverage, weapon, treaty).items()
        if any(interval.verdict.word != "does not apply" for interval in intervals)
    }


def launches(coverage: Coverage, weapon: Weapon) -> dict[str, Any]:
    """What notice of a launch of a weapon was due, by state, purpose and course.

    `launches["ru combat ua"]` gives for each of `rules` the number of one of `outcomes`, which are stretches of
    `[first day, word, reason]` by number; `headings` are what is said of a word. Before the day of `recorded` there is
    no verdict, and a sentence says so.
    """
    outcomes = _Outcomes(coverage, Reasons(coverage.dataset))
    asked = list(notice_rules(coverage))
    flights = {
        f"{state} {purpose} {towards}": flight_on_course(weapon, state, date.min, purpose, towards)
        for state in states_with(weapon)
        for purpose in ASKED_PURPOSES
        for towards in courses(coverage)
    }
    return {
        "recorded": recorded_since(weapon),
        "rules": [[treaty.id, provision.id] for treaty, provision in asked],
        "launches": {name: [outcomes.number(flight, *rule) for rule in asked] for name, flight in flights.items()},
        "outcomes": outcomes.stretches,
        "words": list(VERDICT_ORDER),
        "headings": NOTICE_HEADINGS,
        "reasons": list(outcomes.texts.kept),
    }


def courses(coverage: Coverage) -> tuple[str, ...]:
    """Where a launch may go: nowhere, over the sea, or towards a state that a rule about directions is for."""
    towards = [
        state
        for treaty, provision in notice_rules(coverage)
        if provision.trigger and provision.trigger.towards_other_party
        for state in states_of(coverage.dataset, treaty)
    ]
    return (*COURSES, *sorted(set(towards)), ELSEWHERE)


@dataclass
class _Outcomes:
    """What rules come to over time; launches that differ in nothing that a rule asks about share theirs."""

    coverage: Coverage
    reasons: Reasons
    texts: Texts = field(default_factory=Texts)
    stretches: list[Stretches] = field(default_factory=list)
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def number(self, flight: Flight, treaty: Treaty, provision: Provision) -> int:
        """The number of what one rule comes to for a launch."""
        asked = triggers_of(self.coverage, flight, treaty, provision)
        about = tuple((finding.asked, finding.holds, _course(finding, flight)) for finding in asked)
        key = (treaty.id, provision.id, flight.by, about)
        if key not in self._numbers:
            self._numbers[key] = len(self.stretches)
            self.stretches.append(self._stretches(flight, treaty, provision))
        return self._numbers[key]

    def _stretches(self, flight: Flight, treaty: Treaty, provision: Provision) -> Stretches:
        runs = merged_runs(notice_intervals(self.coverage, flight, treaty, provision), self._told)
        return [[interval.start.isoformat(), *numbers] for numbers, interval in runs]

    def _told(self, interval: NoticeInterval) -> tuple[int, int]:
        notice = interval.notice
        return VERDICT_ORDER.index(notice.word), self.texts.number(self.reasons.notice_sentence(notice))


def _course(finding: TriggerFinding, flight: Flight) -> str | None:
    """Where a launch goes, if the answer tells that."""
    return flight.towards if finding.asked == "towards_other_party" else None
