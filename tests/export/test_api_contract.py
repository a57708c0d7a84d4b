"""What version 1 of the API promises is kept, and a promise that is broken is told by its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from armsref.export.api import contract, description
from armsref.export.api.contract import BrokenPromiseError, breaks, write_contract
from armsref.export.api.description import promised, promised_text
from tests.built import TOP

Json = dict[str, Any]
Change = Callable[[Json], object]
PROMISED = promised()


def fields(document: Json, record: str) -> Json:
    found: Json = document["components"]["schemas"][record]["properties"]
    return found


def broken_by(change: Change) -> list[str]:
    later = copy.deepcopy(PROMISED)
    change(later)
    return breaks(PROMISED, later)


# The promise itself


def test_what_is_served_keeps_what_was_promised() -> None:
    committed = json.loads((TOP / contract.COMMITTED).read_text(encoding="utf-8"))
    assert breaks(committed, PROMISED) == []


def test_the_promise_is_committed_as_it_is() -> None:
    committed = (TOP / contract.COMMITTED).read_text(encoding="utf-8")
    assert committed == promised_text(), "The API gained something: run `armsref export openapi`."


def test_nothing_is_broken_by_no_change() -> None:
    assert broken_by(lambda later: None) == []


# What breaks it


def test_a_field_that_is_gone_is_named() -> None:
    assert broken_by(lambda later: fields(later, "TreatyHistory").pop("act")) == ["TreatyHistory.act is gone."]


def test_every_field_is_guarded() -> None:
    later = copy.deepcopy(PROMISED)
    for record, schema in PROMISED["components"]["schemas"].items():
        served = fields(later, record).copy()
        fields(later, record).clear()
        assert {f"{record}.{field} is gone." for field in schema["properties"]} <= {*breaks(PROMISED, later)}
        fields(later, record).update(served)


@pytest.mark.parametrize(
    ("record", "field", "schema", "expected"),
    [
        ("Treaty", "name", {"type": "array"}, "Treaty.name is array now; it was promised to be string."),
        ("Treaty", "title", {"anyOf": [{"type": "string"}, {"type": "null"}]},
         "Treaty.title may be null now; it was promised to be string."),
        ("Treaty", "abbreviation", {"anyOf": [{"type": "array"}, {"type": "null"}]},
         "Treaty.abbreviation may be array now; it was promised to be null or string."),
        ("Collection", "total", {"type": "number"},
         "Collection.total is number now; it was promised to be integer."),
        ("Weapon", "variants", {"type": "array", "items": {"type": "object"}},
         "Weapon.variants[] is object now; it was promised to be string."),
        ("Weapon", "names", {"type": "object", "additionalProperties": {"type": "string"}},
         "a value of Weapon.names is string now; it was promised to be array."),
        ("StatusInterval", "start", {"type": "string"},
         "StatusInterval.start has another format: None instead of date."),
        ("Treaty", "binding", {"type": "string"},
         "Treaty.binding is free text now; it was promised to be one of 'legally', 'not' or 'politically'."),
        ("Treaty", "binding", {"enum": ["legally", "not"], "type": "string"},
         "Treaty.binding is never 'politically' any more: a code stays as it is."),
        ("Event", "launch", {"anyOf": [{"$ref": "#/components/schemas/Notice"}, {"type": "null"}]},
         "Event.launch is never a Launch any more."),
    ],
)  # fmt: skip
def test_a_field_of_another_type_is_named(record: str, field: str, schema: Json, expected: str) -> None:
    assert expected in broken_by(lambda later: fields(later, record).update({field: schema}))


def test_a_field_that_may_be_missing_is_named() -> None:
    required = "Treaty.history may be missing now; it was promised to be always there."
    assert broken_by(lambda later: later["components"]["schemas"]["Treaty"]["required"].remove("history")) == [required]


def test_a_code_for_a_key_that_is_gone_is_named() -> None:
    found = broken_by(lambda later: fields(later, "Weapon")["designations"]["propertyNames"]["enum"].remove("grau"))
    assert found == ["a key of Weapon.designations is never 'grau' any more: a code stays as it is."]


def test_a_file_that_is_gone_is_named() -> None:
    assert broken_by(lambda later: later["paths"].pop("/api/v1/names.json")) == ["GET /api/v1/names.json is gone."]


def test_an_answer_that_is_gone_is_named() -> None:
    def lost(later: Json) -> None:
        del later["paths"]["/api/v1/treaties/{id}.json"]["get"]["responses"]["404"]

    assert broken_by(lost) == ["GET /api/v1/treaties/{id}.json: the answer 404 is gone."]


def test_a_kind_that_is_not_in_the_file_of_all_any_more_is_named() -> None:
    found = broken_by(lambda later: fields(later, "AllFile")["result"]["items"]["oneOf"].pop())
    assert found == ["AllFile.result[] is never a State any more."]


def parameter(later: Json) -> Json:
    found: Json = later["paths"]["/api/v1/treaties/{id}.json"]["get"]["parameters"][0]
    return found


ASKED = "GET /api/v1/treaties/{id}.json: the parameter 'id'"


def test_a_parameter_that_takes_less_is_named() -> None:
    def narrowed(later: Json) -> None:
        parameter(later)["schema"]["enum"] = ["inf-treaty"]

    assert broken_by(narrowed) == [f"{ASKED} takes any other value no more."]


def test_a_parameter_of_other_codes_is_named() -> None:
    earlier, later = copy.deepcopy(PROMISED), copy.deepcopy(PROMISED)
    parameter(earlier)["schema"]["enum"] = ["a", "b"]
    parameter(later)["schema"]["enum"] = ["b", "c"]
    assert breaks(earlier, later) == [f"{ASKED} takes a no more."]


def test_a_parameter_of_another_shape_is_named() -> None:
    assert broken_by(lambda later: parameter(later)["schema"].update(maxLength=10)) == [
        f"{ASKED} has another maxLength."
    ]
    assert broken_by(lambda later: parameter(later)["schema"].update(type="integer")) == [
        f"{ASKED} takes string no more."
    ]


def test_a_parameter_that_is_gone_or_new_is_named() -> None:
    assert broken_by(lambda later: parameter(later).update(name="key")) == [
        f"{ASKED} is gone.",
        "GET /api/v1/treaties/{id}.json: the parameter 'key' is new and required.",
    ]


# What does not


@pytest.mark.parametrize(
    "change",
    [
        lambda later: fields(later, "Treaty").update(more={"type": "string"}),
        lambda later: fields(later, "Treaty")["binding"]["enum"].append("by-custom"),
        lambda later: fields(later, "Treaty")["binding"].update(description="In other words."),
        lambda later: fields(later, "Treaty").update(abbreviation={"type": "string"}),
        lambda later: later["paths"].update({"/api/v1/more.json": later["paths"]["/api/v1/all.json"]}),
        lambda later: parameter(later)["schema"].pop("pattern"),
        lambda later: later["paths"]["/api/v1/all.json"]["get"].update(parameters=[{"name": "a", "in": "query"}]),
    ],
    ids=["a field", "a code", "words", "no longer null", "a file", "a wider parameter", "an optional parameter"],
)
def test_what_is_added_breaks_nothing(change: Change) -> None:
    assert broken_by(change) == []


# Writing it


def test_a_promise_is_written_where_there_is_none(tmp_path: Path) -> None:
    write_contract(tmp_path / "new/promise.json")
    assert (tmp_path / "new/promise.json").read_text(encoding="utf-8") == promised_text()


def promise(path: Path, change: Change) -> Path:
    """A promise that was once made, from which what is served differs."""
    earlier = copy.deepcopy(PROMISED)
    change(earlier)
    path.write_text(json.dumps(earlier), encoding="utf-8")
    return path


def test_a_promise_is_not_written_over_where_it_would_be_broken(tmp_path: Path) -> None:
    file = promise(tmp_path / "promise.json", lambda earlier: fields(earlier, "Treaty").update(more={"type": "string"}))
    before = file.read_bytes()
    with pytest.raises(BrokenPromiseError, match=r"Treaty\.more is gone\."):
        write_contract(file)
    assert file.read_bytes() == before


def test_what_is_added_needs_a_new_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fewer(earlier: Json) -> None:
        schema = earlier["components"]["schemas"]["Treaty"]
        del schema["properties"]["weapons"]
        schema["required"].remove("weapons")

    file = promise(tmp_path / "promise.json", fewer)
    with pytest.raises(BrokenPromiseError, match="raise SCHEMA_VERSION"):
        write_contract(file)
    monkeypatch.setattr(description, "SCHEMA_VERSION", "1.999")
    write_contract(file)
    assert json.loads(file.read_text(encoding="utf-8"))["info"]["version"] == "1.999"


def test_other_words_need_no_new_version(tmp_path: Path) -> None:
    def other(earlier: Json) -> None:
        fields(earlier, "Treaty")["binding"]["description"] = "In other words."

    file = promise(tmp_path / "promise.json", other)
    write_contract(file)
    assert file.read_text(encoding="utf-8") == promised_text()
