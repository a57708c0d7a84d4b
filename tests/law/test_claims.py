"""What claims say, and whether they differ."""

from math import inf, nextafter

import pytest

from armsref.law.claims import differ, least_and_most
from armsref.model import NumberClaim, TextClaim


def amount(**fields: object) -> NumberClaim:
    return NumberClaim.model_validate({"source": "aca/inf", **fields})


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"value": 500}, {"value": 500, "by": "ru"}, False),
        ({"value": 500}, {"value": 500, "variant": "M"}, False),
        ({"value": 500}, {"value": 480}, True),
        ({"value": 500}, {"max": 500}, True),
        ({"value": 500}, {"value": 500, "about": "true"}, True),
        ({"over": 500}, {"min": 500}, True),
    ],
)
def test_amounts_differ_in_what_they_give_and_not_in_who_gives_it(
    first: dict[str, object], second: dict[str, object], expected: bool
) -> None:
    assert differ([amount(**first), amount(**second)]) == expected


def test_words_differ_as_they_stand() -> None:
    solid, liquid = (TextClaim(value=value, source=("aca/inf",)) for value in ("solid", "liquid"))
    assert differ([solid, liquid])
    assert not differ([solid, solid])
    assert not differ([])


@pytest.mark.parametrize(
    ("fields", "least", "most"),
    [
        ({"value": 500}, 500, 500),
        ({"min": 400, "max": 500}, 400, 500),
        ({"min": 400}, 400, inf),
        ({"over": 400}, nextafter(400, inf), inf),
        ({"over": 400, "max": 500}, nextafter(400, inf), 500),
        ({"max": 500}, 500, 500),
        ({"max": 0}, 0, 0),
        ({"value": 500, "about": "true"}, 450, 550),
        ({"min": 400, "max": 500, "about": "true"}, 360, 550),
    ],
)
def test_an_amount_may_mean_from_its_least_to_its_most(fields: dict[str, object], least: float, most: float) -> None:
    assert least_and_most(amount(**fields)) == pytest.approx((least, most))
