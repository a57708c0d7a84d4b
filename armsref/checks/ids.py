"""Are ids unique, and shared files in order?"""

from __future__ import annotations

from itertools import pairwise

from armsref.checks.registry import Found, Scope, error
from armsref.loading.yamlfile import YamlFile


@error
def duplicate_id(scope: Scope) -> Found:
    """An id is the id of one entry, over all kinds."""
    for record in scope.reading.records:
        first = scope.dataset.records[record.entry.id]
        if first is not record:
            yield (
                record.key_place(),
                f"the id '{record.entry.id}' is taken: {first.key_place()} has it",
                "Choose another id.",
            )


@error
def duplicate_wikidata(scope: Scope) -> Found:
    """No two entries are the same item of Wikidata."""
    first: dict[str, str] = {}
    for record in scope.reading.records:
        item = record.entry.wikidata
        if item and first.setdefault(item, record.entry.id) != record.entry.id:
            message = f"'{item}' is the Wikidata id of '{first[item]}' too"
            yield record.place("wikidata"), message, "Look both up; delete the wrong one."


@error
def unsorted_keys(scope: Scope) -> Found:
    """Ids in a shared file, and items of a publisher, stand in alphabetical order."""
    shared = {record.file.path: record.file for record in scope.reading.records if record.at}
    for path, file in shared.items():
        yield from _unsorted(file, scope.reading.shared_ids[path])
    for publisher in scope.reading.publishers:
        yield from _unsorted(publisher.file, tuple(publisher.publisher.items), "items")


def _unsorted(file: YamlFile, keys: tuple[str, ...], *at: str) -> Found:
    for before, after in pairwise(keys):
        if after < before:
            place = file.key_place((*at, after))
            yield place, f"'{after}' stands after '{before}', out of alphabetical order", f"Move it before '{before}'."
