"""Which entries name which: by a link or an id that somebody wrote, or by a name in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from armsref.dataset import Dataset
from armsref.finding import Finder, Match
from armsref.model import Linked
from armsref.references import links_of

Names = Callable[[str], list[Match]]
"""The names in a text that mean one entry."""

# Where a name makes no link: in one that is made by hand, and in a quotation.
_UNLINKED = re.compile(r"\[\[[^\]]*\]\]|\"[^\"]*\"|“[^”]*”")


def names_in(finder: Finder, text: str) -> list[Match]:
    """The names in an entry's text that mean one entry, outside of links and quotations."""
    seen = _UNLINKED.sub(lambda found: " " * len(found[0]), text)
    return [match for match in finder.find(seen) if match.id and not match.alternatives]


def mentions(dataset: Dataset, names: Names) -> dict[str, tuple[str, ...]]:
    """For each entry the ids of those that refer to it in a field or a text, or name it in a text; each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry_id, record in dataset.records.items():
        texts = (marked.value for marked in record.marked if isinstance(marked.marker, Linked))
        named = (match.id for text in texts for match in names(text) if match.id)
        for target in (*links_of(record.marked), *named):
            if target != entry_id and target in dataset:
                found[target][entry_id] = None
    return {target: tuple(ids) for target, ids in found.items()}
