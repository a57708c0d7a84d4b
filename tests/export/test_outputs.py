"""The one list of what is published: every file is on it once, and what others say of the files is what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armsref import load
from armsref.export import outputs
from armsref.export.edition import Edition
from armsref.export.outputs import OUTPUTS, Output, output_of
from armsref.views.as_of import AsOf
from macros.lists import finished_offer
from macros.llms import llms_text
from macros.opendata import Publication
from tests.conftest import treaty, weapon, written
from tests.export.test_tables import RELEASE, SITE


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A reference with an agreement and a weapon in it."""
    data = written(tmp_path_factory.mktemp("outputs") / "data", {"treaties/x.yml": treaty(), "weapons/y.yml": weapon()})
    return Edition(load(data), RELEASE)


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, bytes]:
    return dict(outputs.files(edition))


@pytest.fixture(scope="module")
def folder(edition: Edition, files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files are written."""
    root = tmp_path_factory.mktemp("written")
    assert outputs.write(edition, root) == len(files)
    return root


def test_the_files_are_written_below_the_folder(folder: Path, files: dict[str, bytes]) -> None:
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert {path: file.read_bytes() for path, file in there.items()} == files


def test_every_file_that_is_written_is_of_an_output(files: dict[str, bytes]) -> None:
    assert [path for path in files if output_of(path) is None] == []


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.path)
def test_every_output_writes_something(output: Output, edition: Edition, files: dict[str, bytes]) -> None:
    of_output = {path for path in files if output_of(path) is output}
    assert of_output
    assert of_output <= {path for path, _ in output.make(edition)}


def test_no_two_outputs_have_one_path_or_one_title() -> None:
    assert len({output.path for output in OUTPUTS}) == len(OUTPUTS)
    assert len({output.title for output in OUTPUTS}) == len(OUTPUTS)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("api/v1/all.json", "api/v1/all.json"),
        ("api/v1/treaties.json", "api/v1/*.json"),
        ("api/v1/treaties/inf-treaty.json", "api/v1/*/*.json"),
        ("data/cite.bib", "data/cite.*"),
        ("treaties/inf-treaty/cite.ris", "*/*/cite.*"),
    ],
)
def test_a_file_is_of_the_output_that_names_it_or_has_its_shape(path: str, expected: str) -> None:
    output = output_of(path)
    assert output
    assert output.path == expected


@pytest.mark.parametrize("path", ["index.html", "news/feed.xml", "api/v1/treaties/inf-treaty/more.json"])
def test_a_file_of_another_shape_is_of_none(path: str) -> None:
    assert output_of(path) is None


# What is said of the list


def test_the_index_of_the_api_names_the_files_that_are_not_of_one_kind(files: dict[str, bytes]) -> None:
    listed = json.loads(files["api/v1/index.json"])["result"]["files"]
    assert {each["url"]: each["what"] for each in listed} == {
        f"{SITE}{output.path}": f"{output.use}."
        for output in OUTPUTS
        if output.path.startswith("api/v1/") and "*" not in output.path
    }


def test_the_linked_data_names_the_files_that_lead_to_all(files: dict[str, bytes]) -> None:
    graph: list[dict[str, Any]] = json.loads(files["data/armsref.jsonld"])["@graph"]
    (dataset,) = [node for node in graph if node["@type"] == "schema:Dataset"]
    listed = {each["schema:contentUrl"]: each["schema:name"] for each in dataset["schema:distribution"]}
    assert listed == {output.path: output.title for output in OUTPUTS if output.leads_to_all}


def test_the_page_on_the_data_has_a_row_for_each(edition: Edition, folder: Path) -> None:
    publication = Publication(AsOf(edition.dataset, RELEASE.day), RELEASE, folder)
    rows = finished_offer(publication, "published_files", "data/").html.split("<tr>")[2:]
    assert len(rows) == len(OUTPUTS)
    for output, row in zip(OUTPUTS, rows, strict=True):
        assert f"<code>/{output.path}</code>" in row
        assert f"<td>{output.format}</td>" in row
        assert output.use in row


def test_the_list_for_language_models_names_the_files_that_lead_to_all(edition: Edition) -> None:
    text = llms_text(AsOf(edition.dataset, RELEASE.day), RELEASE, "S", "D", ())
    for output in OUTPUTS:
        assert (f"[{output.title}]({SITE}{output.path}): " in text) == output.leads_to_all
