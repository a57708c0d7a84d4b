"""The reference page of the API says what the description says, and its numbers are those of the files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from armsref.export.api.files import api_files
from armsref.export.edition import Edition
from macros.api import Reference
from macros.site import Index, Site
from tests.conftest import Data
from tests.export.test_api import AT, edition_of
from tests.site.pages import Page, parse


def reference_of(edition: Edition, folder: Path) -> Reference:
    """The page of an API whose files are written below a folder."""
    for path, content in api_files(edition, {}):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return Reference(Index(Site(edition.dataset, AT.date()), "data/api/"), folder)


@pytest.fixture
def reference(data: Data, tmp_path: Path) -> Reference:
    return reference_of(edition_of(data), tmp_path / "site")


def description(reference: Reference) -> dict[str, Any]:
    """What the page is made from."""
    described: dict[str, Any] = json.loads((reference.folder / "api/v1/openapi.json").read_text(encoding="utf-8"))
    return described


def rows(html: str) -> list[list[str]]:
    """The cells of each row of the first table, as text."""
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in body.split("</tr>")
    ]


def section(html: str, record: str) -> str:
    """What is said of one record."""
    return html.split(f'<h3 id="{record}">')[1].split("<h3 ")[0]


def page(html: str, tmp_path: Path) -> Page:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    return parse(tmp_path / "page.html")


def test_every_file_is_listed_with_its_size(reference: Reference) -> None:
    listed = {cells[0]: cells[-1] for cells in rows(reference.api_files()) if cells}
    assert set(listed) == set(description(reference)["paths"])
    assert listed["/api/v1/glossary/{id}.json"] == "none yet"
    assert re.fullmatch(r"\d+ kB", listed["/api/v1/all.json"])


def test_a_file_is_linked_from_where_the_page_stands(reference: Reference) -> None:
    assert 'href="../../api/v1/all.json"' in reference.api_files()


def test_an_example_of_each_file_can_be_opened(reference: Reference) -> None:
    html = reference.api_files()
    # Of terms and organisations there are none; their lists are empty.
    assert html.count("<summary>Example</summary>") == len(description(reference)["paths"]) - 4
    assert "&quot;title&quot;: &quot;Pioneer&quot;" in html


def test_every_record_has_its_place_and_every_link_leads_to_one(reference: Reference, tmp_path: Path) -> None:
    made = page(reference.api_files() + reference.api_envelope() + reference.api_records(), tmp_path)
    assert len(made.ids) == len(set(made.ids))
    assert {link for link in made.links if link.startswith("#")} <= {f"#{each}" for each in made.ids}
    assert {"treaty", "status-interval", "number-claim"} <= set(made.ids)


def test_every_field_of_a_record_is_told(reference: Reference) -> None:
    for name, schema in description(reference)["components"]["schemas"].items():
        if not name.endswith("File") or name == "OtherFile":
            anchor = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
            told = [cells[0] for cells in rows(section(reference.api_records(), anchor)) if cells]
            assert told == list(schema["properties"])


def test_a_field_has_a_type_a_meaning_and_an_example(reference: Reference) -> None:
    told = {cells[0]: cells[1:] for cells in rows(section(reference.api_records(), "weapon")) if cells}
    assert told["operators"] == ["list of id", "The states that have it.", "[&quot;su&quot;]"]
    assert told["range_km"] == ["list of NumberClaim", "Its range, in kilometres.", "see NumberClaim"]
    assert told["abbreviation"] == ["text or null", "The abbreviation in use.", "none yet"]
    assert told["names"][0] == "by key, list of text"


def test_codes_are_listed_and_many_are_folded(reference: Reference) -> None:
    treaty = section(reference.api_records(), "treaty")
    assert "<code>legally</code>, <code>politically</code>, <code>not</code>." in treaty
    assert "<summary>10 codes</summary>" in treaty


def test_the_envelope_is_told_once(reference: Reference) -> None:
    told = [cells[0] for cells in rows(reference.api_envelope()) if cells]
    assert told == ["schema_version", "data_version", "generated_at", "license", "total", "result"]


def test_what_the_data_says_cannot_become_markup(data: Data, tmp_path: Path) -> None:
    name = "<b>bold</b>"
    edition = edition_of(
        data,
        {
            "states.yml": f"su: {{name: '{name}', sources: [aca/inf]}}\nus: {{name: U, sources: [aca/inf]}}"
            "\nru: {name: R, sources: [aca/inf]}"
        },
    )
    reference = reference_of(edition, tmp_path / "site")
    html = reference.api_files() + reference.api_records()
    assert name not in html
    assert "&lt;b&gt;bold&lt;/b&gt;" in html
