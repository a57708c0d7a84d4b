"""The reference page of the API, rendered from its OpenAPI description: every file, every field, an example of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from posixpath import relpath
from typing import Any

from armsref.export.api.version import ROOT
from armsref.model import ID_PATTERN
from armsref.prose.texts import typographic
from macros.site import Index

Json = dict[str, Any]

# More codes than these are folded.
CODES = 8
# So many characters of an example are shown.
SHORT = 160
_CODE = re.compile(r"`([^`]+)`")
_FORMATS = {"date": "day", "date-time": "time", "uri-reference": "address"}
_TYPES = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


@dataclass(frozen=True)
class Reference:
    """The parts of the page, for the API as it is published with it. `folder` is where the site is built."""

    index: Index
    folder: Path

    @cached_property
    def _description(self) -> Json:
        description: Json = json.loads((self.folder / ROOT / "openapi.json").read_text(encoding="utf-8"))
        return description

    @cached_property
    def _schemas(self) -> dict[str, Json]:
        schemas: dict[str, Json] = self._description["components"]["schemas"]
        return schemas

    # Files

    def api_files(self) -> str:
        """Every file: its address, what it holds, how large it is, and what it looks like."""
        rows = "".join(self._file(path, one["get"]) for path, one in self._description["paths"].items())
        return _table("files", "Files", ("File", "What it holds", "Records", "Size"), rows)

    def _file(self, path: str, operation: Json) -> str:
        content = operation["responses"]["200"]["content"]["application/json"]
        result = self._envelope(content["schema"])["properties"]["result"]
        example = content.get("example")
        shown = f"<details><summary>Example</summary>{_sample(example)}</details>" if example else ""
        address = _broken(path)
        if "{id}" not in path:
            address = f'<a href="{self._href(path)}">{address}</a>'
        return (
            f'<tr><th scope="row"><code>{address}</code></th><td>{_text(operation["summary"])}{shown}</td>'
            f"<td>{self._type(result)}</td><td>{self._size(path)}</td></tr>"
        )

    def _href(self, path: str) -> str:
        return relpath(path.lstrip("/"), self.index.url or ".")

    def _size(self, path: str) -> str:
        """How large a file is; of files of a kind, the smallest and the largest."""
        files = self.folder.glob(path.lstrip("/").replace("{id}", "*"))
        sizes = [file.stat().st_size for file in files]
        if not sizes:
            return "none yet"
        least, most = _bytes(min(sizes)), _bytes(max(sizes))
        return least if least == most else f"{least} to {most}"

    # Records

    def api_envelope(self) -> str:
        """What stands round the records of every file."""
        schema = next(self._envelope(each) for each in self._answers())
        return self._fields("Envelope", schema)

    def api_records(self) -> str:
        """Every record, each under its name, with its fields."""
        envelopes = {each["$ref"].rpartition("/")[2] for each in self._answers()}
        found = {name: one for name, one in self._schemas.items() if name not in envelopes}
        links = ", ".join(f'<a href="#{_anchor(name)}">{name}</a>' for name in found)
        return f"<p>{links}</p>" + "".join(self._record(name, one) for name, one in found.items())

    def _record(self, name: str, schema: Json) -> str:
        about = _text(schema.get("description", ""))
        return f'<h3 id="{_anchor(name)}">{name}</h3><p>{about}</p>{self._fields(name, schema)}'

    def _fields(self, name: str, schema: Json) -> str:
        rows = "".join(self._field(field, one) for field, one in schema["properties"].items())
        return _table("fields", f"Fields of {name}", ("Field", "Type", "Meaning", "Example"), rows)

    def _field(self, name: str, schema: Json) -> str:
        example = "; ".join(_short(each) for each in schema.get("examples", ())) or self._elsewhere(schema)
        meaning = f"{_text(schema.get('description', ''))}{_codes(schema)}"
        return (
            f'<tr><th scope="row"><code>{name}</code></th><td>{self._type(schema)}</td><td>{meaning}</td>'
            f"<td>{example}</td></tr>"
        )

    def _elsewhere(self, schema: Json) -> str:
        """Where the example of a field of records is to be found."""
        found = re.findall(r"#/components/schemas/(\w+)", json.dumps(schema))
        links = [f'<a href="#{_anchor(name)}">{name}</a>' for name in dict.fromkeys(found)]
        return f"see {', '.join(links)}" if links else "none yet"

    # Types

    def _type(self, schema: Json) -> str:
        """A type in words, with links to the records in it."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return f'<a href="#{_anchor(name)}">{name}</a>'
        if "anyOf" in schema or "oneOf" in schema:
            options = (self._type(each) for each in schema.get("anyOf") or schema["oneOf"])
            return " or ".join(dict.fromkeys(options))
        if "items" in schema:
            return f"list of {self._type(schema['items'])}"
        if "additionalProperties" in schema:
            return f"by key, {self._type(schema['additionalProperties'])}"
        if "enum" in schema or "const" in schema:
            return "code"
        if schema.get("pattern") == ID_PATTERN:
            return "id"
        return _FORMATS.get(schema.get("format", "")) or _TYPES.get(schema.get("type", ""), "number")

    def _answers(self) -> Iterator[Json]:
        for one in self._description["paths"].values():
            yield one["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    def _envelope(self, schema: Json) -> Json:
        return self._schemas[schema["$ref"].rpartition("/")[2]]


def _codes(schema: Json) -> str:
    """The codes that a field, or an item of it, may be."""
    found = _codes_of(schema)
    if not found:
        return ""
    listed = ", ".join(f"<code>{escape(each)}</code>" for each in found)
    if len(found) <= CODES:
        return f" {listed}."
    return f"<details><summary>{len(found)} codes</summary>{listed}</details>"


def _codes_of(schema: Json) -> list[str]:
    if "const" in schema:
        return [schema["const"]]
    if "enum" in schema:
        return list(schema["enum"])
    inner = [*schema.get("anyOf", ()), *(schema[each] for each in ("items", "propertyNames") if each in schema)]
    return [code for each in inner for code in _codes_of(each)]


def _table(shape: str, caption: str, heads: tuple[str, ...], body: str) -> str:
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    table = f"<table><caption>{caption}</caption><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="tally {shape}" tabindex="0" role="group" aria-label="{caption}">{table}</div>'


def _anchor(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _text(text: str) -> str:
    """Words of the description, with what stands in backquotes as code."""
    parts = _CODE.split(typographic(" ".join(text.split())))
    return "".join(f"<code>{escape(one)}</code>" if number % 2 else escape(one) for number, one in enumerate(parts))


def _broken(name: str) -> str:
    """An address that may be broken where a reader would break it."""
    return re.sub(r"/(?=.)", "/<wbr>", escape(name))


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"<code>{escape(text if len(text) <= SHORT else text[:SHORT] + ' …')}</code>"


def _sample(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f'<pre tabindex="0"><code>{escape(text)}</code></pre>'


def _bytes(size: int) -> str:
    """A size in kB, or in MB from a million bytes on."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1_000))} kB"
