"""What the tables on the data itself say."""

from __future__ import annotations

from armsref.prose.lines import EntryLink, plain_line
from armsref.views.lists.data_quality import (
    disputed_table,
    incomplete_table,
    needs_table,
    reviews_table,
    shares_table,
)
from armsref.views.lists.tables import TableView
from tests.conftest import weapon
from tests.views.lists.conftest import Standing


def told(table: TableView) -> dict[str, list[str]]:
    rows = ([plain_line(cell.line) for cell in row.cells] for row in table.rows)
    return {first: others for first, *others in rows}


def test_claims_are_counted_by_kind_and_in_all(standing: Standing) -> None:
    shown = told(shares_table(standing({"weapons/x.yml": weapon("range_km: {value: 500, source: aca/inf}")})))
    assert shown["Weapon"] == ["1", "1", "0", "0.0 %"]
    assert shown["All"] == ["4", "1", "0", "0.0 %"]


def test_disputed_facts_are_told_together_and_lead_to_the_claims(standing: Standing) -> None:
    claims = "[{value: 500, source: aca/inf}, {value: 600, source: aca/inf}]"
    table = disputed_table(standing({"weapons/x.yml": weapon(f"name: X\nrange_km: {claims}\nlength_m: {claims}")}))
    assert told(table) == {"X": ["Range (2 accounts), Length (2 accounts)"]}
    assert table.rows[0].cells[0].line == (EntryLink("x", "X", "claims"),)


def test_what_an_entry_lacks_is_told(standing: Standing) -> None:
    shown = told(incomplete_table(standing({"weapons/x.yml": weapon("name: X")})))
    assert shown["X"][0].startswith("a summary, ")


def test_it_is_told_where_no_entry_lacks_anything(standing: Standing) -> None:
    table = incomplete_table(standing({}))
    assert (table.rows, table.otherwise) == ((), "All 3 entries hold what their kind asks for.")


def test_what_every_entry_has_to_hold_is_told_once(standing: Standing) -> None:
    shown = told(needs_table(standing({})))
    assert "a summary" in shown["Every entry"][0]
    assert "State" not in shown
    assert all("a summary" not in needs for kind, (needs,) in shown.items() if kind != "Every entry")


def test_entries_are_folded_under_the_day_of_their_review(standing: Standing) -> None:
    files = {
        "weapons/a.yml": weapon("name: B\nreviewed: 2025-01-01"),
        "weapons/b.yml": weapon("name: A\nreviewed: 2025-01-01"),
        "weapons/c.yml": weapon("name: C"),
    }
    table = reviews_table(standing(files))
    assert told(table) == {"Never": ["1", ""], "1 January 2025": ["2", ""]}
    fold = table.rows[1].cells[2].fold
    assert fold
    assert (fold.words, plain_line(fold.line)) == ("Show", "A, B")
