"""What the search looks through: names, the days of a life, and the words of texts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from armsref import load
from armsref.views.as_of import AsOf
from macros import search
from tests.conftest import Data, treaty, weapon

FILES = {
    "treaties/pact.yml": treaty("""
        name: Missile Pact
        aliases: [Pact of Reykjavik]
        summary: "Spoken of [[arrow|that missile]]. It bans and bans and bans and bans the missile."
        history:
          - {date: 1972-10-03, act: signed, actors: [us, su], source: aca/inf}
          - {date: ~1973-02, act: entered-into-force, source: aca/inf}
        parties: [us, su]
    """),
    "weapons/arrow.yml": weapon("""
        name: Arrow
        origin: [us]
        history: [{date: 1960, act: deployed, source: aca/inf}]
    """),
}


def as_of(data: Data) -> AsOf:
    return AsOf(load(data(FILES)), date(2026, 11, 22))


def named(found: AsOf, address: str) -> dict[str, Any]:
    return next(entry for entry in json.loads(search.names_file(found)) if entry["u"] == address)


def words(found: AsOf, address: str) -> list[str]:
    names, texts = json.loads(search.names_file(found)), json.loads(search.texts_file(found))
    return str(next(text for entry, text in zip(names, texts, strict=True) if entry["u"] == address)).split()


def test_an_entry_has_its_other_names_and_the_days_of_its_life(data: Data) -> None:
    entry = named(as_of(data), "treaties/pact/")
    assert entry["t"] == "Missile Pact"
    assert "Pact of Reykjavik" in entry["n"]
    assert entry["d"] == [
        ["1972-10-03", "signed by the United States and the Soviet Union"],
        ["1973-02", "entered into force"],
    ]


def test_the_steps_of_a_weapon_are_days_too(data: Data) -> None:
    assert named(as_of(data), "weapons/arrow/")["d"] == [["1960", "deployed"]]


def test_texts_are_words_without_links_and_without_those_that_all_texts_have(data: Data) -> None:
    found = words(as_of(data), "treaties/pact/")
    assert {"spoken", "missile", "bans"} <= {*found}
    assert not {"the", "and", "arrow"} & {*found}


def test_a_word_that_comes_often_is_told_three_times(data: Data) -> None:
    assert words(as_of(data), "treaties/pact/").count("bans") == 3


def test_a_weapon_is_found_by_the_state_that_made_it(data: Data) -> None:
    assert "states" in words(as_of(data), "weapons/arrow/")
