"""Whether a weapon is what a provision reaches: each condition is put to its claims, and answered yes, no or depends.

A condition holds where every claim says so, fails where none does, and depends where they differ or say nothing.
A claim of "up to" an amount gives that amount; one of two bounds may be any within them. One of "at least" an amount
may be any above it, and leaves what the other claims agree on as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from armsref.law.claims import extent
from armsref.model import Attributed, Bounds, NumberClaim, Reaches, Weapon

Holds = Literal["yes", "no", "depends"]
ConditionName = Literal[
    "type", "launched_from", "basing", "warhead_type", "range_km", "payload_kg", "warheads", "targets", "weapons"
]

# The conditions in the order in which a reader asks them.
CONDITIONS: tuple[ConditionName, ...] = (
    "weapons", "type", "launched_from", "basing", "warhead_type", "targets", "range_km", "payload_kg", "warheads",
)  # fmt: skip
_AMOUNTS: frozenset[ConditionName] = frozenset({"range_km", "payload_kg", "warheads"})


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Reach:
    """Whether a provision is about a weapon, and the findings that say so.

    `through` is the weapon that carries it, where the provision reaches that one and not the weapon by itself.
    """

    holds: Holds
    findings: tuple[Finding, ...] = ()
    through: Weapon | None = None


def all_hold(answers: Iterable[Holds]) -> Holds:
    """The answer where each must hold."""
    found = set(answers)
    return "no" if "no" in found else "depends" if "depends" in found else "yes"


def any_holds(answers: Iterable[Holds]) -> Holds:
    """The answer where one that holds is enough; 'no' where there are none."""
    found = set(answers)
    return "yes" if "yes" in found else "depends" if "depends" in found else "no"


def agreed(answers: Sequence[Holds]) -> Holds:
    """The answer of several accounts: theirs where they agree; nothing said is nothing known."""
    return answers[0] if answers and len(set(answers)) == 1 else "depends"


@dataclass
class Conditions:
    """Puts conditions to weapons; the same ones are put to a weapon once, for many provisions share theirs."""

    _found: dict[tuple[str, int], Reach] = field(default_factory=dict, repr=False)
    # Comparing models is slow, so equal conditions are given one number, and each object is compared once.
    _numbers: dict[Reaches, int] = field(default_factory=dict, repr=False)
    _known: dict[int, tuple[int, Reaches]] = field(default_factory=dict, repr=False)

    def reach(self, weapon: Weapon, reaches: Reaches) -> Reach:
        """Whether conditions, all of which must hold of one version, hold of a weapon by itself."""
        key = (weapon.id, self._number(reaches))
        if key not in self._found:
            self._found[key] = _reach(weapon, reaches)
        return self._found[key]

    def _number(self, reaches: Reaches) -> int:
        known = self._known.get(id(reaches))
        if known is None:
            # The object is kept, so that its address is not given to another.
            known = self._numbers.setdefault(reaches, len(self._numbers)), reaches
            self._known[id(reaches)] = known
        return known[0]


def _reach(weapon: Weapon, reaches: Reaches) -> Reach:
    given = _given(reaches)
    versions = [_version(weapon, reaches, given, variant) for variant in _variants(weapon, given)]
    best = any_holds(version.holds for version in versions)
    return next(version for version in versions if version.holds == best)


def _version(weapon: Weapon, reaches: Reaches, given: tuple[ConditionName, ...], variant: str | None) -> Reach:
    findings = tuple(_put(weapon, name, getattr(reaches, name), variant) for name in given)
    return Reach(all_hold(each.holds for each in findings), findings)


def _variants(weapon: Weapon, given: tuple[ConditionName, ...]) -> tuple[str | None, ...]:
    """The versions to ask about: those that claims name, or the weapon as such where they name none."""
    claims = [claim for name in given if name in _AMOUNTS for claim in getattr(weapon, name)]
    return tuple(dict.fromkeys(claim.variant for claim in claims if claim.variant)) or (None,)


def _given(reaches: Reaches) -> tuple[ConditionName, ...]:
    return tuple(name for name in CONDITIONS if getattr(reaches, name))


def _put(weapon: Weapon, name: ConditionName, asked: Bounds | tuple[str, ...], variant: str | None) -> Finding:
    if isinstance(asked, Bounds):
        claims: tuple[NumberClaim, ...] = getattr(weapon, name)
        of_it = [claim for claim in claims if variant is None or claim.variant in (None, variant)]
        found = _by_claims(name, weapon, asked, [(claim, _within(claim, asked)) for claim in of_it])
        return replace(found, holds=_settled(found), variant=variant)
    if name == "type" and weapon.type_claims:
        said = [(claim, _whether(claim.value in asked)) for claim in weapon.type_claims]
        return _by_claims(name, weapon, asked, said)
    if name == "weapons":
        return Finding(name, weapon, asked, _whether(weapon.id in asked))
    has = (weapon.type,) if name == "type" else getattr(weapon, name)
    return Finding(name, weapon, asked, _whether(bool(set(has) & set(asked))) if has else "depends")


def _settled(finding: Finding) -> Holds:
    """The answer of amounts: "at least so much" leaves open what claims that say how much agree on."""
    said = (finding.saying_yes, finding.saying_no, finding.unsure)
    exact = [bool([each for each in group if not _is_open(each)]) for group in said]
    if exact[2] or exact[0] == exact[1]:
        return finding.holds
    settled: Holds = "yes" if exact[0] else "no"
    against = finding.saying_no if exact[0] else finding.saying_yes
    return "depends" if against else settled


def _is_open(claim: Attributed) -> bool:
    return isinstance(claim, NumberClaim) and claim.value is None and claim.max is None


def _by_claims(
    name: ConditionName, weapon: Weapon, asked: Bounds | tuple[str, ...], said: Sequence[tuple[Attributed, Holds]]
) -> Finding:
    yes, no, unsure = (tuple(claim for claim, answer in said if answer == group) for group in ("yes", "no", "depends"))
    return Finding(name, weapon, asked, agreed([answer for _, answer in said]), yes, no, unsure)


def _whether(holds: bool) -> Holds:
    return "yes" if holds else "no"


def _within(claim: NumberClaim, asked: Bounds) -> Holds:
    """Whether the amount that a claim gives lies within bounds."""
    least, most = extent(claim)
    above = asked.min is None or least >= asked.min
    above = above and (asked.over is None or least > asked.over)
    if above and (asked.max is None or most <= asked.max):
        return "yes"
    too_low = (asked.min is not None and most < asked.min) or (asked.over is not None and most <= asked.over)
    return "no" if too_low or (asked.max is not None and least > asked.max) else "depends"
