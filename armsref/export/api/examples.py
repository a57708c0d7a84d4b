"""Examples for the description of the API, from the data: of each file, and of each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from armsref.export.api.contents import Contents
from armsref.export.api.description import ENDPOINTS, Examples, Json
from armsref.export.api.envelope import head
from armsref.export.api.records import component_name

# Of a list, an example shows so many items.
SHOWN = 2
# So many records of a sort are searched for an example of each of its fields.
SEARCHED = 400


def examples_of(contents: Contents) -> Examples:
    """The examples that the records of an edition give."""
    return Examples(files=dict(_files(contents)), fields=_fields(contents))


# Of files


def _files(contents: Contents) -> Iterator[tuple[str, Json]]:
    """Of lists their beginnings, of records the shortest."""

    def enveloped(total: int, result: Any) -> Json:
        return {**head(contents.edition.release, total), "result": result}

    total = len(contents.entries)
    yield "index.json", enveloped(total, _json(contents.index))
    yield "all.json", enveloped(total, _shortest(contents, contents.entries))
    for section, summaries in contents.lists.items():
        for record in _shortest(contents, [summary.id for summary in summaries]):
            yield f"{section}.json", enveloped(len(summaries), [_json(summary) for summary in summaries[:SHOWN]])
            yield f"{section}/{{id}}.json", enveloped(1, record)
    yield "names.json", enveloped(len(contents.names.names), _json(contents.names))
    yield "sources.json", enveloped(len(contents.sources), [_json(source) for source in contents.sources[:SHOWN]])


def _shortest(contents: Contents, ids: Iterable[str]) -> list[Json]:
    """The shortest of some records, alone in a list; none where there are none."""
    by_length = sorted(ids, key=lambda entry_id: (len(contents.written[entry_id]), entry_id))
    return [_json(contents.entries[entry_id]) for entry_id in by_length[:1]]


def _json(record: BaseModel) -> Json:
    """A record with the beginnings of its lists."""
    begun = record.model_copy(update={name: value[:SHOWN] for name, value in record if isinstance(value, tuple)})
    shown: Json = _begun(begun.model_dump(mode="json", by_alias=True))
    return shown


def _begun(value: Any) -> Any:
    """A value with the beginnings of all lists in it."""
    if isinstance(value, dict):
        return {key: _begun(inner) for key, inner in value.items()}
    return [_begun(item) for item in value[:SHOWN]] if isinstance(value, list) else value


# Of fields


def _fields(contents: Contents) -> dict[tuple[str, str], Any]:
    """For each field of each record, by the name of its schema, the first value that the data has."""
    search = _Search()
    summaries = (summary for listed in contents.lists.values() for summary in listed)
    for record in (*contents.entries.values(), *summaries, contents.index, contents.names, *contents.sources):
        search.look_at(record)
    envelope = head(contents.edition.release, 1).items()
    of_files = {(endpoint.file.__name__, name): value for endpoint in ENDPOINTS for name, value in envelope}
    return search.examples | of_files


@dataclass
class _Search:
    """A walk through records for the first value of each field that is not empty.

    `_open` has the fields of each record that have no example yet, or that hold records.
    """

    examples: dict[tuple[str, str], Any] = field(default_factory=dict)
    _open: dict[type[BaseModel], list[str]] = field(default_factory=dict)
    _searched: Counter[type[BaseModel]] = field(default_factory=Counter)

    def look_at(self, record: BaseModel) -> None:
        """Take examples from a record, and from the records in it."""
        model = type(record)
        self._searched[model] += 1
        if self._searched[model] > SEARCHED:
            return
        fields = self._open.setdefault(model, list(model.model_fields))
        for name in tuple(fields):
            value = getattr(record, name)
            records = _records_in(value)
            for inner in records:
                self.look_at(inner)
            if not records and value not in (None, (), {}):
                fields.remove(name)
                self._take(record, name)

    def _take(self, record: BaseModel, name: str) -> None:
        written = record.model_dump(mode="json", by_alias=True, include={name})
        ((key, value),) = written.items()
        self.examples[component_name(type(record)), key] = _shortened(value)


def _records_in(value: Any) -> list[BaseModel]:
    """The records that a field holds: alone, in a list, or in lists by name."""
    if isinstance(value, BaseModel):
        return [value]
    if isinstance(value, tuple):
        return [item for item in value if isinstance(item, BaseModel)]
    return [record for items in value.values() for record in _records_in(items)] if isinstance(value, dict) else []


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shortened(value[key]) for key in list(value)[:SHOWN]}
    return value[:SHOWN] if isinstance(value, list) else value
