"""Can every name be told apart?"""

import pytest

from tests.conftest import Data, problems, treaty, weapon


def test_a_name_of_two_entries_of_one_kind(data: Data) -> None:
    files = {
        "treaties/a.yml": treaty("name: INF Treaty"),
        "treaties/b.yml": treaty("name: Another\naliases: [INF treaty]"),
    }
    assert problems(data(files), "ambiguous-alias") == [
        "treaties/b.yml:2:11: 'INF treaty' is a name of 'a' too. Keep it where it is the usual name; reword it here."
    ]


@pytest.mark.parametrize("field", ["short_name: INF Treaty", "abbreviation: INF Treaty", "names: {fr: INF Treaty}"])
def test_every_kind_of_name_is_compared(data: Data, field: str) -> None:
    files = {"treaties/a.yml": treaty(), "treaties/b.yml": treaty(f"name: Another\n{field}")}
    assert len(problems(data(files), "ambiguous-alias")) == 1


def test_designations_are_handed_down_and_may_be_shared(data: Data) -> None:
    files = {f"weapons/{name}.yml": weapon(f"name: {name}\ndesignations: {{nato: [SS-20]}}") for name in ("a", "b")}
    assert problems(data(files), "ambiguous-alias") == []


def test_names_that_differ_pass(data: Data) -> None:
    files = {"treaties/a.yml": treaty("name: START I"), "treaties/b.yml": treaty("name: START II")}
    assert problems(data(files), "ambiguous-alias") == []


def test_a_name_of_two_kinds_is_a_warning(data: Data) -> None:
    files = {"treaties/a.yml": treaty("name: Pioneer"), "weapons/b.yml": weapon("name: Pioneer")}
    root = data(files)
    assert problems(root, "name-of-two-kinds") == [
        "weapons/b.yml:1:7: warning: 'Pioneer' is a name of the treaty 'a' too."
    ]
    assert problems(root, "ambiguous-alias") == []


def test_a_name_of_one_kind_is_no_warning(data: Data) -> None:
    files = {"treaties/a.yml": treaty("name: Pioneer"), "weapons/b.yml": weapon("name: Saber")}
    assert problems(data(files), "name-of-two-kinds") == []


def test_a_name_of_three_entries_is_told_at_each_but_the_first(data: Data) -> None:
    files = {f"treaties/{name}.yml": treaty("name: INF Treaty") for name in ("a", "b", "c")}
    found = problems(data(files), "ambiguous-alias")
    assert [line.split(":")[0] for line in found] == ["treaties/b.yml", "treaties/c.yml"]


@pytest.mark.parametrize("aliases", ["[INF Treaty]", "[INF, INF]"])
def test_a_name_that_an_entry_lists_twice(data: Data, aliases: str) -> None:
    (line,) = problems(data({"treaties/inf.yml": treaty(f"aliases: {aliases}")}), "repeated-name")
    assert line.startswith("treaties/inf.yml:1:1")
    assert line.endswith("is listed twice. Delete it here.")


def test_a_repeated_alias_is_named_where_it_stands_again(data: Data) -> None:
    assert problems(data({"treaties/inf.yml": treaty("aliases: [INF, РСМД, INF]")}), "repeated-name") == [
        "treaties/inf.yml:1:22: 'INF' is listed twice. Delete it here."
    ]


def test_names_listed_once_pass(data: Data) -> None:
    text = "aliases: [INF, 1987 Treaty]\nnames: {ru: [РСМД]}"
    assert problems(data({"treaties/inf.yml": treaty(text)}), "repeated-name") == []


def test_the_code_of_a_state_is_no_name_that_others_could_share(data: Data) -> None:
    files = {
        "states.yml": "it: {name: Italy, iso: IT, sources: [aca/inf]}\nxx: {name: Other, iso: IT, sources: [aca/inf]}",
        "glossary.yml": "it-term: {name: Information technology, abbreviation: IT, answer: X., sources: [aca/inf]}",
    }
    root = data(files)
    assert problems(root, "ambiguous-alias") == []
    assert problems(root, "name-of-two-kinds") == []
