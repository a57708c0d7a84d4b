"""One YAML file, read strictly: what is not plain YAML is one problem that names its place."""

import os
from pathlib import Path
from typing import Any

import pytest

from armsref.loading import yamlfile
from armsref.loading.problems import DataError, Place
from tests.conftest import forbid_reading, plain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.yml"


def read(path: Path, text: str) -> yamlfile.YamlFile:
    path.write_text(plain(text), encoding="utf-8", newline="")
    return read_file(path)[0]


def content(path: Path, text: str) -> Any:
    path.write_text(plain(text), encoding="utf-8", newline="")
    return read_file(path)[1].value


def read_file(path: Path) -> tuple[yamlfile.YamlFile, yamlfile.Content]:
    file = yamlfile.YamlFile(path, yamlfile.decoded(path, yamlfile.read_bytes(path)))
    return file, yamlfile.content_of(file)


def refused(path: Path, content: str | bytes) -> str:
    """The one problem of a file that is not read, without the file's name."""
    path.write_bytes(content if isinstance(content, bytes) else plain(content).encode())
    with pytest.raises(DataError) as error:
        read_file(path)
    (problem,) = error.value.problems
    assert problem.place.file == path
    return str(error.value).removeprefix(f"{path}:").strip()


# What is read


@pytest.mark.parametrize("scalar", ["no", "1987", "1987-12-08", "1.50", "true", "null", "~", "0x10", "12:30:00", "="])
def test_every_scalar_stays_a_string(path: Path, scalar: str) -> None:
    assert content(path, f"name: {scalar}\n") == {"name": scalar}


def test_a_field_without_a_value_is_an_empty_string(path: Path) -> None:
    assert content(path, "name:\n") == {"name": ""}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ ''.__class__ }}", "{% raw %}", "[[id|<b>]]", "javascript:x"]
)
def test_markup_loads_as_it_stands(path: Path, text: str) -> None:
    assert content(path, f"answer: {text!r}\n" if "'" not in text else f'answer: "{text}"\n') == {"answer": text}


def test_names_in_any_script_are_text(path: Path) -> None:
    names = "[РС-28, 东风-41, शांति, صواريخ, نیم\u200cفاصله]"
    assert content(path, f"names: {names}\n")["names"] == names.strip("[]").split(", ")


def test_blocks_and_flows_may_be_mixed(path: Path) -> None:
    assert content(
        path,
        """
        history:
          - {date: 1987, act: signed}
          - date: 1988
            by: [us, su]
        """,
    ) == {"history": [{"date": "1987", "act": "signed"}, {"date": "1988", "by": ["us", "su"]}]}


def test_lines_may_end_as_on_windows(path: Path) -> None:
    text = "name: a\r\nform: b\r\n"
    assert (content(path, text), read(path, text).place(("form",)).line) == ({"name": "a", "form": "b"}, 2)


def test_one_document_may_be_marked_as_such(path: Path) -> None:
    assert content(path, "---\nname: a\n...\n") == {"name": "a"}


# Where it stands


def test_every_value_and_every_key_has_its_line_and_column(path: Path) -> None:
    file = read(
        path,
        """
        # a comment
        name: INF Treaty
        history:
          - date: 1987
            act: signed
        """,
    )
    assert file.place(("name",)) == Place(path, 2, 7)
    assert file.key_place(("name",)) == Place(path, 2, 1)
    assert file.place(("history", 0, "act")) == Place(path, 5, 10)
    assert file.key_place(("history", 0, "act")) == Place(path, 5, 5)


def test_columns_count_characters_not_bytes(path: Path) -> None:
    assert read(path, "names: {ru: [Орешник, Кедр]}\n").place(("names", "ru", 1)) == Place(path, 1, 23)


def test_the_key_place_of_a_list_item_is_the_item(path: Path) -> None:
    assert read(path, "parties: [us, su]\n").key_place(("parties", 1)) == Place(path, 1, 15)


def test_steps_that_the_file_does_not_take_are_passed_over(path: Path) -> None:
    file = read(path, "range_km: {min: 500, source: a/b}\n")
    assert file.place(("range_km", 0, "min")) == Place(path, 1, 17)


def test_a_missing_value_stands_where_its_mapping_does(path: Path) -> None:
    assert read(path, "launch: {by: ru}\n").place(("launch", "weapon")) == Place(path, 1, 9)


def test_words_in_a_text_are_placed_where_they_stand(path: Path) -> None:
    file = read(
        path,
        """
        answer: about [[inf-treaty]]
        summary: |
          First line.
          See [[inf-treaty]] and more.
        """,
    )
    assert file.place_of("[[inf-treaty]]", ("summary",)) == Place(path, 4, 7)


def test_words_broken_over_lines_are_placed_at_their_own_text_not_at_a_later_one(path: Path) -> None:
    file = read(
        path,
        """
        summary: >-
          See [[inf-treaty|the INF
          Treaty]].
        note: See [[inf-treaty|the INF Treaty]].
        """,
    )
    assert file.place_of("[[inf-treaty|the INF Treaty]]", ("summary",)) == Place(path, 1, 10)


# What is refused


def test_a_tab_in_the_indentation(path: Path) -> None:
    assert refused(path, "name:\n\tform: treaty\n").startswith("2:1: a tab")


def test_a_tab_before_a_field_of_a_nested_mapping(path: Path) -> None:
    assert refused(path, "launch:\n  by: ru\n\tweapon: x\n") == "3:1: a tab in the indentation. Indent with spaces."


def test_a_field_indented_too_far(path: Path) -> None:
    assert refused(path, "name: a\n  form: b\n") == (
        "2:7: a ':' where none can stand. Put quotes round the value, or mend the indentation."
    )


def test_a_field_indented_too_little(path: Path) -> None:
    message = refused(path, "launch:\n    by: ru\n  weapon: x\n")
    assert message.startswith("3:3: the indentation or punctuation is broken")
    assert message.endswith("Line the field up with its neighbours.")


def test_a_quote_that_is_never_closed(path: Path) -> None:
    assert refused(path, 'name: "INF\n').startswith("2:1: not well-formed YAML")


def test_a_bracket_that_is_never_closed(path: Path) -> None:
    assert refused(path, "topics: [nuclear\n").startswith("2:1: the indentation or punctuation is broken")


def test_a_field_that_stands_twice(path: Path) -> None:
    assert refused(path, "name: a\nform: b\nname: c\n") == (
        "3:1: 'name' stands here a second time. The first is in line 1; keep one."
    )


def test_a_field_that_stands_twice_in_a_nested_mapping(path: Path) -> None:
    assert refused(path, "history:\n  - {date: 1987, date: 1988}\n") == (
        "2:18: 'date' stands here a second time. The first is in line 2; keep one."
    )


def test_the_same_field_in_two_mappings_is_no_repetition(path: Path) -> None:
    assert content(path, "a: {date: 1987}\nb: {date: 1988}\n")["b"] == {"date": "1988"}


def test_an_anchor(path: Path) -> None:
    assert refused(path, "name: &inf INF\n") == (
        "1:7: anchor '&inf'. Delete it; anchors and aliases are not used here."
    )


def test_an_alias(path: Path) -> None:
    assert refused(path, "name: *inf\n") == (
        "1:7: alias '*inf'. Write the value out; anchors and aliases are not used here."
    )


def test_aliases_are_never_expanded(path: Path) -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(path, laughs).startswith("1:4: anchor '&a'.")


@pytest.mark.parametrize("tag", ["!!str", "!!python/object/apply:os.system", "!include", "!<tag:yaml.org,2002:int>"])
def test_a_tag(path: Path, tag: str) -> None:
    message = refused(path, f"name: {tag} x\n")
    assert message.startswith("1:7: tag '")
    assert message.endswith("Delete it; every value is typed by its field.")


def test_a_merge_key(path: Path) -> None:
    assert refused(path, "launch:\n  <<: {by: ru}\n") == (
        "2:3: merge key '<<'. Write the fields out; merge keys are not used here."
    )


def test_a_key_that_is_a_list(path: Path) -> None:
    assert refused(path, "[a, b]: c\n") == "1:1: a key that is a list or a mapping. Put quotes round the key."


def test_a_byte_order_mark(path: Path) -> None:
    assert refused(path, b"\xef\xbb\xbfname: a\n") == (
        "1:1: the file begins with a byte-order mark. Save it as UTF-8 without one."
    )


def test_a_byte_order_mark_further_on(path: Path) -> None:
    assert refused(path, "name: a\nform: \ufeffb\n").startswith("2:7: unseen character U+FEFF.")


def test_a_byte_that_is_not_utf_8(path: Path) -> None:
    assert refused(path, "name: Орешник\nform: caf".encode() + b"\xe9\n") == (
        "2:10: the file is not UTF-8 here. Save it again as UTF-8."
    )


def test_a_file_in_utf_16(path: Path) -> None:
    assert refused(path, "name: a\n".encode("utf-16")).startswith("1:1: the file is not UTF-8 here.")


UNSEEN = "\x00\x07\x0b\x1b\x7f\x85\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufffe\uffff"


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"U+{ord(char):04X}")
def test_a_character_that_cannot_be_seen(path: Path, char: str) -> None:
    assert refused(path, f"name: a\nform: b{char}c\n").startswith(f"2:8: unseen character U+{ord(char):04X}.")


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"U+{ord(char):04X}")
def test_a_character_that_cannot_be_seen_written_as_an_escape(path: Path, char: str) -> None:
    assert refused(path, f'name: a\nform: "b\\u{ord(char):04x}c"\n').startswith(
        f"2:7: unseen character U+{ord(char):04X}."
    )


def test_a_lone_surrogate_written_as_an_escape(path: Path) -> None:
    assert refused(path, 'name: "\\ud800"\n').startswith("1:10: not well-formed YAML")


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", '""\n'])
def test_a_file_with_nothing_in_it(path: Path, content: str) -> None:
    assert refused(path, content) == "the file is empty. Fill it, or delete it."


def test_a_second_document(path: Path) -> None:
    assert refused(path, "name: a\n---\nname: b\n") == (
        "2:1: a second document begins here. Keep one document a file; delete the '---'."
    )


def test_a_file_of_50_mb(path: Path) -> None:
    path.touch()
    os.truncate(path, 50_000_000)
    with pytest.raises(DataError, match="the file has 50,000,000 bytes; the limit is 10,000,000"):
        read_file(path)


@pytest.mark.parametrize("content", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "a:\n" + " -" * 10_000])
def test_nesting_10_000_deep(path: Path, content: str) -> None:
    message = refused(path, content)
    assert message.endswith("nested more than 20 deep. No field needs that; flatten it.")
    assert message[0] in "12"


def test_nesting_in_blocks_is_refused_where_it_becomes_too_deep(path: Path) -> None:
    blocks = "".join(f"{' ' * depth}a:\n" for depth in range(2_000))
    assert refused(path, blocks) == "21:21: nested more than 20 deep. No field needs that; flatten it."


def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.write_text("name: a\n", encoding="utf-8")
    forbid_reading(path)
    with pytest.raises(DataError, match=r"x\.yml: the file cannot be read: Permission denied\."):
        read_file(path)


def test_a_file_that_is_gone(path: Path) -> None:
    with pytest.raises(DataError, match=r"x\.yml: the file cannot be read: No such file or directory\."):
        read_file(path)
