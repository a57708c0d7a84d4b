"""Where agreements and states stand on the day of the build, in words; each worked out once a build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from armsref.dataset import Dataset
from armsref.dates import PartialDate
from armsref.model import State, Treaty, Weapon
from armsref.status import Interval, ended_on, intervals
from macros import figures, wording

Standing = tuple[str, str]
"""A status as a code for its colour, and in words with its day: ('ended', 'Expired on 5 February 2026')."""


@dataclass
class Holdings:
    """What the reference holds on a state: ids of agreements in force for it and others, and of weapons."""

    current: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    fielded: list[str] = field(default_factory=list)
    developed: list[str] = field(default_factory=list)

    @property
    def weapons(self) -> list[str]:
        """All the weapons."""
        return [*self.fields, *self.fielded, *self.developed]


def standing(dataset: Dataset, treaty: Treaty, today: date) -> Standing:
    """An agreement's status; both parts are empty before its first act."""
    past = [each for each in intervals(treaty) if each.start <= today]
    if not past:
        return "", ""
    last = past[-1]
    return last.status.replace(" ", "-"), _words(dataset, treaty, last)


def _words(dataset: Dataset, treaty: Treaty, last: Interval) -> str:
    politically = treaty.binding != "legally"
    if last.status == "ended":
        return f"{wording.ending(last)} on {figures.day(ended_on(last))}"
    if last.status == "signed":
        return f"Signed, with no entry into {'effect' if politically else 'force'} on record"
    words = wording.status_words(last.words, politically)
    if last.status != "in force":
        return words
    words += f" since {figures.day(PartialDate.on(last.since))}"
    # Of many parties, one that suspended it leaves it as it was for the others.
    if last.suspended_by and treaty.parties:
        names = [dataset[state].title for state in sorted(last.suspended_by) if state in dataset]
        words += f"; suspended by {', '.join(names)}"
    return words


def holdings(
    dataset: Dataset, standings: Mapping[str, Standing], bound: Mapping[str, frozenset[str]]
) -> dict[str, Holdings]:
    """What the reference holds on each state, in one pass over agreements and weapons."""
    found: dict[str, Holdings] = defaultdict(Holdings)
    for treaty in dataset.of_kind(Treaty):
        lasts = standings[treaty.id][0] in ("in-force", "suspended")
        once = {*treaty.parties, *(row.state for row in dataset.participation.get(treaty.id, ()))}
        for state in once | bound[treaty.id]:
            held = found[state]
            (held.current if lasts and state in bound[treaty.id] else held.others).append(treaty.id)
    for weapon in dataset.of_kind(Weapon):
        for state in {*weapon.operators, *weapon.former_operators, *weapon.origin}:
            _shelf(found[state], weapon, state).append(weapon.id)
    return found


def _shelf(held: Holdings, weapon: Weapon, state: str) -> list[str]:
    if state in weapon.operators:
        return held.fields
    return held.fielded if state in weapon.former_operators else held.developed


def state_answer(state: State, held: Holdings) -> str:
    """A state's sentence: what the reference holds on it, counted."""
    counts = [
        _count(len(held.current), "agreement") + " in force",
        _count(len(held.others), "other agreement"),
        _count(len(held.weapons), "weapon"),
    ]
    return f"{state.title} in this reference: {counts[0]}, {counts[1]}, {counts[2]}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
