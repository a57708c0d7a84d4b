"""What claims say, and whether they differ."""

import pytest

from armsref.law.claims import differ
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
