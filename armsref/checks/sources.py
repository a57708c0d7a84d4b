"""Does every citation lead to a source, and every source serve a fact?"""

from __future__ import annotations

from armsref.checks.registry import Found, Scope, error, warning
from armsref.loading.problems import did_you_mean
from armsref.model import Cites
from armsref.model.names import folded
from armsref.model.references import citations_of


@error
def unknown_source(scope: Scope) -> Found:
    """Every citation names a source in data/sources."""
    known = set(_known(scope))
    for record in scope.reading.records:
        for citation in record.marked:
            if not isinstance(citation.marker, Cites) or citation.value in known:
                continue
            publisher = citation.value.split("/")[0]
            if publisher not in scope.reading.broken:
                hint = did_you_mean(citation.value, known) or f"Add it to sources/{publisher}.yml."
                yield record.place(*citation.path), f"unknown source '{citation.value}'", hint


@error
def same_address(scope: Scope) -> Found:
    """No two sources have the same address."""
    first: dict[str, str] = {}
    for record in scope.reading.publishers:
        for item, source in record.publisher.items.items():
            name = f"{record.id}/{item}"
            if source.url and first.setdefault(source.url, name) != name:
                yield (
                    record.file.place(("items", item, "url")),
                    f"'{first[source.url]}' has this address",
                    f"Cite that; delete '{item}'.",
                )


@error
def repeated_publisher(scope: Scope) -> Found:
    """No two files are of the same publisher."""
    first: dict[str, str] = {}
    for record in scope.reading.publishers:
        name = record.publisher.publisher
        if first.setdefault(folded(name), record.id) != record.id:
            known = first[folded(name)]
            yield (
                record.file.place(("publisher",)),
                f"sources/{known}.yml is of '{name}' too",
                f"Move the items there and cite '{known}/…'.",
            )


@error
def checked_without_address(scope: Scope) -> Found:
    """A source that was checked says where, unless it is in print only."""
    for record in scope.reading.publishers:
        for item, source in record.publisher.items.items():
            if source.checked and not source.url and not source.note:
                place = record.file.place(("items", item, "checked"))
                yield (
                    place,
                    f"'{item}' is marked as checked, but has no 'url'",
                    "Add it, or say in 'note' where it was read.",
                )


@warning
def unused_source(scope: Scope) -> Found:
    """Every source is cited by an entry."""
    if scope.reading.broken:  # what could not be read may cite it
        return
    used = {source for record in scope.reading.records for source in citations_of(record.marked)}
    for record in scope.reading.publishers:
        for item in record.publisher.items:
            if f"{record.id}/{item}" not in used:
                yield (
                    record.file.key_place(("items", item)),
                    f"no entry cites '{record.id}/{item}'",
                    "Cite it, or delete it.",
                )


def _known(scope: Scope) -> list[str]:
    return [f"{record.id}/{item}" for record in scope.reading.publishers for item in record.publisher.items]
