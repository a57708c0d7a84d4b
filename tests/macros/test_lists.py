"""The lists as HTML and as Markdown: both say the same, and a text is shown, never run."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from armsref import load
from armsref.export import outputs
from armsref.export.edition import Edition
from armsref.history.release import Release
from armsref.views.as_of import AsOf
from macros.finished import Finished
from macros.lists import LISTS, OFFERS, finished_list, finished_offer
from macros.opendata import Publication
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
CODE = re.compile(r"^(`{3,}).*?^\1$|(`+)[^`\n]+\2", re.MULTILINE | re.DOTALL)
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


def assert_told_in_order(finished: Finished) -> None:
    """All that is read in the HTML is in the Markdown, in the same order."""
    text, at = " ".join(finished.markdown.replace("\\", "").split()), 0
    for said in _Reading(finished.html).texts:
        plain = said.replace("\\", "")
        assert plain in text[at:]
        at = text.index(plain, at) + len(plain)


def assert_inert(finished: Finished) -> None:
    """No text became markup."""
    assert "script" not in [tag for tag, _ in _Reading(finished.html).tags]
    assert not re.search(r"(?<!\\)<script", CODE.sub("", finished.markdown))


@pytest.mark.parametrize("name", LISTS)
def test_all_that_a_list_says_is_in_its_markdown_in_the_same_order(as_of: AsOf, name: str) -> None:
    assert_told_in_order(finished_list(as_of, name, "somewhere/", SITE))


@pytest.mark.parametrize("name", LISTS)
def test_what_a_text_says_is_never_markup(as_of: AsOf, name: str) -> None:
    assert_inert(finished_list(as_of, name, "somewhere/", SITE))


def test_both_hold_of_what_tells_of_the_published_files(as_of: AsOf, tmp_path: Path) -> None:
    release = Release("2026.11.20", datetime(2026, 11, 22, 12, tzinfo=UTC), SITE)
    outputs.write(Edition(as_of.dataset, release), tmp_path / "site")
    publication = Publication(as_of, release, tmp_path / "site")
    for name in OFFERS:
        finished = finished_offer(publication, name, "data/")
        assert_told_in_order(finished)
        assert_inert(finished)


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
    told = "signed from 26 May 1972; in force from 3 October 1972; ended on 13 June 2002"
    assert told in [given.get("aria-label") for tag, given in _Reading(finished.html).tags if tag == "svg"]
    assert f"[{told}]({SITE}treaties/b/)" in finished.markdown


def test_groups_that_are_hidden_today_are_not_in_markdown(as_of: AsOf) -> None:
    finished = finished_list(as_of, "in_force", "in-force/", SITE)
    assert '<section class="group" data-status="suspended" aria-labelledby="suspended" hidden>' in finished.html
    assert "Suspended" not in finished.markdown


def test_of_a_form_only_its_example_is_for_reading(as_of: AsOf) -> None:
    finished = finished_list(as_of, "launch_form", "launch-notice/", SITE)
    assert "<form" in finished.html
    assert finished.markdown.startswith("## Shown: ")
    assert "Launched by" not in finished.markdown
