"""The OpenAPI description of the API, made from its records; and that part of it that does not depend on the data.

The latter is committed and is what version 1 promises: see `armsref.export.api.contract`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, create_model
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from armsref.export import about
from armsref.export.api import records
from armsref.export.api.making import RECORDS, ROOT, SUMMARIES
from armsref.model import ID_LIMIT, ID_PATTERN, Kind
from armsref.model.addresses import SECTIONS

if TYPE_CHECKING:
    from armsref.export.api.files import Api

# The first number never changes below /api/v1/; the second rises with every field, code or file that is added.
SCHEMA_VERSION = "1.1"
API_PAGE = "data/api/"
# Of a list, an example shows so many items.
SHOWN = 2
# So many records of a sort are searched for an example of each of its fields.
LOOKED_AT = 400

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
    index = _file("Index", records.Index)
    yield Endpoint("index.json", "index", "Everything", "Where everything is, and what each id names", index)
    whole = _file("All", tuple[records.AnyEntry, ...])
    yield Endpoint("all.json", "all", "Everything", "Everything on every entry", whole)
    for kind, section in SECTIONS.items():
        yield from _of_kind(kind, section)
    names = _file("Names", records.NameTable)
    yield Endpoint("names.json", "names", "Names and sources", "From names to ids", names)
    sources = _file("Sources", tuple[records.CitedSource, ...])
    yield Endpoint("sources.json", "sources", "Names and sources", "Every source, with who cites it", sources)


def _of_kind(kind: Kind, section: str) -> Iterator[Endpoint]:
    title = section.capitalize()
    summary: Any = SUMMARIES[kind]
    yield Endpoint(f"{section}.json", section, title, f"{title}: a list", _file(f"{title}List", tuple[summary, ...]))
    one = _file(RECORDS[kind].__name__, RECORDS[kind])
    yield Endpoint(f"{section}/{{id}}.json", kind, title, f"{title}: everything on one", one)


ENDPOINTS: tuple[Endpoint, ...] = tuple(_endpoints())


class _Schema(GenerateJsonSchema):
    """Without titles of fields, which repeat their names, and without defaults, since every field is there."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - asked of each field
        return False

    def default_schema(self, schema: Any) -> Json:
        return self.generate_inner(schema["schema"])


def promised() -> Json:
    """What does not depend on the data: paths, fields, types, codes, meanings."""
    _, schemas = models_json_schema(
        [(each.file, "serialization") for each in ENDPOINTS],
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
        "tags": [{"name": name} for name in dict.fromkeys(each.tag for each in ENDPOINTS)],
        "paths": {f"/{ROOT}{each.path}": {"get": _operation(each)} for each in ENDPOINTS},
        "components": {"schemas": dict(sorted(schemas["$defs"].items()))},
    }


def _operation(endpoint: Endpoint) -> Json:
    schema = {"$ref": f"#/components/schemas/{endpoint.file.__name__}"}
    found: Json = {
        "operationId": endpoint.name,
        "summary": endpoint.what,
        "tags": [endpoint.tag],
        "responses": {"200": {"description": "The file.", "content": {"application/json": {"schema": schema}}}},
    }
    if "{id}" in endpoint.path:
        found["parameters"] = [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "description": "The entry's id; `index.json` has them all.",
                "schema": {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LIMIT},
            }
        ]
        found["responses"]["404"] = {"description": "There is no such entry."}
    return found


def promised_text() -> str:
    """What does not depend on the data, as it is committed."""
    return json.dumps(promised(), indent=1, ensure_ascii=False) + "\n"


# With the data


def described(api: Api) -> Json:
    """The whole description: with the address of the site, and with examples from the data."""
    found = promised()
    found["servers"] = [{"url": api.published.release.site.rstrip("/") or "/"}]
    found["externalDocs"] = {"description": "This description as a page", "url": api.making.url(API_PAGE)}
    files = {f"/{ROOT}{path}": example for path, example in _files(api)}
    for path, example in files.items():
        operation = found["paths"][path]["get"]
        operation["responses"]["200"]["content"]["application/json"]["example"] = example
        for parameter in operation.get("parameters", ()):
            parameter["example"] = example["result"]["id"]
    schemas = found["components"]["schemas"]
    for (model, field), value in _fields(api).items():
        schemas[model]["properties"][field]["examples"] = [value]
    return found


def _files(api: Api) -> Iterator[tuple[str, Json]]:
    """An example of each file: of a list its beginning, of records the shortest."""
    shortest = {section: api.shortest(section) for section, listed in api.lists.items() if listed}
    yield "index.json", _file_of(api, len(api.entries), _begun(_json(api.index)))
    yield "all.json", _file_of(api, len(api.entries), [_json(each) for each in list(shortest.values())[:1]])
    for section, record in shortest.items():
        listed = api.lists[section]
        yield f"{section}.json", _file_of(api, len(listed), [_json(each) for each in listed[:SHOWN]])
        yield f"{section}/{{id}}.json", _file_of(api, 1, _json(record))
    yield "names.json", _file_of(api, len(api.names.names), _begun(_json(api.names)))
    yield "sources.json", _file_of(api, len(api.sources), [_json(each) for each in api.sources[:SHOWN]])


def _file_of(api: Api, total: int, result: Any) -> Json:
    return {**api.head(total), "result": result}


def _begun(record: Json) -> Json:
    return {key: value[:SHOWN] if isinstance(value, list) else value for key, value in record.items()}


def _json(record: BaseModel) -> Json:
    shown: Json = record.model_dump(mode="json", by_alias=True)
    return shown


def _fields(api: Api) -> dict[tuple[str, str], Any]:
    """For each field of each record, by the name of its schema, the first value that the data has."""
    found: dict[tuple[str, str], Any] = {}
    seen: Counter[type[BaseModel]] = Counter()
    summaries = (each for listed in api.lists.values() for each in listed)
    for record in (*api.entries.values(), *summaries, api.index, api.names, *api.sources):
        _look_at(record, found, seen)
    for endpoint in ENDPOINTS:
        found |= {(endpoint.file.__name__, field): value for field, value in api.head(1).items()}
    return found


def _look_at(record: BaseModel, found: dict[tuple[str, str], Any], seen: Counter[type[BaseModel]]) -> None:
    model = type(record)
    seen[model] += 1
    if seen[model] > LOOKED_AT:
        return
    for name, info in model.model_fields.items():
        value, key = getattr(record, name), (model.__name__, info.alias or name)
        parts = _records_in(value)
        for each in parts:
            _look_at(each, found, seen)
        if not parts and key not in found and value not in (None, (), {}):
            found[key] = _shortened(_json(record)[key[1]])


def _records_in(value: Any) -> list[BaseModel]:
    """The records that a field holds: alone, in a list, or in lists by name."""
    if isinstance(value, BaseModel):
        return [value]
    if isinstance(value, tuple):
        return [each for each in value if isinstance(each, BaseModel)]
    return [each for held in value.values() for each in _records_in(held)] if isinstance(value, dict) else []


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shortened(value[key]) for key in list(value)[:SHOWN]}
    return value[:SHOWN] if isinstance(value, list) else value
