"""Every fact stands in a table once, in columns that say what they hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from armsref import load
from armsref.export import about
from armsref.export.edition import Edition
from armsref.export.tables.columns import SEPARATOR, unit_of
from armsref.export.tables.dictionary import dictionary
from armsref.export.tables.table import Table
from armsref.export.tables.tables import tables
from armsref.history.release import Release
from armsref.law.status import status_on
from armsref.model import ENTRY_MODELS, Attributed, Provision
from armsref.model.addresses import SECTIONS
from armsref.model.names import names_of
from tests.built import TOP, real_data
from tests.conftest import STATES, Data, treaty, weapon

SITE = "https://example.org/reference/"
RELEASE = Release("2026.11.22", datetime(2026, 11, 22, 12, tzinfo=UTC), SITE)

Row = dict[str, Any]


def rows(table: Table) -> list[Row]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def made(data: Data, files: dict[str, str]) -> dict[str, list[Row]]:
    return {each.name: rows(each) for each in tables(Edition(load(data(files)), RELEASE))}


@pytest.fixture(scope="module")
def real() -> dict[str, Table]:
    return {each.name: each for each in tables(Edition(real_data(), RELEASE))}


def filled(row: Row) -> Row:
    """A row without its empty cells."""
    return {name: cell for name, cell in row.items() if cell is not None}


def test_a_number_that_is_claimed(data: Data) -> None:
    text = "range_km: {min: 500, max: 5500, by: ru, as_of: 2025-12, source: aca/inf, note: A class.}"
    (claim,) = made(data, {"weapons/x.yml": weapon(text)})["claims"]
    assert filled(claim) == {
        "id": "x#range_km.0",
        "entry": "x",
        "field": "range_km",
        "position": 1,
        "kind": "number",
        "min": 500,
        "max": 5500,
        "about": False,
        "unit": "km",
        "by": "ru",
        "by_entry": "ru",
        "as_of": "2025-12",
        "as_of_precision": "month",
        "note": "A class.",
        "sources": "aca/inf",
    }


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "in_service: {value: ~1977, source: aca/inf}",
            {"kind": "date", "date": "1977", "date_precision": "about year"},
        ),
        ("derived_from: {value: ru, source: aca/inf}", {"kind": "entry", "other": "ru"}),
        ("guidance: {value: Inertial, source: aca/inf}", {"kind": "words", "words": "Inertial"}),
        ("range_km: {over: 5500, source: aca/inf}", {"kind": "number", "over": 5500, "about": False, "unit": "km"}),
        ("designations: {nato: [{value: SS-20, source: aca/inf}]}", {"kind": "words", "words": "SS-20"}),
    ],
)
def test_what_is_claimed_stands_in_the_columns_of_its_kind(data: Data, text: str, cells: Row) -> None:
    (claim,) = made(data, {"weapons/x.yml": weapon(text)})["claims"]
    told = ("kind", "value", "min", "over", "max", "about", "unit", "words", "other", "date", "date_precision")
    assert {name: cell for name, cell in filled(claim).items() if name in told} == cells


def test_a_speaker_that_is_no_entry_is_only_named(data: Data) -> None:
    text = "range_km: {value: 5, by: Somebody, source: aca/inf}"
    (claim,) = made(data, {"weapons/x.yml": weapon(text)})["claims"]
    assert (claim["by"], claim["by_entry"]) == ("Somebody", None)


def test_a_bare_designation_is_a_name_and_no_claim(data: Data) -> None:
    found = made(data, {"weapons/x.yml": weapon("designations: {nato: [SS-20]}")})
    assert found["claims"] == []
    assert [filled(row) for row in found["names"] if row["entry"] == "x"][1] == {
        "entry": "x",
        "position": 2,
        "name": "SS-20",
        "system": "designation",
        "designation_system": "nato",
    }


def test_facts_inside_a_launch_are_claims(data: Data) -> None:
    launch = "{weapon: x, by: ru, from: Kapustin Yar, purpose: test, range_km: {value: 800, source: aca/inf}}"
    event = f"test: {{name: Test, date: 1974, answer: A., sources: [aca/inf], launch: {launch}}}"
    found = made(data, {"events.yml": event, "weapons/x.yml": weapon()})
    assert [(row["id"], row["field"], row["value"]) for row in found["claims"]] == [
        ("test#launch.range_km.0", "launch.range_km", 800)
    ]
    (row,) = found["events"]
    assert (row["launch_weapon"], row["launch_from"], row["launch_purpose"]) == ("x", "Kapustin Yar", "test")


def test_acts_say_who_acted_and_when_they_take_effect(data: Data) -> None:
    text = """
        parties: [us, ru]
        history:
          - {date: 1987-12-08, act: signed, place: Washington, source: aca/inf}
          - {date: 2019-02-02, act: withdrawal-announced, actors: us, by: ru, takes_effect: 2019-08, source: aca/inf}
    """
    _, act = made(data, {"treaties/inf.yml": treaty(text)})["history"]
    assert filled(act) == {
        "id": "inf#history.1",
        "entry": "inf",
        "position": 2,
        "date": "2019-02-02",
        "date_precision": "day",
        "act": "withdrawal-announced",
        "actors": "us",
        "takes_effect": "2019-08",
        "takes_effect_precision": "month",
        "by": "ru",
        "by_entry": "ru",
        "sources": "aca/inf",
    }


def test_the_conditions_of_a_provision_have_columns(data: Data) -> None:
    text = """
        provisions:
          - id: ban
            effect: prohibits
            what: Having them.
            reaches: {launched_from: [ground, silo], range_km: {min: 500, max: 5500}}
            source: aca/inf
    """
    (row,) = made(data, {"treaties/inf.yml": treaty(text)})["provisions"]
    assert filled(row) == {
        "id": "inf#provisions.0",
        "treaty": "inf",
        "position": 1,
        "provision": "ban",
        "effect": "prohibits",
        "what": "Having them.",
        "reaches_launched_from": "ground;silo",
        "reaches_range_km_min": 500,
        "reaches_range_km_max": 5500,
        "sources": "aca/inf",
    }


def test_statuses_are_stretches_with_the_act_that_decides(data: Data) -> None:
    text = """
        parties: [us, ru]
        history:
          - {date: 1987-12-08, act: signed, source: aca/inf}
          - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
    """
    first, second = made(data, {"treaties/inf.yml": treaty(text)})["statuses"]
    assert (first["start"], first["end"], first["status"]) == ("1987-12-08", "1988-06-01", "signed")
    assert (second["start"], second["end"], second["status"]) == ("1988-06-01", None, "in force")
    assert second["act"] == "inf#history.1"


def test_who_took_whose_place(data: Data) -> None:
    text = "parties: [us, su]\nsuccession: {su: [ru, fr]}"
    found = made(data, {"states.yml": STATES, "treaties/inf.yml": treaty(text)})
    assert found["successions"] == [
        {"treaty": "inf", "state": "su", "successor": "ru"},
        {"treaty": "inf", "state": "su", "successor": "fr"},
    ]
    assert {row["field"] for row in found["links"] if row["entry"] == "inf"} == {"parties"}


def test_relations_say_how(data: Data) -> None:
    text = "related: [{id: ru, how: bans, note: All of them.}]"
    (link,) = made(data, {"treaties/inf.yml": treaty(text)})["links"]
    assert link == {
        "id": "inf#related.0.id",
        "entry": "inf",
        "field": "related",
        "how": "bans",
        "other": "ru",
        "note": "All of them.",
    }


def test_a_state_s_answer_is_worked_out(data: Data) -> None:
    answers = {row["id"]: row["answer"] for row in made(data, {"weapons/x.yml": weapon()})["states"]}
    assert answers["su"] == "The Soviet Union takes part in no agreements listed here."


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("range_km", "km"), ("speed_mach", "Mach"), ("yield_kt", "kt"), ("number_deployed", "count"),
        ("reaches_range_km_over", "km"), ("reaches_warheads_max", "count"), ("notice_hours", "h"), ("place", ""),
    ],
)  # fmt: skip
def test_a_unit_is_the_one_in_the_name(name: str, unit: str) -> None:
    assert unit_of(name) == unit


# Over the real data


def test_every_row_has_its_own_key(real: dict[str, Table]) -> None:
    for table in real.values():
        keys = [tuple(row[name] for name in table.key) for row in rows(table)]
        assert len(keys) == len(set(keys)), table.name


def test_every_column_says_what_it_holds(real: dict[str, Table]) -> None:
    unsaid = [
        f"{table.name}.{column.name}" for table in real.values() for column in table.columns if not column.meaning
    ]
    assert unsaid == []


def test_what_stands_in_one_cell_with_others_is_an_id_or_of_a_closed_list(real: dict[str, Table]) -> None:
    listed = [column for table in real.values() for column in table.columns if column.listed]
    assert listed
    assert [column.name for column in listed if not column.refers and not column.values] == []


# The fields with several models, or with words: each of their items is a row of another table.
ROWS = {
    "names": {"aliases", "names", "designations"},
    "history": {"history"},
    "provisions": {"provisions"},
    "links": {"related"},
    "successions": {"succession"},
    "variants": {"variants"},
}


def is_claimed(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Attributed):
        return True
    return any(is_claimed(each) for each in get_args(annotation))


def test_every_field_of_an_entry_is_a_column_or_rows_of_another_table(real: dict[str, Table]) -> None:
    for kind, model in ENTRY_MODELS.items():
        claimed = {name for name, info in model.model_fields.items() if is_claimed(info.annotation)}
        columns = [column.name for column in real[SECTIONS[kind]].columns]
        fields = {name for name in model.model_fields if not any(f"{each}_".startswith(f"{name}_") for each in columns)}
        assert fields - claimed <= set().union(*ROWS.values()), kind


def test_every_quantity_has_its_unit(real: dict[str, Table]) -> None:
    amounts = [row for row in rows(real["claims"]) if row["kind"] == "number"]
    assert amounts
    assert [row["id"] for row in amounts if not row["unit"]] == []


def test_a_required_cell_is_never_empty_and_a_closed_list_is_kept_to(real: dict[str, Table]) -> None:
    for table in real.values():
        for number, column in enumerate(table.columns):
            cells = [row[number] for row in table.rows]
            assert not (column.required and None in cells), (table.name, column.name)
            given = {
                item for cell in cells if cell for item in (str(cell).split(SEPARATOR) if column.listed else [cell])
            }
            assert not column.values or given <= set(column.values), (table.name, column.name)


def test_every_id_that_is_referred_to_is_there(real: dict[str, Table]) -> None:
    ids = {name: {row["id"] for row in rows(table)} for name, table in real.items() if table.key == ("id",)}
    for table in real.values():
        for number, column in enumerate(table.columns):
            for cell in (row[number] for row in table.rows if column.refers and row[number]):
                assert set(cell.split(SEPARATOR)) <= ids[column.refers], (table.name, column.name)


def test_a_table_comes_after_those_it_refers_to(real: dict[str, Table]) -> None:
    order = list(real)
    late = [
        (table.name, column.refers)
        for table in real.values()
        for column in table.columns
        if column.refers and not column.listed and order.index(column.refers) > order.index(table.name)
    ]
    assert late == []


def test_every_attributed_fact_stands_in_one_table(real: dict[str, Table]) -> None:
    dataset = real_data()
    told = [
        model
        for record in dataset.records.values()
        for _, model in record.models
        if isinstance(model, Attributed | Provision) and (model.source or getattr(model, "by", None))
    ]
    assert sum(len(real[name].rows) for name in ("claims", "history", "provisions")) == len(told)


def test_the_tables_hold_as_many_of_everything_as_the_data(real: dict[str, Table]) -> None:
    dataset = real_data()
    for kind, model in ENTRY_MODELS.items():
        assert len(real[SECTIONS[kind]].rows) == len(dataset.of_kind(model))
    assert len(real["names"].rows) == sum(len(list(names_of(entry))) for entry in dataset)
    assert len(real["participation"].rows) == sum(map(len, dataset.participation.values()))


def test_the_statuses_are_those_of_the_rules(real: dict[str, Table]) -> None:
    dataset = real_data()
    day = RELEASE.day.isoformat()
    for row in rows(real["statuses"]):
        if row["start"] <= day and (row["end"] is None or day < row["end"]):
            held = status_on(dataset[row["treaty"]], RELEASE.day)  # type: ignore[arg-type]
            assert held
            assert held.status == row["status"]


def test_the_dictionary_has_a_row_for_every_column_its_own_too(real: dict[str, Table]) -> None:
    own = dictionary(real.values())
    described = [(row["table"], row["column"]) for row in rows(own)]
    every = [(table.name, column.name) for table in (*real.values(), own) for column in table.columns]
    assert described == every


def test_the_title_is_that_of_the_site() -> None:
    assert f"site_name: {about.TITLE}\n" in (TOP / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_weapon_has_its_status_and_the_ends_of_what_is_claimed_of_its_range(data: Data) -> None:
    claims = ", ".join(f"{{{amount}, source: aca/inf}}" for amount in ("max: 5500", "min: 500, max: 2000", "over: 400"))
    text = f"history: [{{date: 1976, act: in-service, source: aca/inf}}]\nrange_km: [{claims}]"
    (row,) = made(data, {"weapons/x.yml": weapon(text)})["weapons"]
    assert (row["status"], row["range_km_least"], row["range_km_most"]) == ("in service", 400, 5500)


def test_an_agreement_has_its_status_on_the_day_of_the_data(data: Data) -> None:
    (row,) = made(data, {"treaties/x.yml": treaty()})["treaties"]
    assert row["status"] == "signed"


def test_texts_are_words_without_the_links_of_the_data(data: Data, real: dict[str, Table]) -> None:
    (row,) = made(data, {"treaties/x.yml": treaty("summary: The [[us|Americans]] and [[su]] signed.")})["treaties"]
    assert row["summary"] == "The Americans and Soviet Union signed."
    cells = [cell for table in real.values() for each in table.rows for cell in each if isinstance(cell, str)]
    assert [cell for cell in cells if "[[" in cell] == []
