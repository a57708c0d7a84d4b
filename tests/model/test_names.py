"""Every name an entry goes by, and what counts as the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.model.names import folded, names_of
from tests.conftest import Data, treaty, weapon


def test_the_name_an_entry_is_called_by_comes_first(data: Data) -> None:
    text = "name: Intermediate-Range Nuclear Forces Treaty\nshort_name: INF Treaty"
    names = list(names_of(load(data({"treaties/inf.yml": treaty(text)}))["inf"]))
    assert [(name.surface, name.system) for name in names] == [
        ("INF Treaty", "short name"),
        ("Intermediate-Range Nuclear Forces Treaty", "name"),
    ]


def test_a_treaty_goes_by_all_of_these(data: Data) -> None:
    text = """
        name: INF Treaty
        abbreviation: INF
        aliases: [1987 Treaty]
        names: {ru: [ДРСМД, РСМД], zh: 中导条约}
        formal_name: Treaty on the Elimination of Missiles
    """
    names = list(names_of(load(data({"treaties/inf.yml": treaty(text)}))["inf"]))
    assert [(name.surface, name.system, name.path) for name in names] == [
        ("INF Treaty", "name", ("name",)),
        ("INF", "abbreviation", ("abbreviation",)),
        ("1987 Treaty", "alias", ("aliases", 0)),
        ("ДРСМД", "translation", ("names", "ru", 0)),
        ("РСМД", "translation", ("names", "ru", 1)),
        ("中导条约", "translation", ("names", "zh", 0)),
        ("Treaty on the Elimination of Missiles", "formal name", ("formal_name",)),
    ]


def test_a_weapon_goes_by_its_designations(data: Data) -> None:
    text = "designations: {nato: [SS-20, Saber], native: [{value: РСД-10, source: aca/inf}]}"
    names = names_of(load(data({"weapons/rsd-10.yml": weapon(text)}))["rsd-10"])
    assert [(name.surface, name.path) for name in names if name.system == "designation"] == [
        ("SS-20", ("designations", "nato", 0)),
        ("Saber", ("designations", "nato", 1)),
        ("РСД-10", ("designations", "native", 0)),
    ]


def test_a_state_goes_by_its_code(data: Data) -> None:
    states = "fr: {name: France, formal_name: the French Republic, iso: FR, sources: [aca/inf]}"
    names = names_of(load(data({"states.yml": states}))["fr"])
    assert [(name.surface, name.system) for name in names] == [
        ("France", "name"),
        ("the French Republic", "formal name"),
        ("FR", "code"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("INF Treaty", "inf treaty"),
        ("Burevestnik", "BUREVESTNIK"),
        ("орешник", "Орешник"),
        ("Déjà", "deja"),
        ("SS‑20", "SS-20"),
        ("SS–20", "SS-20"),
        ("d’Almaty", "d'Almaty"),
        ("New  START", " New START "),
        ("New\u00a0START", "New START"),
        ("Straße", "STRASSE"),
        ("№ 5", "no 5"),
        ("ё", "е"),
    ],
)
def test_names_that_differ_in_dress_only_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("SS-20", "SS-21"), ("INF", "INF Treaty"), ("SS-20", "SS20"), ("9М729", "9M729")]
)
def test_names_that_differ_otherwise_are_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.text())
def test_case_never_counts(name: str) -> None:
    assert folded(name.casefold()) == folded(name)
