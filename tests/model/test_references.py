"""What an entry refers to, in fields and in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.model import Entry, Refers, Treaty
from armsref.model.references import LINK, citations_of, linked_ids, links_of, marked, models_in
from tests.conftest import Data, treaty, weapon


def read_treaty(data: Data, text: str) -> Entry:
    return load(data({"treaties/inf.yml": treaty(text)}))["inf"]


def read_weapon(data: Data, text: str) -> Entry:
    return load(data({"weapons/rsd-10.yml": weapon(text)}))["rsd-10"]


def test_a_text_links_by_id_with_words_or_without() -> None:
    assert list(linked_ids("See [[inf-treaty]] and [[ru|Russia]].")) == ["inf-treaty", "ru"]


@pytest.mark.parametrize("text", ["[inf]", "[[inf]", "[[inf", "[[a[b]]", "[ [inf] ]"])
def test_anything_else_in_brackets_is_no_link(text: str) -> None:
    assert list(linked_ids(text)) == []


def test_words_of_a_link_may_be_in_any_script() -> None:
    (link,) = LINK.finditer("[[oreshnik|«Орешник»]]")
    assert (link["id"], link["words"]) == ("oreshnik", "«Орешник»")


@given(st.text())
def test_any_text_can_be_searched_for_links(text: str) -> None:
    assert all("[" not in link for link in linked_ids(text))


def test_links_come_from_fields_texts_and_speakers(data: Data) -> None:
    entry = read_treaty(
        data,
        """
        summary: Replaced by [[start-i]].
        related: [{id: new-start, how: parallel}]
        parties: [us]
        succession: {su: [ru, by]}
        participants: {value: 2, by: un, source: aca/inf}
        history:
          - {date: 1987, act: signed, actors: [us, su], note: "[[verification]]", source: aca/inf}
        provisions:
          - {id: ban, effect: prohibits, what: "[[cruise-missile]]", reaches: {weapons: [gryphon]}, source: aca/inf}
        """,
    )
    assert list(links_of(marked(entry))) == [
        "start-i", "new-start", "us", "su", "ru", "by", "un", "verification", "us", "su", "cruise-missile", "gryphon",
    ]  # fmt: skip


def test_a_speaker_in_words_is_no_link(data: Data) -> None:
    entry = read_weapon(data, "range_km: {value: 5000, by: Vladimir Putin, source: aca/inf}")
    assert list(links_of(marked(entry))) == ["su"]


def test_claims_whose_value_is_an_entry_are_links(data: Data) -> None:
    entry = read_weapon(data, "derived_from: {value: rs-26, source: aca/inf}")
    assert list(links_of(marked(entry))) == ["su", "rs-26"]


def test_brackets_in_a_name_are_no_link(data: Data) -> None:
    assert list(links_of(marked(read_treaty(data, "name: A [[treaty]]")))) == []


def test_sources_are_cited_wherever_they_stand(data: Data) -> None:
    entry = read_weapon(
        data,
        """
        designations: {nato: [SS-20, {value: Saber, source: nti/ss-20}]}
        range_km:
          - {value: 5000, source: [aca/a, aca/b]}
          - {value: 5500, source: aca/c}
        """,
    )
    assert sorted(citations_of(marked(entry))) == ["aca/a", "aca/b", "aca/c", "aca/inf", "nti/ss-20"]


def test_each_reference_comes_with_its_path_and_with_what_it_must_be(data: Data) -> None:
    entry = read_treaty(data, "history: [{date: 1987, act: signed, actors: [us, su], source: aca/inf}]\nparties: [us]")
    found = [(each.path, each.value) for each in marked(entry) if isinstance(each.marker, Refers)]
    assert found == [(("parties", 0), "us"), (("history", 0, "actors", 0), "us"), (("history", 0, "actors", 1), "su")]


def test_a_path_is_in_the_words_of_the_data(data: Data) -> None:
    launch = "{weapon: rsd-10, by: ru, from: Kapustin Yar, purpose: test}"
    events = f"test: {{name: Test, date: 1987, answer: A., sources: [aca/inf], launch: {launch}}}"
    entry = load(data({"events.yml": events}))["test"]
    assert ("launch", "weapon") in [each.path for each in marked(entry)]


def test_models_come_with_their_paths(data: Data) -> None:
    entry = read_weapon(data, "range_km: [{value: 1, source: aca/a}, {value: 2, source: aca/a}]")
    assert [path for path, _ in models_in(entry)] == [(), ("range_km", 0), ("range_km", 1)]


def test_models_in_mappings_are_found(data: Data) -> None:
    entry = read_weapon(data, "designations: {nato: [SS-20]}")
    assert [path for path, _ in models_in(entry)] == [(), ("designations", "nato", 0)]


def test_a_treaty_without_references_has_its_own_history_only(data: Data) -> None:
    entry = read_treaty(data, "")
    assert isinstance(entry, Treaty)
    assert list(links_of(marked(entry))) == []


def test_words_that_are_to_be_no_link_refer_to_nothing() -> None:
    assert list(linked_ids("[[!INF Treaty]] and [[oreshnik]]")) == ["oreshnik"]
