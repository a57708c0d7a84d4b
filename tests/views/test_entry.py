"""What the page of an entry says: who says so, in the words of the field, with sources in the order of citation."""

from __future__ import annotations

from datetime import date

import pytest

from armsref import load
from armsref.prose.lines import Aside, EntryLink, SourceNumbers, WebLink, plain_line
from armsref.views.as_of import AsOf
from armsref.views.entry import EntryView, entry_view
from armsref.views.treaty import TreatyPart
from armsref.views.weapon import WeaponPart
from armsref.views.writer import Writer
from tests.conftest import STATES, Data, treaty, weapon

TODAY = date(2026, 11, 22)


def view(data: Data, files: dict[str, str], entry_id: str) -> EntryView:
    as_of = AsOf(load(data(files)), TODAY)
    return entry_view(as_of, as_of.dataset[entry_id])


def weapon_part(data: Data, text: str) -> WeaponPart:
    own = view(data, {"weapons/x.yml": weapon(text)}, "x").own
    assert isinstance(own, WeaponPart)
    return own


def treaty_part(data: Data, text: str) -> TreatyPart:
    own = view(data, {"treaties/x.yml": treaty(text)}, "x").own
    assert isinstance(own, TreatyPart)
    return own


def test_claims_that_differ_stand_side_by_side_in_the_order_of_the_data(data: Data) -> None:
    text = """
        range_km:
          - {max: 5500, by: ru, as_of: 2025-12-18, source: aca/inf}
          - {value: 5000, by: Somebody Else, source: aca/inf}
    """
    (fact,) = weapon_part(data, text).claims
    assert (fact.label, fact.differ) == ("Range", True)
    assert [plain_line(line) for line in fact.lines] == [
        "up to 5,500 km (up to 3,420 miles) Russia, 18 December 2025",
        "5,000 km (3,110 miles) Somebody Else",
    ]
    assert EntryLink("ru", "Russia") in next(part for part in fact.lines[0] if isinstance(part, Aside)).parts


def test_a_claim_without_a_speaker_is_its_publishers(data: Data) -> None:
    (fact,) = weapon_part(data, "range_km: {value: 500, source: aca/inf}").claims
    assert plain_line(fact.lines[0]).endswith("Arms Control Association")
    assert not fact.differ


def test_sources_are_numbered_as_they_are_cited(data: Data) -> None:
    shown = view(data, {"weapons/x.yml": weapon("range_km: {value: 500, source: aca/inf}")}, "x")
    assert shown.facts[-1].lines[0][-1] == SourceNumbers((1,))
    assert [(source.number, source.title) for source in shown.sources] == [(1, "The INF Treaty at a Glance")]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (
            "{date: 2019-02-02, act: withdrawal-announced, actors: us, takes_effect: 2019-08-02, source: aca/inf}",
            "Withdrawal announced by the United States, to take effect on 2 August 2019.",
        ),
        ("{date: 2019-08-02, act: withdrew, actors: us, source: aca/inf}", "The United States withdrew."),
        ("{date: 1999-01-01, act: joined, actors: [us, ru], source: aca/inf}", "The United States and Russia joined."),
        ("{date: 1992-05-23, act: succeeded, actors: ru, source: aca/inf}", "Russia succeeded to it."),
        ("{date: 1999-01-01, act: suspended, actors: ru, source: aca/inf}", "Suspended by Russia."),
        ("{date: 1999-01-01, act: entered-into-force, actors: ru, source: aca/inf}", "Entered into force for Russia."),
        (
            "{date: 1969-11-17, act: negotiations-began, place: Helsinki, source: aca/inf}",
            "Negotiations began (Helsinki).",
        ),
    ],
)
def test_an_act_is_told_with_who_did_it_in_grammatical_english(data: Data, act: str, told: str) -> None:
    (row,) = treaty_part(data, f"history: [{act}]").history
    assert plain_line(row.act) == told


def test_what_is_not_law_enters_into_effect(data: Data) -> None:
    text = "binding: politically\nhistory: [{date: 2002-11-25, act: entered-into-force, source: aca/inf}]"
    own = treaty_part(data, text)
    assert plain_line(own.history[0].act) == "Entered into effect."
    assert own.life == (("25 November 2002", "In effect"),)


def test_the_page_begins_with_its_name_its_status_and_its_answer(data: Data) -> None:
    head = view(data, {"treaties/x.yml": treaty("")}, "x").head
    assert (head.title, head.kind_words, head.answer) == ("INF Treaty", "Treaty", "Banned missiles.")
    assert head.status
    assert (head.status.code, head.status.words) == ("signed", "Signed on 8 December 1987, not in force")


def test_notice_tells_of_obligatory_and_of_permitted_exemptions(data: Data) -> None:
    text = """
        provisions:
          - id: notice
            effect: requires-notification
            what: Notice of launches.
            notice_hours: 24
            channel: the hotline
            exempts: [combat]
            may_exempt: [test, training]
            trigger: {activity: launch}
            source: aca/inf
    """
    (obligation,) = treaty_part(data, text).obligations
    assert obligation.notice == (
        "at least 24 hours ahead; channel: the hotline; not for combat; a party may leave out tests or training"
    )


# Texts


def line(data: Data, text: str, **others: str) -> str:
    """A text of an entry on the INF Treaty, with the id of each link in brackets after its words."""
    files = {
        "treaties/inf-treaty.yml": treaty("name: INF Treaty"),
        "weapons/oreshnik.yml": weapon("name: Oreshnik"),
        **others,
    }
    as_of = AsOf(load(data(files)), TODAY)
    parts = Writer(as_of, as_of.dataset["inf-treaty"]).line(text)
    return "".join(f"{part.words}<{part.id}>" if isinstance(part, EntryLink) else plain_line((part,)) for part in parts)


def test_a_term_is_written_small_in_running_text_and_large_at_its_start(data: Data) -> None:
    glossary = """
        range: {name: Range, answer: How far it flies., sources: [aca/inf]}
        mach-number: {name: Mach number, proper_name: true, answer: A speed., sources: [aca/inf]}
    """
    shown = line(data, "[[range]] [[range]] [[mach-number]]", **{"glossary.yml": glossary})
    assert shown == "Range<range> range<range> Mach number<mach-number>"


def test_the_first_mention_of_an_entry_links_by_itself(data: Data) -> None:
    assert line(data, "The Oreshnik flew. The Oreshnik fell.") == ("The Oreshnik<oreshnik> flew. The Oreshnik fell.")


def test_no_link_is_made_to_the_page_itself_or_in_a_link_or_a_quotation(data: Data) -> None:
    assert line(data, "The INF Treaty ended.") == "The INF Treaty ended."
    assert line(data, 'It is "like an Oreshnik", he said.') == "It is “like an Oreshnik”, he said."
    assert line(data, "[[oreshnik|A missile]]; the Oreshnik flew.") == "A missile<oreshnik>; the Oreshnik flew."


def test_words_after_an_exclamation_mark_are_no_link(data: Data) -> None:
    assert line(data, "The [[!Oreshnik]] flew.") == "The Oreshnik flew."


def test_a_name_that_two_entries_share_is_not_linked(data: Data) -> None:
    files = {"weapons/x.yml": weapon("name: Kedr One"), "weapons/y.yml": weapon("name: Y\naliases: [Kedr One]")}
    assert line(data, "Kedr One flew.", **files) == "Kedr One flew."


def test_a_title_has_the_quotation_marks_of_print_also_where_it_is_a_link(data: Data) -> None:
    files = {"weapons/z.yml": weapon("name: Satan's Son")}
    assert line(data, "[[z]]'s range", **files) == "Satan’s Son<z>’s range"


@pytest.mark.parametrize(
    ("folder", "text"), [("treaties", treaty("wikidata: Q1")), ("weapons", weapon("wikidata: Q1"))]
)
def test_the_item_of_wikidata_is_linked_beside_the_names(data: Data, folder: str, text: str) -> None:
    shown = view(data, {f"{folder}/x.yml": text}, "x")
    names = shown.own.names if isinstance(shown.own, WeaponPart) else shown.names
    (fact,) = [fact for fact in names if fact.label == "Wikidata"]
    assert plain_line(fact.lines[0]) == "Q1"


def test_a_page_begins_with_the_other_names_by_which_readers_come(data: Data) -> None:
    text = """
        name: 9M729
        aliases: [Novator 9M729, Iskander cruise missile]
        designations: {nato: [SSC-8 Screwdriver]}
        names: {ru: [9М729 Новатор], de: [Marschflugkörper]}
    """
    names = view(data, {"weapons/x.yml": weapon(text)}, "x").head.names
    assert [name.words for name in names] == ["SSC-8 Screwdriver", "Iskander cruise missile", "9М729 Новатор"]
    assert [name.language for name in names] == ["", "", "ru"]


def test_a_state_has_no_other_names_at_its_head(data: Data) -> None:
    states = STATES.replace("name: United States", "name: United States, aliases: [America]")
    assert view(data, {"states.yml": states}, "us").head.names == ()


def test_the_text_of_an_agreement_is_the_first_source_that_is_one_and_has_an_address(data: Data) -> None:
    sources = """
        publisher: Depositary
        kind: treaty-text
        items:
          paper: {title: On paper}
          text: {title: The text, url: "https://example.org/text"}
    """
    files = {
        "sources/depositary.yml": sources,
        "treaties/x.yml": treaty("sources: [aca/inf, depositary/paper, depositary/text]"),
    }
    (fact,) = [fact for fact in view(data, files, "x").facts if fact.label == "Text"]
    assert fact.lines == ((WebLink("https://example.org/text", "Depositary"),),)
