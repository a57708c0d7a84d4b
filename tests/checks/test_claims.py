"""Are quantities possible, and complete?"""

import pytest

from tests.conftest import Data, problems, treaty, weapon


def test_a_least_above_the_most_is_found_at_its_claim(data: Data) -> None:
    text = """
        range_km:
          - {value: 5000, source: aca/inf}
          - {min: 5500, max: 500, source: aca/inf}
    """
    assert problems(data({"weapons/rsd-10.yml": weapon(text)}), "min-above-max") == [
        "weapons/rsd-10.yml:3:5: min 5500 is above max 500. Exchange them."
    ]


def test_a_condition_of_a_provision_is_checked_too(data: Data) -> None:
    text = """
        provisions:
          - id: ban
            effect: prohibits
            what: Missiles.
            reaches: {range_km: {min: 5500, max: 500}}
            source: aca/inf
    """
    assert problems(data({"treaties/inf.yml": treaty(text)}), "min-above-max") == [
        "treaties/inf.yml:5:25: min 5500 is above max 500. Exchange them."
    ]


def test_bounds_in_order_pass_and_so_does_one_bound(data: Data) -> None:
    text = """
        range_km:
          - {min: 500, max: 5500, source: aca/inf}
          - {min: 500, max: 500, source: aca/inf}
          - {min: 500, source: aca/inf}
    """
    assert problems(data({"weapons/rsd-10.yml": weapon(text)}), "min-above-max") == []


def test_a_condition_that_leaves_nothing_is_found(data: Data) -> None:
    text = """
        provisions:
          - id: notice
            effect: requires-notification
            what: Launches.
            reaches: {range_km: {over: 5500, max: 5500}}
            source: aca/inf
    """
    assert problems(data({"treaties/inf.yml": treaty(text)}), "min-above-max") == [
        "treaties/inf.yml:5:25: over 5500 leaves nothing up to max 5500. Exchange them."
    ]


NOTICE = "provisions: [{id: notice, effect: requires-notification, what: Notice., source: aca/inf"


def test_a_provision_that_asks_for_notice_says_of_what(data: Data) -> None:
    found = problems(data({"treaties/x.yml": treaty(f"{NOTICE}}}]")}), "notice-of-what")
    assert found == [
        "treaties/x.yml:1:35: 'notice' asks for notice, but not of what. Add 'reaches' or 'trigger'; notice of "
        "anything but launches and exercises is 'commits'."
    ]


@pytest.mark.parametrize("more", ["reaches: {type: [bomb]}", "trigger: {activity: exercise}"])
def test_a_provision_that_says_of_what_it_asks_for_notice_is_in_order(data: Data, more: str) -> None:
    assert problems(data({"treaties/x.yml": treaty(f"{NOTICE}, {more}}}]")}), "notice-of-what") == []
