"""What is told of the published files, and what the examples of their use print."""

from __future__ import annotations

from armsref.prose.lines import Code, SiteLink, Words, plain_line
from armsref.views.lists.examples import jq_example, pandas_example, spreadsheet_example
from armsref.views.lists.published import PublishedFiles, files_table, tables_table
from armsref.views.lists.tables import TableRow
from tests.conftest import treaty, weapon
from tests.views.lists.conftest import Standing

SITE = "https://example.org/"


def words(row: TableRow) -> list[str]:
    return [plain_line(cell.line) for cell in row.cells]


def test_a_file_is_linked_by_its_path_and_told_with_its_size_and_use() -> None:
    (row,) = files_table([PublishedFiles("feed.xml", "Atom", "Changes", {"feed.xml": 812})]).rows
    assert row.cells[0].line == (SiteLink("feed.xml", (Code("/feed.xml"),)),)
    assert words(row) == ["/feed.xml", "Atom", "812 bytes", "Changes"]


def test_of_several_files_one_is_an_example_and_their_sizes_are_added() -> None:
    files = PublishedFiles("data/csv/*.csv", "CSV", "Tables", {"data/csv/a.csv": 1_000_000, "data/csv/b.csv": 200_000})
    (row,) = files_table([files]).rows
    assert words(row)[:3] == ["/data/csv/*.csv for example a.csv", "CSV", "2 files, 1.2 MB"]


def test_a_file_that_was_not_written_is_not_told_of() -> None:
    assert files_table([PublishedFiles("feed.xml", "Atom", "Changes", {})]).rows == ()


def test_a_table_is_told_as_it_is_described() -> None:
    described = {"path": "csv/acts.csv", "name": "acts", "description": "An act", "schema": {"fields": [{}, {}]}}
    (row,) = tables_table([{**described, "bytes": 38_400}]).rows
    assert row.cells[0].line == (SiteLink("data/csv/acts.csv", (Words("acts"),)),)
    assert words(row)[1:] == ["An act", "2", "38 kB"]


# Examples


def test_the_example_with_jq_prints_what_was_in_force_on_its_day(standing: Standing) -> None:
    lived = "{date: 1988-06-01, act: entered-into-force, source: aca/inf}"
    ended = "{date: 2018-06-01, act: terminated, source: aca/inf}"
    as_of = standing(
        {
            "treaties/a.yml": treaty(f"name: A\nhistory: [{lived}]"),
            "treaties/b.yml": treaty(f"name: B\nhistory: [{lived}, {ended}]"),
        }
    )
    example = jq_example(as_of, SITE)
    assert f"curl -s {SITE}api/v1/all.json" in example.code
    assert example.printed == ("A",)


def test_the_example_with_pandas_prints_the_weapons_of_most_accounts(standing: Standing) -> None:
    claim = "{value: 500, source: aca/inf}"
    as_of = standing(
        {
            "weapons/a.yml": weapon(f"name: A\nrange_km: {claim}"),
            "weapons/b.yml": weapon(f"name: B\nrange_km: [{claim}, {claim.replace('500', '600')}]"),
            "weapons/c.yml": weapon("name: C"),
        }
    )
    assert pandas_example(as_of, SITE).printed == ("2 B", "1 A")


def test_the_example_in_a_spreadsheet_counts_by_the_columns_of_the_table(standing: Standing) -> None:
    as_of = standing({"weapons/a.yml": weapon("launched_from: [submarine]"), "weapons/b.yml": weapon("name: B")})
    example = spreadsheet_example(as_of, ["id", "type", "launched_from"])
    assert example.code == '=COUNTIFS(B:B,"ballistic-missile",C:C,"*submarine*")'
    assert example.printed == ("1",)
