"""Why a verdict is what it is, in one sentence and step by step."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.law.coverage import Coverage, Verdict
from armsref.model import Weapon
from armsref.prose.reasons import Reasons
from tests.conftest import STATES, Data, plain, treaty, weapon

MORE_STATES = "".join(
    f"{code}: {{name: {name}, sources: [aca/inf]}}\n"
    for code, name in (("ca", "Canada"), ("de", "Germany"), ("es", "Spain"), ("it", "Italy"))
)
BAN = """
    parties: [us, ru]
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
    provisions: [{id: ban, effect: prohibits, what: Missiles., source: aca/inf, reaches: {REACHES}}]
"""
MISSILE = "name: X\norigin: [ru]\n"


def ban(reaches: str = "type: [ballistic-missile]") -> str:
    return plain(BAN).replace("REACHES", reaches)


def verdict(
    data: Data, missile: str, agreement: str, on: str = "2018-01-01", **weapons: str
) -> tuple[Reasons, Verdict]:
    files = {f"weapons/{name}.yml": weapon(text) for name, text in {**weapons, "x": missile}.items()}
    states = "".join(sorted((plain(STATES) + MORE_STATES).splitlines(keepends=True)))
    dataset = load(data({"states.yml": states, "treaties/ban.yml": treaty(agreement), **files}))
    entry = dataset["x"]
    assert isinstance(entry, Weapon)
    (answer,) = Coverage(dataset).verdicts(entry, date.fromisoformat(on))
    return Reasons(dataset), answer


def reason(data: Data, missile: str, agreement: str, on: str = "2018-01-01", **weapons: str) -> str:
    reasons, answer = verdict(data, missile, agreement, on, **weapons)
    return reasons.sentence(answer)


# What the weapon is


@pytest.mark.parametrize(
    ("facts", "reaches", "words"),
    [
        ("", "launched_from: [air]", "Reaches only what is launched from aircraft; X is launched from the ground."),
        ("basing: [silo]", "basing: [road-mobile]", "Reaches only what is road-mobile; X is in silos."),
        (
            "warhead_type: [conventional, kinetic]",
            "warhead_type: [nuclear]",
            "Reaches only nuclear warheads; X carries conventional or kinetic warheads.",
        ),
        (
            "type: interceptor\ntargets: [aircraft]",
            "targets: [satellites]",
            "Reaches only what is made against satellites; X is made against aircraft.",
        ),
        ("type: aircraft", "type: [bomb]", "Reaches only bombs; X is an aircraft."),
    ],
)
def test_what_a_weapon_is_stands_beside_what_is_asked(data: Data, facts: str, reaches: str, words: str) -> None:
    assert reason(data, MISSILE + facts, ban(reaches)) == words


def test_a_weapon_may_not_be_among_those_that_are_named(data: Data) -> None:
    assert reason(data, MISSILE, ban("weapons: [y, z]"), y="name: Y", z="name: Z") == (
        "Reaches only what it names, Y and Z; X is not among these."
    )


def test_a_weapon_is_among_those_that_are_named(data: Data) -> None:
    reasons, answer = verdict(data, MISSILE, ban("weapons: [x]"))
    assert [step.found for step in reasons.steps(answer)][:1] == ["X is among these"]


def test_a_fact_that_is_not_recorded_is_said_to_be_so(data: Data) -> None:
    reasons, answer = verdict(data, MISSILE, ban("warhead_type: [nuclear], range_km: {min: 500}"))
    assert [step.found for step in reasons.steps(answer)][:2] == [
        "nothing is recorded of the warhead of X",
        "nothing is recorded of the range of X",
    ]


def accounts(*amounts: str) -> str:
    return MISSILE + "range_km:\n" + "".join(f"  - {{{amount}, source: aca/inf}}\n" for amount in amounts)


@pytest.mark.parametrize(
    ("amounts", "given"),
    [
        (["value: 300", "value: 300"], "300 km"),
        (["value: 300", "max: 400"], "300 or up to 400 km"),
        (["value: 300", "value: 310", "value: 320", "value: 330"], "300, 310, 320 or 330 km"),
        (
            ["value: 300", "value: 310", "value: 320", "min: 200, max: 330", "over: 150, max: 340"],
            "150 to 340 km, in 5 accounts",
        ),
    ],
)
def test_amounts_are_named_once_each_and_of_many_how_far_they_reach(data: Data, amounts: list[str], given: str) -> None:
    words = f"Reaches only ranges of at least 500 km; the range of X is given as {given}."
    assert reason(data, accounts(*amounts), ban("range_km: {min: 500}")) == words


def test_those_who_say_the_same_are_named_together_and_once(data: Data) -> None:
    claims = accounts("value: 600, by: us", "value: 600, by: fr", "value: 600, by: us", "value: 400")
    assert reason(data, claims, ban("range_km: {min: 500}")) == (
        "Accounts of its range differ: as 600 km (the United States and France) it is reached, "
        "as 400 km (Arms Control Association) it is not; binds Russia."
    )


def test_an_account_that_leaves_it_open_is_told(data: Data) -> None:
    assert reason(data, accounts("min: 400, max: 600"), ban("range_km: {min: 500}")) == (
        "Reaches only ranges of at least 500 km; the range of X is given as 400–600 km, which leaves it open; "
        "binds Russia."
    )


def test_an_account_that_leaves_it_open_stands_beside_one_that_does_not(data: Data) -> None:
    assert reason(data, accounts("value: 700", "min: 400, max: 600"), ban("range_km: {min: 500}")) == (
        "Accounts of its range differ: as 700 km (Arms Control Association) it is reached, "
        "as 400–600 km (Arms Control Association) it may not be; binds Russia."
    )


def test_accounts_of_what_a_weapon_is_are_told_in_words(data: Data) -> None:
    claims = (
        "type_claims: [{value: ballistic-missile, by: us, source: aca/inf}, {value: aircraft, by: fr, source: aca/inf}]"
    )
    assert reason(data, MISSILE + claims, ban()) == (
        "Accounts of its type differ: as a ballistic missile (the United States) it is reached, "
        "as an aircraft (France) it is not; binds Russia."
    )


# Whether it binds

SIGNED = "  - {date: 1987-12-08, act: signed, source: aca/inf}\n"
IN_FORCE = "  - {date: 1988-06-01, act: entered-into-force, source: aca/inf}\n"


@pytest.mark.parametrize(
    ("act", "on", "words"),
    [
        ("", "1980-01-01", "it did not exist yet"),
        ("{date: 2000-01-01, act: expired, source: aca/inf}", "2018-01-01", "it expired on 1 January 2000"),
        ("{date: 2000-01-01, act: replaced, source: aca/inf}", "2018-01-01", "it was replaced on 1 January 2000"),
        (
            "{date: 2000-01-01, act: suspended, source: aca/inf}",
            "2018-01-01",
            "it was suspended from 1 January 2000",
        ),
    ],
)
def test_what_keeps_an_agreement_from_binding_is_its_status(data: Data, act: str, on: str, words: str) -> None:
    agreement = ban().replace(IN_FORCE, IN_FORCE + (f"  - {act}\n" if act else ""))
    assert reason(data, MISSILE, agreement, on) == f"Within its terms, but {words}."


@pytest.mark.parametrize(
    ("on", "words"), [("1988-01-01", "it was signed and not in force"), ("1987-01-01", "it was only proposed")]
)
def test_a_status_that_has_passed_is_told_as_past(data: Data, on: str, words: str) -> None:
    agreement = ban().replace(SIGNED, "  - {date: 1986-01-01, act: proposed, source: aca/inf}\n" + SIGNED)
    assert reason(data, MISSILE, agreement, on) == f"Within its terms, but {words}."


def test_a_status_that_lasts_is_told_as_present(data: Data) -> None:
    assert reason(data, MISSILE, ban().replace(IN_FORCE, "")) == "Within its terms, but it is signed and not in force."
    proposed = ban().replace(IN_FORCE, "").replace("act: signed", "act: proposed")
    assert reason(data, MISSILE, proposed) == "Within its terms, but it is only proposed."


def test_what_is_not_law_is_in_effect(data: Data) -> None:
    agreement = "binding: politically\n" + ban().replace(IN_FORCE, "")
    assert reason(data, MISSILE, agreement) == "Within its terms, but it is signed and not in effect."


def test_how_it_stands_matters_less_where_it_is_open_what_the_weapon_is(data: Data) -> None:
    assert reason(data, MISSILE, ban("range_km: {min: 500}").replace(IN_FORCE, "")) == (
        "Reaches only ranges of at least 500 km, and nothing is recorded on that; "
        "in any case it is signed and not in force."
    )


def test_states_that_stand_alike_are_told_together(data: Data) -> None:
    holders = "name: X\norigin: [fr]\noperators: [ca, de]\n"
    assert reason(data, holders, ban()) == "Within its terms, but Canada, Germany and France do not take part."


def test_many_states_are_counted(data: Data) -> None:
    holders = "name: X\norigin: [fr]\noperators: [ca, de, es, it]\n"
    assert reason(data, holders, ban()) == "Within its terms, but 5 states that have it do not take part."


def test_many_states_that_stand_in_several_ways_are_none_of_them_bound(data: Data) -> None:
    holders = "name: X\norigin: [ru]\noperators: [ca, de, es, it]\n"
    spared = ban().replace("reaches:", "spares: [ru], reaches:")
    assert reason(data, holders, spared) == "Within its terms, but none of the states that have it is bound."


def test_those_that_it_does_not_bind_are_named_beside_those_that_it_binds(data: Data) -> None:
    holders = "name: X\norigin: [ru]\noperators: [ca, de, es, it]\n"
    assert reason(data, holders, ban()) == "Within its terms, and binds Russia, not Canada, Germany, Spain and Italy."
