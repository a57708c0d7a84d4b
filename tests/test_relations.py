"""How entries are related, read from both ends."""

from datetime import date
from typing import get_args

from armsref import load
from armsref.model import RelationKind, Treaty
from armsref.relations import INVERSE, mentions, related, states_bound
from tests.conftest import Data, treaty

SHORT = dict[str, list[str]]


def related_ids(data: Data, entry_id: str, **texts: str) -> SHORT:
    dataset = load(data({f"treaties/{name}.yml": treaty(text) for name, text in texts.items()}))
    return {how: [entry.id for entry in entries] for how, entries in related(dataset, dataset[entry_id]).items()}


def bound(data: Data, text: str, table: str = "", on: date = date(2026, 1, 1)) -> frozenset[str]:
    head = "state,signed,bound,act,left,note\n"
    files = {"treaties/inf.yml": treaty(text)} | ({"participation/inf.csv": head + table} if table else {})
    dataset = load(data(files))
    entry = dataset["inf"]
    assert isinstance(entry, Treaty)
    return states_bound(dataset, entry, on)


def test_a_relation_is_read_from_the_entry_that_says_it(data: Data) -> None:
    assert related_ids(data, "b", a="", b="related: [{id: a, how: replaces}]") == {"replaces": ["a"]}


def test_a_relation_is_read_from_its_other_end_in_the_other_word(data: Data) -> None:
    assert related_ids(data, "a", a="", b="related: [{id: a, how: replaces}]") == {"replaced-by": ["b"]}


def test_a_relation_without_another_word_reads_the_same_from_both_ends(data: Data) -> None:
    assert related_ids(data, "a", a="", b="related: [{id: a, how: parallel}]") == {"parallel": ["b"]}


def test_a_relation_that_both_ends_say_comes_once(data: Data) -> None:
    a, b = "related: [{id: b, how: replaced-by}]", "related: [{id: a, how: replaces}]"
    assert related_ids(data, "a", a=a, b=b) == {"replaced-by": ["b"]}


def test_an_entry_comes_in_its_first_relation_only(data: Data) -> None:
    said = "related: [{id: b, how: limits}, {id: b}]"
    assert related_ids(data, "a", a=said, b="") == {"limits": ["b"]}


def test_a_mention_in_a_text_is_no_relation(data: Data) -> None:
    assert related_ids(data, "a", a="", b="summary: See [[a]].") == {}


def test_a_relation_that_leads_nowhere_is_passed_over(data: Data) -> None:
    assert related_ids(data, "a", a="related: [{id: nowhere}]") == {}


def test_mentions_are_the_entries_that_refer_to_one(data: Data) -> None:
    dataset = load(data({"treaties/a.yml": treaty(), "treaties/b.yml": treaty("summary: See [[a]].")}))
    assert [entry.id for entry in mentions(dataset, dataset["a"])] == ["b"]


def test_every_relation_has_one_other_word_or_none() -> None:
    assert all(INVERSE[other] == one for one, other in INVERSE.items())
    assert set(INVERSE) <= set(get_args(RelationKind))


def test_the_parties_of_a_bilateral_treaty_are_bound(data: Data) -> None:
    assert bound(data, "parties: [us, ru]") == {"us", "ru"}


def test_successors_are_bound_in_place_of_a_state_that_is_gone(data: Data) -> None:
    states = "ru: {name: Russia, sources: [aca/inf]}\nsu: {name: USSR, existed_until: 1991-12-26}\nus: {name: US}\n"
    dataset = load(
        data({"states.yml": states, "treaties/inf.yml": treaty("parties: [us, su]\nsuccession: {su: [ru]}")})
    )
    entry = dataset["inf"]
    assert isinstance(entry, Treaty)
    assert states_bound(dataset, entry, date(2026, 1, 1)) == {"us", "ru"}


def test_a_party_that_withdrew_is_not_bound(data: Data) -> None:
    left = "history: [{date: 1990, act: signed, source: aca/inf}, {date: 2002, act: withdrew, by: us, source: aca/inf}]"
    assert bound(data, f"parties: [us, ru]\n{left}") == {"ru"}


def test_a_table_says_who_is_bound(data: Data) -> None:
    rows = "us,1992,2002,ratification,2020,\nru,1992,2002,ratification,,\nsu,1992,,,,\n"
    assert bound(data, "participation_source: aca/inf", rows) == {"ru"}


def test_a_state_that_leaves_later_is_bound_until_then(data: Data) -> None:
    rows = "us,1992,2002,ratification,2020-11-22,\n"
    source = "participation_source: aca/inf"
    assert bound(data, source, rows, date(2020, 11, 21)) == {"us"}
    assert bound(data, source, rows, date(2020, 11, 22)) == set()


def test_successors_are_bound_from_the_day_their_predecessor_is_gone(data: Data) -> None:
    files = {
        "treaties/inf.yml": treaty("parties: [us, su]\nsuccession: {su: [ru]}"),
        "states.yml": """
            ru: {name: Russia, sources: [aca/inf]}
            su: {name: Soviet Union, existed_until: 1991-12-26, sources: [aca/inf]}
            us: {name: United States, sources: [aca/inf]}
        """,
    }
    dataset = load(data(files))
    entry = dataset["inf"]
    assert isinstance(entry, Treaty)
    assert states_bound(dataset, entry, date(1989, 1, 1)) == {"us", "su"}
    assert states_bound(dataset, entry, date(1992, 1, 1)) == {"us", "ru"}


def test_a_state_is_not_bound_before_the_day_of_its_row(data: Data) -> None:
    rows = "us,1992,2002,ratification,,\n"
    assert bound(data, "participation_source: aca/inf", rows, date(1999, 1, 1)) == set()
