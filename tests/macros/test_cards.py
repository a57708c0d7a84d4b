"""What a page is shared with, and its pictures."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from armsref.model.addresses import SECTIONS
from macros.cards import HEIGHT, OTHER, WIDTH, Shared
from tools import cards

MOST_BYTES = 40_000


def shared(title: str = "INF Treaty", image: str = "treaty") -> dict[str, str]:
    site = "https://example.org/reference/"
    return dict(Shared(title, "Banned.", f"{site}treaties/x/", image, "Reference", site).properties())


def test_a_page_is_shared_with_its_answer_address_and_picture() -> None:
    given = shared()
    assert given["og:title"] == "INF Treaty"
    assert given["og:description"] == "Banned."
    assert given["og:url"] == "https://example.org/reference/treaties/x/"
    assert given["og:image"] == "https://example.org/reference/assets/cards/treaty.png"
    assert (given["og:type"], given["og:site_name"]) == ("article", "Reference")
    assert given["twitter:card"] == "summary_large_image"


def test_a_page_that_is_no_entry_is_a_page_of_a_site() -> None:
    assert shared(image=OTHER)["og:type"] == "website"


def test_quotation_marks_are_those_of_print() -> None:
    assert shared('The "9M729"')["og:title"] == "The “9M729”"


def test_every_kind_has_a_picture() -> None:
    assert set(cards.KINDS) == {*SECTIONS, OTHER}


@pytest.mark.parametrize("kind", cards.KINDS)
def test_the_picture_was_drawn_from_what_its_tool_draws_now(kind: str) -> None:
    parts = dict(cards.chunks((cards.CARDS / f"{kind}.png").read_bytes()))
    assert parts[b"tEXt"] == cards.drawn_from(kind), "draw them anew with tools/cards.py"


def test_the_tool_draws_a_picture_of_the_size_that_is_told() -> None:
    drawn = dict(cards.chunks(cards.png("treaty")))
    assert struct.unpack_from(">II", drawn[b"IHDR"]) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("picture", sorted(cards.CARDS.iterdir()), ids=lambda path: path.stem)
def test_a_picture_has_the_size_that_is_told_and_is_light(picture: Path) -> None:
    content = picture.read_bytes()
    assert content.startswith(cards.SIGNATURE)
    assert struct.unpack_from(">II", content, 16) == (WIDTH, HEIGHT)
    assert len(content) < MOST_BYTES
