"""In which forms the names of entries are looked for."""

from __future__ import annotations

import pytest

from armsref import load
from armsref.annotation.forms import comparable, form_table
from tests.conftest import Data, treaty, weapon


def forms(data: Data, files: dict[str, str], entry_id: str = "x") -> set[str]:
    return {form.text for form in form_table(load(data(files))).forms if form.id == entry_id}


def treaty_forms(data: Data, name: str) -> set[str]:
    return forms(data, {"treaties/x.yml": treaty(f"name: {name}")})


def weapon_forms(data: Data, name: str) -> set[str]:
    return forms(data, {"weapons/x.yml": weapon(f"name: {name}")})


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Open Skies Treaty", {"treaty on open skies"}),
        ("Treaty on Open Skies", {"open skies treaty"}),
        ("Treaty on the Open Skies", {"open skies treaty"}),
        ("Kite Treaty", set()),
        ("Red 2 Treaty", set()),
    ],
)
def test_an_agreement_on_something_is_called_by_it_in_both_orders(data: Data, name: str, others: set[str]) -> None:
    turned = {form for form in treaty_forms(data, name) if not form.endswith("s") or form.endswith("skies")}
    assert turned == {comparable(name), *others}


@pytest.mark.parametrize(
    ("name", "form", "is_one"),
    [
        ("START I", "start 1", True),
        ("START 2", "start ii", True),
        ("START VI", "start 6", False),
        ("Vector", "vector", True),
    ],
)
def test_a_number_is_written_in_roman_or_in_arabic_numerals(data: Data, name: str, form: str, is_one: bool) -> None:
    assert (form in treaty_forms(data, name)) == is_one


def test_a_number_alone_is_no_name_in_the_other_numerals(data: Data) -> None:
    files = {"glossary.yml": "x: {name: IV, answer: A., sources: [aca/inf]}"}
    assert "4" not in forms(data, files)


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("Topolek", "topoleks"),
        ("Battery", "batteries"),
        ("Convoy", "convoys"),
        ("Launch", "launches"),
        ("Fox", "foxes"),
        ("SS-20", "ss 20s"),
        ("Kh-22N", "kh 22ns"),
    ],
)
def test_the_plural_of_a_name_is_looked_for(data: Data, name: str, plural: str) -> None:
    assert {comparable(name), plural} <= weapon_forms(data, name)


@pytest.mark.parametrize("name", ["Missiles", "1987", "Cruise (small)"])
def test_no_plural_is_made_where_none_can_be(data: Data, name: str) -> None:
    assert weapon_forms(data, f'"{name}"') == {comparable(name)}


@pytest.mark.parametrize(
    ("name", "other"), [("RS-28", "rs28"), ("RS28", "rs 28"), ("9M729", "9m 729"), ("R-36M", "r36m")]
)
def test_a_designation_is_written_with_and_without_its_hyphen(data: Data, name: str, other: str) -> None:
    assert {comparable(name), other} <= weapon_forms(data, name)


@pytest.mark.parametrize(("name", "plural"), [("Exocète", "exocetes"), ("Łuna", "łunas")])
def test_a_name_in_latin_letters_has_a_plural_in_s(data: Data, name: str, plural: str) -> None:
    assert plural in weapon_forms(data, name)


def test_a_name_in_other_letters_has_the_endings_of_its_own_language(data: Data) -> None:
    assert weapon_forms(data, "Тополёк") == {"тополек"}
    assert treaty_forms(data, "Договор РСМД") == {
        "договор рсмд", "договора рсмд", "договору рсмд", "договором рсмд", "договоре рсмд",
    }  # fmt: skip


def test_the_code_of_a_state_and_single_letters_are_not_looked_for(data: Data) -> None:
    italy = "x: {name: Italy, iso: IT, aliases: [I, Italian Republic], names: {it: [Italia]}, sources: [aca/inf]}"
    assert forms(data, {"states.yml": italy}) >= {"italy", "italian republic", "italia"}
    assert not {"it", "i"} & forms(data, {"states.yml": italy})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Taepo–dong  2", "taepo dong 2"),
        ("Exocète", "exocete"),
        ("İskender", "iskender"),
        ("\u01c4\u01c5", "\u01c6\u01c6"),  # one character for two letters
        ("ﬁ", "ﬁ"),
        ("O’Neill", "o'neill"),
        ("a\u00adb\u200b", "ab"),
    ],
)
def test_texts_are_compared_small_without_accents_and_without_what_is_not_seen(text: str, plain: str) -> None:
    assert comparable(text) == plain


def test_a_capital_in_a_frame_is_compared_as_a_small_letter() -> None:
    assert comparable("🄰") == "a"
