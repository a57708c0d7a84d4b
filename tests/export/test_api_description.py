"""The OpenAPI description: valid, complete, and true of every file that is served."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import armsref
from armsref.export.api.description import ENDPOINTS, promised
from armsref.export.api.files import api_files
from armsref.export.api.version import ROOT, SCHEMA_VERSION
from armsref.export.edition import Edition
from tests.built import TOP
from tests.conftest import Data
from tests.export.test_api import RELEASE, edition_of, real, real_files

Json = dict[str, Any]
SECTIONS = ("treaties", "weapons", "glossary", "events", "organisations", "states")


def description_in(files: dict[str, bytes]) -> Json:
    description: Json = json.loads(files[f"{ROOT}openapi.json"])
    return description


@cache
def described() -> Json:
    return description_in(real_files())


@cache
def schema_of(path: str) -> Draft202012Validator:
    """What checks the file at a path, strictly: a field that is not described is refused."""
    closed = copy.deepcopy(described()["components"])
    for schema in closed["schemas"].values():
        schema["additionalProperties"] = False
    content = described()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return Draft202012Validator({**content["schema"], "components": closed})


def path_of(file: str) -> str:
    """The path of the description under which a file is served."""
    section, _, name = file.removeprefix("api/v1/").rpartition("/")
    return f"/api/v1/{section}/{{id}}.json" if section else f"/api/v1/{name}"


def test_it_is_valid_by_the_standards_own_tool() -> None:
    assert [*OpenAPIV31SpecValidator(described()).iter_errors()] == []


def test_what_is_promised_is_valid_by_itself() -> None:
    assert [*OpenAPIV31SpecValidator(promised()).iter_errors()] == []


def test_a_reference_without_entries_has_a_valid_description(data: Data) -> None:
    empty = dict(api_files(Edition(armsref.load(data({"states.yml": "{}"})), RELEASE), {}))
    assert [*OpenAPIV31SpecValidator(description_in(empty)).iter_errors()] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_file_of_an_entry_is_as_described(section: str) -> None:
    files = [(path, file) for path, file in real_files().items() if path.startswith(f"api/v1/{section}/")]
    assert files
    wrong = [
        f"{path}: {error.json_path}: {error.message[:200]}"
        for path, file in files
        for error in schema_of(path_of(path)).iter_errors(json.loads(file))
    ]
    assert wrong == []


def test_every_other_file_is_as_described() -> None:
    files = [(path, file) for path, file in real_files().items() if path.count("/") == 2 and "openapi" not in path]
    assert len(files) == 4 + len(SECTIONS)
    # That of all holds the same records as those of the entries, which are checked above; names are alike.
    for path, file in files:
        content = json.loads(file)
        if path.endswith("all.json"):
            content["result"] = content["result"][::50]
        if path.endswith("names.json"):
            content["result"] = {key: each[::10] for key, each in content["result"].items()}
        assert [*schema_of(path_of(path)).iter_errors(content)] == [], path


def test_no_file_is_served_that_is_not_described() -> None:
    files = {path_of(path) for path in real_files()} - {"/api/v1/openapi.json"}
    assert files == set(described()["paths"])


def test_every_example_of_a_file_is_as_described() -> None:
    for path, one in described()["paths"].items():
        example = one["get"]["responses"]["200"]["content"]["application/json"]["example"]
        assert [*schema_of(path).iter_errors(example)] == [], path


def test_every_example_of_a_field_is_as_described() -> None:
    for name, schema in described()["components"]["schemas"].items():
        for field, one in schema["properties"].items():
            for example in one.get("examples", ()):
                checked = Draft202012Validator({**one, "components": described()["components"]})
                assert [*checked.iter_errors(example)] == [], f"{name}.{field}"


def test_examples_are_of_the_real_data() -> None:
    path = described()["paths"]["/api/v1/treaties/{id}.json"]["get"]
    example = path["responses"]["200"]["content"]["application/json"]["example"]["result"]
    assert path["parameters"][0]["example"] == example["id"]
    assert example["id"] in real().dataset
    assert described()["components"]["schemas"]["Weapon"]["properties"]["id"]["examples"][0] in real().dataset


def test_every_field_has_a_meaning() -> None:
    schemas = described()["components"]["schemas"]
    silent = [
        f"{name}.{field}"
        for name, one in schemas.items()
        for field in one["properties"]
        if not one.get("description") or "description" not in one["properties"][field]
    ]
    assert silent == []


def types_of(schema: Json) -> Iterator[str]:
    """What a value may be, each record and each type by its name; null apart."""
    for option in schema.get("anyOf", schema.get("oneOf", [schema])):
        if option.get("type") != "null":
            yield option.get("$ref") or option["type"]


def test_no_field_is_now_one_thing_and_now_another() -> None:
    schemas = described()["components"]["schemas"]
    mixed = [
        f"{name}.{field}"
        for name, one in schemas.items()
        for field, schema in one["properties"].items()
        if len({*types_of(schema)}) > 1
    ]
    assert mixed == []


def test_every_field_is_always_there() -> None:
    schemas = described()["components"]["schemas"]
    assert [name for name, one in schemas.items() if set(one["required"]) != set(one["properties"])] == []


def test_no_record_refuses_fields_that_are_added_later() -> None:
    schemas = described()["components"]["schemas"]
    assert [name for name, one in schemas.items() if one.get("additionalProperties") is False] == []


def test_the_site_is_the_server(data: Data) -> None:
    assert description_in(dict(api_files(edition_of(data), {})))["servers"] == [
        {"url": "https://example.org/reference"}
    ]


def test_no_two_records_share_a_name() -> None:
    # Those that do are given the names of their modules.
    assert [name for name in promised()["components"]["schemas"] if "__" in name] == []
    assert len({each.name for each in ENDPOINTS}) == len(ENDPOINTS)


def test_the_first_part_of_the_version_is_that_of_the_address() -> None:
    major, _, _ = SCHEMA_VERSION.partition(".")
    assert f"api/v{major}/" == ROOT


def test_the_changelog_begins_with_the_version() -> None:
    text = (TOP / "docs/data/api-changelog.md").read_text(encoding="utf-8")
    heads = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert heads[0] == SCHEMA_VERSION
