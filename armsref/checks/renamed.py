"""Fields that have another name now; what they were called is still read, for one release."""

from __future__ import annotations

from armsref.checks.registry import Found, Scope, warning
from armsref.model import Treaty


@warning
def actors_in_by(scope: Scope) -> Found:
    """The history of an agreement names those who acted in 'actors'; 'by' is who says so."""
    for record in scope.reading.records:
        for index, act in enumerate(record.entry.history if isinstance(record.entry, Treaty) else ()):
            if act.by is None and (*record.at, "history", index, "by") in record.file.keys:
                yield (
                    record.key_place("history", index, "by"),
                    "'by' here means who says so; who acted is 'actors'",
                    f"Write actors: [{', '.join(act.actors)}].",
                )
