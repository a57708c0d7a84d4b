"""Text from the data in Markdown: shown, never run."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.markdown import Md, attribute, escaped, inline, prose

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
HARMLESS = {"p", "br", "em", "strong", "ul", "ol", "li"}
# Text with what Markdown, HTML and Jinja give a meaning to, far more often than chance would.
TEXTS = st.text(alphabet=st.sampled_from("ab 1.\n#*_-+=:<>{}[]()!|`~&\"'\\/^$@é"), max_size=60) | st.text(max_size=60)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert attrs == [], attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(text: str) -> Tags:
    tags = Tags()
    tags.feed(markdown.markdown(text, extensions=EXTENSIONS))
    tags.close()
    return tags


def named(entry_id: str, words: str | None, begins: bool) -> str:
    return words or (entry_id.upper() if begins else entry_id)


@given(TEXTS)
def test_escaped_text_is_one_paragraph_that_reads_as_it_was_written(text: str) -> None:
    tags = rendered(escaped(text))
    assert tags.seen <= {"p"}
    letters = [char for char in text if char.isalnum()]
    assert [char for char in tags.text if char.isalnum()] == letters


@given(TEXTS)
@example("\x1f#")
def test_prose_makes_paragraphs_lists_and_emphasis_and_nothing_else(text: str) -> None:
    assert rendered(prose(text, named)).seen <= HARMLESS


@given(TEXTS)
def test_no_macro_survives_in_text(text: str) -> None:
    for made in (escaped(text), prose(text, named), inline(text, named)):
        assert "{" not in made


def test_prose_keeps_paragraphs_lists_and_emphasis() -> None:
    assert rendered(prose("One *two*.\n\n- three\n- four", named)).seen == {"p", "em", "ul", "li"}


@pytest.mark.parametrize(
    "line", ["# not a heading", "1. not a list", "- not a list", "> not a quotation", ": not a definition"]
)
def test_a_text_in_a_line_begins_no_block(line: str) -> None:
    for made in (escaped(line), inline(line, named)):
        tags = rendered(made)
        assert tags.seen == {"p"}
        assert tags.text.strip() == line


@given(TEXTS)
def test_a_text_in_a_line_is_one_paragraph(text: str) -> None:
    assert rendered(inline(text, named)).seen <= {"p"}


def test_what_is_markdown_already_is_left_alone() -> None:
    assert escaped(Md("*x*")) == "*x*"


def test_a_link_begins_a_sentence_at_the_start_and_after_a_full_stop() -> None:
    assert inline("[[a]] and [[b]]. [[c]]", named) == "A and b. C"


def test_a_link_keeps_the_words_given_for_it_even_over_a_line_break() -> None:
    assert inline("See [[a|two\nwords]].", named) == "See two\nwords."


def test_an_attribute_closes_nothing() -> None:
    assert not set("\"'<>(){}[]`\\") & set(attribute("\"'<>(){}[]`\\"))


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
    assert escaped(typed) == printed


def test_an_apostrophe_after_a_link_closes() -> None:
    assert prose('[[inf]]\'s end, "[[inf]]" it said', lambda *_: Md("INF")) == "INF’s end, “INF” it said"
    assert inline("[[inf]]'s end", lambda *_: Md("INF")) == "INF’s end"
