"""What a rule of notification asks of a flight."""

from __future__ import annotations

from typing import Any

import pytest

from armsref.model import Trigger
from armsref.prose.triggers import flight_limits, launches_asked_about


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
