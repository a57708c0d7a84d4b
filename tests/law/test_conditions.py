"""A condition put to a weapon's claims: yes, no, or depends."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from armsref.law.claims import least_and_most
from armsref.law.conditions import Conditions, Holds, agreed, all_hold, any_holds
from armsref.model import NumberClaim, Reaches, Weapon

BASE = {
    "id": "x", "name": "X", "type": "ballistic-missile", "launched_from": ["ground"], "origin": ["su"],
    "answer": "A missile.", "sources": ["aca/inf"],
}  # fmt: skip


def weapon(**more: Any) -> Weapon:
    return Weapon.model_validate({**BASE, **more})


def claim(**amounts: Any) -> dict[str, Any]:
    return {**amounts, "source": "aca/inf"}


def answer(reaches: dict[str, Any], **more: Any) -> Holds:
    return Conditions().reach(weapon(**more), Reaches.model_validate(reaches)).holds


INF = {"range_km": {"min": 500, "max": 5500}}
ICBM = {"range_km": {"over": 5500}}


@pytest.mark.parametrize(
    ("reaches", "amounts", "expected"),
    [
        (INF, {"value": 500}, "yes"),
        (INF, {"value": 499}, "no"),
        (INF, {"value": 5500}, "yes"),
        (INF, {"value": 5501}, "no"),
        (ICBM, {"value": 5500}, "no"),
        (ICBM, {"value": 5501}, "yes"),
        (ICBM, {"max": 5500}, "no"),
        (INF, {"max": 5500}, "yes"),  # "up to 5,500 km" gives its reach
        (INF, {"min": 3000, "max": 5500}, "yes"),
        (INF, {"min": 3000, "max": 6000}, "depends"),
        (INF, {"min": 5500, "max": 6000}, "depends"),
        (INF, {"min": 400, "max": 500}, "depends"),
        (INF, {"min": 250}, "depends"),  # "over 250 km" may be anything above it
        (ICBM, {"min": 5600}, "yes"),
        (INF, {"value": 500, "about": "true"}, "depends"),
        (INF, {"value": 2000, "about": "true"}, "yes"),
        (INF, {"value": 300, "about": "true"}, "no"),
    ],
)
def test_an_amount_against_bounds(reaches: dict[str, Any], amounts: dict[str, Any], expected: Holds) -> None:
    assert answer(reaches, range_km=claim(**amounts)) == expected


def test_claims_on_both_sides_of_a_bound_leave_it_open_and_are_named() -> None:
    entry = weapon(range_km=[claim(value=2500, by="US"), claim(value=480, by="Russia"), claim(min=400)])
    finding = Conditions().reach(entry, Reaches.model_validate(INF)).findings[0]
    assert finding.holds == "depends"
    assert [[claim.by for claim in group] for group in (finding.saying_yes, finding.saying_no, finding.unsure)] == [
        ["US"], ["Russia"], [None],
    ]  # fmt: skip


def test_at_least_so_much_leaves_what_the_other_claims_agree_on_as_it_is() -> None:
    assert answer(ICBM, range_km=[claim(value=500), claim(min=480)]) == "no"
    assert answer(ICBM, range_km=[claim(value=11000), claim(min=5000)]) == "yes"
    assert answer(ICBM, range_km=[claim(value=500), claim(min=6000)]) == "depends"
    assert answer(ICBM, range_km=[claim(min=480)]) == "depends"


def test_more_than_a_limit_is_above_it() -> None:
    assert answer(ICBM, range_km=claim(over=5500)) == "yes"
    assert answer(ICBM, range_km=claim(min=5500)) == "depends"
    assert answer(INF, range_km=claim(over=5500)) == "no"


def test_what_nobody_says_leaves_it_open() -> None:
    assert answer(INF) == "depends"
    assert answer({"warhead_type": ["nuclear"]}) == "depends"


@pytest.mark.parametrize(
    ("reaches", "more", "expected"),
    [
        ({"type": ["ballistic-missile", "cruise-missile"]}, {}, "yes"),
        ({"type": ["cruise-missile"]}, {}, "no"),
        ({"launched_from": ["ground", "silo"]}, {"launched_from": ["silo", "air"]}, "yes"),
        ({"launched_from": ["submarine"]}, {}, "no"),
        ({"basing": ["road-mobile"]}, {"basing": ["silo"]}, "no"),
        ({"warhead_type": ["nuclear"]}, {"warhead_type": ["conventional", "nuclear"]}, "yes"),
        ({"weapons": ["x", "y"]}, {}, "yes"),
        ({"weapons": ["y"]}, {}, "no"),
        ({"payload_kg": {"min": 500}}, {"payload_kg": claim(value=450)}, "no"),
    ],
)
def test_a_fact_against_what_is_asked(reaches: dict[str, Any], more: dict[str, Any], expected: Holds) -> None:
    assert answer(reaches, **more) == expected


def test_accounts_that_differ_on_what_it_is_leave_it_open() -> None:
    said = [claim(value="anti-satellite", by="US"), claim(value="interceptor", by="Russia")]
    assert answer({"type": ["interceptor"]}, type="anti-satellite", type_claims=said) == "depends"
    assert answer({"type": ["interceptor", "anti-satellite"]}, type="anti-satellite", type_claims=said) == "yes"
    assert answer({"type": ["bomb"]}, type="anti-satellite", type_claims=said) == "no"


def test_all_conditions_must_hold_of_one_version() -> None:
    # One version carries much a short way, the other little a long way: neither is within the terms.
    asked = {"range_km": {"min": 300}, "payload_kg": {"min": 500}}
    ranges = [claim(value=165, variant="Block I"), claim(value=400, variant="Block IA")]
    payloads = [claim(value=560, variant="Block I"), claim(value=230, variant="Block IA")]
    assert answer(asked, range_km=ranges, payload_kg=payloads) == "no"
    assert answer(asked, range_km=ranges, payload_kg=claim(value=560)) == "yes"
    reach = Conditions().reach(weapon(range_km=ranges, payload_kg=payloads), Reaches.model_validate(asked))
    assert {finding.variant for finding in reach.findings} == {"Block I"}


def test_all_conditions_must_hold() -> None:
    asked = {"type": ["ballistic-missile"], **INF}
    assert answer(asked, range_km=claim(value=1000)) == "yes"
    assert answer(asked, range_km=claim(value=100)) == "no"
    assert answer({"type": ["bomb"], **INF}) == "no"


def test_three_valued_logic() -> None:
    assert (all_hold(["yes", "depends"]), all_hold(["depends", "no"]), all_hold([])) == ("depends", "no", "yes")
    assert (any_holds(["no", "depends"]), any_holds(["depends", "yes"]), any_holds([])) == ("depends", "yes", "no")
    assert (agreed(["no", "no"]), agreed(["yes", "no"]), agreed([])) == ("no", "depends", "depends")


def test_the_same_conditions_are_put_to_a_weapon_once() -> None:
    conditions, entry, asked = Conditions(), weapon(range_km=claim(value=1000)), Reaches.model_validate(INF)
    assert conditions.reach(entry, asked) is conditions.reach(entry, asked)


KM = st.integers(0, 20_000)
EXACT = st.builds(lambda value, about: {"value": value, "about": str(about).lower()}, KM, st.booleans())
SPAN = st.builds(lambda km, other: {"min": min(km, other), "max": max(km, other)}, KM, KM)
ENDS = st.one_of(KM.map(lambda value: {"min": value}), KM.map(lambda value: {"max": value}))
CLAIMS = st.lists(st.one_of(EXACT, SPAN, ENDS).map(lambda amounts: claim(**amounts)), max_size=5)
BOUNDS = st.one_of(SPAN, ENDS, KM.map(lambda value: {"over": value}))


@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))), BOUNDS)
def test_the_order_of_claims_changes_nothing(
    orders: tuple[list[dict[str, Any]], list[dict[str, Any]]], bounds: dict[str, Any]
) -> None:
    first, second = (answer({"range_km": bounds}, range_km=claims) for claims in orders)
    assert first == second


@given(CLAIMS, CLAIMS, BOUNDS)
def test_a_claim_that_is_not_asked_about_changes_nothing(
    claims: list[dict[str, Any]], others: list[dict[str, Any]], bounds: dict[str, Any]
) -> None:
    asked = {"range_km": bounds}
    assert answer(asked, range_km=claims) == answer(asked, range_km=claims, payload_kg=others, length_m=others)


@given(CLAIMS, st.integers(0, 4), KM, KM, BOUNDS)
def test_to_widen_a_claim_never_turns_yes_into_no_nor_no_into_yes(
    claims: list[dict[str, Any]], index: int, down: int, up: int, bounds: dict[str, Any]
) -> None:
    assume(index < len(claims))
    least, most = least_and_most(NumberClaim.model_validate(claims[index]))
    assume(most < float("inf"))
    wider = [*claims]
    wider[index] = claim(min=max(0, least - down), max=most + up)
    before, after = (answer({"range_km": bounds}, range_km=given) for given in (claims, wider))
    assert {before, after} != {"yes", "no"}
