"""The OpenAPI description of the API, made from its records; and that part of it that does not depend on the data.

The latter is committed and is what version 1 promises: see `armsref.export.api.contract`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, create_model
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from armsref.export import about
from armsref.export.api import records
from armsref.export.api.kinds import RECORDS, SUMMARIES
from armsref.export.api.version import API_PAGE, ROOT, SCHEMA_VERSION
from armsref.model import ID_LIMIT, ID_PATTERN, Kind
from armsref.model.addresses import SECTIONS

Json = dict[str, Any]

ABOUT_API = """\
What the Arms Control Reference knows, as files that never ask for a key: one a kind of entry, one an entry, one of \
everything. Every file has the same envelope, with its records in `result`. Field names are those of the YAML that the \
reference is made from. Every field is always there: what is not known is null or an empty list. An id names an entry; \
`index.json` says of every id where it is. A date of the data is an object that says how exactly it is known; a day \
that is worked out is a string. How things stood comes as stretches of days, so that any day can be looked up in the \
file itself."""


@dataclass(frozen=True)
class Endpoint:
    """A file, or all files of a shape, that the API serves."""

    path: str
    name: str
    tag: str
    what: str
    file: type[BaseModel]


def _file(name: str, result: Any) -> type[BaseModel]:
    envelope: type[BaseModel] = records.Envelope[result]
    return create_model(f"{name}File", __base__=envelope, __doc__=f"The envelope of `{name}`.")


def _endpoints() -> Iterator[Endpoint]:
    index = _file("Index", records.IndexRecord)
    yield Endpoint("index.json", "index", "Everything", "Where everything is, and what each id names", index)
    whole = _file("All", tuple[records.AnyEntry, ...])
    yield Endpoint("all.json", "all", "Everything", "Everything on every entry", whole)
    for kind, section in SECTIONS.items():
        yield from _of_kind(kind, section)
    names = _file("Names", records.NameTableRecord)
    yield Endpoint("names.json", "names", "Names and sources", "From names to ids", names)
    sources = _file("Sources", tuple[records.CitedSourceRecord, ...])
    yield Endpoint("sources.json", "sources", "Names and sources", "Every source, with who cites it", sources)


def _of_kind(kind: Kind, section: str) -> Iterator[Endpoint]:
    title = section.capitalize()
    summary: Any = SUMMARIES[kind]
    yield Endpoint(f"{section}.json", section, title, f"{title}: a list", _file(f"{title}List", tuple[summary, ...]))
    record = _file(records.component_name(RECORDS[kind]), RECORDS[kind])
    yield Endpoint(f"{section}/{{id}}.json", kind, title, f"{title}: everything on one", record)


ENDPOINTS: tuple[Endpoint, ...] = tuple(_endpoints())


class _Schema(GenerateJsonSchema):
    """Without titles of fields, which repeat their names, and without defaults, since every field is there.

    The components have the names by which the API knows the records.
    """

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Record")

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - asked of each field
        return False

    def default_schema(self, schema: Any) -> Json:
        return self.generate_inner(schema["schema"])


def promised() -> Json:
    """What does not depend on the data: paths, fields, types, codes, meanings."""
    _, schemas = models_json_schema(
        [(endpoint.file, "serialization") for endpoint in ENDPOINTS],
        ref_template="#/components/schemas/{model}",
        schema_generator=_Schema,
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": about.TITLE,
            "version": SCHEMA_VERSION,
            "summary": "Arms-control treaties, weapons and terms as data.",
            "description": ABOUT_API,
            "license": {"name": about.LICENCE_TITLE, "identifier": about.LICENCE},
        },
        "tags": [{"name": name} for name in dict.fromkeys(endpoint.tag for endpoint in ENDPOINTS)],
        "paths": {f"/{ROOT}{endpoint.path}": {"get": _operation(endpoint)} for endpoint in ENDPOINTS},
        "components": {"schemas": dict(sorted(schemas["$defs"].items()))},
    }


def _operation(endpoint: Endpoint) -> Json:
    schema = {"$ref": f"#/components/schemas/{endpoint.file.__name__}"}
    operation: Json = {
        "operationId": endpoint.name,
        "summary": endpoint.what,
        "tags": [endpoint.tag],
        "responses": {"200": {"description": "The file.", "content": {"application/json": {"schema": schema}}}},
    }
    if "{id}" in endpoint.path:
        operation["parameters"] = [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "description": "The entry's id; `index.json` has them all.",
                "schema": {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LIMIT},
            }
        ]
        operation["responses"]["404"] = {"description": "There is no such entry."}
    return operation


def promised_text() -> str:
    """What does not depend on the data, as it is committed."""
    return json.dumps(promised(), indent=1, ensure_ascii=False) + "\n"


# With the data


@dataclass(frozen=True)
class Examples:
    """What the data gives as examples: of files, by their paths below the API's root; of fields, by record and name."""

    files: dict[str, Json]
    fields: dict[tuple[str, str], Any]


def described(site: str, examples: Examples) -> Json:
    """The whole description, for a site at an address, with examples."""
    description = promised()
    description["servers"] = [{"url": site.rstrip("/") or "/"}]
    description["externalDocs"] = {"description": "This description as a page", "url": site + API_PAGE}
    for path, example in examples.files.items():
        operation = description["paths"][f"/{ROOT}{path}"]["get"]
        operation["responses"]["200"]["content"]["application/json"]["example"] = example
        for parameter in operation.get("parameters", ()):
            parameter["example"] = example["result"]["id"]
    schemas = description["components"]["schemas"]
    for (record, field), value in examples.fields.items():
        schemas[record]["properties"][field]["examples"] = [value]
    return description
