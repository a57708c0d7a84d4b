"""Are ids unique, and shared files in order?"""

from tests.conftest import Data, problems, treaty, weapon

TERM = "answer: A term., sources: [aca/inf]"


def test_an_id_taken_by_another_kind_is_named_at_its_key(data: Data) -> None:
    terms = f"apogee: {{name: Apogee, {TERM}}}\ninf:\n  name: Infinity\n  answer: A term.\n  sources: [aca/inf]\n"
    (line,) = problems(data({"glossary.yml": terms, "treaties/inf.yml": treaty()}), "duplicate-id")
    assert line.startswith("treaties/inf.yml:1:1: the id 'inf' is taken: ")
    assert line.endswith("glossary.yml:2:1 has it. Choose another id.")


def test_an_id_taken_by_another_folder(data: Data) -> None:
    (line,) = problems(data({"treaties/inf.yml": treaty(), "weapons/inf.yml": weapon()}), "duplicate-id")
    assert line.startswith("weapons/inf.yml:1:1: the id 'inf' is taken: ")


def test_an_entry_in_a_shared_file_is_named_at_its_key(data: Data) -> None:
    term = "ru:\n  name: Ruble\n  answer: A term.\n  sources: [aca/inf]\n"
    (line,) = problems(data({"glossary.yml": term}), "duplicate-id")
    assert line.startswith("states.yml:1:1: the id 'ru' is taken: ")


def test_an_id_that_a_publisher_has_too_is_free(data: Data) -> None:
    assert problems(data({"treaties/aca.yml": treaty()}), "duplicate-id") == []


def test_ids_out_of_order_are_named_at_the_one_to_move(data: Data) -> None:
    terms = f"range: {{name: Range, {TERM}}}\napogee: {{name: Apogee, {TERM}}}\nwarhead: {{name: Warhead, {TERM}}}\n"
    assert problems(data({"glossary.yml": terms}), "unsorted-keys") == [
        "glossary.yml:2:1: 'apogee' stands after 'range', out of alphabetical order. Move it before 'range'."
    ]


def test_items_of_a_publisher_out_of_order(data: Data) -> None:
    text = "publisher: NTI\nkind: research\nitems:\n  b: {title: B}\n  a: {title: A}\n"
    assert problems(data({"sources/nti.yml": text}), "unsorted-keys") == [
        "sources/nti.yml:5:3: 'a' stands after 'b', out of alphabetical order. Move it before 'b'."
    ]


def test_ids_in_order_pass(data: Data) -> None:
    terms = f"apogee: {{name: Apogee, {TERM}}}\nrange: {{name: Range, {TERM}}}\n"
    assert problems(data({"glossary.yml": terms}), "unsorted-keys") == []


def test_two_entries_that_are_one_item_of_wikidata(data: Data) -> None:
    files = {"treaties/a.yml": treaty("wikidata: Q1"), "treaties/b.yml": treaty("name: Another\nwikidata: Q1")}
    assert problems(data(files), "duplicate-wikidata") == [
        "treaties/b.yml:2:11: 'Q1' is the Wikidata id of 'a' too. Look both up; delete the wrong one."
    ]


def test_items_of_wikidata_that_differ_pass(data: Data) -> None:
    files = {"treaties/a.yml": treaty("wikidata: Q1"), "treaties/b.yml": treaty("name: Another\nwikidata: Q2")}
    assert problems(data(files), "duplicate-wikidata") == []
