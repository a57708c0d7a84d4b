"""A text written out with its names: numbered, listed below, coloured where that can be shown."""

from __future__ import annotations

from datetime import date

import click
import pytest

from armsref import load
from armsref.annotation.annotate import (
    Explained,
    InputText,
    UnreadableError,
    annotated_html,
    annotated_markdown,
    annotated_text,
    day_of,
    explain,
    read_input,
)
from armsref.annotation.finder import finder_of
from tests.conftest import Data, treaty, weapon

TODAY = date(2026, 11, 22)
FILES = {
    "treaties/a.yml": treaty("name: Anti-Kite Treaty\nabbreviation: AKT\nanswer: Banned kites."),
    "weapons/b.yml": weapon("name: Kite\naliases: [AKT]\nanswer: Flies."),
}


def explained(data: Data, words: str, on: date | None = None) -> Explained:
    dataset = load(data(FILES))
    return explain(dataset, finder_of(dataset), InputText("x.txt", words), on, TODAY)


def test_agreements_stand_before_weapons_and_both_before_states(data: Data) -> None:
    assert explained(data, "The Kite, the Anti-Kite Treaty and Russia, Russia.").order == ["a", "b", "ru"]


def test_each_name_has_the_number_of_its_entry_and_each_entry_its_answer_below_or_its_kind(data: Data) -> None:
    text = annotated_text(explained(data, "Russia left the Anti-Kite Treaty.", date(2026, 1, 1)), colour=False)
    assert text.splitlines() == [
        "Russia[2] left the Anti-Kite Treaty[1].",
        "",
        "As of 1 January 2026:",
        "[1] Anti-Kite Treaty (Signed on 8 December 1987, not in force): Banned kites.",
        "[2] Russia: state",
    ]


def test_the_record_of_an_entry_has_its_answer_if_it_has_one(data: Data) -> None:
    entries = explained(data, "Russia left the Anti-Kite Treaty.").record()["entries"]
    assert [(entry["id"], entry["answer"], entry["first"]) for entry in entries] == [
        ("a", "Banned kites.", 16),
        ("ru", "", 0),
    ]


def test_a_name_that_two_entries_share_tells_both_and_is_no_link(data: Data) -> None:
    shared = explained(data, "The AKT <here>.")
    assert annotated_text(shared, colour=False).startswith("The AKT[a or b?] <here>.")
    assert annotated_markdown(shared, "/") == "The AKT <here>."
    assert annotated_html(shared, "/") == "<pre>The AKT &lt;here&gt;.</pre>"


def test_where_colour_is_shown_names_are_underlined_and_numbers_dim(data: Data) -> None:
    text = annotated_text(explained(data, "The Kite."), colour=True)
    assert text.startswith(f"The {click.style('Kite', underline=True)}{click.style('[1]', dim=True)}.")


@pytest.mark.parametrize("markup", ["<SCRIPT>\nKite\n</script>", "<!--\nKite -->", '<p\ntitle="Kite">'])
def test_in_a_page_what_is_not_read_is_not_searched_over_several_lines_and_in_large_letters_too(
    data: Data, markup: str
) -> None:
    dataset = load(data(FILES))
    page = InputText("x.HTM", f"{markup} a Kite")
    (match,) = explain(dataset, finder_of(dataset), page, None, TODAY).matches
    assert match.start == len(markup) + 3


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ("On 2 August 2019", None, date(2019, 8, 2)),
        ("On 2 August 2019", date(2020, 1, 1), date(2020, 1, 1)),
        ("Once", None, TODAY),
    ],
)
def test_a_text_is_explained_for_the_day_asked_for_else_for_its_own_else_for_today(
    data: Data, words: str, on: date | None, expected: date
) -> None:
    assert explained(data, words, on).on == expected


def test_the_day_of_a_text_stands_in_its_first_2000_characters() -> None:
    day = "2019-08-02"
    assert day_of(" " * (2000 - len(day)) + day) == date(2019, 8, 2)
    assert day_of(" " * (2001 - len(day)) + day) is None


def test_what_has_a_null_at_its_beginning_is_no_text() -> None:
    assert read_input("x", b"a" * 4096 + b"\0").words.startswith("a")
    with pytest.raises(UnreadableError, match="not a text"):
        read_input("x", b"a" * 4095 + b"\0")


def test_an_answer_that_tells_of_later_days_is_not_told_of_an_earlier_text(data: Data) -> None:
    dataset = load(data({"weapons/b.yml": weapon(KITE)}))
    finder = finder_of(dataset)
    early, late = (explain(dataset, finder, InputText("x", "The Kite."), on, TODAY) for on in (EARLY, TODAY))
    facts = "Ballistic missile of the Soviet Union. First test: 1 May 1980."
    assert [each.record()["entries"][0]["answer"] for each in (early, late)] == [facts, "Fell in 1990."]
    assert annotated_text(early, colour=False).endswith(f"[1] Kite (In development): {facts}")
    assert facts in annotated_html(early, "/")
    assert "Fell in 1990." in annotated_html(late, "/")


EARLY = date(1980, 5, 1)
KITE = (
    "name: Kite\nanswer: Fell in 1990.\norigin: [su]\nhistory: [{date: 1980-05-01, act: first-test, source: aca/inf}]"
)
