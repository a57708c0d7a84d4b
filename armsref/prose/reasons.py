"""Why a verdict is what it is: in one sentence, and step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armsref.law.conditions import ConditionName, Finding, Holds, Reach
from armsref.law.coverage import Coverage, Force, Verdict, coverage_of, is_in_effect
from armsref.law.notices import Notice, TriggerFinding
from armsref.law.standing import StandingInterval
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Bounds, NumberClaim, Treaty, TypeClaim
from armsref.prose.english import amount, begun, day, listed, number, the
from armsref.prose.obligations import CODES, CONDITION_UNITS, condition_words
from armsref.prose.status import NAMED, in_effect, standing_clause, status_sentence
from armsref.prose.triggers import HEADINGS, launches_asked_about, name_of, trigger_words
from armsref.prose.vocabulary import with_article

_HEADINGS: dict[ConditionName, str] = {
    "type": "Type", "launched_from": "Launched from", "basing": "Basing", "warhead_type": "Warhead",
    "range_km": "Range", "payload_kg": "Payload", "warheads": "Number of warheads", "targets": "Targets",
    "weapons": "Named",
}  # fmt: skip
# What is asked, after "reaches only", of a thing and not of a sort of things; and what is found, after the weapon.
_OF_THINGS: frozenset[ConditionName] = frozenset({"launched_from", "basing", "targets"})
_HAS: dict[ConditionName, str] = {
    "type": "is {}", "launched_from": "is launched from {}", "basing": "is {}", "warhead_type": "carries {} warheads",
    "targets": "is made against {}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: what was asked, what was found, whether that holds, and the claims it rests on."""

    head: str
    asked: str
    found: str
    holds: Holds
    claims: tuple[Attributed, ...] = ()


@dataclass(frozen=True)
class Reasons:
    """Puts verdicts on the entries of a dataset into words."""

    dataset: Dataset

    @property
    def _coverage(self) -> Coverage:
        return coverage_of(self.dataset)

    # In one sentence

    def sentence(self, verdict: Verdict) -> str:
        """The reason for a verdict on a weapon."""
        about = self._about(verdict.reach)
        if verdict.reach.holds == "no":
            return f"{begun(about)}."
        force = self._force(verdict.treaty, verdict.force, verdict.reach.holds)
        launches = launches_asked_about(verdict.provision.trigger)
        return f"{begun(about)}{force}{f'; {launches}' if launches else ''}."

    def notice_sentence(self, notice: Notice) -> str:
        """The reason for a verdict on a launch."""
        if notice.reach.holds != "no" and notice.concerns != notice.reach.holds:
            decisive = next(finding for finding in notice.triggers if finding.holds == notice.concerns)
            about = self._trigger(notice, decisive).found
        else:
            about = self._about(notice.reach)
        if notice.concerns == "no":
            return f"{begun(about)}."
        return f"{begun(about)}{self._force(notice.treaty, notice.force, notice.concerns)}."

    def _about(self, reach: Reach) -> str:
        """What a provision is about, and whether the weapon is that."""
        through = f"through its carrier {reach.through.title}, " if reach.through else ""
        if reach.holds == "yes":
            return f"{through}within its terms"
        finding = next(finding for finding in reach.findings if finding.holds == reach.holds)
        if reach.holds == "no" or (finding.unsure and not finding.saying_yes):
            open_ = ", which leaves it open" if reach.holds == "depends" else ""
            return f"{through}reaches only {self._asked(finding)}; {self._found(finding)}{open_}"
        if not finding.saying_yes:
            return f"{through}reaches only {self._asked(finding)}, and nothing is recorded on that"
        others, how = (finding.saying_no, "is not") if finding.saying_no else (finding.unsure, "may not be")
        yes, no = (self._claims(claims, finding) for claims in (finding.saying_yes, others))
        return f"{through}accounts of its {_noun(finding)} differ: as {yes} it is reached, as {no} it {how}"

    def _force(self, treaty: Treaty, force: Force, about: Holds) -> str:
        if force.holds == "yes":
            bound = ", ".join(filter(None, [f"binds {self._states(force.states('yes'))}", self._not_bound(force)]))
            return f", and {bound}" if about == "yes" else f"; {bound}"
        obstacle = self.obstacle(treaty, force)
        if force.holds == "depends":
            return f", but {obstacle}"
        return f", but {obstacle}" if about == "yes" else f"; in any case {obstacle}"

    def _not_bound(self, force: Force) -> str:
        others = force.states("no")
        return f"not {self._states(others)}" if others and len(force.states("yes")) <= NAMED else ""

    def obstacle(self, treaty: Treaty, force: Force) -> str:
        """What keeps an agreement from binding the states in question: its status, or theirs."""
        interval = force.interval
        if interval is None or interval.status == "not yet agreed":
            return "it did not exist yet"
        words = {
            "proposed": "it is only proposed" if interval.end is None else "it was only proposed",
            "signed": f"it {'is' if interval.end is None else 'was'} signed and not in force",
            "suspended": f"it was suspended from {day(interval.given)}",
            "ended": _past(status_sentence(self._coverage, treaty, interval)),
            "never in force": "it never entered into force",
            "unclear": f"its status is {interval.words}",
        }
        if interval.status in words:
            return in_effect(treaty, words[interval.status])
        return self._places(force)

    def _places(self, force: Force) -> str:
        """How the states stand that it does not bind."""
        groups: dict[str, list[str]] = {}
        for state, place in force.places.items():
            groups.setdefault(standing_clause(self.dataset, place), []).append(state)
        if len(force.places) > NAMED and len(groups) > 1:
            return "none of the states that have it is bound"
        return " and ".join(
            f"{self._states(states)} {_plural(words) if len(states) > 1 else words}" for words, states in groups.items()
        )

    def _states(self, states: Iterable[str]) -> str:
        names = [the(name_of(self.dataset, state)) for state in states]
        return listed(names) if len(names) <= NAMED else f"{len(names)} states that have it"

    # Step by step

    def steps(self, verdict: Verdict) -> list[Reason]:
        """All that was asked of a weapon, and whether the provision binds."""
        conditions = [self.finding(finding) for finding in verdict.reach.findings]
        return [*conditions, *self._force_steps(verdict.treaty, verdict.force)]

    def notice_steps(self, notice: Notice) -> list[Reason]:
        """All that was asked of a launch, and whether the rule binds."""
        conditions = [self.finding(finding) for finding in notice.reach.findings]
        asked = [self._trigger(notice, finding) for finding in notice.triggers]
        return [*conditions, *asked, *self._force_steps(notice.treaty, notice.force)]

    def finding(self, finding: Finding) -> Reason:
        """One condition."""
        asked, found = self._asked(finding), self._found(finding)
        return Reason(_HEADINGS[finding.condition], asked, found, finding.holds, _said(finding))

    def _asked(self, finding: Finding) -> str:
        """What a condition asks for, after "reaches only"."""
        if finding.condition == "weapons" and not isinstance(finding.asked, Bounds):
            return f"what it names, {listed([name_of(self.dataset, weapon) for weapon in finding.asked])}"
        words = condition_words(finding.condition, finding.asked)
        return f"what is {words}" if finding.condition in _OF_THINGS else words

    def _found(self, finding: Finding) -> str:
        """What was found, as a clause with the weapon's name."""
        claims, name = _said(finding), " ".join(filter(None, [finding.weapon.title, finding.variant]))
        if finding.condition == "weapons":
            return f"{name} {'is' if finding.holds == 'yes' else 'is not'} among these"
        if claims and isinstance(finding.asked, Bounds):
            return f"the {_noun(finding)} of {name} is given as {_amounts(claims, CONDITION_UNITS[finding.condition])}"
        if claims:
            return f"{name} is described as {self._claims(claims, finding)}"
        has = (finding.weapon.type,) if finding.condition == "type" else getattr(finding.weapon, finding.condition, ())
        if isinstance(finding.asked, Bounds) or not has:
            return f"nothing is recorded of the {_noun(finding)} of {name}"
        return f"{name} {_HAS[finding.condition].format(listed([_has(finding.condition, code) for code in has], 'or'))}"

    def _claims(self, claims: Iterable[Attributed], finding: Finding) -> str:
        """What claims say, each value once with those who say it."""
        unit = CONDITION_UNITS.get(finding.condition, "")
        speakers_by_value: dict[str, list[str]] = {}
        for claim in claims:
            speakers_by_value.setdefault(_value(claim) + unit, []).append(self.speaker(claim))
        return listed(
            [f"{value} ({listed(list(dict.fromkeys(who)))})" for value, who in speakers_by_value.items()], "or"
        )

    def speaker(self, claim: Attributed) -> str:
        """Who says so: the publisher where it is nobody else."""
        if claim.by:
            return the(name_of(self.dataset, claim.by))
        return self.dataset.cited(claim.source[0]).publisher.publisher

    def _trigger(self, notice: Notice, finding: TriggerFinding) -> Reason:
        asked, found = trigger_words(self.dataset, notice, finding)
        return Reason(HEADINGS[finding.asked], asked, found, finding.holds, finding.claims)

    def _force_steps(self, treaty: Treaty, force: Force) -> Iterator[Reason]:
        interval = force.interval
        status = status_sentence(self._coverage, treaty, interval) if interval else "did not exist yet"
        yield Reason("Status", in_effect(treaty, "that it is in force"), status, is_in_effect(interval))
        for state, place in force.places.items():
            yield self._state_step(force, state, place)

    def _state_step(self, force: Force, state: str, place: StandingInterval | None) -> Reason:
        answers: tuple[Holds, ...] = ("yes", "no", "depends")
        holds = next(answer for answer in answers if state in force.states(answer))
        name = the(name_of(self.dataset, state))
        return Reason("State", f"that it binds {name}", f"{name} {standing_clause(self.dataset, place)}", holds)


def _past(sentence: str) -> str:
    """How an agreement ended, after 'it': 'it expired on 5 February 2026', 'it was replaced on …'."""
    return f"it was {sentence}" if sentence.startswith("replaced") else f"it {sentence}"


def _plural(words: str) -> str:
    """What is said of one state, said of several: 'does not take part' becomes 'do not take part'."""
    verb, _, rest = words.partition(" ")
    return f"{_VERBS.get(verb, verb)} {rest}"


_VERBS = {
    "does": "do",
    "has": "have",
    "is": "are",
    "was": "were",
    "takes": "take",
    "applies": "apply",
    "stands": "stand",
}


def _said(finding: Finding) -> tuple[Attributed, ...]:
    return (*finding.saying_yes, *finding.saying_no, *finding.unsure)


def _noun(finding: Finding) -> str:
    return _HEADINGS[finding.condition].lower()


def _has(condition: ConditionName, code: str) -> str:
    """What one weapon has, in words: 'a cruise missile', 'the ground'."""
    words = CODES[condition][code]
    return with_article(words) if condition == "type" else words


def _value(claim: Attributed) -> str:
    if isinstance(claim, NumberClaim):
        return amount(claim)
    return _has("type", claim.value) if isinstance(claim, TypeClaim) else str(getattr(claim, "value", ""))


def _amounts(claims: Iterable[Attributed], unit: str) -> str:
    """What several claims give, each amount once; of many, how far they reach."""
    numbers = [claim for claim in claims if isinstance(claim, NumberClaim)]
    amounts = list(dict.fromkeys(amount(claim) for claim in numbers))
    if len(amounts) <= NAMED:
        return f"{listed(amounts, 'or')}{unit}"
    ends = [end for claim in numbers for end in (claim.value, claim.min, claim.over, claim.max) if end is not None]
    return f"{number(min(ends))} to {number(max(ends))}{unit}, in {len(numbers)} accounts"
