"""What the page of a state says: a line for each agreement, by how the state stands in it."""

from __future__ import annotations

from datetime import date

from armsref import load
from armsref.prose.lines import NO_BREAK, plain_line
from armsref.views.as_of import AsOf
from armsref.views.entry import entry_view
from armsref.views.state import StatePart
from tests.conftest import STATES, Data, treaty, weapon

SIGNED = "  - {date: 1987-12-08, act: signed, source: aca/inf}\n"
FORCE = "  - {date: 1988-06-01, act: entered-into-force, source: aca/inf}\n"
INHERITED = f"name: Old\nparties: [us, su]\nsuccession: {{su: [ru]}}\nhistory:\n{SIGNED}{FORCE}"
OPEN = "name: Open\nbinding: politically\nparticipation_source: aca/inf\nparticipation_complete: true\n"
OPEN += f"history:\n{SIGNED}{FORCE}"
TABLE = "state,signed,bound,act,left,note\nus,1987-12-08,1988-06-01,ratification,,\nru,1990-01-02,,,,\n"


def state_page(data: Data, state: str) -> StatePart:
    files = {"treaties/old.yml": treaty(INHERITED), "treaties/open.yml": treaty(OPEN), "participation/open.csv": TABLE}
    as_of = AsOf(load(data({"states.yml": STATES, **files})), date(2026, 1, 1))
    own = entry_view(as_of, as_of.dataset[state]).own
    assert isinstance(own, StatePart)
    return own


def lines(page: StatePart) -> dict[str, list[dict[str, str]]]:
    return {
        table.label: [
            dict(zip(table.heads, (plain_line(cell).replace(NO_BREAK, " ") for cell in row), strict=True))
            for row in table.rows
        ]
        for table in (*page.agreements, *page.weapons)
    }


def test_agreements_stand_in_groups_with_their_effect_the_standing_and_since_when(data: Data) -> None:
    old = {"Agreement": "Old", "Binding": "legally", "Standing": "party as successor to the Soviet Union"}
    open_one = {"Agreement": "Open", "Binding": "politically", "Standing": "signed, not bound"}
    assert lines(state_page(data, "ru")) == {
        "Bound by": [old | {"Since": "26 December 1991"}],
        "Signed, not bound": [open_one | {"Since": "2 January 1990"}],
    }


def test_what_was_signed_before_and_by_what_act_it_was_bound_stand_in_columns_of_their_own(data: Data) -> None:
    rows = lines(state_page(data, "us"))["Bound by"]
    assert [(row["Since"], row["Signed"], row["By"]) for row in rows] == [
        ("1 June 1988", "–", "–"),
        ("1 June 1988", "8 December 1987", "ratification"),
    ]


def test_weapons_stand_with_their_type_range_and_status(data: Data) -> None:
    missile = weapon("operators: [fr]\nrange_km: [{value: 300, source: aca/inf}]\ntype: cruise-missile")
    as_of = AsOf(load(data({"states.yml": STATES, "weapons/m.yml": missile})), date(2026, 1, 1))
    own = entry_view(as_of, as_of.dataset["fr"]).own
    assert isinstance(own, StatePart)
    (row,) = lines(own)["Fields"]
    assert (row["Type"], row["Range"], row["Status"]) == ("Cruise missile", "300 km", "In development")


def test_a_state_has_not_joined_what_is_open_and_complete_and_nothing_of_others(data: Data) -> None:
    page = state_page(data, "fr")
    assert page.agreements == ()
    assert [(group.label, plain_line(group.links)) for group in page.others] == [("Has not joined (1)", "Open")]
