"""What the reference holds on each state."""

from datetime import date

import pytest

from armsref import load
from armsref.law.coverage import Coverage
from armsref.law.holdings import Holdings, holdings
from tests.conftest import STATES, Data, treaty, weapon

SIGNED = "parties: [us, ru]\nhistory:\n  - {date: 1990-01-01, act: signed, source: aca/inf}\n"
FORCE = SIGNED + "  - {date: 1991-01-01, act: entered-into-force, source: aca/inf}\n"
SUSPENDED = FORCE + "  - {date: 2000-01-01, act: suspended, source: aca/inf}\n"
ENDED = FORCE + "  - {date: 2000-01-01, act: terminated, source: aca/inf}\n"


def held(data: Data, files: dict[str, str], state: str = "us") -> Holdings:
    dataset = load(data({"states.yml": STATES, **files}))
    return holdings(Coverage(dataset), date(2026, 1, 1))[state]


def test_agreements_in_force_and_suspended_ones_stand_before_others(data: Data) -> None:
    texts = {"signed": SIGNED, "force": FORCE, "suspended": SUSPENDED, "ended": ENDED}
    found = held(data, {f"treaties/{name}.yml": treaty(f"name: {name}\n{text}") for name, text in texts.items()})
    assert (found.current, found.others) == (["force", "suspended"], ["ended", "signed"])


def test_an_agreement_that_a_party_left_is_not_current_and_one_to_come_is_none_of_its_yet(data: Data) -> None:
    left = "participation_source: aca/inf\n" + FORCE.partition("\n")[2]
    files = {
        "treaties/left.yml": treaty(f"name: left\n{left}"),
        "participation/left.csv": "state,signed,bound,act,left,note\nus,,1990-01-01,ratification,2000-01-01,\n",
        "treaties/to-come.yml": treaty(f"name: to come\n{SIGNED.replace('1990', '2027')}"),
    }
    found = held(data, files)
    assert (found.current, found.others) == ([], ["left"])


def test_weapons_stand_by_whether_the_state_has_them_had_them_or_made_them(data: Data) -> None:
    texts = {
        "has": "operators: [us]\nformer_operators: [us]\norigin: [us]",
        "had": "former_operators: [us]\norigin: [us]",
        "made": "origin: [us]",
        "other": "origin: [ru]",
    }
    found = held(data, {f"weapons/{name}.yml": weapon(f"name: {name}\n{text}") for name, text in texts.items()})
    assert (found.fields, found.fielded, found.developed) == (["has"], ["had"], ["made"])
    assert found.weapons == ["has", "had", "made"]


def test_a_successor_has_what_it_took_over_also_where_that_ended(data: Data) -> None:
    history = "history:\n  - {date: 1987-12-08, act: signed, source: aca/inf}\n"
    history += "  - {date: 1988-06-01, act: entered-into-force, source: aca/inf}\n"
    history += "  - {date: 2019-08-02, act: terminated, source: aca/inf}\n"
    found = held(data, {"treaties/inf.yml": treaty(f"parties: [us, su]\nsuccession: {{su: [ru]}}\n{history}")}, "ru")
    assert (found.current, found.others) == ([], ["inf"])


HEAD = "state,signed,bound,act,left,note\n"


@pytest.mark.parametrize(("complete", "shelf"), [("true", "not_joined"), ("false", "unrecorded")])
def test_a_state_outside_a_table_has_not_joined_where_the_table_is_complete(
    data: Data, complete: str, shelf: str
) -> None:
    text = f"participation_source: aca/inf\nparticipation_complete: {complete}\n{FORCE.partition(chr(10))[2]}"
    files = {"treaties/open.yml": treaty(text), "participation/open.csv": f"{HEAD}us,,1991-01-01,ratification,,\n"}
    assert getattr(held(data, files, "fr"), shelf) == ["open"]
    assert held(data, files, "us").current == ["open"]
    assert "su" not in holdings(Coverage(load(data({"states.yml": STATES, **files}))), date(2026, 1, 1))


def test_a_row_that_says_that_a_state_did_not_join_makes_it_no_member(data: Data) -> None:
    text = f"participation_source: aca/inf\nparticipation_complete: true\n{FORCE.partition(chr(10))[2]}"
    table = f"{HEAD}us,,1991-01-01,ratification,,\nfr,,,,,Has not subscribed.\n"
    found = held(data, {"treaties/code.yml": treaty(text), "participation/code.csv": table}, "fr")
    assert (found.current, found.others, found.not_joined) == ([], [], ["code"])


def test_what_is_applied_provisionally_binds_and_what_is_only_proposed_is_nobodys_to_join(data: Data) -> None:
    applied = SIGNED + "  - {date: 1990-02-01, act: provisionally-applied, source: aca/inf}\n"
    proposed = "history:\n  - {date: 1990-01-01, act: proposed, actors: us, source: aca/inf}\n"
    texts = {"applied": applied, "proposed": proposed}
    found = held(data, {f"treaties/{name}.yml": treaty(f"name: {name}\n{text}") for name, text in texts.items()})
    assert (found.current, found.others, found.not_joined, found.unrecorded) == (["applied"], [], [], [])


def test_an_agreement_whose_end_is_known_to_the_year_stands_among_the_unclear_in_that_year(data: Data) -> None:
    ends = FORCE + "  - {date: 2026, act: terminated, source: aca/inf}\n"
    found = held(data, {"treaties/ends.yml": treaty(f"name: ends\n{ends}")})
    assert (found.current, found.others, found.unclear, found.past) == ([], ["ends"], ["ends"], [])


def test_signed_and_past_agreements_are_told_apart(data: Data) -> None:
    texts = {"signed": SIGNED, "ended": ENDED}
    found = held(data, {f"treaties/{name}.yml": treaty(f"name: {name}\n{text}") for name, text in texts.items()})
    assert (found.signed, found.past) == (["signed"], ["ended"])
