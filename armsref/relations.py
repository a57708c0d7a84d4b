"""How entries are related, read from both ends."""

from __future__ import annotations

from collections import defaultdict

from armsref.dataset import Dataset
from armsref.model import Entry, RelationKind

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
