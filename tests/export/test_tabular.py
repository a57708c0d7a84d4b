"""The published tables, each held against its own standard."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import frictionless
import pandas
import pytest

from armsref import load
from armsref.export.edition import Edition
from armsref.export.tables import tabular
from armsref.export.tables.csvfiles import restored
from tests.built import TOP, real_data
from tests.export.test_tables import RELEASE, SITE


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(tabular.table_files(Edition(real_data(), RELEASE)))


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("published")
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root / "data"


@pytest.fixture
def base(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "armsref.sqlite")
    yield connection
    connection.close()


def cells(content: bytes) -> list[list[str]]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [[restored(cell) for cell in row] for row in rows]


def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert dict(tabular.table_files(Edition(load(TOP / "data"), RELEASE))) == files


def test_frictionless_finds_nothing_wrong_in_any_row(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["path", "rowNumber", "type", "note"]) == []
    assert report.valid


def test_frictionless_finds_what_is_wrong(folder: Path, tmp_path: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for each in package["resources"]:
        path = tmp_path / each["path"]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((folder / each["path"]).read_bytes())
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with (tmp_path / "csv/successions.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("no-such-treaty,ru,us\r\n")
    found = {kind for (kind,) in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert found == {"foreign-key", "hash-count", "byte-count"}


def test_the_package_says_what_it_is(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == "2026.11.22"
    assert package["created"] == "2026-11-22T12:00:00Z"
    assert package["homepage"] == SITE
    assert [each["name"] for each in package["licenses"]] == ["CC-BY-4.0"]
    assert {each["path"] for each in package["resources"]} == {
        path.relative_to(folder).as_posix() for path in (folder / "csv").iterdir()
    }


def test_the_database_is_whole(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_database_refuses_an_id_that_is_not_there(base: sqlite3.Connection) -> None:
    base.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        base.execute("INSERT INTO successions VALUES ('no-such-treaty', 'ru', 'us')")


def test_a_column_of_the_database_holds_what_it_says(base: sqlite3.Connection) -> None:
    stored = {"string": {"text"}, "date": {"text"}, "number": {"real"}, "integer": {"integer"}, "boolean": {"integer"}}
    for table, column, kind in base.execute('SELECT "table", "column", type FROM dictionary').fetchall():
        found = {each for (each,) in base.execute(f'SELECT DISTINCT typeof("{column}") FROM "{table}"')}
        assert found <= stored[kind] | {"null"}, (table, column)


def test_the_database_says_what_it_is(base: sqlite3.Connection) -> None:
    told = dict(base.execute("SELECT name, value FROM metadata").fetchall())
    assert told["data_version"] == "2026.11.22"
    assert told["generated_at"] == "2026-11-22T12:00:00Z"
    assert told["license"] == "CC-BY-4.0"


def test_the_database_and_the_files_say_the_same(base: sqlite3.Connection, files: dict[str, bytes]) -> None:
    names = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} - {"metadata"}
    assert {f"data/csv/{name}.csv" for name in names} == {path for path in files if path.endswith(".csv")}
    for name in names:
        header, *rows = cells(files[f"data/csv/{name}.csv"])
        stored = base.execute(f'SELECT * FROM "{name}"')
        assert header == [each[0] for each in stored.description]
        texts = [index for index, each in enumerate(header) if _is_text(base, name, each)]
        found = sorted([row[index] or "" for index in texts] for row in stored)  # the database has an order of its own
        assert found == sorted([row[index] for index in texts] for row in rows)


def _is_text(base: sqlite3.Connection, table: str, column: str) -> bool:
    types = dict(base.execute(f"SELECT name, type FROM pragma_table_info('{table}')").fetchall())
    return types[column] == "TEXT"


def test_pandas_joins_claims_to_weapons(folder: Path) -> None:
    claims, weapons = (pandas.read_csv(folder / f"csv/{name}.csv") for name in ("claims", "weapons"))
    ranges = claims[claims["field"] == "range_km"].merge(weapons, left_on="entry", right_on="id")
    assert ranges[ranges["entry"] == "oreshnik"]["max"].max() == 5500


def test_the_longest_range_claimed_is_one_question_to_the_database(base: sqlite3.Connection) -> None:
    asked = (
        "SELECT max(max) FROM claims JOIN weapons ON weapons.id = claims.entry WHERE field = 'range_km' AND entry = ?"
    )
    assert base.execute(asked, ["oreshnik"]).fetchone() == (5500,)


def test_cyrillic_is_intact(files: dict[str, bytes]) -> None:
    assert ["oreshnik", "Орешник", "ru"] in [
        [row[0], row[2], row[4]] for row in cells(files["data/csv/names.csv"]) if row[4]
    ]
