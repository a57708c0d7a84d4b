"""Finished parts are kept from the converter of Markdown, and each is made once its page is."""

from __future__ import annotations

from markupsafe import Markup

from macros.finished import Finished, Stow, filled


def part(letter: str) -> Finished:
    return Finished(Markup("<p>{}</p>").format(letter), letter)


def test_a_part_stands_in_the_place_of_its_mark_in_either_form() -> None:
    stow = Stow()
    source = f"Before\n\n{stow.keep(lambda: part('A'))}\n\n{stow.keep(lambda: part('B'))}"
    parts = stow.parts_of(source)
    assert filled(source, {mark: part.markdown for mark, part in parts.items()}) == "Before\n\nA\n\nB"
    assert filled(source, {mark: part.html for mark, part in parts.items()}) == "Before\n\n<p>A</p>\n\n<p>B</p>"


def test_a_part_is_made_when_its_page_is() -> None:
    stow, made = Stow(), []

    def make(letter: str) -> Finished:
        made.append(letter)
        return part(letter)

    first, second = stow.keep(lambda: make("A")), stow.keep(lambda: make("B"))
    assert made == []
    stow.parts_of(second)
    assert made == ["B"]
    stow.parts_of(first)
    assert made == ["B", "A"]


def test_a_mark_within_a_part_is_left_alone() -> None:
    stow = Stow()
    mark = stow.keep(lambda: part("A"))
    assert filled(mark, {mark: f"It says {mark}."}) == f"It says {mark}."
