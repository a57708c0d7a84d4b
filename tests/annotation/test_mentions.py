"""Which entries name which."""

import pytest

from armsref import Dataset, load
from armsref.annotation.finder import finder_of
from armsref.annotation.mentions import keep_names, mentions_of
from tests.conftest import Data, treaty

A = "name: Treaty on Balloons\nabbreviation: TOB"


def mentioned(data: Data, **texts: str) -> dict[str, tuple[str, ...]]:
    dataset = load(data({f"treaties/{name}.yml": treaty(text) for name, text in texts.items()}))
    return mentions_of(dataset).by


def test_who_refers_to_an_entry_mentions_it(data: Data) -> None:
    assert mentioned(data, a=A, b="related: [{id: a}]", c="summary: See [[a]].")["a"] == ("b", "c")


def test_who_names_it_in_a_text_mentions_it(data: Data) -> None:
    assert mentioned(data, a=A, b="summary: It followed the TOB.")["a"] == ("b",)


def test_who_does_so_often_comes_once(data: Data) -> None:
    assert mentioned(data, a=A, b="summary: The TOB, the [[a|treaty]] and the TOB.")["a"] == ("b",)


def test_a_quotation_or_a_name_kept_from_linking_is_no_mention(data: Data) -> None:
    assert "a" not in mentioned(data, a=A, b="summary: He said “the TOB is dead” of the [[!TOB]].")


def test_a_name_that_entries_share_is_no_mention_though_one_may_be_meant(data: Data) -> None:
    files = {
        "treaties/a.yml": treaty(A),
        "treaties/b.yml": treaty("summary: It followed the TOB talks."),
        "glossary.yml": "c: {name: Tethered balloon, abbreviation: TOB, answer: It flies., sources: [aca/inf]}",
    }
    dataset = load(data(files))
    (meant,) = finder_of(dataset).find("It followed the TOB talks.")
    assert (meant.id, meant.alternatives) == ("a", ("c",))
    assert "b" not in {*mentions_of(dataset).by.get("a", ()), *mentions_of(dataset).by.get("c", ())}


def test_no_entry_mentions_itself(data: Data) -> None:
    assert "a" not in mentioned(data, a=f"{A}\nsummary: The TOB banned balloons.")


def test_what_an_entry_mentions_is_told_too(data: Data) -> None:
    files = {"treaties/a.yml": treaty(A), "treaties/b.yml": treaty("summary: The TOB and [[a]].\nparties: [us]")}
    assert mentions_of(load(data(files))).of["b"] == ("a", "us")


def changed(data: Data, before: str, after: str) -> tuple[Dataset, Dataset]:
    """Two states of the data, between which one entry was edited; names in the first have been found."""
    earlier = load(data({"treaties/a.yml": treaty(before), "treaties/b.yml": treaty("summary: The TOB.")}))
    assert mentions_of(earlier).by["a"] == ("b",)
    later = load(data({"treaties/a.yml": treaty(after), "treaties/b.yml": treaty("summary: The TOB.")}))
    keep_names(later, earlier)
    return earlier, later


def test_names_that_were_found_are_kept_for_texts_that_stay(data: Data) -> None:
    earlier, later = changed(data, A, f"{A}\nsummary: Banned.")
    assert finder_of(later) is finder_of(earlier)
    assert mentions_of(later).by["a"] == ("b",)


@pytest.mark.parametrize("edited", ["name: Treaty on Balloons\nabbreviation: TB", f"{A}\ntopics: [space]"])
def test_names_are_found_anew_where_an_entry_goes_by_others_or_is_about_something_else(data: Data, edited: str) -> None:
    earlier, later = changed(data, A, edited)
    assert finder_of(later) is not finder_of(earlier)
    assert mentions_of(later).by.get("a") == mentions_of(load(later.root)).by.get("a")
