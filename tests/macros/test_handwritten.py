"""A page that is written by hand, as Markdown: all that it says, with whole addresses, but not what only shows it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from macros.handwritten import HandwrittenPage, handwritten_pages

SITE = "https://example.org/reference/"


def read(source: str, path: str = "data/api.md", parts: dict[str, str] | None = None) -> str:
    return HandwrittenPage(path, "", "").markdown(dedent(source), parts or {}, SITE).rstrip("\n")


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.md", ""), ("data/index.md", "data/"), ("data/api.md", "data/api/"), ("about.md", "about/")],
)
def test_a_page_has_the_address_of_its_source(path: str, address: str) -> None:
    assert HandwrittenPage(path, "", "").address == address


def test_a_page_is_called_what_its_source_says(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/api.md").write_text('---\ntitle: API\ndescription: "All: it\'s \\"here\\""\n---\n\n# The API\n')
    (tmp_path / "plain.md").write_text("# Plain\n\n---\n\ntitle: none\n")
    assert list(handwritten_pages(tmp_path)) == [
        HandwrittenPage("data/api.md", "API", "All: it’s “here”"),
        HandwrittenPage("plain.md", "plain", ""),
    ]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("index.md", "data/"),
        ("../about/method.md#how-to-cite", "about/method/#how-to-cite"),
        ("../index.md", ""),
        ("#files", "data/api/#files"),
        ("../feed.xml", "data/feed.xml"),
    ],
)
def test_links_are_whole(target: str, address: str) -> None:
    assert read(f"See [this]({target}).") == f"See [this]({SITE}{address})."


def test_a_link_to_another_site_stays() -> None:
    assert read("[CC BY](https://example.com/by.md)") == "[CC BY](https://example.com/by.md)"


def test_a_link_that_is_written_as_html_is_one_of_markdown() -> None:
    assert read('See <a href="../../api/v1/all.json">all.json</a>.') == f"See [all.json]({SITE}api/v1/all.json)."


def test_what_only_shows_a_page_is_left_out() -> None:
    source = """\
        # Read

        Paste an article.
        {: .answer }

        <!-- search -->

        <div class="reader" data-reader markdown>

        It needs JavaScript.
        {: data-without=true }

        <form class="filters" hidden>
        <label>Text <textarea></textarea></label>
        </form>
        <div class="found" hidden></div>

        </div>

        <script type="module" src="../x.js"></script>

        The end.
        """
    assert read(source) == "# Read\n\nPaste an article.\n\nIt needs JavaScript.\n\nThe end."


def test_code_stays_as_it_is() -> None:
    source = """\
        Write `<div>` or `[x](y.md)`:

        ```html
        <script src="a.js"></script>


        <!-- here -->
        ```
        """
    assert read(source) == dedent(source).rstrip("\n")


def test_lists_stand_where_their_marks_are_and_one_without_words_leaves_no_gap() -> None:
    source = "One.\n\n<!-- stowed 3 -->\n\n<!-- stowed 4 -->\n\nTwo."
    parts = {"<!-- stowed 3 -->": "- <div> [x](y.md)", "<!-- stowed 4 -->": ""}
    assert read(source, parts=parts) == "One.\n\n- <div> [x](y.md)\n\nTwo."


def test_a_day_has_plain_spaces() -> None:
    assert read("On 8\u00a0December\u00a01987.") == "On 8 December 1987."
