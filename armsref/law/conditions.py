"""Whether a weapon is what a provision reaches: each condition is put to its claims, and answered yes, no or depends.

A condition holds where every claim says so, fails where none does, and depends where they differ or say nothing.
A claim of "up to" an amount gives that amount; one of two bounds may be any within them. One of "at least" an amount
may be any above it, and leaves what the other claims agree on as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from armsref.law.claims import least_and_most
from armsref.model import Attributed, Bounds, NumberClaim, Reaches, Weapon

Holds = Literal["yes", "no", "depends"]
ConditionName = Literal[
    "type", "launched_from", "basing", "warhead_type", "range_km", "payload_kg", "warheads", "targets", "weapons"
]

# The conditions in the order in which a reader asks them.
CONDITIONS: tuple[ConditionName, ...] = (
    "weapons", "type", "launched_from", "basing", "warhead_type", "targets", "range_km", "payload_kg", "warheads",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition put to a weapon: what was asked, and the answer.

    `saying_yes`, `saying_no` and `unsure` are the claims by which it holds, by which it fails, and that leave it open;
    they are empty for a fact that nobody disputes. `variant` is the version of the weapon that was asked about, if one.
    """

    condition: ConditionName
    weapon: Weapon
    asked: Bounds | tuple[str, ...]
    holds: Holds
    saying_yes: tuple[Attributed, ...] = ()
    saying_no: tuple[Attributed, ...] = ()
    unsure: tuple[Attributed, ...] = ()
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a provision is about a weapon, and the findings that say so.

    `through` is the weapon that carries it, where the provision reaches that one and not the weapon by itself.
    """

    holds: Holds
    findings: tuple[Finding, ...] = ()
    through: Weapon | None = None


def all_hold(answers: Iterable[Holds]) -> Holds:
    """The answer where each must hold."""
    given = set(answers)
    return "no" if "no" in given else "depends" if "depends" in given else "yes"


def any_holds(answers: Iterable[Holds]) -> Holds:
    """The answer where one that holds is enough; 'no' where there are none."""
    given = set(answers)
    return "yes" if "yes" in given else "depends" if "depends" in given else "no"


def agreed(answers: Sequence[Holds]) -> Holds:
    """The answer of several accounts: theirs where they agree; where nothing is said, nothing is known."""
    return answers[0] if answers and len(set(answers)) == 1 else "depends"


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """One condition of a provision; equal ones of several provisions are one object."""

    condition: ConditionName
    asked: Bounds | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that a provision asks, and the answers of the weapons that were asked, by their ids."""

    questions: tuple[_Question, ...]
    answers: dict[str, Reach]


@dataclass
class Conditions:
    """Puts conditions to weapons; what several provisions ask is put to a weapon once."""

    _findings: dict[tuple[str, _Question, str | None], Finding] = field(default_factory=dict, repr=False)
    _equal: dict[tuple[ConditionName, Bounds | tuple[str, ...]], _Question] = field(default_factory=dict, repr=False)
    _asked: dict[tuple[_Question, ...], _Asked] = field(default_factory=dict, repr=False)
    # Comparing models is slow, so each object is taken apart once; it is kept, so that its address stays its own.
    _known: dict[int, tuple[_Asked, Reaches]] = field(default_factory=dict, repr=False)

    def reach(self, weapon: Weapon, reaches: Reaches) -> Reach:
        """Whether conditions, all of which must hold of one version, hold of a weapon by itself."""
        if id(reaches) not in self._known:
            self._known[id(reaches)] = self._taken_apart(reaches), reaches
        asked = self._known[id(reaches)][0]
        if weapon.id not in asked.answers:
            asked.answers[weapon.id] = self._best(weapon, asked.questions)
        return asked.answers[weapon.id]

    def _taken_apart(self, reaches: Reaches) -> _Asked:
        given = [(condition, getattr(reaches, condition)) for condition in CONDITIONS if getattr(reaches, condition)]
        questions = tuple(self._equal.setdefault(question, _Question(*question)) for question in given)
        return self._asked.setdefault(questions, _Asked(questions, {}))

    def _best(self, weapon: Weapon, questions: tuple[_Question, ...]) -> Reach:
        """The answer of the version that is reached most surely."""
        versions = [self._version(weapon, questions, variant) for variant in _variants(weapon, questions)]
        best = any_holds(version.holds for version in versions)
        return next(version for version in versions if version.holds == best)

    def _version(self, weapon: Weapon, questions: tuple[_Question, ...], variant: str | None) -> Reach:
        findings = tuple(self._finding(weapon, question, variant) for question in questions)
        return Reach(all_hold(finding.holds for finding in findings), findings)

    def _finding(self, weapon: Weapon, question: _Question, variant: str | None) -> Finding:
        key = (weapon.id, question, variant if isinstance(question.asked, Bounds) else None)
        if key not in self._findings:
            self._findings[key] = _put(weapon, question.condition, question.asked, variant)
        return self._findings[key]


def _variants(weapon: Weapon, questions: tuple[_Question, ...]) -> tuple[str | None, ...]:
    """The versions to ask about: those that claims name, or the weapon as such where they name none."""
    amounts = (question.condition for question in questions if isinstance(question.asked, Bounds))
    claims = [claim for condition in amounts for claim in getattr(weapon, condition)]
    return tuple(dict.fromkeys(claim.variant for claim in claims if claim.variant)) or (None,)


def _put(weapon: Weapon, name: ConditionName, asked: Bounds | tuple[str, ...], variant: str | None) -> Finding:
    if isinstance(asked, Bounds):
        return _put_amount(weapon, name, asked, variant)
    if name == "type" and weapon.type_claims:
        answers = [(claim, _whether(claim.value in asked)) for claim in weapon.type_claims]
        return _by_claims(name, weapon, asked, answers)
    if name == "weapons":
        return Finding(name, weapon, asked, _whether(weapon.id in asked))
    has = (weapon.type,) if name == "type" else getattr(weapon, name)
    return Finding(name, weapon, asked, _whether(bool(set(has) & set(asked))) if has else "depends")


def _put_amount(weapon: Weapon, name: ConditionName, asked: Bounds, variant: str | None) -> Finding:
    """A condition on an amount, put to the claims on one version, which are also those that name no version."""
    claims: tuple[NumberClaim, ...] = getattr(weapon, name)
    on_version = [claim for claim in claims if variant is None or claim.variant in (None, variant)]
    finding = _by_claims(name, weapon, asked, [(claim, _within(claim, asked)) for claim in on_version])
    return replace(finding, holds=_settled(finding), variant=variant)


def _settled(finding: Finding) -> Holds:
    """The answer of amounts: "at least so much" leaves open what claims that say how much agree on."""
    groups = (finding.saying_yes, finding.saying_no, finding.unsure)
    yes, no, unsure = (any(not _is_open(claim) for claim in group) for group in groups)
    if unsure or yes == no:
        return finding.holds
    settled: Holds = "yes" if yes else "no"
    against = finding.saying_no if yes else finding.saying_yes
    return "depends" if against else settled


def _is_open(claim: Attributed) -> bool:
    """Whether a claim gives no upper end."""
    return isinstance(claim, NumberClaim) and claim.value is None and claim.max is None


def _by_claims(
    name: ConditionName, weapon: Weapon, asked: Bounds | tuple[str, ...], answers: Sequence[tuple[Attributed, Holds]]
) -> Finding:
    yes, no, unsure = (
        tuple(claim for claim, answer in answers if answer == group) for group in ("yes", "no", "depends")
    )
    return Finding(name, weapon, asked, agreed([answer for _, answer in answers]), yes, no, unsure)


def _whether(holds: bool) -> Holds:
    return "yes" if holds else "no"


def _within(claim: NumberClaim, asked: Bounds) -> Holds:
    """Whether the amount that a claim gives lies within bounds."""
    least, most = least_and_most(claim)
    above = asked.min is None or least >= asked.min
    above = above and (asked.over is None or least > asked.over)
    if above and (asked.max is None or most <= asked.max):
        return "yes"
    too_low = (asked.min is not None and most < asked.min) or (asked.over is not None and most <= asked.over)
    return "no" if too_low or (asked.max is not None and least > asked.max) else "depends"
