"""The reference of the API from its OpenAPI description: every file, every field, an example of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from armsref.model import ID_PATTERN
from armsref.prose.figures import size
from armsref.prose.lines import Code, Inline, Line, SiteLink, Words, joined
from armsref.prose.texts import typographic
from armsref.views.lists.tables import Cell, Fold, TableColumn, TableRow, TableView, cell_of

_Json = dict[str, Any]

# More codes than these are folded.
MOST_CODES = 8
# So many characters of an example are shown.
SHORT = 160
NONE_YET = "none yet"
_CODE = re.compile(r"`([^`]+)`")
_FORMATS = {"date": "day", "date-time": "time", "uri-reference": "address"}
_TYPES = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A record of the API: its name, where that is linked to, what it is, and its fields."""

    anchor: str
    name: str
    about: Line
    fields: TableView


@dataclass(frozen=True, slots=True)
class RecordsView:
    """Links to all records, and the records."""

    links: Line
    records: tuple[RecordPart, ...]


@dataclass(frozen=True)
class Reference:
    """Reads a description of the API for the page at an address below the site's root."""

    description: _Json
    page: str

    # Files

    def files_table(self, sizes: Mapping[str, Sequence[int]]) -> TableView:
        """Every file: its address, what it holds, how large it is, and what it looks like.

        `sizes` has the sizes in bytes of the files at each path of the description; a path with `{id}` has several.
        """
        columns = tuple(map(TableColumn, ("File", "What it holds", "Records", "Size")))
        paths = self.description["paths"]
        return TableView("Files", columns, tuple(self._file(path, paths[path]["get"], sizes[path]) for path in paths))

    def _file(self, path: str, operation: _Json, sizes: Sequence[int]) -> TableRow:
        content = _content(operation)
        example = content.get("example")
        sample = Fold("Example", sample=json.dumps(example, ensure_ascii=False, indent=2)) if example else None
        result = self._schema(content["schema"])["properties"]["result"]
        cells = (
            Cell((_address(path),)),
            Cell(_line(operation["summary"]), fold=sample),
            Cell(self._type(result)),
            cell_of(_sizes(sizes)),
        )
        return TableRow(cells)

    # Records

    def envelope_table(self) -> TableView:
        """What stands round the records of every file."""
        return self._fields("Envelope", self._schema(next(self._answers())))

    def records(self) -> RecordsView:
        """Every record, each under its name, with its fields."""
        envelopes = {_name(answer) for answer in self._answers()}
        schemas: dict[str, _Json] = self.description["components"]["schemas"]
        records = {name: schema for name, schema in schemas.items() if name not in envelopes}
        return RecordsView(
            links=joined((self._link(name),) for name in records),
            records=tuple(self._record(name, schema) for name, schema in records.items()),
        )

    def _record(self, name: str, schema: _Json) -> RecordPart:
        return RecordPart(_anchor(name), name, _line(schema.get("description", "")), self._fields(name, schema))

    def _fields(self, name: str, schema: _Json) -> TableView:
        columns = tuple(map(TableColumn, ("Field", "Type", "Meaning", "Example")))
        rows = (self._field(field, described) for field, described in schema["properties"].items())
        return TableView(f"Fields of {name}", columns, tuple(rows))

    def _field(self, name: str, schema: _Json) -> TableRow:
        examples = joined(((_short(value),) for value in schema.get("examples", ())), "; ")
        return TableRow(
            (Cell((Code(name),)), Cell(self._type(schema)), _meaning(schema), Cell(examples or self._elsewhere(schema)))
        )

    def _elsewhere(self, schema: _Json) -> Line:
        """Where the example of a field of records is to be found."""
        names = re.findall(r"#/components/schemas/(\w+)", json.dumps(schema))
        links = joined((self._link(name),) for name in dict.fromkeys(names))
        return (Words("see "), *links) if links else (Words(NONE_YET),)

    # Types

    def _type(self, schema: _Json) -> Line:
        """A type in words, with links to the records in it."""
        if "$ref" in schema:
            return (self._link(_name(schema)),)
        if "anyOf" in schema or "oneOf" in schema:
            options = (self._type(option) for option in schema.get("anyOf") or schema["oneOf"])
            return joined(dict.fromkeys(options), " or ")
        if "items" in schema:
            return (Words("list of "), *self._type(schema["items"]))
        if "additionalProperties" in schema:
            return (Words("by key, "), *self._type(schema["additionalProperties"]))
        return (Words(_simple_type(schema)),)

    def _link(self, name: str) -> SiteLink:
        return SiteLink(self.page, (Words(name),), _anchor(name))

    def _answers(self) -> Iterator[_Json]:
        for operations in self.description["paths"].values():
            yield _content(operations["get"])["schema"]

    def _schema(self, reference: _Json) -> _Json:
        schema: _Json = self.description["components"]["schemas"][_name(reference)]
        return schema


def _content(operation: _Json) -> _Json:
    content: _Json = operation["responses"]["200"]["content"]["application/json"]
    return content


def _name(reference: _Json) -> str:
    name: str = reference["$ref"].rpartition("/")[2]
    return name


def _address(path: str) -> Inline:
    address = Code(path, breaks=True)
    return address if "{id}" in path else SiteLink(path.lstrip("/"), (address,))


def _sizes(sizes: Sequence[int]) -> str:
    """How large a file is; of files of a kind, the smallest and the largest."""
    if not sizes:
        return NONE_YET
    least, most = size(min(sizes)), size(max(sizes))
    return least if least == most else f"{least} to {most}"


def _simple_type(schema: _Json) -> str:
    if "enum" in schema or "const" in schema:
        return "code"
    if schema.get("pattern") == ID_PATTERN:
        return "id"
    return _FORMATS.get(schema.get("format", "")) or _TYPES.get(schema.get("type", ""), "number")


def _meaning(schema: _Json) -> Cell:
    """What a field means, and the codes that it, or an item of it, may be."""
    said, codes = _line(schema.get("description", "")), _codes_of(schema)
    listed = joined((Code(code),) for code in codes)
    if len(codes) > MOST_CODES:
        return Cell(said, fold=Fold(f"{len(codes)} codes", listed))
    return Cell((*said, Words(" "), *listed, Words(".")) if codes else said)


def _codes_of(schema: _Json) -> list[str]:
    if "const" in schema:
        return [schema["const"]]
    if "enum" in schema:
        return list(schema["enum"])
    inner = [*schema.get("anyOf", ()), *(schema[part] for part in ("items", "propertyNames") if part in schema)]
    return [code for part in inner for code in _codes_of(part)]


def _anchor(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _line(text: str) -> Line:
    """Words of the description, with what stands in backquotes as code."""
    parts = _CODE.split(typographic(" ".join(text.split())))
    return tuple(Code(part) if number % 2 else Words(part) for number, part in enumerate(parts) if part)


def _short(value: Any) -> Code:
    text = json.dumps(value, ensure_ascii=False)
    return Code(text if len(text) <= SHORT else f"{text[:SHORT]} …")
