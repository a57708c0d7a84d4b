"""Do ids and links lead somewhere?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from armsref.checks.registry import Found, Scope, error
from armsref.loading.problems import Place, did_you_mean
from armsref.loading.reading import Record
from armsref.loading.relations import above, wholes
from armsref.model import ID_PATTERN, Kind, Linked, Refers, Speaker, Treaty
from armsref.model.references import LINK, Marked
from armsref.prose.english import listed

_ID = re.compile(ID_PATTERN)


@error
def unknown_id(scope: Scope) -> Found:
    """Every id that an entry refers to is the id of an entry."""
    known = tuple(scope.dataset.records)
    for record in scope.reading.records:
        for target, marked, words in _targets(record):
            if target not in scope.dataset and not scope.reading.may_have(target):
                place = _in_text(record, marked, words)
                yield place, f"unknown entry '{target}'", did_you_mean(target, known)
    for publisher in scope.reading.publishers:
        country = publisher.publisher.country
        if country and country not in scope.dataset and not scope.reading.may_have(country):
            yield publisher.file.place(("country",)), f"unknown entry '{country}'", "Add it to states.yml."


@error
def empty_link(scope: Scope) -> Found:
    """Every [[id|words]] in a text has an id and, after a bar, words."""
    for record in scope.reading.records:
        for text in _texts(record):
            for link in LINK.finditer(text.value):
                if not link["id"].strip() or (link["words"] is not None and not link["words"].strip()):
                    yield (
                        _in_text(record, text, link[0]),
                        f"the link '{link[0]}' is incomplete",
                        "Write [[id]] or [[id|words]].",
                    )


@error
def wrong_kind(scope: Scope) -> Found:
    """A field that wants a state, a weapon or a term names one."""
    for record in scope.reading.records:
        for marked in record.marked:
            wanted = marked.marker.kinds if isinstance(marked.marker, Refers) else ()
            kind = _kind_of(scope, marked.value)
            if wanted and kind and kind not in wanted:
                yield record.place(*marked.path), f"'{marked.value}' is a {kind}, where a {wanted[0]} belongs", ""
    for treaty_id in scope.dataset.participation:
        for place, row in scope.reading.rows(treaty_id):
            if fault := _no_state(scope, row.state):
                yield place, fault, ""
    for publisher in scope.reading.publishers:
        if fault := _no_state(scope, publisher.publisher.country):
            yield publisher.file.place(("country",)), fault, ""


def _no_state(scope: Scope, entry_id: str | None) -> str:
    """What is wrong with an id that stands for a state, where it is the id of something else."""
    kind = _kind_of(scope, entry_id) if entry_id else None
    return f"'{entry_id}' is a {kind}, where a state belongs" if kind and kind != "state" else ""


@error
def repeated_state(scope: Scope) -> Found:
    """A participation table has one row for each state, and stands in place of a list of parties."""
    for treaty_id in scope.dataset.participation:
        seen: set[str] = set()
        for place, row in scope.reading.rows(treaty_id):
            if row.state in seen:
                yield place, f"'{row.state}' has a row already", "Keep one, with its latest place in the note."
            seen.add(row.state)
        treaty = scope.dataset.get(treaty_id)
        if isinstance(treaty, Treaty) and treaty.parties:
            place = scope.dataset.records[treaty_id].place("parties")
            yield place, f"'parties' stands beside participation/{treaty_id}.csv", "Keep the table; delete the list."


@error
def repeated_provision(scope: Scope) -> Found:
    """The provisions of an agreement have ids of their own."""
    for record in scope.reading.records:
        seen: set[str] = set()
        for index, provision in enumerate(record.entry.provisions if isinstance(record.entry, Treaty) else ()):
            if provision.id in seen:
                yield record.place("provisions", index, "id"), f"'{provision.id}' is the id of another provision", ""
            seen.add(provision.id)


@error
def self_reference(scope: Scope) -> Found:
    """No entry lists itself as related, or links to itself."""
    for record in scope.reading.records:
        for target, marked, words in _targets(record):
            if target == record.entry.id and record.entry.kind != "state":
                yield _in_text(record, marked, words), f"'{target}' refers to itself", "Delete this reference."


@error
def participation_owner(scope: Scope) -> Found:
    """Every participation table belongs to a treaty, which says where it was taken from, and names known states."""
    for treaty_id in scope.dataset.participation:
        path = scope.reading.root / "participation" / f"{treaty_id}.csv"
        treaty = scope.dataset.get(treaty_id)
        if treaty_id in scope.reading.broken:
            continue
        if not isinstance(treaty, Treaty):
            yield Place(path), f"there is no treaty '{treaty_id}'", did_you_mean(treaty_id, scope.dataset.records)
        elif not treaty.participation_source:
            place = scope.dataset.records[treaty_id].place()
            yield place, "'participation_source' is missing", f"Say what participation/{treaty_id}.csv was taken from."
        for place, row in scope.reading.rows(treaty_id):
            if row.state not in scope.dataset and not scope.reading.may_have(row.state):
                yield place, f"unknown state '{row.state}'", "Add it to states.yml."


@error
def circular_part(scope: Scope) -> Found:
    """No entry is a part or a variant of itself, through others."""
    parts = wholes(scope.dataset)
    over = {entry_id: above(parts, entry_id) for entry_id in parts}
    told: set[str] = set()
    for entry_id, wider in over.items():
        if entry_id in wider and entry_id not in told:
            circle = sorted(other for other in wider if entry_id in over[other])
            told.update(circle)
            message = f"'{entry_id}' is a part of itself, by way of {listed(circle)}"
            yield scope.dataset.records[entry_id].place(), message, "Take out the relation that is the wrong way round."


def _targets(record: Record) -> Iterator[tuple[str, Marked, str]]:
    """The ids that a record refers to, each with the value that it stands in and how it is written there."""
    for marked in record.marked:
        if isinstance(marked.marker, Refers) or (isinstance(marked.marker, Speaker) and _ID.match(marked.value)):
            yield marked.value, marked, marked.value
    for text in _texts(record):
        for link in LINK.finditer(text.value):
            if link["id"].strip() and not link["id"].strip().startswith("!"):
                yield link["id"].strip(), text, link[0]


def _texts(record: Record) -> Iterator[Marked]:
    """The texts of a record in which [[id]] links to an entry."""
    return (marked for marked in record.marked if isinstance(marked.marker, Linked))


def _in_text(record: Record, marked: Marked, words: str) -> Place:
    """The place of words inside a value."""
    return record.file.place_of(words, (*record.at, *marked.path))


def _kind_of(scope: Scope, entry_id: str) -> Kind | None:
    entry = scope.dataset.get(entry_id)
    return entry.kind if entry else None
