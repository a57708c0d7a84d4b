"""Whose place a state takes in an agreement, when and in what, and what is left of one that is over."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.law.standing import StandingInterval, standing_on
from armsref.model import Treaty
from tests.conftest import STATES, Data, plain, treaty

HEAD = "state,signed,bound,act,left,note\n"


def act(day: str, name: str, actors: str = "") -> str:
    by = f", actors: {actors}" if actors else ""
    return f"  - {{date: {day}, act: {name}, source: aca/inf{by}}}\n"


FORCE = act("1980-01-01", "signed") + act("1981-01-01", "entered-into-force")
# France takes the place of the United States, which goes on; Russia that of the Soviet Union, which is gone in 1991.
TAKES = "parties: [us, su]\nsuccession: {us: [fr], su: [ru]}\nhistory:\n" + FORCE
SUCCEEDS = act("1990-01-01", "succeeded", actors="fr")


def place(
    data: Data, text: str, state: str, day: str = "2000-01-01", rows: str = "", states: str = STATES
) -> StandingInterval:
    files = {"treaties/x.yml": treaty(text), "states.yml": states}
    dataset = load(data(files | ({"participation/x.csv": HEAD + rows} if rows else {})))
    entry = dataset["x"]
    assert isinstance(entry, Treaty)
    interval = standing_on(dataset, entry, state, date.fromisoformat(day))
    assert interval
    return interval


def told(interval: StandingInterval) -> tuple[str, str | None]:
    return interval.words, interval.successor_to


def test_a_state_that_succeeds_has_what_its_predecessor_has(data: Data) -> None:
    assert told(place(data, TAKES + SUCCEEDS, "fr", "1989-12-31")) == ("not a party", None)
    assert told(place(data, TAKES + SUCCEEDS, "fr", "1990-01-01")) == ("party", "us")
    signed_only = TAKES.replace(act("1981-01-01", "entered-into-force"), "")
    assert told(place(data, signed_only + SUCCEEDS, "fr")) == ("signatory", "us")


def test_a_state_that_succeeds_to_one_that_had_left_is_not_bound_by_that(data: Data) -> None:
    left = act("1985-01-01", "withdrew", actors="us")
    of_three = TAKES.replace("[us, su]", "[us, su, ru]")
    assert place(data, of_three + left + SUCCEEDS, "fr").words == "signatory"


def test_a_state_takes_no_place_by_what_another_or_it_itself_does_otherwise(data: Data) -> None:
    others = act("1990-01-01", "succeeded", actors="ru")
    assert told(place(data, TAKES + others, "fr")) == ("not a party", None)
    assert told(place(data, TAKES + act("1990-01-01", "ratified", actors="fr"), "fr")) == ("ratified", None)


def test_a_state_does_not_inherit_the_withdrawal_of_one_that_is_gone(data: Data) -> None:
    of_three = TAKES.replace("parties: [us, su]", "parties: [us, su, fr]").replace("us: [fr], ", "")
    assert told(place(data, of_three + act("1985-01-01", "withdrew", actors="su"), "ru")) == ("not a party", None)


def test_whose_place_a_state_took_is_told_only_where_it_surely_took_it(data: Data) -> None:
    states = plain(STATES).replace("existed_until: 1991-12-26", "existed_until: 1991")
    assert told(place(data, TAKES, "ru", "1991-06-01", states=states)) == (
        "unclear between not a party and party",
        None,
    )
    assert told(place(data, TAKES, "ru", "1992-01-01", states=states)) == ("party", "su")


MANY = "participation_source: aca/inf\nhistory:\n" + FORCE


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("fr,1980-01-01,,,,\n", "never bound"),
        ("fr,1980-01-01,1980-06-01,ratification,,\n", "former party"),
        ("fr,1980-01-01,1980-06-01,ratification,1985-01-01,\n", "withdrawn"),
    ],
)
def test_when_an_agreement_is_over_those_that_it_bound_are_former_parties(data: Data, row: str, words: str) -> None:
    assert place(data, MANY + act("1995-01-01", "terminated"), "fr", rows=row).words == words


def test_who_was_bound_by_what_never_entered_into_force_is_no_former_party(data: Data) -> None:
    never = "participation_source: aca/inf\nhistory:\n" + act("1980-01-01", "signed") + act("1995-01-01", "terminated")
    assert place(data, never, "fr", rows="fr,1980-01-01,1980-06-01,ratification,,\n").words == "never bound"
