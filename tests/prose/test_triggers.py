"""What a rule of notification asks of a flight."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from armsref import load
from armsref.law.coverage import Coverage
from armsref.law.notices import flight_on_course, notices
from armsref.model import Trigger, Weapon
from armsref.prose.reasons import Reasons
from armsref.prose.triggers import flight_limits, launches_asked_about
from tests.conftest import Data, plain, treaty, weapon


@pytest.mark.parametrize(
    ("trigger", "words"),
    [
        ({}, ""),
        ({"activity": "exercise", "over_high_seas": True}, ""),
        ({"range_km_over": 500}, "only for launches of range over 500 km"),
        ({"altitude_km_over": 500}, "only for launches of altitude over 500 km"),
        ({"range_km_over": 0}, "only for launches of range over 0 km"),
        ({"beyond_national_territory": True}, "only for launches beyond national territory"),
        ({"towards_other_party": True}, "only for launches towards another party"),
        (
            {"range_km_over": 500, "altitude_km_over": 600, "over_high_seas": True},
            "only for launches of range over 500 km or altitude over 600 km and over the high seas",
        ),
    ],
)
def test_of_which_launches_alone_notice_is_asked(trigger: dict[str, Any], words: str) -> None:
    assert launches_asked_about(Trigger.model_validate(trigger)) == words


def test_a_rule_without_a_trigger_asks_of_any_launch() -> None:
    assert launches_asked_about(None) == ""
    assert flight_limits(None) == ""


RULE = """
    parties: [us, ru]
    history:
      - {date: 1990-01-01, act: signed, source: aca/inf}
      - {date: 1990-01-01, act: entered-into-force, source: aca/inf}
    provisions: [{id: rule, effect: requires-notification, what: Notice., source: aca/inf, trigger: {TRIGGER}}]
"""
BEYOND, SEAS = "beyond_national_territory: true", "over_high_seas: true"
TOWARDS, FAR = "towards_other_party: true", "range_km_over: 500"


@pytest.mark.parametrize(
    ("trigger", "towards", "words"),
    [
        (BEYOND, "us", "Within its terms, and binds Russia."),
        (
            BEYOND,
            "inside",
            "Asks only about flights that leave national territory, and this one does not leave that of Russia.",
        ),
        (
            BEYOND,
            None,
            "Asks only about flights that leave national territory, and whether this one does is not said; "
            "binds Russia.",
        ),
        (
            TOWARDS,
            "inside",
            "Asks only about flights in the direction of another party, and this one stays inside national territory.",
        ),
        (TOWARDS, "sea", "Asks only about flights in the direction of another party, and this one does not."),
        (
            TOWARDS,
            "su",
            "Asks only about flights in the direction of another party, and this one flies towards the Soviet Union.",
        ),
        (SEAS, "inside", "Asks only about flights over the high seas, and this one does not go there."),
        (FAR, "us", "Asks for range over 500 km, and it was not to go so far."),
    ],
)
def test_where_a_flight_goes_stands_beside_what_is_asked(
    data: Data, trigger: str, towards: str | None, words: str
) -> None:
    missile = weapon("name: X\norigin: [ru]\nrange_km: {value: 400, source: aca/inf}")
    agreement = treaty(plain(RULE).replace("TRIGGER", trigger))
    coverage = Coverage(load(data({"treaties/rule.yml": agreement, "weapons/x.yml": missile})))
    entry = coverage.dataset["x"]
    assert isinstance(entry, Weapon)
    (notice,) = notices(coverage, flight_on_course(entry, "ru", date(2018, 1, 1), "test", towards))
    assert Reasons(coverage.dataset).notice_sentence(notice) == words
