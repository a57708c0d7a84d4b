"""What a page says of an entry: who says so, in the words of the field."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from armsref.history.release import Release
from armsref.loading.dataset import load
from armsref.prose.vocabulary import article
from macros.page import Page, page_for
from macros.render import entry_page
from macros.site import Site
from tests.conftest import Data, treaty, weapon

RELEASE = Release("2026.11.22", datetime(2026, 11, 22, tzinfo=UTC), "https://example.org/")
ABOUT = {"edit_url": "", "data_file": "data/x.yml"}


def page(data: Data, files: dict[str, str], entry_id: str) -> Page:
    site = Site(load(data(files)), date(2026, 11, 22))
    return page_for(site, site.dataset[entry_id])


def markdown(data: Data, files: dict[str, str], entry_id: str) -> str:
    site = Site(load(data(files)), date(2026, 11, 22))
    return entry_page(site, site.dataset[entry_id], RELEASE, ABOUT)


def test_claims_that_differ_stand_side_by_side_in_the_order_of_the_data(data: Data) -> None:
    text = """
        range_km:
          - {max: 5500, by: ru, as_of: 2025-12-18, source: aca/inf}
          - {value: 5000, by: Somebody Else, source: aca/inf}
    """
    ((label, claims, differ),) = page(data, {"weapons/x.yml": weapon(text)}, "x").facts()
    assert (label, differ) == ("Range", True)
    assert claims[0].startswith("up to 5,500 km (up to 3,420 miles) <small>[Russia](../states/ru.md")
    assert "18&nbsp;December&nbsp;2025" in claims[0]
    assert claims[1].startswith("5,000 km (3,110 miles) <small>Somebody Else</small>")


def test_a_claim_without_a_speaker_is_its_publishers(data: Data) -> None:
    ((_, (claim,), differ),) = page(
        data, {"weapons/x.yml": weapon("range_km: {value: 500, source: aca/inf}")}, "x"
    ).facts()
    assert "<small>Arms Control Association</small>" in claim
    assert not differ


def test_sources_are_numbered_as_they_are_cited(data: Data) -> None:
    shown = page(data, {"weapons/x.yml": weapon("range_km: {value: 500, source: aca/inf}")}, "x")
    assert shown.cite(["aca/inf"]) == "<sup>[1](#source-1)</sup>"
    assert [number for number, _ in shown.sources()] == [1]


def test_an_act_is_told_with_who_did_it_and_when_it_takes_effect(data: Data) -> None:
    text = """
        history:
          - {date: 2019-02-02, act: withdrawal-announced, actors: us, takes_effect: 2019-08-02, source: aca/inf}
    """
    shown = page(data, {"treaties/x.yml": treaty(text)}, "x")
    told = shown.happened(shown.entry.history[0])
    assert told.startswith("**Withdrawal announced** by the [United States](../states/us.md")
    assert "to take effect on 2&nbsp;August&nbsp;2019" in told


def test_who_says_so_of_an_act_stands_after_it(data: Data) -> None:
    text = "history: [{date: 1987, act: suspended, actors: us, by: Somebody, source: aca/inf}]"
    shown = page(data, {"treaties/x.yml": treaty(text)}, "x")
    assert shown.happened(shown.entry.history[0]).endswith(" <small>Somebody</small>.<sup>[1](#source-1)</sup>")


def test_a_term_is_written_small_in_running_text_and_large_at_its_start(data: Data) -> None:
    glossary = """
        range: {name: Range, answer: How far it flies., sources: [aca/inf]}
        mach-number: {name: Mach number, proper_name: true, answer: A speed., sources: [aca/inf]}
    """
    shown = page(data, {"weapons/x.yml": weapon(""), "glossary.yml": glossary}, "x")
    assert [words.split("]")[0] for words in shown.inline("[[range]] [[range]] [[mach-number]]").split("[")[1:]] == [
        "Range",
        "range",
        "Mach number",
    ]


def test_the_page_of_an_entry_begins_with_its_name_its_status_and_its_answer(data: Data) -> None:
    lines = [line for line in markdown(data, {"treaties/x.yml": treaty("")}, "x").splitlines() if line]
    assert lines[0] == "# INF Treaty {#entry}"
    assert 'class="status status--signed"' in lines[1]
    assert lines[3] == "Banned missiles."


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("I", "Article I"),
        ("I, IV, V", "Articles I, IV, V"),
        ("XV", "Article XV"),
        ("Annex 2", "Annex 2"),
        ("Protocol, Part One", "Protocol, Part One"),
    ],
)
def test_an_article_is_cited_as_the_field_does(written: str, printed: str) -> None:
    assert article(written) == printed


def linked(data: Data, text: str) -> str:
    """A text of an entry on the INF Treaty, as it is shown on that entry's page."""
    files = {
        "treaties/inf-treaty.yml": treaty("name: INF Treaty"),
        "weapons/oreshnik.yml": weapon("name: Oreshnik"),
    }
    return page(data, files, "inf-treaty").prose(text)


def test_the_first_mention_of_an_entry_links_by_itself(data: Data) -> None:
    shown = linked(data, "The Oreshnik flew. The Oreshnik fell.")
    assert shown.count("](../weapons/oreshnik.md") == 1
    assert shown.startswith("The [Oreshnik](")
    assert shown.endswith("The Oreshnik fell.")


def test_no_link_is_made_to_the_page_itself_or_in_a_link_or_a_quotation(data: Data) -> None:
    assert "](" not in linked(data, "The INF Treaty ended.")
    assert "](" not in linked(data, 'It is "like an Oreshnik", he said.')
    assert linked(data, "[[oreshnik|A missile]]; the Oreshnik flew.").count("](") == 1


def test_words_after_an_exclamation_mark_are_no_link(data: Data) -> None:
    assert linked(data, "The [[!Oreshnik]] flew.") == "The Oreshnik flew."


def test_a_name_that_two_entries_share_is_not_linked(data: Data) -> None:
    files = {"weapons/x.yml": weapon("name: Kedr One"), "weapons/y.yml": weapon("name: Y\naliases: [Kedr One]")}
    site = Site(load(data({**files, "treaties/t.yml": treaty()})), date(2026, 11, 22))
    assert page_for(site, site.dataset["t"]).prose("Kedr One flew.") == "Kedr One flew."


@pytest.mark.parametrize(
    ("folder", "text"), [("treaties", treaty("wikidata: Q1")), ("weapons", weapon("wikidata: Q1"))]
)
def test_the_item_of_wikidata_is_linked_beside_the_names(data: Data, folder: str, text: str) -> None:
    names = markdown(data, {f"{folder}/x.yml": text}, "x").partition("{#names}")[2]
    assert '<a href="https://www.wikidata.org/wiki/Q1" rel="noreferrer">Q1</a>' in names
