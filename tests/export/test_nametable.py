"""The table that pages search with says what Python's own says."""

import json

from armsref import load
from armsref.annotation.finder import BODIES, NEAR, NEAR_BODIES
from armsref.annotation.folding import CASES
from armsref.annotation.forms import FOLLOWERS, NameForm, form_table, plain_char
from armsref.export.lookup.nametable import CAPITALS, PROPER, UNSURE, endings, name_table, weapon_stretches
from armsref.law.status import weapon_status
from armsref.model import Weapon
from tests.built import real_data
from tests.conftest import Data, treaty, weapon
from tests.export.test_lookup import DAYS, held


def test_every_form_is_there_in_order_with_what_it_asks_for() -> None:
    dataset = real_data()
    table, written = form_table(dataset), json.loads(json.dumps(name_table(dataset)))
    entries = [each["id"] for each in written["entries"]]
    forms = [
        NameForm(text, entries[number], bool(flags & CAPITALS), bool(flags & PROPER), bool(flags & UNSURE))
        for text, number, flags in written["forms"]
    ]
    assert tuple(forms) == table.forms
    assert {each["id"]: each["kind"] for each in written["entries"]} == table.kinds
    assert {each["id"]: tuple(each["topics"]) for each in written["entries"]} == table.topics


def test_the_constants_are_those_of_the_rules(data: Data) -> None:
    rules = name_table(load(data({"treaties/inf-treaty.yml": treaty()})))["rules"]
    assert {kind: tuple(words) for kind, words in rules["followers"].items()} == FOLLOWERS
    assert set(rules["bodies"]) == BODIES
    assert (rules["near"], rules["nearBodies"]) == (NEAR, NEAR_BODIES)
    assert rf"(?:{'|'.join(rules['endings'])})(?!\w)" == CASES.pattern
    assert all(each.isalpha() for each in endings())
    assert {plain_char(char) for char in rules["spaces"]} == {" "}
    assert {plain_char(char) for char in rules["apostrophes"]} == {"'"}
    assert {"-", "–", "\n", "\u00a0"} <= set(rules["spaces"])
    assert "’" in rules["apostrophes"]


def test_the_status_of_a_weapon_looked_up_is_that_on_the_day(data: Data) -> None:
    history = """
        name: X
        history:
          - {date: 1990, act: first-test, source: aca/inf}
          - {date: 1995-03, act: in-service, source: aca/inf}
          - {date: 2003-05-06, act: retired, source: aca/inf}
          - {date: 2010, act: eliminated, source: aca/inf}
    """
    missile = load(data({"weapons/x.yml": weapon(history)}))["x"]
    assert isinstance(missile, Weapon)
    stretches: list[list[object]] = [[*each] for each in weapon_stretches(missile)]
    for on in DAYS:
        found = held(stretches, on)
        assert found
        assert found[1] == weapon_status(missile, on)
