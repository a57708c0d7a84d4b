"""What the tables of agreements, weapons, organisations and states say, and by what they are sorted."""

from __future__ import annotations

import pytest

from armsref.prose.lines import EntryLink, plain_line
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import sought
from armsref.views.lists.tables import (
    Cell,
    TableView,
    organisations_table,
    states_table,
    treaties_table,
    weapons_table,
)
from armsref.views.lists.timeline import lives_table
from tests.built import real_data
from tests.conftest import treaty, weapon
from tests.views.lists.conftest import TODAY, Standing

RANGE = "Range, as claimed"


def cell(table: TableView, head: str) -> Cell:
    """The cell of the only row below a head."""
    (row,) = table.rows
    return row.cells[[column.head for column in table.columns].index(head)]


def treaty_cell(standing: Standing, text: str, head: str) -> Cell:
    return cell(treaties_table(standing({"treaties/x.yml": treaty(text)})), head)


def weapon_cell(standing: Standing, text: str, head: str) -> Cell:
    return cell(weapons_table(standing({"weapons/x.yml": weapon(text)})), head)


def test_the_first_cell_links_to_the_entry_and_the_second_tells_its_other_names(standing: Standing) -> None:
    text = "name: The Whole Treaty\nshort_name: Treaty\naliases: [Accord of Vienna, Big Deal, Third Name]"
    shown = treaty_cell(standing, text, "Agreement")
    assert (shown.line, shown.sort) == ((EntryLink("x", "Treaty"),), "treaty")
    assert plain_line(treaty_cell(standing, text, "Also called").line) == "The Whole Treaty, Accord of Vienna, Big Deal"


def test_the_names_of_a_weapon_by_which_readers_come_stand_in_its_row() -> None:
    rows = {
        link.id: row
        for row in weapons_table(AsOf(real_data(), TODAY)).rows
        if isinstance(link := row.cells[0].line[0], EntryLink)
    }
    assert "SS-18" in plain_line(rows["r-36m2-voyevoda"].cells[1].line)


@pytest.mark.parametrize(
    ("history", "day", "code", "done"),
    [
        ("[{date: 1987-12-08, act: signed, source: aca/inf}]", "8 December 1987", "1987-12-08", ""),
        ("[{date: 1972, act: adopted, source: aca/inf}]", "1972", "1972", "adopted"),
        ("[{date: ~1972-05, act: adopted, source: aca/inf}]", "about May 1972", "1972-05", "adopted"),
        (
            "[{date: 2013-04-02, act: adopted, source: aca/inf},"
            " {date: 2013-06-03, act: opened-for-signature, source: aca/inf},"
            " {date: 2013-09-25, act: signed, actors: us, source: aca/inf}]",
            "3 June 2013",
            "2013-06-03",
            "opened for signature",
        ),
    ],
)
def test_the_day_of_signature_is_told_with_what_was_done_on_it_if_that_was_no_signature(
    standing: Standing, history: str, day: str, code: str, done: str
) -> None:
    shown = treaty_cell(standing, f"history: {history}", "Signed")
    assert shown.day
    assert (shown.day.words, shown.day.code) == (day, code)
    assert plain_line(shown.line).strip() == done


def test_what_nobody_signed_has_a_dash(standing: Standing) -> None:
    shown = treaty_cell(standing, "history: [{date: 1987-12-08, act: proposed, source: aca/inf}]", "Signed")
    assert (plain_line(shown.line), shown.sort, shown.day) == ("–", "", None)


def test_parties_are_links_sorted_by_their_names(standing: Standing) -> None:
    shown = treaty_cell(standing, "parties: [us, su]", "Parties")
    assert plain_line(shown.line) == "United States, Soviet Union"
    assert EntryLink("su", "Soviet Union") in shown.line
    assert shown.sort == "united states soviet union"


def test_of_many_participants_their_number_is_told(standing: Standing) -> None:
    shown = treaty_cell(standing, "participants: [{value: 191, source: aca/inf}]", "Parties")
    assert plain_line(shown.line) == "191 states"


def test_an_agreement_has_the_status_of_its_page(standing: Standing) -> None:
    as_of = standing({"treaties/x.yml": treaty()})
    assert cell(treaties_table(as_of), "Status today").status == as_of.marks["x"]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ("{max: 5500, source: aca/inf}", "up to 5,500 km"),
        ("[{value: 500, source: aca/inf}, {value: 600, source: aca/inf}]", "500 km and 1 more"),
    ],
)
def test_of_the_claims_of_a_range_the_first_is_told_and_the_others_are_counted(
    standing: Standing, claims: str, told: str
) -> None:
    assert plain_line(weapon_cell(standing, f"range_km: {claims}", "Range, as claimed").line) == told


def test_ranges_are_sorted_by_the_longest_that_the_first_claim_allows(standing: Standing) -> None:
    claims = ("{value: 500}", "{min: 50, max: 900}", "{min: 900, max: 1000}", "{value: 10000}", "{over: 10500}")
    cells = [weapon_cell(standing, f"range_km: {claim[:-1]}, source: aca/inf}}", RANGE).sort for claim in claims]
    assert cells == sorted(cells, key=lambda key: key or "")
    assert len(set(cells)) == len(cells)


def test_an_organisation_tells_its_form_and_what_it_is(standing: Standing) -> None:
    body = "{name: SCC, form: joint, states: [us], answer: It met., sources: [aca/inf]}"
    table = organisations_table(standing({"organisations.yml": f"scc: {body}"}))
    assert plain_line(cell(table, "Form").line) == "Joint bodies of several states"
    assert plain_line(cell(table, "What it is").line) == "It met."


def test_a_state_tells_how_much_the_reference_holds_on_it(standing: Standing) -> None:
    table = states_table(standing({"weapons/x.yml": weapon("origin: [su]")}))
    weapons = {row.cells[0].sort: plain_line(row.cells[3].line) for row in table.rows}
    assert weapons == {"russia": "0", "soviet union": "1", "united states": "0"}


SUSPENDED = """
    parties: [us, su]
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-02-02, act: suspended, source: aca/inf}
"""


def test_a_suspended_agreement_is_counted_with_those_in_force_and_not_with_the_others(standing: Standing) -> None:
    (state, *_) = states_table(standing({"treaties/x.yml": treaty(SUSPENDED)})).rows[1:]
    assert [plain_line(cell.line) for cell in state.cells[:3]] == ["Soviet Union", "1", "0"]


# What filters ask


def test_filters_find_a_weapon_by_type_status_states_and_topics(standing: Standing) -> None:
    text = "origin: [su]\noperators: [ru, su]\ntopics: [missile-defence]"
    as_of = standing({"weapons/x.yml": weapon(text)})
    assert dict(sought(as_of, as_of.dataset["x"]).filters) == {
        "kind": ("Ballistic missile",),
        "status": ("In development",),
        "country": ("Soviet Union", "Russia"),
        "topic": ("Missile defence",),
    }


def test_filters_find_an_agreement_by_its_parties_and_those_it_binds_today(standing: Standing) -> None:
    as_of = standing({"treaties/x.yml": treaty("parties: [us, su]\nsuccession: {su: [ru]}")})
    filters = dict(sought(as_of, as_of.dataset["x"]).filters)
    assert filters["kind"] == ("Treaty",)
    assert set(filters["country"]) >= {"United States", "Soviet Union"}


def test_an_entry_is_sought_by_all_its_names_in_small_letters(standing: Standing) -> None:
    as_of = standing({"treaties/x.yml": treaty("name: The Whole Treaty\nshort_name: Treaty\nabbreviation: TWT")})
    assert sought(as_of, as_of.dataset["x"]).names == "treaty the whole treaty twt"


def test_an_agreement_with_a_table_alone_has_as_many_parties_as_it_binds(standing: Standing) -> None:
    history = "[{date: 1990, act: signed, source: aca/inf}, {date: 1991, act: entered-into-force, source: aca/inf}]"
    rows = "us,1990,1991,ratification,,\nru,1990,1991,ratification,2000,\nsu,1990,,,,\n"
    table = f"state,signed,bound,act,left,note\n{rows}"
    text = treaty(f"history: {history}\nparticipation_source: aca/inf")
    view = treaties_table(standing({"treaties/x.yml": text, "participation/x.csv": table}))
    assert plain_line(cell(view, "Parties").line) == "1 state"


def test_lists_stand_in_the_order_of_their_first_column_and_lives_by_when_they_began(standing: Standing) -> None:
    as_of = standing({"treaties/x.yml": treaty()})
    assert treaties_table(as_of).in_order_of == 0
    assert lives_table(as_of).in_order_of is None
