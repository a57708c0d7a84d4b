"""How a page shows the ways to cite it."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from armsref.export.citing import CITATION_FORMS, Citation, apa
from macros.citation import forms_html
from tests.export.test_citing import PAGE, WHOLE


def shown(citation: Citation) -> list[str]:
    return [unescape(part.split("</pre>")[0]) for part in forms_html(citation).split("<pre>")[1:]]


def test_the_four_forms_stand_there_to_be_read() -> None:
    assert shown(PAGE) == [apa(PAGE), *(form(PAGE).strip() for form in CITATION_FORMS.values())]


def test_each_file_is_downloaded_from_beside_the_page_under_a_name_that_says_what_it_cites() -> None:
    for name, download in zip(CITATION_FORMS, (".bib", ".ris", ".csl.json"), strict=True):
        assert f'<a href="{name}" download="armsref-inf-treaty{download}">' in forms_html(PAGE)


def test_a_title_is_no_markup() -> None:
    assert "<script>" not in forms_html(replace(PAGE, title="<script>alert(1)</script>"))


def test_what_is_cited_is_told() -> None:
    assert "<summary>Cite this page</summary>" in forms_html(PAGE)
    assert "<summary>Cite the data</summary>" in forms_html(WHOLE)
