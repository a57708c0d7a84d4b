"""A page's HTML as Markdown: each sort of element, and that text stays text."""

from __future__ import annotations

from html import escape
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.readable import markdown_escaped, markdown_of

PAGE = "https://example.org/reference/weapons/x/"


def read(html: str) -> str:
    return markdown_of(html, PAGE).rstrip("\n")


def rendered_text(markdown: str) -> str:
    """The text that a reader of Markdown sees; an error where it has more in it than text."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    parts = [child for token in tokens for child in token.children or ()]
    assert {part.type for part in parts} <= {"text", "text_special"}
    return "".join(part.content for part in parts)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<h1 id="entry">Oreshnik</h1><p>One.\nTwo.</p>', "# Oreshnik\n\nOne. Two."),
        ("<p><strong>Signed</strong> in <em>Geneva</em></p>", "**Signed** in *Geneva*"),
        ("<p>8&nbsp;December&nbsp;1987</p>", "8 December 1987"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li>a<p>b</p></li></ul>", "- a\n\n  b"),
        ("<dl><dt>Range</dt><dd>1 km</dd><dd>2 km</dd></dl>", "Range\n:   1 km\n:   2 km"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<p>The file <code>a_b.yml</code></p>", "The file `a_b.yml`"),
        ('<pre><code class="language-sh">a |\n  b_c</code></pre>', "```sh\na |\n  b_c\n```"),
        ("<details><summary>More</summary><p>a</p></details>", "*More*\n\na"),
        ('<p><span class="address">https://example.org/</span></p>', "<https://example.org/>"),
    ],
)
def test_elements_become_what_markdown_has_for_them(html: str, markdown: str) -> None:
    assert read(html) == markdown


def test_a_table_has_a_row_a_line_and_its_bars_are_kept() -> None:
    head, row = "<tr><th>A</th><th>B</th></tr>", "<tr><td>1|2</td><td></td></tr>"
    html = f"<table><caption>T</caption><thead>{head}</thead><tbody>{row}</tbody></table>"
    assert read(html) == "| A | B |\n| --- | --- |\n| 1\\|2 |  |"


def test_code_in_a_cell_stays_in_its_line() -> None:
    fold = "<details><summary>B</summary><pre>{\n [c_d]\n}</pre></details>"
    html = f"<table><tr><th>A</th></tr><tr><td>{fold}</td></tr></table>"
    assert read(html) == "| A |\n| --- |\n| B `{ [c_d] }` |"


def test_a_table_in_a_list_stands_within_its_item() -> None:
    table = "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>"
    expected = dedent("""\
        - a

          | A |
          | --- |
          | 1 |""")
    assert read(f"<ul><li>a{table}</li></ul>") == expected


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("../../states/ru/", "https://example.org/reference/states/ru/"),
        ("../y/#claims", "https://example.org/reference/weapons/y/#claims"),
        ("../", "https://example.org/reference/weapons/"),
        ("#claims", "https://example.org/reference/weapons/x/#claims"),
        ("https://example.com/a?b=1&amp;c=2", "https://example.com/a?b=1&c=2"),
        ("https://example.com/a_(b)", "<https://example.com/a_(b)>"),
        ("https://example.com/a b<c>", "https://example.com/a%20b%3Cc%3E"),
    ],
)
def test_links_are_absolute(href: str, address: str) -> None:
    assert read(f'<p><a href="{href}" title="An answer.">x</a></p>') == f"[x]({address})"


def test_an_exclamation_mark_before_a_link_makes_no_picture_of_it() -> None:
    assert read('<p>No!<a href="#a">x</a></p>') == f"No\\![x]({PAGE}#a)"


def test_who_says_so_follows_a_dash_and_sources_stand_in_brackets() -> None:
    html = (
        '<dl><dt>Range <span class="differ">accounts differ</span></dt><dd>5 km <small>Russia, 2025</small>'
        '<sup><a href="#source-1">1</a> <a href="#source-2">2</a></sup><br><small>A note.</small></dd></dl>'
    )
    assert read(html) == "Range – accounts differ\n:   5 km – Russia, 2025 [1, 2] – A note."


def test_what_is_small_after_a_sentence_stands_in_brackets() -> None:
    assert read("<p>Title. <small>news</small></p>") == "Title. (news)"


def test_what_only_a_screen_needs_is_left_out_with_the_text_after_it_kept() -> None:
    html = (
        "<nav>a</nav>b<script>c</script> d<form>e</form> f <span hidden>g</span>h<!-- i --> j"
        '<span aria-hidden="true">k</span>'
    )
    assert read(html) == "b d f h j"


def test_what_stands_above_a_figure_that_is_text_is_kept() -> None:
    assert read("<figure><figcaption>RIS</figcaption><pre>TY  - GEN</pre></figure>") == "RIS\n\n```\nTY  - GEN\n```"


def test_a_drawing_is_what_it_says_of_itself() -> None:
    svg = '<svg aria-label="Range of X: 5."><text>5</text></svg>'
    html = f'<figure class="drawing">{svg}<figcaption>Thick lines.</figcaption></figure>'
    assert read(html) == "Range of X: 5."


@given(st.text(max_size=60))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    # Characters that HTML cannot hold are not at issue here, nor is white space, which HTML does not keep.
    kept = "".join(char for char in text if char.isprintable() or char.isspace())
    assert rendered_text(read(f"<p>{escape(kept)}</p>")).split() == kept.split()


@given(st.text(alphabet="ab*_`[]()<>!#+-.:~=1|\\& \n;", max_size=40))
def test_marks_of_markdown_in_a_text_mean_nothing(text: str) -> None:
    assert rendered_text(read(f"<p>{escape(text)}</p>")).split() == text.split()


def test_a_text_by_itself_has_its_marks_defused() -> None:
    assert markdown_escaped("a_b [c] <d>") == "a\\_b \\[c\\] \\<d>"
