"""Texts of the data, plain and as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import armsref
from armsref.model.references import LINK
from armsref.prose.texts import begins_sentence, markdown, plain, plain_prose
from tests.built import TOP
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
        assert plain(empty, text) == text
    else:
        assert len(plain(empty, text)) < len(text)


def test_no_text_of_the_real_data_keeps_a_mark() -> None:
    real = armsref.load(TOP / "data")
    left = [entry.id for entry in real if entry.summary and "[[" in plain_prose(real, entry.summary)]
    assert left == []
