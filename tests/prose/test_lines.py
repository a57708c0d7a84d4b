"""Lines of text as small trees."""

from __future__ import annotations

import pytest

from armsref.prose.lines import (
    NO_BREAK,
    Code,
    Emphasis,
    EntryLink,
    Line,
    SiteLink,
    SourceNumbers,
    Turn,
    WebLink,
    Words,
    in_series,
    joined,
    plain_line,
)

A, B, C = ((Words(letter),) for letter in "ABC")


def test_the_words_of_a_line_are_read_without_its_links_and_numbers() -> None:
    line = (
        Words(f"The{NO_BREAK}"),
        EntryLink("inf-treaty", "INF Treaty"),
        SourceNumbers((1, 2)),
        Turn(),
        Emphasis((Words("of "), Code("1987")), strong=True),
        WebLink("https://example.org/", " text"),
        SiteLink("about/", (Words(", about"),)),
    )
    assert plain_line(line) == "The INF Treaty of 1987 text, about"


@pytest.mark.parametrize(("lines", "words"), [([A], "A"), ([A, B], "A and B"), ([A, B, C], "A, B and C")])
def test_lines_in_a_series_have_a_word_before_the_last(lines: list[Line], words: str) -> None:
    assert plain_line(in_series(lines)) == words


@pytest.mark.parametrize(("lines", "words"), [([], ""), ([A], "A"), ([A, B, C], "A; B; C")])
def test_lines_in_a_row_have_words_between_each_two(lines: list[Line], words: str) -> None:
    assert plain_line(joined(lines, "; ")) == words
