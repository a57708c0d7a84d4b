"""Quotation marks of print."""

import pytest

from armsref.prose.texts import typographic


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('the "Oreshnik" missile', "the “Oreshnik” missile"),
        ("the state's 'zero' option", "the state’s ‘zero’ option"),
        ('("as written")', "(“as written”)"),
        ("parties' duties", "parties’ duties"),
    ],
)
def test_a_mark_opens_where_a_word_begins_and_closes_elsewhere(written: str, printed: str) -> None:
    assert typographic(written) == printed
