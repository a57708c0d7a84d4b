"""The numbers on the pages are those in the files of the API, as both are published."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from armsref.prose.status import STANDINGS_COUNTED
from armsref.prose.vocabulary import EFFECT_NOUNS, slug
from tests.export.test_api import held
from tests.site.pages import Page
from tests.site.test_site import target_of

Json = dict[str, Any]


@pytest.fixture(scope="session")
def files(site: Path) -> dict[str, Json]:
    """The files of the API that are not of one entry, by name."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (site / "api/v1").glob("*.json")}


@pytest.fixture(scope="session")
def records(files: dict[str, Json]) -> dict[str, Json]:
    return {each["id"]: each for each in files["all"]["result"]}


def name_of(record: Json, files: dict[str, Json]) -> str:
    """The path of an entry's page below the site."""
    return f"{record['page_url'].removeprefix(files['index']['result']['site'])}index.html"


def test_each_page_of_an_entry_has_a_file_and_each_file_a_page(
    site: Path, files: dict[str, Json], records: dict[str, Json], pages: dict[str, Page]
) -> None:
    for record in records.values():
        name = name_of(record, files)
        assert name in pages
        alone = json.loads((site / "api/v1" / f"{Path(name).parent}.json").read_text(encoding="utf-8"))
        assert alone["result"] == record


def test_an_index_lists_as_many_entries_as_the_file(files: dict[str, Json], pages: dict[str, Page]) -> None:
    for each in files["index"]["result"]["collections"]:
        name = f"{each['section']}/index.html"
        targets = {target_of(name, link)[0] for link in pages[name].links}
        entries = [one for one in targets if re.fullmatch(rf"{each['section']}/[^/]+/index\.html", one)]
        assert len(entries) == each["total"] == files[each["section"]]["total"]


def test_a_table_of_participation_has_the_numbers_of_the_file(
    files: dict[str, Json], records: dict[str, Json], pages: dict[str, Page]
) -> None:
    day = date.fromisoformat(files["all"]["generated_at"][:10])
    with_tables = [each for each in records.values() if each.get("participation")]
    assert with_tables
    for record in with_tables:
        told = re.search(r"(\d+) states are listed.*?Today: ([^.]*)\.", pages[name_of(record, files)].text)
        assert told
        assert int(told[1]) == len(record["participation"])
        rows = {each["state"] for each in record["participation"]}
        found = [held(one["intervals"], day) for one in record["standings"] if one["state"] in rows]
        stood = Counter(each["standings"][-1] for each in found if each)
        assert Counter(re.split(r", (?=\d)", told[2])) == Counter(
            f"{count} {STANDINGS_COUNTED[one]}" for one, count in stood.items()
        )


def test_a_page_leads_to_no_source_that_its_file_does_not_resolve(
    files: dict[str, Json], records: dict[str, Json], pages: dict[str, Page]
) -> None:
    for record in records.values():
        outside = {link for link in pages[name_of(record, files)].links if link.startswith("https://")}
        known = {each["url"] for each in record["cited"]} | {f"https://www.wikidata.org/wiki/{record['wikidata']}"}
        assert outside <= known, record["id"]


def test_a_page_of_a_state_counts_what_its_file_lists(
    files: dict[str, Json], records: dict[str, Json], pages: dict[str, Page]
) -> None:
    for record in files["states"]["result"]:
        held_there = records[record["id"]]
        links = {target_of(name_of(record, files), each)[0] for each in pages[name_of(record, files)].links}
        for other in (*held_there["takes_part_in"], *held_there["operates"], *held_there["operated"]):
            assert name_of(records[other], files) in links


# What stands in a cell of its own; the last one of a row names the agreements that only would apply.
SHOWN = ("applies", "depends")
CELL = re.compile(
    r'<td(?: class="?verdict--(?P<word>[a-z-]+)"?)?'
    r'(?: aria-label="(?P<label>[^"]*)")?(?: colspan="?(?P<columns>\d+)"?)?>'
)


def shown_of(cells: str) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Of a row of the matrix the verdict and label under each agreement; and the effects of those that would apply."""
    shown, last = re.split(r'<td class="?would-apply"?>', cells)
    found = [cell for cell in CELL.finditer(shown) for _ in range(int(cell["columns"] or 1))]
    would = (part.rsplit(": ", 1) for part in unescape(last).strip().split("; ") if part)
    verdicts = [(cell["word"] or "", cell["label"] or "") for cell in found]
    return verdicts, {title: nouns.split(", ") for title, nouns in would}


def test_the_matrix_has_the_verdicts_of_the_files(site: Path, files: dict[str, Json], records: dict[str, Json]) -> None:
    html = (site / "coverage/index.html").read_text(encoding="utf-8")
    treaties = re.findall(r'<th[^>]* data-treaty="([^"]+)"', html)
    assert html.count("<tr data-weapon=") == files["weapons"]["total"]
    day = date.fromisoformat(files["all"]["generated_at"][:10])
    for row in re.finditer(r'<tr data-weapon="(?P<id>[^"]+)"(?P<cells>.*?)</tr>', html, re.DOTALL):
        shown, would = shown_of(row["cells"])
        coverage = {each["treaty"]: each for each in records[row["id"]]["coverage"]}
        served = [held(coverage[treaty]["intervals"], day) for treaty in treaties]
        words = [each["verdict"] if each else "does not apply" for each in served]
        assert [word for word, _ in shown] == [slug(word) if word in SHOWN else "" for word in words], row["id"]
        for treaty, (_, label) in zip(treaties, shown, strict=True):
            effects = {each["effect"]: held(each["intervals"], day) for each in coverage[treaty]["effects"]}
            near = {f"{EFFECT_NOUNS[effect]}: {each['verdict']}" for effect, each in effects.items() if each}
            title = records[treaty]["title"]
            told = {*filter(None, label.split("; ")), *(f"{noun}: would apply" for noun in would.get(title, ()))}
            assert told == {each for each in near if not each.endswith("does not apply")}, f"{row['id']} {treaty}"


def test_the_page_of_the_api_gives_the_size_of_the_file_of_all(site: Path, pages: dict[str, Page]) -> None:
    size = (site / "api/v1/all.json").stat().st_size
    assert f"{size / 1_000_000:.1f} MB" in pages["data/api/index.html"].text
