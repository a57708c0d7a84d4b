"""What the data gives, in the shapes of the API: dates as objects, texts as plain text, one item as a list of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from armsref.export.api import records
from armsref.loading.dataset import Cited, Dataset
from armsref.model import Attributed, Designation, Entry, Linked, TreatyHistory
from armsref.model.dates import PartialDate
from armsref.model.references import Marked, marked
from armsref.prose import texts

Fields = dict[str, Any]


@dataclass(frozen=True)
class Given:
    """The models of a dataset as fields of records, by the names that the YAML has for them."""

    dataset: Dataset

    def entry(self, entry: Entry) -> Fields:
        """The fields of an entry."""
        return self._fields(entry, self.dataset.records[entry.id].marked)

    def part(self, model: BaseModel) -> Fields:
        """The fields of a model inside an entry, or of a row of a table."""
        return self._fields(model, marked(model))

    def _fields(self, model: BaseModel, found: Iterable[Marked]) -> Fields:
        fields = self._model(model)
        for each in found:
            if isinstance(each.marker, Linked) and "[[" in each.value:
                _put(fields, each.path, texts.plain(self.dataset, each.value))
        return fields

    def _model(self, model: BaseModel) -> Fields:
        values = ((key, getattr(model, name)) for name, key in _keys(type(model)))
        fields = {key: self._value(value) for key, value in values if value is not None}
        # A designation is nobody's claim.
        if isinstance(model, Attributed) and not isinstance(model, Designation):
            fields["said_by"] = self._speaker(model)
        # Version 1 promised who acted under this name.
        if isinstance(model, TreatyHistory):
            fields["by"] = fields["actors"]
        return fields

    def _value(self, value: Any) -> Any:
        match value:
            case PartialDate():
                return date_record(value)
            case BaseModel():
                return self._model(value)
            case tuple():
                return [self._value(each) for each in value]
            case dict():
                return {key: self._value(each) for key, each in value.items()}
            case _:
                return value

    def _speaker(self, claim: Attributed) -> str:
        if not claim.by:
            return self.dataset.cited(claim.source[0]).publisher.publisher
        entry = self.dataset.get(claim.by)
        return entry.title if entry else claim.by


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())


def _put(fields: Any, path: Sequence[str | int], value: str) -> None:
    """Replace the value at a path."""
    *way, last = path
    for step in way:
        fields = fields[step]
    fields[last] = value


@cache
def date_record(known: PartialDate) -> records.DateRecord:
    """A date, with how exactly it is known and the days that it may stand for."""
    return records.DateRecord(
        date=str(known).removeprefix("~"),
        precision=known.precision,
        about=known.about,
        earliest=known.earliest,
        latest=known.latest,
    )


def source_of(cited: Cited) -> Fields:
    """The fields of a source, with who published it."""
    publisher, source = cited.publisher, cited.source
    return {
        "id": cited.id,
        "publisher": publisher.publisher,
        "country": publisher.country,
        "title": source.title,
        "author": source.author,
        "date": source.date and date_record(source.date),
        "url": source.url,
        "kind": cited.kind,
        "language": source.language,
        "note": source.note,
        "checked": source.checked and date_record(source.checked),
    }
