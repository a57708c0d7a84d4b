"""How entries are related, read from both ends."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from armsref.dataset import Dataset
from armsref.model import Entry, Participation, RelationKind, State, Treaty, TreatyHistory

# What a relation is called from its other end; one that is not here reads the same from both.
INVERSE: dict[RelationKind, RelationKind] = {
    "replaces": "replaced-by",
    "follows": "followed-by",
    "amends": "amended-by",
    "implements": "implemented-by",
    "verifies": "verified-by",
    "limits": "limited-by",
    "bans": "banned-by",
    "derived-from": "source-of",
    "variant-of": "has-variant",
    "carries": "carried-by",
    "used-in": "uses",
    "led-to": "result-of",
    "has-part": "part-of",
    "operates": "operated-by",
    "defines": "defined-by",
}
INVERSE |= {other: one for one, other in INVERSE.items()}


_JOINS = {"signed", "ratified", "joined", "succeeded"}


def related(dataset: Dataset, entry: Entry) -> dict[RelationKind, tuple[Entry, ...]]:
    """The entries related to one, by relation, whichever of the two says so; each in its first relation only."""
    found: dict[RelationKind, dict[str, Entry]] = defaultdict(dict)
    said = [(relation.how, relation.id) for relation in entry.related]
    for other_id in dataset.backlinks.get(entry.id, ()):
        other = dataset[other_id]
        said += [(INVERSE.get(each.how, each.how), other_id) for each in other.related if each.id == entry.id]
    seen: set[str] = set()
    for how, other_id in said:
        if other_id in dataset and other_id not in seen:
            seen.add(other_id)
            found[how][other_id] = dataset[other_id]
    return {how: tuple(entries.values()) for how, entries in found.items()}


def mentions(dataset: Dataset, entry: Entry) -> tuple[Entry, ...]:
    """The entries that refer to one in a field or a text."""
    return tuple(dataset[other] for other in dataset.backlinks.get(entry.id, ()))


def states_bound(dataset: Dataset, treaty: Treaty, day: date) -> frozenset[str]:
    """The states that take part on a day, as far as they are listed by name, less those that left.

    They are the rows of its table; else its parties and their successors; else the states that its history names as
    having signed or joined. A count of participants names nobody.
    Whether the agreement is in force then is another question: see `armsref.status`.
    """
    rows = dataset.participation.get(treaty.id)
    if rows:
        return frozenset(row.state for row in rows if _is_bound(row, day))
    left = {state for act in treaty.history if _takes_effect(act, day) for state in act.by}
    joined = {state for act in treaty.history if act.act in _JOINS and act.date.earliest <= day for state in act.by}
    parties = set(treaty.parties) or joined
    gone = {party for party in parties if _has_ceased(dataset, party, day)}
    heirs = {heir for party in gone for heir in treaty.succession.get(party, ())}
    return frozenset((parties - gone | heirs) - left)


def _is_bound(row: Participation, day: date) -> bool:
    """Whether a row's state is bound on a day; a day known to the year or month counts from its first day."""
    return row.bound is not None and row.bound.earliest <= day and not (row.left and row.left.earliest <= day)


def _takes_effect(act: TreatyHistory, day: date) -> bool:
    """Whether an act is a withdrawal that has taken effect by a day."""
    effect = act.takes_effect if act.act == "withdrawal-announced" else act.date if act.act == "withdrew" else None
    return effect is not None and effect.earliest <= day


def _has_ceased(dataset: Dataset, state_id: str, day: date) -> bool:
    state = dataset.get(state_id)
    return isinstance(state, State) and state.existed_until is not None and state.existed_until.latest <= day
