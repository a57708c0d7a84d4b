"""Names in the addresses of pages and of mail are no words of a text."""

from __future__ import annotations

import pytest

from armsref import load
from armsref.annotation.finder import Finder
from armsref.annotation.forms import form_table
from tests.conftest import Data, treaty

FILES = {"treaties/x.yml": treaty("name: Some Long Treaty\nabbreviation: SLT")}


def found_at(data: Data, text: str) -> list[int]:
    """Where in a text SLT is found."""
    return [match.start for match in Finder(form_table(load(data(FILES)))).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/SLT",
        "HTTP://example.org/SLT",
        "www.example.org/SLT",
        "see:https://example.org/SLT",
        "a@SLT.org",
        "SLT@example.org",
        "SLT@b.c",
        "a@SLT.c",
        "@someone@SLT.org",
        "https://x.org SLT@example.org",
    ],
)
def test_a_name_in_an_address_is_not_found(data: Data, text: str) -> None:
    assert found_at(data, text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("the SLT (https://example.org)", 4),
        ("the SLT(https://example.org/SLT)", 4),
        ("https://example.org the SLT", 24),
        ("the SLT and a@example.org", 4),
        ("pre-SLT @example.org", 4),  # an address ends and begins at a space
        ("@SLT", 1),
        ("SLT@org", 0),  # no dot: no address
        ("SLT@org.", 0),  # the end of a sentence
        ("SLT@.org", 0),
        ("a@SLT", 2),
    ],
)
def test_a_name_beside_an_address_or_in_what_is_none_is_found(data: Data, text: str, at: int) -> None:
    assert found_at(data, text) == [at]


def test_each_address_of_a_text_is_seen_also_after_one_with_several_marks(data: Data) -> None:
    assert found_at(data, "https://example.org/@someone https://example.org/SLT and SLT") == [57]
