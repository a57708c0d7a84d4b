"""How entries are related, read from both ends."""

from __future__ import annotations

from collections import defaultdict

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
INVERSE |= {other: one for one, other in INVERSE.items()}


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


def wholes(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """For each entry, those above it: what it is a part or a variant of, whichever of the two says so.

    What is above is of the same kind, or a term, under which anything may fall: a day in the life of an agreement is no
    part of it in the sense in which a cruise missile is a missile.
    """
    found: dict[str, dict[str, None]] = {entry.id: {} for entry in dataset}
    for entry in dataset:
        for relation in entry.related:
            if relation.how in _PART and _is_above(dataset, relation.id, entry.id):
                found[entry.id][relation.id] = None
            if relation.how in _WHOLE and _is_above(dataset, entry.id, relation.id):
                found[relation.id][entry.id] = None
    return {entry_id: tuple(above) for entry_id, above in found.items()}


_PART = ("part-of", "variant-of")
_WHOLE = ("has-part", "has-variant")


def _is_above(dataset: Dataset, whole_id: str, part_id: str) -> bool:
    whole, part = dataset.get(whole_id), dataset.get(part_id)
    return bool(whole and part) and (isinstance(whole, Term) or type(whole) is type(part))


def above(wholes: dict[str, tuple[str, ...]], entry_id: str) -> frozenset[str]:
    """All that stands above an entry, through any number of others: itself too, where they go round in a circle."""
    found: set[str] = set()
    left = [entry_id]
    while left:
        new = set(wholes[left.pop()]) - found
        found |= new
        left += sorted(new)
    return frozenset(found)
