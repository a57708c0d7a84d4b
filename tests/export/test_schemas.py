"""The schemas in data/schema are those of the models."""

import json
from pathlib import Path

import pytest

from armsref.export import schemas
from armsref.loading.reading import FOLDERS, SHARED

COMMITTED = Path(__file__).parents[2] / "data/schema"
MADE = schemas.schemas()


@pytest.mark.parametrize("name", MADE)
def test_a_schema_is_committed_as_the_models_make_it(name: str) -> None:
    committed = (COMMITTED / name).read_text(encoding="utf-8")
    assert committed == MADE[name], "The models changed: run `armsref export schemas`."


def test_no_other_schema_is_committed() -> None:
    assert {path.name for path in COMMITTED.iterdir()} == set(MADE)


def test_every_file_that_is_edited_has_a_schema() -> None:
    shared = {name.removesuffix(".yml") for name in SHARED}
    assert set(schemas.FILES) == {*FOLDERS.values(), *shared, "sources"}


@pytest.mark.parametrize("name", MADE)
def test_a_schema_refuses_unknown_fields(name: str) -> None:
    schema = json.loads(MADE[name])
    models = [each for each in (schema, *schema["$defs"].values()) if "properties" in each]
    assert models
    assert all(each["additionalProperties"] is False for each in models)


@pytest.mark.parametrize("name", MADE)
def test_no_schema_offers_the_id_which_is_never_written(name: str) -> None:
    schema = json.loads(MADE[name])
    entries = [each for each in (schema, *schema["$defs"].values()) if "answer" in each.get("properties", {})]
    assert not any("id" in each["properties"] for each in entries)


def test_one_item_may_stand_where_a_list_may() -> None:
    source = json.loads(MADE["treaty.schema.json"])["$defs"]["TreatyHistory"]["properties"]["source"]
    assert [each["type"] for each in source["anyOf"]] == ["string", "array"]


def test_a_launch_is_written_from_as_in_the_data() -> None:
    assert "from" in json.loads(MADE["events.schema.json"])["$defs"]["Launch"]["properties"]


def test_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    paths = schemas.write_schemas(tmp_path / "new/schema")
    assert {path.name: path.read_text(encoding="utf-8") for path in paths} == MADE
