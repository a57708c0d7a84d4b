"""Lines and blocks as Markdown: a text is shown, never run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from armsref import Dataset, load
from armsref.prose.lines import Aside, Code, Emphasis, EntryLink, Line, SiteLink, SourceNumbers, Turn, WebLink, Words
from armsref.prose.texts import parsed
from armsref.views.parts import Fact
from macros.markdown.printer import Printer, code, code_block, destination, escaped, paragraph, table
from tests.conftest import Data, weapon

SITE = "https://example.org/reference/"
EMPTY = Dataset(Path("data"), {}, {}, {})
# Text with what Markdown, HTML and Jinja give a meaning to, far more often than chance would.
TEXTS = st.text(alphabet=st.sampled_from("ab 1.\n#*_-+=:<>{}[]()!|`~&\"'\\/^$@é"), max_size=60) | st.text(max_size=60)


def printer(data: Data | None = None) -> Printer:
    return Printer(load(data({"weapons/x.yml": weapon("name: X")})) if data else EMPTY, SITE)


def kinds_in(markdown: str) -> set[str]:
    tokens = MarkdownIt("commonmark").parse(markdown)
    return {child.type for token in tokens for child in token.children or ()} | {token.type for token in tokens}


@given(TEXTS)
@example("# not a heading")
@example("1. not a list")
@example("> not a quotation")
def test_any_text_is_one_paragraph_of_words(text: str) -> None:
    kinds = kinds_in(paragraph(escaped(text)))
    assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "text_special", "softbreak"}


@given(TEXTS)
def test_a_text_of_a_contributor_makes_paragraphs_lists_and_emphasis_and_nothing_else(text: str) -> None:
    kinds = kinds_in(printer().blocks(parsed(EMPTY, text)))
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_block", "fence", "code_inline"}


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ((Words("Signed"), Words(" in Geneva.")), "Signed in Geneva."),
        ((Emphasis((Words("Signed"),), strong=True), Words(" it")), "**Signed** it"),
        ((Words("500 km"), Words(" "), Aside((Words("TASS"),))), "500 km – TASS"),
        ((Words("It ended. "), Aside((Words("TASS"),))), "It ended. (TASS)"),
        ((Words("so "), SourceNumbers((1, 12))), "so [1, 12]"),
        ((Words("500 km"), Turn(), Aside((Words("a note"),))), "500 km – a note"),
        ((WebLink("https://a.org/x(y)", "text"),), "[text](<https://a.org/x(y)>)"),
        ((SiteLink("feed.xml", (Code("/feed.xml"),)),), f"[`/feed.xml`]({SITE}feed.xml)"),
        ((SiteLink("data/api/", (Words("Term"),), "term"),), f"[Term]({SITE}data/api/#term)"),
        ((Words("see "), Code("a_b  <c>")), "see `a_b <c>`"),
        ((Words("8\u00a0May"),), "8 May"),
    ],
)
def test_a_line_is_printed_part_by_part(line: Line, printed: str) -> None:
    assert printer().line(line) == printed


def test_a_link_has_the_whole_address_of_the_page(data: Data) -> None:
    line = (Words("Look!"), EntryLink("x", "[X]", "claims"))
    assert printer(data).line(line) == f"Look\\![\\[X\\]]({SITE}weapons/x/#claims)"


def test_facts_are_definitions() -> None:
    fact = Fact("Range", ((Words("1 km"),), (Words("2 km"),)), differ=True)
    assert printer().facts([fact]) == "Range – accounts differ\n:   1 km\n:   2 km"


def test_a_table_has_a_row_a_line_and_its_bars_are_kept() -> None:
    assert table(("A", "B"), [("1|2", "")]) == "| A | B |\n| --- | --- |\n| 1\\|2 |  |"


@given(st.text(max_size=80))
def test_a_destination_ends_no_link(url: str) -> None:
    assert not set(destination(url).strip("<>")) & set(" <>\\")


@given(TEXTS)
def test_any_text_is_code_within_a_line_and_nothing_else(text: str) -> None:
    assert kinds_in(f"a {code(f'x{text}')} b") <= {"paragraph_open", "inline", "paragraph_close", "text", "code_inline"}


@given(TEXTS)
def test_any_text_is_one_block_of_code(text: str) -> None:
    assert kinds_in(code_block(text, "sh")) == {"fence"}
