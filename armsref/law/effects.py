"""What agreements do to a weapon, each effect by itself: a ban, a limit, a duty to give notice, a rule on transfers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from armsref.law.coverage import Coverage, Verdict, VerdictInterval, weightiest_of
from armsref.law.standing import Standing
from armsref.model import Effect, Treaty, Weapon

# From a ban to a promise: the order in which effects are told.
EFFECT_ORDER: tuple[Effect, ...] = get_args(Effect)
_OUTSIDE: frozenset[Standing] = frozenset({"not a party"})


def by_effect(verdicts: Iterable[Verdict]) -> dict[Effect, Verdict]:
    """The weightiest verdict of each effect, in the order of effects."""
    verdicts = list(verdicts)
    groups = {effect: [one for one in verdicts if one.provision.effect == effect] for effect in EFFECT_ORDER}
    return {effect: verdict for effect, group in groups.items() if (verdict := weightiest_of(group))}


def effect_intervals(coverage: Coverage, weapon: Weapon, treaty: Treaty) -> dict[Effect, tuple[VerdictInterval, ...]]:
    """What an agreement says of a weapon over time, by effect: each as `Coverage.verdict_intervals` gives for all."""
    told: dict[Effect, list[VerdictInterval]] = {}
    for interval in coverage.verdicts_over_time(weapon, treaty):
        for effect, verdict in by_effect(interval.verdicts).items():
            told.setdefault(effect, []).append(VerdictInterval(interval.start, interval.end, verdict))
    return {effect: tuple(told[effect]) for effect in EFFECT_ORDER if effect in told}


def ever_took_part(coverage: Coverage, treaty: Treaty, states: Iterable[str]) -> bool:
    """Whether any of some states ever took part in an agreement, or may have, if only by its signature."""
    return any(
        state in treaty.parties
        or any(not _OUTSIDE.issuperset(place.standings) for place in coverage.standing_intervals(treaty, state))
        for state in states
    )
