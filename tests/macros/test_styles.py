"""Material's style sheet, less what no page can use."""

from __future__ import annotations

import pytest

from macros.styles import reduced, words_of_pages

KNOWN = frozenset({"md-typeset", "index", "class"})


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-typeset{color:red}", ".md-typeset{color:red}"),
        (".md-search{color:red}", ""),
        (".md-typeset,.md-search{color:red}", ".md-typeset{color:red}"),
        (".md-typeset .tabbed a{color:red}", ""),
        ("a:not(.md-search){color:red}", "a:not(.md-search){color:red}"),
        ("[data-md-color-scheme=slate]{color:red}", ""),
        ("[dir=ltr] .index{color:red}", "[dir=ltr] .index{color:red}"),
        ("@media print{.md-search{top:0}.index{top:1px}}", "@media print{.index{top:1px}}"),
        ("@media print{.md-search{top:0}}", ""),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
    ],
)
def test_a_rule_stays_that_may_meet_something_on_a_page(css: str, kept: str) -> None:
    assert reduced(css, KNOWN) == kept


def test_a_custom_property_stays_where_a_rule_that_stays_asks_for_it() -> None:
    css = ":root{--a:var(--b);--b:1px;--c:2px;--d:3px}.index{top:var(--a)}.md-search{top:var(--c)}"
    assert reduced(css, KNOWN, others="a{top:var( --d )}") == ":root{--a:var(--b);--b:1px;--d:3px}.index{top:var(--a)}"


def test_the_words_of_pages_hold_the_classes_of_templates_and_scripts() -> None:
    assert {"md-typeset", "verdict", "answer-box", "search__count", "filters"} <= words_of_pages()
