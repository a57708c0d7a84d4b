"""What a field means is said by its model: schemas, tables and the API say the same, and add what is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from armsref import model
from armsref.export import schemas
from armsref.export.api import records
from armsref.export.api.description import promised
from armsref.export.api.records import ApiRecord, component_name
from armsref.export.tables.columns import Column
from armsref.export.tables.tables import tables
from armsref.model import (
    ENTRY_MODELS,
    Account,
    Attributed,
    NumberClaim,
    Participation,
    Provision,
    Publisher,
    Relation,
    Source,
    TreatyHistory,
    WeaponHistory,
    meaning,
)
from armsref.model.addresses import SECTIONS
from tests.conftest import Data
from tests.export.test_api import edition_of

Json = dict[str, Any]

# What the API has to say otherwise under a name of the model: version 1 promised it, or it is worked out.
OTHERWISE = {("TreatyHistory", "by"), ("Source", "kind"), ("CitedSource", "kind")}


def shown() -> Iterator[tuple[type[ApiRecord], type[BaseModel]]]:
    every = [each for each in vars(records).values() if isinstance(each, type) and issubclass(each, ApiRecord)]
    return ((record, record.shows) for record in every if record.shows)


@cache
def promise() -> Json:
    components: Json = promised()["components"]["schemas"]
    return components


def served(record: type[ApiRecord]) -> Json:
    found: Json = promise().get(component_name(record), {"properties": {}})["properties"]
    return found


def test_a_field_of_the_api_means_what_the_model_says() -> None:
    told = [
        (component_name(record), name, field["description"], meaning(shows, name))
        for record, shows in shown()
        for name, field in served(record).items()
        if name in shows.model_fields
    ]
    assert told
    assert [where for *where, said, means in told if tuple(where) not in OTHERWISE and not said.startswith(means)] == []


def test_no_record_repeats_what_its_model_says() -> None:
    repeated = [
        (record.__name__, name)
        for record, shows in shown()
        for name, info in record.model_fields.items()
        if name in shows.model_fields and info.description == meaning(shows, name)
    ]
    assert repeated == []


def test_every_record_of_what_the_data_has_names_its_model() -> None:
    named = {name: each for name, each in vars(model).items() if isinstance(each, type) and issubclass(each, BaseModel)}
    wrong = [
        (name, each)
        for name, each in named.items()
        if getattr(getattr(records, f"{name}Record", None), "shows", each) is not each
    ]
    assert wrong == []


@pytest.mark.parametrize("name", schemas.schemas())
def test_a_schema_means_what_the_models_say(name: str) -> None:
    schema = json.loads(schemas.schemas()[name])
    parts = [schema, *schema["$defs"].values()]
    fields = [field for part in parts for field in part.get("properties", {}).values()]
    assert fields
    assert [field for field in fields if not field.get("description")] == []


@pytest.fixture
def columns(data: Data) -> dict[str, dict[str, Column]]:
    made = tables(edition_of(data))
    return {table.name: {column.name: column for column in table.columns} for table in made}


# The columns of tables that are not of one kind, by the model whose fields they are.
OF_MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "claims": (NumberClaim, Account, Attributed),
    "history": (TreatyHistory, WeaponHistory, Attributed),
    "provisions": (Provision,),
    "participation": (Participation,),
    "sources": (Source, Publisher),
    "links": (Relation,),
}
# Of the same name, and not the field: the id of a row, and what is worked out from publisher and text.
OWN = {("provisions", "id"), ("links", "id"), ("sources", "kind")}


def test_a_column_means_what_the_model_says(columns: dict[str, dict[str, Column]]) -> None:
    known = OF_MODELS | {SECTIONS[kind]: (model,) for kind, model in ENTRY_MODELS.items()}
    for table, models in known.items():
        for each in models:
            for name, info in each.model_fields.items():
                column = columns[table].get(info.alias or name)
                if column and (table, name) not in OWN:
                    assert column.meaning.startswith(meaning(each, name)), (table, name)


def test_a_column_of_a_model_inside_another_says_what_both_say(columns: dict[str, dict[str, Column]]) -> None:
    reaches = meaning(Provision, "reaches")
    assert (
        columns["provisions"]["reaches_range_km_max"].meaning
        == f"{reaches} The weapon's range, in kilometres; empty means any. At most so much, this included."
    )


def test_the_days_of_a_status_mean_the_same_in_the_table_and_in_the_api(columns: dict[str, dict[str, Column]]) -> None:
    told = promised()["components"]["schemas"]["StatusInterval"]["properties"]
    alike = [name for name in columns["statuses"] if name in told]
    assert alike == ["start", "end", "status", "words", "since", "act", "does", "suspended_by"]
    assert [name for name in alike if columns["statuses"][name].meaning != told[name]["description"]] == []
