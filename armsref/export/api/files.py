"""The files of the API: everything below /api/v1/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from armsref.export import about
from armsref.export.api import description, records
from armsref.export.api.making import ROOT, Making, path_of
from armsref.model import ENTRY_MODELS
from armsref.model.addresses import SECTIONS

if TYPE_CHECKING:
    from armsref.export.edition import File, Published

# What each file holds that is not of one kind.
OTHERS = {
    "index.json": "Where everything is, and of every id what it names.",
    "all.json": "Everything on every entry.",
    "names.json": "From names, as they are written and as they stand in running text, to ids.",
    "sources.json": "Every source, with the entries that cite it.",
    "openapi.json": "The OpenAPI description of all this.",
}


@dataclass(frozen=True)
class Api:
    """What the API serves of one release; each record is made once, for its own file and for that of all."""

    published: Published

    @cached_property
    def making(self) -> Making:
        """What makes the records."""
        return Making(self.published)

    @cached_property
    def entries(self) -> dict[str, records.Entry]:
        """Everything on every entry, by id, a kind after another."""
        found = (entry for model in ENTRY_MODELS.values() for entry in self.published.dataset.of_kind(model))
        return {entry.id: self.making.record(entry) for entry in found}

    @cached_property
    def lists(self) -> dict[str, list[records.Summary]]:
        """The lists, by section."""
        found: dict[str, list[records.Summary]] = {section: [] for section in SECTIONS.values()}
        for each in self.entries.values():
            found[SECTIONS[each.kind]].append(self.making.summary(each))
        return found

    @cached_property
    def index(self) -> records.Index:
        """Where everything is."""
        url = self.making.url
        return records.Index(
            site=self.published.release.site,
            description=url(f"{ROOT}openapi.json"),
            documentation=url(description.API_PAGE),
            collections=tuple(
                records.Collection(kind=kind, section=name, total=len(self.lists[name]), url=url(f"{ROOT}{name}.json"))
                for kind, name in SECTIONS.items()
            ),
            files=tuple(records.OtherFile(url=url(ROOT + name), what=what) for name, what in OTHERS.items()),
            entries=tuple(self.making.named(self.published.dataset[each]) for each in self.entries),
        )

    @cached_property
    def description(self) -> dict[str, Any]:
        """The OpenAPI description, with examples from the data."""
        return description.described(self)

    @cached_property
    def _written(self) -> dict[str, bytes]:
        return {entry_id: record_json(record) for entry_id, record in self.entries.items()}

    @cached_property
    def names(self) -> records.NameTable:
        """From names to ids."""
        return self.making.names()

    @cached_property
    def sources(self) -> list[records.CitedSource]:
        """Every source."""
        return self.making.sources()

    def shortest(self, section: str) -> records.Entry:
        """The shortest record of a section, as an example. Raises ValueError where there is none."""
        of_section = (each for each in self.entries.values() if SECTIONS[each.kind] == section)
        return min(of_section, key=lambda each: (len(self._written[each.id]), each.id))

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many bytes each file has, by its path."""
        return {path: len(content) for path, content in self.files()}

    def files(self) -> Iterator[File]:
        """Every file, by its path below the site's root."""
        yield f"{ROOT}index.json", self.enveloped(len(self.entries), record_json(self.index))
        yield f"{ROOT}all.json", self._listed(self._written.values())
        for section, summaries in self.lists.items():
            yield f"{ROOT}{section}.json", self._listed(map(record_json, summaries))
        for entry_id, content in self._written.items():
            yield path_of(self.published.dataset[entry_id]), self.enveloped(1, content)
        yield f"{ROOT}names.json", self.enveloped(len(self.names.names), record_json(self.names))
        yield f"{ROOT}sources.json", self._listed(map(record_json, self.sources))
        yield f"{ROOT}openapi.json", compact(self.description)

    def head(self, total: int) -> dict[str, Any]:
        """What stands round the records of a file."""
        release = self.published.release
        return {
            "schema_version": description.SCHEMA_VERSION,
            "data_version": release.version,
            "generated_at": release.stamp,
            "license": about.LICENCE,
            "total": total,
        }

    def enveloped(self, total: int, result: bytes) -> bytes:
        """A file: what stands round its records, and these as they are written."""
        return compact(self.head(total)).removesuffix(b"}\n") + b',"result":' + result + b"}\n"

    def _listed(self, items: Iterable[bytes]) -> bytes:
        found = list(items)
        return self.enveloped(len(found), b"[" + b",".join(found) + b"]")


def record_json(record: BaseModel) -> bytes:
    """A record as JSON."""
    return record.__pydantic_serializer__.to_json(record, by_alias=True)


def compact(content: Any) -> bytes:
    """JSON without spaces, a line long."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def api_files(published: Published) -> Iterator[File]:
    """The API as a part of what is published."""
    return published.api.files()
