"""Fields that have another name now; what they were called is still read, for one release."""

from __future__ import annotations

import re

from armsref.checks.registry import Found, Scope, warning
from armsref.model import Treaty

# Where the keys of a file stand takes long to work out: most files can be seen to have no such key.
_BY = re.compile(r"\bby\b[\"']?\s*:")


@warning
def actors_in_by(scope: Scope) -> Found:
    """The history of an agreement names those who acted in 'actors'; 'by' is who says so."""
    for record in scope.reading.records:
        if not isinstance(record.entry, Treaty) or not _BY.search(record.file.text):
            continue
        for index, act in enumerate(record.entry.history):
            if act.by is None and record.file.has_key((*record.at, "history", index, "by")):
                yield (
                    record.key_place("history", index, "by"),
                    "'by' here means who says so; who acted is 'actors'",
                    f"Write actors: [{', '.join(act.actors)}].",
                )
