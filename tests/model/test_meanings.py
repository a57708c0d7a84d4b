"""Every field of every model says what it means, in one place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter

from armsref.export.tables.columns import unit_of
from armsref.model import LINKS, Event, Model, NumberClaim, State, Treaty, has_links, meaning

# The units that stand in the names of fields, as they are said.
SAID = {
    "km": "kilometres", "km/h": "kilometres an hour", "kg": "kilograms", "m": "metres", "kt": "kilotons",
    "Mach": "Mach number", "h": "hours", "d": "days", "months": "month",
}  # fmt: skip


def models(base: type[Model] = Model) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        yield model
        yield from models(model)


def fields() -> list[tuple[type[Model], str]]:
    return [
        (model, name) for model in models() if model.__module__.startswith("armsref") for name in model.model_fields
    ]


@pytest.mark.parametrize(("model", "field"), fields(), ids=lambda part: getattr(part, "__name__", part))
def test_a_field_says_what_it_means_in_a_sentence(model: type[Model], field: str) -> None:
    told = meaning(model, field)
    assert told.endswith(".")
    assert told[0].isupper() or told[0] == "`"
    assert "[[" not in told, "that a text may have links is said of every such text"


def test_a_field_with_a_unit_says_the_unit_in_words() -> None:
    measured = [(model, name) for model, name in fields() if unit_of(name) in SAID]
    assert measured
    assert [name for model, name in measured if SAID[unit_of(name)] not in meaning(model, name)] == []


def test_a_schema_says_what_the_model_says() -> None:
    schema = TypeAdapter(NumberClaim).json_schema()
    told = {name: field["description"] for name, field in schema["properties"].items() if name != "note"}
    assert told == {name: meaning(NumberClaim, name) for name in NumberClaim.model_fields if name != "note"}


def test_a_schema_says_of_a_text_that_it_may_have_links() -> None:
    schema = TypeAdapter(NumberClaim).json_schema()
    assert schema["properties"]["note"]["description"] == f"{meaning(NumberClaim, 'note')} {LINKS}"


def test_texts_may_have_links_and_names_may_not() -> None:
    linked = [name for name, info in Treaty.model_fields.items() if has_links(info)]
    assert linked == ["summary", "duration", "verification"]


def test_a_field_that_a_kind_has_in_its_own_way_means_that() -> None:
    assert meaning(State, "answer") != meaning(Event, "answer")
