"""How entries are related, read from both ends."""

from typing import get_args

from armsref import load
from armsref.loading.relations import INVERSE, related, relations
from armsref.model import RelationKind
from tests.conftest import Data, treaty

SHORT = dict[str, list[str]]


def related_ids(data: Data, entry_id: str, **texts: str) -> SHORT:
    dataset = load(data({f"treaties/{name}.yml": treaty(text) for name, text in texts.items()}))
    return {how: [entry.id for entry in entries] for how, entries in related(dataset, dataset[entry_id]).items()}


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


def told(data: Data, entry_id: str, **texts: str) -> list[tuple[str, str, str | None, str]]:
    """Every relation of an entry: the other, how, the note, and which of the two says so."""
    dataset = load(data({f"treaties/{name}.yml": treaty(text) for name, text in texts.items()}))
    stated = relations(dataset, dataset[entry_id])
    return [(each.other.id, each.how, each.note, each.stated_in.id) for each in stated]


def test_all_relations_are_told_with_their_notes_and_where_they_are_stated(data: Data) -> None:
    a = "related: [{id: b, how: limits, note: In part.}, {id: b}]"
    assert told(data, "a", a=a, b="") == [("b", "limits", "In part.", "a"), ("b", "see-also", None, "a")]
    assert told(data, "b", a=a, b="") == [("a", "limited-by", "In part.", "a"), ("a", "see-also", None, "a")]


def test_of_a_relation_that_both_ends_say_its_own_note_is_told(data: Data) -> None:
    a, b = "related: [{id: b, how: replaced-by, note: A.}]", "related: [{id: a, how: replaces, note: B.}]"
    assert told(data, "a", a=a, b=b) == [("b", "replaced-by", "A.", "a")]
    assert told(data, "b", a=a, b=b) == [("a", "replaces", "B.", "b")]


def test_every_relation_has_one_other_word_or_none() -> None:
    assert all(INVERSE[other] == one for one, other in INVERSE.items())
    assert set(INVERSE) <= set(get_args(RelationKind))
