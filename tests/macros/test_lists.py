"""The lists as HTML and as Markdown: both say the same, and a text is shown, never run."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from armsref import load
from armsref.views.as_of import AsOf
from macros.lists import LISTS, finished_list
from macros.site import Site
from tests.conftest import Data, treaty, weapon

SITE = "https://example.org/reference/"
TODAY = date(2026, 11, 22)
HOSTILE = "<script>alert(1)</script>"
TOLD = "accounts: [{text: So., source: aca/inf}], sources: [aca/inf]"
FILES = {
    "treaties/a.yml": treaty(f"""
        name: "Pact {HOSTILE} \\"A\\""
        history:
          - {{date: 1972-10-03, act: entered-into-force, source: aca/inf}}
        parties: [us, su]
        provisions:
          - id: launch-notice
            what: "Notice {HOSTILE}."
            effect: requires-notification
            notice_hours: 24
            source: aca/inf
            reaches: {{type: [ballistic-missile]}}
    """),
    "treaties/b.yml": treaty("""
        name: The Treaty of an End
        short_name: B
        history:
          - {date: 1972-05-26, act: signed, source: aca/inf}
          - {date: 1972-10-03, act: entered-into-force, source: aca/inf}
          - {date: 2002-06-13, act: terminated, source: aca/inf}
    """),
    "weapons/w.yml": weapon(f'name: "W {HOSTILE}"'),
    "events.yml": f"""
        e: {{date: 1987-12-08, name: "E {HOSTILE}", launch: {{weapon: w, by: su, purpose: test}},
            answer: "It *flew* | {HOSTILE}.", {TOLD}}}
    """,
    "glossary.yml": f'g: {{name: "G {HOSTILE}", abbreviation: GG, answer: "What {HOSTILE} is.", sources: [aca/inf]}}',
    "organisations.yml": "o: {name: O, form: joint, states: [us], answer: It met., sources: [aca/inf]}",
}
# What Markdown leaves out: it is not the text of a list.
NOT_READ = {"nav", "form", "svg", "caption"}


@pytest.fixture
def as_of(data: Data) -> AsOf:
    return AsOf(load(data(FILES)), TODAY)


class _Reading(HTMLParser):
    """The runs of text that are read in a list, the tags in it, and the labels of its drawings."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[tuple[str, bool]] = []
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag != "input":
            self.inside.append((tag, tag in NOT_READ or "hidden" in given or given.get("aria-hidden") == "true"))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(left_out for _, left_out in self.inside) and data.strip():
            self.texts.append(" ".join(data.split()))


@pytest.mark.parametrize("name", LISTS)
def test_all_that_a_list_says_is_in_its_markdown_in_the_same_order(as_of: AsOf, name: str) -> None:
    finished = finished_list(as_of, name, "somewhere/", SITE)
    text, at = " ".join(re.sub(r"\\(.)", r"\1", finished.markdown).split()), 0
    for said in _Reading(finished.html).texts:
        assert said in text[at:], name
        at = text.index(said, at) + len(said)


@pytest.mark.parametrize("name", LISTS)
def test_what_a_text_says_is_never_markup(as_of: AsOf, name: str) -> None:
    finished = finished_list(as_of, name, "somewhere/", SITE)
    assert "script" not in [tag for tag, _ in _Reading(finished.html).tags]
    assert not re.search(r"(?<!\\)<script", finished.markdown)


def test_links_are_relative_on_a_page_and_whole_in_markdown(as_of: AsOf) -> None:
    finished = finished_list(as_of, "states_table", "states/", SITE)
    assert '<a href="ru/">Russia</a>' in finished.html
    assert f"[Russia]({SITE}states/ru/)" in finished.markdown


def test_a_row_tells_its_filters_what_they_ask(as_of: AsOf) -> None:
    html = finished_list(as_of, "treaties", "treaties/", SITE).html
    rows = {given.get("data-names"): given for tag, given in _Reading(html).tags if tag == "tr"}
    row = rows["b the treaty of an end"]
    assert (row["data-kind"], row["data-status"]) == ("Treaty", "Ended")


def test_a_life_is_drawn_on_a_page_and_told_in_markdown(as_of: AsOf) -> None:
    finished = finished_list(as_of, "timeline", "timeline/", SITE)
    told = "signed from 26 May 1972; in force from 3 October 1972; ended from 13 June 2002"
    assert told in [given.get("aria-label") for tag, given in _Reading(finished.html).tags if tag == "svg"]
    assert f"[{told}]({SITE}treaties/b/)" in finished.markdown


def test_groups_that_are_hidden_today_are_not_in_markdown(as_of: AsOf) -> None:
    finished = finished_list(as_of, "in_force", "in-force/", SITE)
    assert '<section class="group" data-status="suspended" aria-labelledby="suspended" hidden>' in finished.html
    assert "Suspended" not in finished.markdown


def test_a_form_is_not_for_reading(as_of: AsOf) -> None:
    finished = finished_list(as_of, "launch_form", "launch-notice/", SITE)
    assert "<form" in finished.html
    assert finished.markdown == ""


def test_what_is_stowed_is_kept_as_html_and_as_markdown_under_one_mark(as_of: AsOf) -> None:
    site = Site(as_of.dataset, TODAY)
    first, second = site.stow("<p>A</p>", "A"), site.stow("<p>B</p>")
    assert site.filled(f"{first}{second}") == "<p>A</p><p>B</p>"
    third = site.stow("<p>C</p>", "C")
    assert (site.filled(third), site.stowed_markdown("0"), site.stowed_markdown("1")) == ("<p>C</p>", "A", "")
    assert site.stowed_markdown("2") == "C"
