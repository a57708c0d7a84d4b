"""How entries are related, read from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from armsref.loading.dataset import Dataset
from armsref.model import Entry, RelationKind, Term

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
INVERSE |= {inverse: relation for relation, inverse in INVERSE.items()}


@dataclass(frozen=True)
class StatedRelation:
    """A relation of an entry to another, read from that entry; `stated_in` is the one of the two whose data says so."""

    other: Entry
    how: RelationKind
    note: str | None
    stated_in: Entry


def relations(dataset: Dataset, entry: Entry) -> tuple[StatedRelation, ...]:
    """What an entry says of others, then what others say of it; a relation that both say comes once."""
    stated: dict[tuple[str, RelationKind], StatedRelation] = {}
    for relation in (*_own(dataset, entry), *_of_others(dataset, entry)):
        stated.setdefault((relation.other.id, relation.how), relation)
    return tuple(stated.values())


def _own(dataset: Dataset, entry: Entry) -> Iterator[StatedRelation]:
    for relation in entry.related:
        if other := dataset.get(relation.id):
            yield StatedRelation(other, relation.how, relation.note, entry)


def _of_others(dataset: Dataset, entry: Entry) -> Iterator[StatedRelation]:
    for other_id in dataset.backlinks.get(entry.id, ()):
        other = dataset[other_id]
        for relation in other.related:
            if relation.id == entry.id:
                yield StatedRelation(other, INVERSE.get(relation.how, relation.how), relation.note, other)


def related(dataset: Dataset, entry: Entry) -> dict[RelationKind, tuple[Entry, ...]]:
    """The entries related to one, by relation; each in its first relation only."""
    first: dict[str, StatedRelation] = {}
    for relation in relations(dataset, entry):
        first.setdefault(relation.other.id, relation)
    groups: dict[RelationKind, list[Entry]] = defaultdict(list)
    for relation in first.values():
        groups[relation.how].append(relation.other)
    return {how: tuple(others) for how, others in groups.items()}


def wholes(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """For each entry, those above it: what it is a part or a variant of, whichever of the two says so.

    What is above is of the same kind, or a term, under which anything may fall: a day in the life of an agreement is no
    part of it in the sense in which a cruise missile is a missile.
    """
    wholes: dict[str, dict[str, None]] = {entry.id: {} for entry in dataset}
    for entry in dataset:
        for relation in entry.related:
            if relation.how in _PART and _is_above(dataset, relation.id, entry.id):
                wholes[entry.id][relation.id] = None
            if relation.how in _WHOLE and _is_above(dataset, entry.id, relation.id):
                wholes[relation.id][entry.id] = None
    return {entry_id: tuple(above) for entry_id, above in wholes.items()}


_PART = ("part-of", "variant-of")
_WHOLE = ("has-part", "has-variant")


def _is_above(dataset: Dataset, whole_id: str, part_id: str) -> bool:
    whole, part = dataset.get(whole_id), dataset.get(part_id)
    return bool(whole and part) and (isinstance(whole, Term) or type(whole) is type(part))


def above(wholes: dict[str, tuple[str, ...]], entry_id: str) -> frozenset[str]:
    """All that stands above an entry, through any number of others: itself too, where they go round in a circle."""
    reached: set[str] = set()
    left = [entry_id]
    while left:
        new = set(wholes[left.pop()]) - reached
        reached |= new
        left += sorted(new)
    return frozenset(reached)
