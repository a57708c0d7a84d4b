"""Names, rows of names, and numbers in running text."""

from __future__ import annotations

from typing import Any

import pytest

from armsref.model import NumberClaim
from armsref.prose.english import amount, begun, listed, number, the


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Russia", "Russia"),
        ("United States", "the United States"),
        ("Soviet Union", "the Soviet Union"),
        ("Unitedland", "Unitedland"),
    ],
)
def test_some_states_take_an_article(name: str, words: str) -> None:
    assert the(name) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_the_last_two_of_a_row_have_a_word_between_them(items: list[str], words: str) -> None:
    assert listed(items, "or") == words


@pytest.mark.parametrize(("sentence", "words"), [("in force", "In force"), ("INF", "INF"), ("a", "A"), ("", "")])
def test_a_sentence_begins_with_a_capital(sentence: str, words: str) -> None:
    assert begun(sentence) == words


@pytest.mark.parametrize(
    ("value", "words"), [(13600, "13,600"), (2.5, "2.5"), (500.0, "500"), (1234567890, "1,234,567,890")]
)
def test_thousands_are_set_apart_and_nothing_is_rounded(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ({"over": 500}, "over 500"),
        ({"over": 500, "max": 5500}, "over 500 and up to 5,500"),
        ({"over": 500, "about": True}, "over about 500"),
        ({"min": 3000, "max": 5500, "about": True}, "about 3,000–5,500"),
        ({"value": 0}, "0"),
        ({"max": 0}, "up to 0"),
        ({"min": 0}, "at least 0"),
    ],
)
def test_an_amount_says_on_which_side_of_its_bounds_it_lies(amounts: dict[str, Any], words: str) -> None:
    assert amount(NumberClaim.model_validate({"source": "a/b", **amounts})) == words
