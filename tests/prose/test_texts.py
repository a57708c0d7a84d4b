"""Texts of the data, plain and as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import armsref
from armsref.model.references import LINK
from armsref.prose.lines import Emphasis, Words, plain_line
from armsref.prose.texts import (
    Block,
    Listing,
    Paragraph,
    begins_sentence,
    markdown,
    parsed,
    plain,
    plain_prose,
    typographic,
)
from tests.built import TOP, real_data
from tests.conftest import Data

TERMS = """
    warhead:
      name: Warhead
      answer: What explodes.
      sources: [aca/inf]
"""
SITE = "https://example.org/reference/"


def dataset(data: Data) -> armsref.Dataset:
    return armsref.load(data({"glossary.yml": TERMS}))


def test_a_link_leaves_its_words(data: Data) -> None:
    assert plain(dataset(data), "[[warhead|Warheads]] of [[ru]]") == "Warheads of Russia"


def test_a_term_within_a_sentence_has_a_small_letter(data: Data) -> None:
    assert plain(dataset(data), "A [[warhead]]. [[warhead]] count.") == "A warhead. Warhead count."


def test_what_is_no_link_leaves_its_words(data: Data) -> None:
    assert plain(dataset(data), "[[!warhead]] and [[nothing]] and [[nothing|some words]]") == (
        "warhead and nothing and some words"
    )


@pytest.mark.parametrize(
    "before", ["", "One. ", "Why? ", "He said: ", '"', 'One.") ', "one\n\n", "one\n- ", "one\n  * "]
)
def test_a_sentence_begins(before: str) -> None:
    assert begins_sentence(before)


@pytest.mark.parametrize("before", ["One ", "one, ", "one\n", "two-", "2 * ", 'one "'])
def test_a_sentence_goes_on(before: str) -> None:
    assert not begins_sentence(before)


def test_paragraphs_and_items_are_a_line_each(data: Data) -> None:
    text = "One that\nis wrapped.\n\n- an item that\n  is wrapped\n- another"
    assert plain_prose(dataset(data), text) == "One that is wrapped.\n\n- an item that is wrapped\n- another"


def test_plain_prose_has_no_marks_of_emphasis(data: Data) -> None:
    assert plain_prose(dataset(data), "The *Oreshnik* and **not** 2 * 3 * 4") == "The Oreshnik and not 2 * 3 * 4"


def test_markdown_has_whole_addresses(data: Data) -> None:
    assert markdown(dataset(data), "A *[[warhead]]* of [[ru|Russia]].", SITE) == (
        "A *[warhead](https://example.org/reference/glossary/warhead/)* of "
        "[Russia](https://example.org/reference/states/ru/)."
    )


def test_markdown_escapes_what_would_be_markup(data: Data) -> None:
    assert markdown(dataset(data), "a_b <i> [x](y) `z`", SITE) == r"a\_b \<i> \[x\](y) \`z\`"


@given(st.text(alphabet="[]|!ab \n*-.", max_size=60))
def test_no_link_is_left_in_a_plain_text(text: str) -> None:
    empty = armsref.Dataset(TOP, {}, {}, {})
    found = list(LINK.finditer(text))
    if not found:
        assert plain(empty, text).replace("*", "").split() == text.replace("*", "").split()
    else:
        assert len(plain(empty, text)) < len(text)


def test_no_text_of_the_real_data_keeps_a_mark() -> None:
    real = real_data()
    left = [entry.id for entry in real if entry.summary and "[[" in plain_prose(real, entry.summary)]
    assert left == []


# The tree


def tree(text: str) -> tuple[Block, ...]:
    return parsed(armsref.Dataset(TOP, {}, {}, {}), text)


def test_paragraphs_lists_and_emphasis_are_all_the_markup_there_is() -> None:
    paragraph, listing = tree("One *two* **three**.\n\n- a\n  b\n- c")
    assert paragraph == Paragraph(
        (
            Words("One "),
            Emphasis((Words("two"),)),
            Words(" "),
            Emphasis((Words("three"),), strong=True),
            Words("."),
        )
    )
    assert listing == Listing(False, ((Words("a b"),), (Words("c"),)))


def test_a_year_at_the_start_of_a_line_begins_no_list() -> None:
    (paragraph,) = tree("It ended in\n1988. Then it went on.")
    assert paragraph == Paragraph((Words("It ended in 1988. Then it went on."),))


def test_a_list_goes_on_over_a_blank_line() -> None:
    assert tree("1. a\n\n2. b") == (Listing(True, ((Words("a"),), (Words("b"),))),)


def test_what_follows_such_a_list_stays() -> None:
    listing = Listing(True, ((Words("a"),), (Words("b"),), (Words("c"),)))
    assert tree("1. a\n\n2. b\n\n3. c\n\nWords.") == (listing, Paragraph((Words("Words."),)))


def test_a_list_with_numbers_does_not_go_on_as_one_without() -> None:
    assert tree("1. a\n\n- b") == (Listing(True, ((Words("a"),),)), Listing(False, ((Words("b"),),)))


@given(st.text(alphabet="ab *-+.1[]|!\n", max_size=80))
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    words = "".join(plain_line(block.line) if isinstance(block, Paragraph) else "" for block in tree(text))
    if not any(isinstance(block, Listing) for block in tree(text)) and "[[" not in text:
        assert [char for char in words if char.isalpha()] == [char for char in text if char.isalpha()]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"spiral of escalation"', "“spiral of escalation”"),
        ("Russia's", "Russia’s"),
        ("the parties' view", "the parties’ view"),
        ("a ('so called') test", "a (‘so called’) test"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
    ],
)
def test_quotation_marks_are_those_of_print(typed: str, printed: str) -> None:
    assert typographic(typed) == printed
