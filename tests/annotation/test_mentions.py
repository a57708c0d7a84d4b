"""Which entries name which."""

from armsref import load
from armsref.annotation.mentions import mentions_of
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


def test_no_entry_mentions_itself(data: Data) -> None:
    assert "a" not in mentioned(data, a=f"{A}\nsummary: The TOB banned balloons.")


def test_what_an_entry_mentions_is_told_too(data: Data) -> None:
    files = {"treaties/a.yml": treaty(A), "treaties/b.yml": treaty("summary: The TOB and [[a]].\nparties: [us]")}
    assert mentions_of(load(data(files))).of["b"] == ("a", "us")
