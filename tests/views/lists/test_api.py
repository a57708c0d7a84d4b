"""The reference of the API says what the description says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from armsref.export.api.files import api_files
from armsref.prose.lines import Code, SiteLink, plain_line
from armsref.views.lists.api import RecordPart, Reference
from armsref.views.lists.tables import TableView
from tests.conftest import Data
from tests.export.test_api import edition_of

PAGE = "data/api/"


@pytest.fixture
def reference(data: Data) -> Reference:
    return Reference(json.loads(dict(api_files(edition_of(data), {}))["api/v1/openapi.json"]), PAGE)


def told(table: TableView) -> dict[str, list[str]]:
    """The words of each row by its first cell; those that are folded follow."""
    rows = ([plain_line(cell.line) for cell in row.cells] for row in table.rows)
    return {first: others for first, *others in rows}


def record(reference: Reference, name: str) -> RecordPart:
    return next(part for part in reference.records().records if part.name == name)


def sizes(reference: Reference, **given: list[int]) -> dict[str, list[int]]:
    """The sizes of files by their paths; `given` has those of some by the name of the file."""
    paths = reference.description["paths"]
    return {path: given.get(path.rpartition("/")[2].partition(".")[0], []) for path in paths}


def test_every_file_is_listed_with_its_size(reference: Reference) -> None:
    shown = told(reference.files_table(sizes(reference, all=[41_000], treaties=[900])))
    assert set(shown) == set(reference.description["paths"])
    assert shown["/api/v1/all.json"][-1] == "41 kB"
    assert shown["/api/v1/glossary/{id}.json"][-1] == "none yet"


def test_of_files_of_a_kind_the_smallest_and_the_largest_are_told(reference: Reference) -> None:
    paths = {path: [9_000, 1_200_000, 70_000] for path in reference.description["paths"]}
    assert told(reference.files_table(paths))["/api/v1/weapons/{id}.json"][-1] == "9 kB to 1.2 MB"


def test_a_file_is_linked_where_it_is_one(reference: Reference) -> None:
    addresses = [row.cells[0].line[0] for row in reference.files_table(sizes(reference)).rows]
    assert SiteLink("api/v1/all.json", (Code("/api/v1/all.json", breaks=True),)) in addresses
    assert Code("/api/v1/weapons/{id}.json", breaks=True) in addresses


def test_an_example_of_each_file_is_folded(reference: Reference) -> None:
    cells = [row.cells[1] for row in reference.files_table(sizes(reference)).rows]
    samples = [cell.fold.sample for cell in cells if cell.fold]
    # Of terms and organisations there are none; their lists are empty.
    assert len(samples) == len(cells) - 4
    assert any('"title": "Pioneer"' in sample for sample in samples)


def links(value: Any) -> set[str]:
    """The anchors of the links within a view, in whatever part of it."""
    return set(re.findall(r"SiteLink\(path='data/api/', .*?, anchor='([^']*)'\)", repr(value)))


def test_every_record_has_its_place_and_every_link_leads_to_one(reference: Reference) -> None:
    shown = reference.records()
    places = [part.anchor for part in shown.records]
    assert len(places) == len(set(places))
    assert links((reference.files_table(sizes(reference)), reference.envelope_table(), shown)) <= set(places)
    assert {"treaty", "status-interval", "number-claim"} <= links(shown.links)


def test_every_field_of_a_record_is_told(reference: Reference) -> None:
    for name, schema in reference.description["components"]["schemas"].items():
        if not name.endswith("File") or name == "OtherFile":
            assert list(told(record(reference, name).fields)) == list(schema["properties"])


def test_a_field_has_a_type_a_meaning_and_an_example(reference: Reference) -> None:
    shown = told(record(reference, "Weapon").fields)
    assert shown["operators"] == ["list of id", "The states that have it.", '["su"]']
    assert shown["range_km"] == ["list of NumberClaim", "Its range, in kilometres.", "see NumberClaim"]
    assert shown["abbreviation"] == ["text or null", "The abbreviation in use.", "none yet"]
    assert shown["names"][0] == "by key, list of text"


def test_codes_are_listed_and_many_are_folded(reference: Reference) -> None:
    meanings = {plain_line(row.cells[0].line): row.cells[2] for row in record(reference, "Treaty").fields.rows}
    assert plain_line(meanings["binding"].line).endswith(" legally, politically, not.")
    fold = meanings["form"].fold
    assert fold
    assert (fold.words, fold.line[0]) == ("10 codes", Code("treaty"))


def test_the_envelope_is_told_once(reference: Reference) -> None:
    fields = ["schema_version", "data_version", "generated_at", "license", "total", "result"]
    assert list(told(reference.envelope_table())) == fields
    assert "TreatyFile" not in [part.name for part in reference.records().records]
