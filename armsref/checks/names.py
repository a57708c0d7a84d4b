"""Can every name be told apart?"""

from __future__ import annotations

from collections import defaultdict

from armsref.checks.registry import Found, Scope, error, warning
from armsref.loading.reading import Record
from armsref.model import Kind
from armsref.model.names import Name, names_of


@error
def ambiguous_alias(scope: Scope) -> Found:
    """No two entries of one kind go by the same name, alias or abbreviation."""
    for bearers in scope.shared_names:
        kinds: dict[Kind, list[tuple[Record, Name]]] = defaultdict(list)
        for record, name in bearers:
            kinds[record.entry.kind].append((record, name))
        for (first, _), *others in kinds.values():
            for record, name in others:
                message = f"'{name.surface}' is a name of '{first.entry.id}' too"
                yield record.place(*name.path), message, "Keep it where it is the usual name; reword it here."


@warning
def name_of_two_kinds(scope: Scope) -> Found:
    """A name shared by entries of different kinds is known to be ambiguous."""
    for (first, _), *others in scope.shared_names:
        for record, name in others:
            if record.entry.kind != first.entry.kind:
                message = f"'{name.surface}' is a name of the {first.entry.kind} '{first.entry.id}' too"
                yield record.place(*name.path), message, ""


@error
def repeated_name(scope: Scope) -> Found:
    """An entry lists each of its names once."""
    for record in scope.reading.records:
        seen: dict[str, str] = {}
        for name in names_of(record.entry):
            if name.system == "alias" and name.surface in seen:
                yield record.place(*name.path), f"'{name.surface}' is listed twice", "Delete it here."
            seen.setdefault(name.surface, name.system)
