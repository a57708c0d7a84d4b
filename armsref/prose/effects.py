"""What agreements in force do to a weapon, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from armsref.law.coverage import Verdict
from armsref.law.effects import EFFECT_ORDER
from armsref.loading.dataset import Dataset
from armsref.model import Effect
from armsref.prose.english import begun, how_many, listed
from armsref.prose.status import states_named

# What one agreement does to a weapon, and what several do.
_DOES: dict[Effect, tuple[str, str]] = {
    "prohibits": ("bans it", "ban it"),
    "limits": ("limits it", "limit it"),
    "requires-notification": ("asks for notice of its launches", "ask for notice of its launches"),
    "requires-data": ("asks for data on it", "ask for data on it"),
    "requires-inspection": ("opens it to inspection", "open it to inspection"),
    "restricts-transfer": ("restricts its export", "restrict its export"),
    "commits": ("has commitments on it", "have commitments on it"),
}
# By effect, the verdicts of each agreement, by its id.
Counts = dict[Effect, dict[str, list[Verdict]]]
_BANS_AND_LIMITS: tuple[Effect, ...] = ("prohibits", "limits")


def effects_sentence(dataset: Dataset, verdicts: Iterable[Verdict]) -> str:
    """What agreements in force do to a weapon, and may do, counted by effect.

    'No agreement in force bans or limits it; three ask for notice of its launches; one may restrict its export.'
    """
    surely: Counts = {effect: {} for effect in EFFECT_ORDER}
    perhaps: Counts = {effect: {} for effect in EFFECT_ORDER}
    for verdict in verdicts:
        counts = {"applies": surely, "depends": perhaps}.get(verdict.word)
        # What is disputed of an agreement that binds nobody is no concern of today.
        if counts and verdict.force.holds != "no":
            counts[verdict.provision.effect].setdefault(verdict.treaty.id, []).append(verdict)
    parts = [_bans_and_limits(dataset, surely)]
    for effect in EFFECT_ORDER:
        known = 0 if effect in _BANS_AND_LIMITS else len(surely[effect])
        parts.append(_does(effect, known, len(perhaps[effect].keys() - surely[effect].keys())))
    return f"{begun('; '.join(filter(None, parts)))}."


def _bans_and_limits(dataset: Dataset, surely: Counts) -> str:
    """How many agreements ban it and how many limit it, and for whom, or that none does either."""
    told = [(effect, surely[effect]) for effect in _BANS_AND_LIMITS if surely[effect]]
    if not told:
        return "no agreement in force bans or limits it"
    clauses = [f"{_DOES[effect][len(agreements) > 1]}{_for_whom(dataset, agreements)}" for effect, agreements in told]
    numbers = [how_many(len(agreements)) for _, agreements in told]
    numbers[0] += f" agreement{'s' if len(told[0][1]) > 1 else ''} in force"
    return listed([f"{number} {clause}" for number, clause in zip(numbers, clauses, strict=True)])


def _for_whom(dataset: Dataset, agreements: dict[str, list[Verdict]]) -> str:
    """Whom agreements bind, where that is not every state that has it: ' for Belarus'."""
    forces = [verdict.force for verdicts in agreements.values() for verdict in verdicts]
    bound = dict.fromkeys(state for force in forces for state in force.states("yes"))
    asked = {state for force in forces for state in force.asked}
    return f" for {states_named(dataset, bound)}" if asked - bound.keys() else ""


def _does(effect: Effect, surely: int, perhaps: int) -> str:
    """How many agreements do a thing to it, and how many more may."""
    one, several = _DOES[effect]
    does = f"{how_many(surely)} {one if surely == 1 else several}" if surely else ""
    if does and perhaps:
        return f"{does}, and {how_many(perhaps)} more may"
    return f"{how_many(perhaps)} may {several}" if perhaps else does
