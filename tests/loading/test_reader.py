"""Which file owns what; and no content of a data folder, however bad, is more than problems in it."""

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armsref import check
from armsref.checks import CHECKS
from armsref.loading.reader import READING_CHECKS, read_data
from tests.conftest import COMPLETION, Data, forbid_reading, plain, problems, treaty, weapon

FILES = ["treaties/x.yml", "glossary.yml", "sources/x.yml", "participation/x.csv", "x.yaml"]


def test_right_data_has_no_problems(data: Data) -> None:
    root = data(
        {
            "treaties/inf-treaty.yml": treaty("parties: [us, su]"),
            "weapons/rsd-10.yml": weapon(),
            "glossary.yml": "range: {name: Range, answer: How far it flies., sources: [aca/inf]}",
            "events.yml": "end: {name: End, date: 2019-08-02, answer: It ended., sources: [aca/inf]}",
            "organisations.yml": "un: {name: UN, form: intergovernmental, answer: A body., sources: [aca/inf]}",
        }
    )
    assert problems(root) == []


def test_an_entry_is_named_by_its_file_or_by_its_key(data: Data) -> None:
    root = data({"treaties/inf-treaty.yml": treaty()})
    assert [record.entry.id for record in read_data(root).records] == ["ru", "su", "us", "inf-treaty"]


def test_a_record_knows_the_place_of_each_value(data: Data) -> None:
    (record, *_) = read_data(data({})).records
    assert str(record.place("name")).endswith("states.yml:1:12")
    assert str(record.key_place("name")).endswith("states.yml:1:6")


def test_the_schemas_are_no_data(data: Data) -> None:
    assert problems(data({"schema/treaty.schema.json": "{}"})) == []


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = check(tmp_path / "nowhere")
    assert (problem.place.file, problem.message) == (tmp_path / "nowhere", "there is no such folder")


def test_a_folder_that_is_a_file_is_a_problem(data: Data) -> None:
    assert [problem.message for problem in check(data({}) / "states.yml")] == ["there is no such folder"]


# Files that are not read


@pytest.mark.parametrize("ending", [".yaml", ".YML"])
def test_a_near_ending_is_told_the_right_one(data: Data, ending: str) -> None:
    assert problems(data({f"treaties/inf{ending}": treaty()})) == [
        f"treaties/inf{ending}: the ending '{ending}' is not read. Rename it to inf.yml."
    ]


@pytest.mark.parametrize("name", ["treaties/inf.json", "notes.txt", "participation/inf.tsv", "sources/aca.csv"])
def test_another_ending_is_not_read(data: Data, name: str) -> None:
    ending = Path(name).suffix
    assert problems(data({name: "x"})) == [f"{name}: the ending '{ending}' is not read. Data is YAML in .yml files."]


@pytest.mark.parametrize("name", [".inf.yml.swp", "inf.yml~", ".#inf.yml", "#inf.yml#", ".DS_Store"])
def test_what_an_editor_leaves_beside_a_file_is_passed_over(data: Data, name: str) -> None:
    root = data({"treaties/inf.yml": treaty()})
    (root / "treaties" / name).write_text("not: [yaml")
    assert problems(root) == []


@pytest.mark.parametrize("name", ["extra.yml", "treaties/old/inf.yml", "participation/inf.yml", "bombs/b61.yml"])
def test_a_file_that_no_kind_owns(data: Data, name: str) -> None:
    assert [line.split(".yml: ")[1][:32] for line in problems(data({name: treaty()}))] == [
        "no kind of entry owns this file."
    ]


def test_a_misspelt_shared_file_is_told_its_name(data: Data) -> None:
    assert problems(data({"glosary.yml": "a: b"})) == [
        "glosary.yml: no kind of entry owns this file. Did you mean 'glossary.yml'?"
    ]


def test_a_link_out_of_the_data_is_not_read(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty()})
    (root / "treaties/passwd.yml").symlink_to("/etc/passwd")
    assert problems(root) == [
        "treaties/passwd.yml: this is a symbolic link. Put the file itself here; links are not read."
    ]


def test_a_link_that_leads_nowhere_is_not_followed(data: Data) -> None:
    root = data({})
    (root / "glossary.yml").symlink_to(root / "nowhere.yml")
    assert problems(root)[0].startswith("glossary.yml: this is a symbolic link.")


def test_a_link_to_a_folder_is_not_walked(data: Data) -> None:
    root = data({})
    (root / "treaties").symlink_to(root)
    assert problems(root)[0].startswith("treaties: this is a symbolic link.")


def test_a_file_that_may_not_be_read_is_one_problem(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty()})
    forbid_reading(root / "treaties/inf.yml")
    assert problems(root) == ["treaties/inf.yml: the file cannot be read: Permission denied."]


def test_a_name_that_is_not_utf_8_is_one_problem(data: Data) -> None:
    root = data({})
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.yml")).touch()
    assert [problem.message for problem in check(root)] == ["no kind of entry owns this file"]


# Ids


def test_a_file_name_that_is_no_id_is_told_a_better_one(data: Data) -> None:
    assert problems(data({"treaties/INF_Treaty.yml": treaty()})) == [
        "treaties/INF_Treaty.yml: the file's name 'INF_Treaty' is not a valid id. Write 'inf-treaty'."
    ]


@pytest.mark.parametrize("key", ["Range", "cruise_missile", "two words", "-range", "дальность", '"range\\n"'])
def test_a_key_that_is_no_id(data: Data, key: str) -> None:
    (line,) = problems(data({"glossary.yml": f"{key}: {{name: Range, answer: How far., sources: [aca/inf]}}"}))
    assert line.startswith("glossary.yml:1:1: the id '")


def test_an_entry_does_not_write_its_id(data: Data) -> None:
    assert problems(data({"treaties/inf.yml": treaty("id: inf")})) == [
        "treaties/inf.yml:1:1: unknown field 'id'. Delete it; the id is the file's name or the key."
    ]


# What is in the files


BAD_CONTENT = {
    "nothing": "",
    "only a comment": "# to do\n",
    "a null document": "null\n",
    "a list": "- name: INF Treaty\n",
    "a text": "INF Treaty\n",
    "a tab": "name:\n\tx\n",
    "bad indentation": "name: a\n  form: b\n",
    "a field twice": "name: a\nname: b\n",
    "an anchor": "name: &a b\n",
    "an alias": "name: *a\n",
    "a tag": "name: !!python/name:os.system ''\n",
    "a merge key": "<<: {name: a}\n",
    "a second document": "name: a\n---\nname: b\n",
    "a byte-order mark": "\ufeffname: a\n",
    "a bidirectional character": "name: \u202eyolp\n",
    "a control character": "name: a\x07b\n",
    "deep flows": "[" * 10_000,
    "deep blocks": "- " * 10_000,
}


@pytest.mark.parametrize("name", ["treaties/x.yml", "weapons/x.yml", "glossary.yml", "sources/x.yml"])
@pytest.mark.parametrize("content", BAD_CONTENT.values(), ids=BAD_CONTENT)
def test_bad_content_is_one_problem_in_its_file(data: Data, name: str, content: str) -> None:
    (line,) = problems(data({name: content}))
    assert line.startswith(f"{name}:")


@pytest.mark.parametrize("content", BAD_CONTENT.values(), ids=BAD_CONTENT)
def test_a_shared_file_that_cannot_be_read_does_not_make_its_ids_unknown(data: Data, content: str) -> None:
    root = data({"glossary.yml": content, "treaties/inf.yml": treaty("summary: See [[range]] and [[warhead]].")})
    assert len(problems(root)) == 1


@pytest.mark.parametrize("name", ["treaties/inf.yml", "treaties/inf.yaml"])
def test_an_entry_that_cannot_be_read_does_not_make_its_id_unknown(data: Data, name: str) -> None:
    root = data({name: "name: [", "weapons/rsd-10.yml": weapon("summary: Banned by [[inf]].")})
    assert len(problems(root)) == 1


def test_a_publisher_that_cannot_be_read_does_not_make_its_sources_unknown(data: Data) -> None:
    (line,) = problems(data({"sources/aca.yml": "publisher: ["}))
    assert line.startswith("sources/aca.yml:")


def test_an_entry_that_cannot_be_read_does_not_make_its_sources_unused(data: Data) -> None:
    nti = "publisher: NTI\nkind: research\nitems: {inf: {title: INF}}"
    (line,) = problems(data({"sources/nti.yml": nti, "treaties/inf.yml": treaty("form: pact\nsources: [nti/inf]")}))
    assert line.startswith("treaties/inf.yml:1:7:")


def test_each_file_has_its_problems_told(data: Data) -> None:
    root = data({"treaties/a.yml": "- x\n", "treaties/b.yml": "", "glossary.yml": "name: &a b\n"})
    assert [line.split(":")[0] for line in problems(root)] == ["glossary.yml", "treaties/a.yml", "treaties/b.yml"]


def test_all_problems_of_one_entry_are_told(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty("form: pact\nbinding: maybe\nparties: us\n")})
    assert [line.split(": ")[0] for line in problems(root)] == [
        "treaties/inf.yml:1:7",
        "treaties/inf.yml:2:10",
        "treaties/inf.yml:3:10",
    ]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ config.items() }}", "{% for x in y %}", "<img onerror=x>"]
)
def test_markup_in_a_text_loads_as_it_stands(data: Data, text: str) -> None:
    root = data({"treaties/inf.yml": treaty(f"summary: '{text}'\nanswer: '{text}'\nname: '{text}'")})
    entry = read_data(root).records[-1].entry
    assert problems(root) == []
    assert (entry.name, entry.answer, entry.summary) == (text, text, text)


def test_an_entry_without_anything_is_one_problem(data: Data) -> None:
    assert problems(data({"glossary.yml": "range:\n"}))[0].startswith("glossary.yml:1:7: ")


# Participation


TABLE = "state,signed,bound,act,left,note\n"
OWNER = treaty("participation_source: aca/inf")


def with_rows(data: Data, *rows: str) -> Path:
    return data({"treaties/ost.yml": OWNER, "participation/ost.csv": TABLE + "".join(f"{row}\n" for row in rows)})


def test_a_table_is_read_by_row(data: Data) -> None:
    root = with_rows(data, 'us,1992-03-24,2002-01-01,ratification,2020-11-22,"gone, since"')
    (row,) = read_data(root).participation["ost"]
    assert (row.state, str(row.signed), str(row.left), row.note) == ("us", "1992-03-24", "2020-11-22", "gone, since")
    assert problems(root) == []


@pytest.mark.parametrize("head", ["", "state\n", "state,signed\n", "signed,state,bound,act,left,note\n", "\n\n"])
def test_wrong_columns_are_one_problem(data: Data, head: str) -> None:
    root = data({"treaties/ost.yml": OWNER, "participation/ost.csv": head + "us,,,,,\n" if head else ""})
    assert problems(root) == [
        "participation/ost.csv:1:1: the columns are not those of a participation table. "
        "Write state,signed,bound,act,left,note."
    ]


@pytest.mark.parametrize("row", ["us", "us,,,,,,", "us,1992,,,,a note, with a comma"])
def test_a_row_with_too_few_or_too_many_columns(data: Data, row: str) -> None:
    assert problems(with_rows(data, "ru,,,,,", row)) == [
        "participation/ost.csv:3:1: this row does not have 6 columns. Put quotes round a note with a comma."
    ]


def test_a_quote_that_is_never_closed_is_named_where_it_opens(data: Data) -> None:
    (line,) = problems(with_rows(data, "ru,,,,,", 'us,,,,,"never closed', "su,,,,,"))
    assert line.startswith("participation/ost.csv:3:1: the table is broken here")


def test_a_quote_inside_a_row(data: Data) -> None:
    (line,) = problems(with_rows(data, 'us,,,,,"a"b'))
    assert line.startswith("participation/ost.csv:2:1: the table is broken here")


@pytest.fixture
def own_limit() -> Iterator[None]:
    """Python's limit of a field's size, which other libraries raise for all."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize("head", ['"state"x,signed\n', "state\rsigned\n", "s" * 200_000])
def test_a_broken_head_is_one_problem(data: Data, head: str, own_limit: None) -> None:
    (line,) = problems(data({"treaties/ost.yml": OWNER, "participation/ost.csv": head}))
    assert line.startswith("participation/ost.csv:1:1: the table is broken here")


def test_a_value_that_does_not_fit_is_named_with_its_row(data: Data) -> None:
    assert problems(with_rows(data, "ru,,,,,", "us,,1992-13,,,")) == [
        "participation/ost.csv:3:1: '1992-13' is not a date: there is no such year or month. "
        "Put '~' before it for 'about'."
    ]


def test_a_byte_order_mark_in_a_table(data: Data) -> None:
    root = data({"treaties/ost.yml": OWNER, "participation/ost.csv": "\ufeff" + TABLE})
    assert problems(root)[0].startswith("participation/ost.csv:1:1: the file begins with a byte-order mark.")


# Anything at all


@contextmanager
def folder_with(name: str, write: Callable[[Path], object]) -> Iterator[Path]:
    root = Path(tempfile.mkdtemp())
    try:
        for each, text in COMPLETION.items():
            (root / each).parent.mkdir(exist_ok=True)
            (root / each).write_text(plain(text), encoding="utf-8")
        (root / name).parent.mkdir(exist_ok=True)
        write(root / name)
        yield root
    finally:
        shutil.rmtree(root)


# Files are written for each example: a slow disk is no failure.
anything = settings(max_examples=80, deadline=timedelta(seconds=5), suppress_health_check=[HealthCheck.too_slow])


def every_problem_is_inside(root: Path) -> bool:
    return all(problem.place.file.is_relative_to(root) for problem in check(root))


@anything
@given(st.sampled_from(FILES), st.text(max_size=300))
def test_any_text_gives_problems_never_an_exception(name: str, text: str) -> None:
    with folder_with(name, lambda path: path.write_text(text, encoding="utf-8", newline="")) as root:
        assert every_problem_is_inside(root)


@anything
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_any_bytes_give_problems_never_an_exception(name: str, content: bytes) -> None:
    with folder_with(name, lambda path: path.write_bytes(content)) as root:
        assert every_problem_is_inside(root)


YAML_PIECES = [
    "name", "x", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ", ", '"', "'", "|\n", ">-\n", "&a ", "*a", "!!b ",
    "---\n", "? ", "#", "<<", "~", "\t", "\\u0000", "history", "date", "1987",
]  # fmt: skip


@anything
@given(st.sampled_from(FILES), st.lists(st.sampled_from(YAML_PIECES), max_size=40).map("".join))
def test_any_pieces_of_yaml_give_problems_never_an_exception(name: str, text: str) -> None:
    with folder_with(name, lambda path: path.write_text(text, encoding="utf-8", newline="")) as root:
        assert every_problem_is_inside(root)


VALUES = st.recursive(
    st.text(alphabet="ab[]|019-./:é ", max_size=12).map(lambda text: "'" + text + "'"),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(st.sampled_from(["value", "source", "id", "by", "date", "x"]), inner, max_size=3).map(
            lambda fields: "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"
        ),
    ),
    max_leaves=6,
)
TREATY_FIELDS = [
    "name", "aliases", "names", "topics", "answer", "summary", "related", "sources", "reviewed", "form", "parties",
    "succession", "participants", "history", "provisions",
]  # fmt: skip
WEAPON_FIELDS = ["designations", "type", "range_class", "range_km", "origin", "in_service", "developer", "variants"]


@anything
@given(
    st.dictionaries(st.sampled_from(TREATY_FIELDS + WEAPON_FIELDS), VALUES, max_size=6),
    st.sampled_from([treaty, weapon]),
)
def test_any_value_in_any_field_gives_problems_never_an_exception(
    fields: dict[str, str], entry: Callable[[str], str]
) -> None:
    text = entry("".join(f"{name}: {value}\n" for name, value in fields.items()))
    name = "treaties/x.yml" if entry is treaty else "weapons/x.yml"
    with folder_with(name, lambda path: path.write_text(text, encoding="utf-8")) as root:
        assert every_problem_is_inside(root)


FIELD_NAMES = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=20).map(lambda name: f"z_{name}")


@anything
@given(FIELD_NAMES, st.integers(0, 5))
def test_an_unknown_field_is_named_at_its_line(field: str, line: int) -> None:
    lines = treaty().splitlines()
    text = "\n".join([*lines[:line], f"{field}: x", *lines[line:], ""])
    with folder_with("treaties/x.yml", lambda path: path.write_text(text, encoding="utf-8")) as root:
        (problem,) = check(root)
        assert (problem.place.line, problem.place.column) == (line + 1, 1)
        assert problem.message == f"unknown field '{field}'"


def test_an_id_that_would_hide_a_list_is_refused(data: Data) -> None:
    (problem,) = check(data({"treaties/index.yml": treaty()}))
    assert problem.message == "the file's name 'index' is taken by the list of all entries"


def test_an_id_too_long_for_an_address_is_refused(data: Data) -> None:
    (problem,) = check(data({f"treaties/{'a' * 81}.yml": treaty()}))
    assert "has 81 characters; the limit is 80" in problem.message


def test_what_is_no_file_is_refused(data: Data) -> None:
    root = data({})
    os.mkfifo(root / "events.yml")
    (problem,) = check(root)
    assert problem.message == "this is not a file"


def test_every_problem_of_reading_has_a_name_that_is_listed(data: Data) -> None:
    found = check(data({"treaties/Bad Name.yml": "name: [", "x.txt": "", "weapons/x.yml": "nam: x\nanswer: ''"}))
    assert {problem.check for problem in found} <= {*READING_CHECKS, *(each.name for each in CHECKS)}
