"""Where a name ends in a text, with the endings that it takes in Russian and Ukrainian."""

from __future__ import annotations

import pytest

from armsref.annotation.folding import unbroken, word_end


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("орешник упал", "орешник", "орешник"),
        ("пуск орешника", "орешник", "орешника"),
        ("кедра", "кедр", "кедра"),
        ("кедрами", "кедр", "кедрами"),
        ("ракетаю", "ракета", "ракетаю"),
        ("луча", "луч", None),  # of three letters: too many words begin so
        ("про луча", "луч", None),
        ("орешниковый", "орешник", None),
        ("sarmatа", "sarmat", None),  # a Latin name with a Russian ending
        ("topols", "topol", None),
        ("monotopol", "topol", None),
        ("东风导弹", "东风", "东风"),  # no spaces between words
    ],
)
def test_a_name_is_a_whole_word_with_its_ending(text: str, name: str, whole: str | None) -> None:
    begins = text.index(name)
    end = word_end(text, begins, begins + len(name))
    assert (text[begins:end] if end else None) == whole


def test_a_word_broken_at_the_end_of_a_line_is_whole_and_keeps_its_length() -> None:
    broken = "the Oresh-\n  nik and SS-\n20"
    assert unbroken(broken).replace("\u00ad", "") == "the Oreshnik and SS-\n20"
    assert len(unbroken(broken)) == len(broken)
