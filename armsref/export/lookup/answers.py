"""Answers worked out ahead for every day, so that a page can look one up: the rules themselves stay here.

Every table gives stretches of days: `[first day, answer …]`, each until the next one begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from armsref.law.coverage import Coverage, Verdict, VerdictWord, holders
from armsref.law.notices import COURSES, Flight, TriggerFinding, flight_on_course, notice, notice_rules, triggers_of
from armsref.law.standing import states_of
from armsref.model import Provision, Purpose, Treaty, Weapon
from armsref.prose.english import begun
from armsref.prose.reasons import Reasons
from armsref.prose.status import status_sentence

# From the weightiest to the lightest: what an agreement says of a weapon is what its weightiest provision says.
VERDICT_ORDER: tuple[VerdictWord, ...] = ("applies", "depends", "would apply", "does not apply")
ASKED_PURPOSES: tuple[Purpose, ...] = ("combat", "test")
# A launch in the direction of some other state, whichever that is.
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
                [each.start.isoformat(), each.status, begun(status_sentence(coverage, treaty, each))]
                for each in coverage.status_intervals(treaty)
            ],
        }
        for treaty in coverage.dataset.of_kind(Treaty)
    ]


def weightiest(coverage: Coverage, weapon: Weapon, treaty: Treaty, on: date) -> Verdict | None:
    """What an agreement says of a weapon on a day: its weightiest provision; None where none has conditions."""
    found = [coverage.verdict(weapon, treaty, each, on) for each in treaty.provisions if each.reaches]
    return min(found, key=lambda each: VERDICT_ORDER.index(each.word), default=None)


def verdicts(coverage: Coverage) -> dict[str, Any]:
    """What every agreement says of every weapon: `cells[weapon][treaty]` is `[first day, word, reason]` by number.

    Pairs that no provision is about have no cell: there the answer is 'does not apply' on every day.
    """
    texts, reasons = Texts(), Reasons(coverage.dataset)
    cells = {
        weapon.id: {
            treaty.id: _cell(coverage, reasons, texts, weapon, treaty)
            for treaty in coverage.dataset.of_kind(Treaty)
            if is_about(coverage, weapon, treaty)
        }
        for weapon in coverage.dataset.of_kind(Weapon)
    }
    return {"words": list(VERDICT_ORDER), "cells": cells, "reasons": list(texts.kept)}


def is_about(coverage: Coverage, weapon: Weapon, treaty: Treaty) -> bool:
    """Whether any provision of an agreement is, or may be, about a weapon."""
    return any(each.reaches and coverage.reach(weapon, each).holds != "no" for each in treaty.provisions)


def _cell(coverage: Coverage, reasons: Reasons, texts: Texts, weapon: Weapon, treaty: Treaty) -> Stretches:
    found: Stretches = []
    for on in coverage.turning_days(treaty, holders(weapon, treaty)):
        verdict = weightiest(coverage, weapon, treaty, on)
        assert verdict
        said = [VERDICT_ORDER.index(verdict.word), texts.number(reasons.sentence(verdict))]
        if not found or found[-1][1:] != said:
            found.append([on.isoformat(), *said])
    return found


def launches(coverage: Coverage, weapon: Weapon) -> dict[str, Any]:
    """What notice of a launch of a weapon was due, by state, purpose and course.

    `launches["ru combat ua"]` gives for each of `rules` the number of one of `outcomes`, which are stretches of
    `[first day, word, reason]` by number.
    """
    outcomes = _Outcomes(coverage, Reasons(coverage.dataset))
    asked = list(notice_rules(coverage))
    flights = {
        f"{state} {purpose} {towards}": flight_on_course(weapon, state, date.min, purpose, towards)
        for state in launching(weapon)
        for purpose in ASKED_PURPOSES
        for towards in courses(coverage)
    }
    return {
        "rules": [[treaty.id, provision.id] for treaty, provision in asked],
        "launches": {name: [outcomes.number(flight, *rule) for rule in asked] for name, flight in flights.items()},
        "outcomes": outcomes.found,
        "words": list(VERDICT_ORDER),
        "reasons": list(outcomes.texts.kept),
    }


def launching(weapon: Weapon) -> tuple[str, ...]:
    """The states that may launch a weapon: those that have, had or made it."""
    return tuple(dict.fromkeys([*weapon.operators, *weapon.former_operators, *weapon.origin]))


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
    found: list[Stretches] = field(default_factory=list)
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def number(self, flight: Flight, treaty: Treaty, provision: Provision) -> int:
        """The number of what one rule comes to for a launch."""
        asked = triggers_of(self.coverage, flight, treaty, provision)
        about = tuple((each.asked, each.holds, _course(each, flight)) for each in asked)
        key = (treaty.id, provision.id, flight.by, about)
        if key not in self._numbers:
            self._numbers[key] = len(self.found)
            self.found.append(self._stretches(flight, treaty, provision))
        return self._numbers[key]

    def _stretches(self, flight: Flight, treaty: Treaty, provision: Provision) -> Stretches:
        found: Stretches = []
        for on in self.coverage.turning_days(treaty, (flight.by,)):
            due = notice(self.coverage, replace(flight, day=on), treaty, provision)
            said = [VERDICT_ORDER.index(due.word), self.texts.number(self.reasons.notice_sentence(due))]
            if not found or found[-1][1:] != said:
                found.append([on.isoformat(), *said])
        return found


def _course(finding: TriggerFinding, flight: Flight) -> str | None:
    """Where a launch goes, if that is told in what is found."""
    return flight.towards if finding.asked == "towards_other_party" else None
