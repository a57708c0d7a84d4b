"""`armsref check`: what it prints, and with what status it exits."""

import json
import os
from pathlib import Path

import pytest

from armsref.checks import CHECKS
from armsref.loading.reader import READING_CHECKS
from tests.cli.conftest import AGREEMENT, run
from tests.conftest import Data, treaty

UNKNOWN = treaty("parties: [us, ruu]")
UNUSED = "publisher: NTI\nkind: research\nitems: {inf: {title: INF}}"


def test_right_data_is_said_to_be_in_order(home: Data) -> None:
    home({})
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "The data is in order.\n")


def test_an_error_is_printed_as_a_line_and_exits_with_1(home: Data) -> None:
    home({"treaties/inf.yml": UNKNOWN})
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "data/treaties/inf.yml:1:15: unknown entry 'ruu'. Did you mean 'ru'?\n",
        "1 error, 0 warnings.\n",
    )


def test_a_warning_alone_exits_with_0(home: Data) -> None:
    home({"sources/nti.yml": UNUSED})
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "0 errors, 1 warning.\n")
    assert result.stdout == "data/sources/nti.yml:3:9: warning: no entry cites 'nti/inf'. Cite it, or delete it.\n"


def test_json_is_a_list_of_records(home: Data) -> None:
    home({"treaties/inf.yml": UNKNOWN})
    result = run("check", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout) == [
        {
            "file": "data/treaties/inf.yml",
            "line": 1,
            "column": 15,
            "level": "error",
            "check": "unknown-id",
            "message": "unknown entry 'ruu'",
            "hint": "Did you mean 'ru'?",
        }
    ]


def test_json_of_right_data_is_an_empty_list(home: Data) -> None:
    home({})
    result = run("check", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_github_gets_annotations(home: Data) -> None:
    home({"treaties/inf.yml": UNKNOWN})
    result = run("check", "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == (
        "::error file=data/treaties/inf.yml,line=1,col=15,title=armsref unknown-id"
        "::unknown entry 'ruu'. Did you mean 'ru'?\n"
    )


def test_github_gets_nothing_where_data_is_right(home: Data) -> None:
    home({})
    assert run("check", "--format", "github").output == ""


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_file_name_that_is_not_utf_8_can_be_printed(home: Data, form: str) -> None:
    root = home({})
    Path(os.fsdecode(os.fsencode(root) + b"/treaties")).mkdir()
    Path(os.fsdecode(os.fsencode(root) + b"/treaties/\xff.yml")).touch()
    result = run("check", "--format", form)
    assert result.exit_code == 1
    assert "\\udcff.yml" in result.stdout


def test_another_format_is_refused(home: Data) -> None:
    home({})
    assert run("check", "--format", "xml").exit_code == 2


def test_with_a_file_only_its_problems_are_printed(home: Data) -> None:
    home({"treaties/a.yml": UNKNOWN, "treaties/b.yml": UNKNOWN.replace("INF", "ABM")})
    result = run("check", "data/treaties/b.yml")
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["data/treaties/b.yml"]


def test_with_a_file_that_is_right_the_problems_of_others_do_not_count(home: Data) -> None:
    home({"treaties/a.yml": UNKNOWN})
    assert run("check", "data/states.yml").exit_code == 0


def test_with_a_folder_the_problems_in_it_are_printed(home: Data) -> None:
    home({"treaties/a.yml": UNKNOWN, "sources/nti.yml": UNUSED})
    result = run("check", "data/sources")
    assert (result.exit_code, result.stderr) == (0, "0 errors, 1 warning.\n")


def test_a_path_may_be_absolute(home: Data) -> None:
    root = home({"treaties/a.yml": UNKNOWN})
    assert run("check", str(root.resolve() / "treaties/a.yml")).exit_code == 1


def test_several_paths_are_checked_together(home: Data) -> None:
    home({"treaties/a.yml": UNKNOWN, "treaties/b.yml": UNKNOWN.replace("INF", "ABM")})
    result = run("check", "data/treaties/a.yml", "data/treaties/b.yml")
    assert result.stderr == "2 errors, 0 warnings.\n"


def test_another_data_folder_is_checked_whole(data: Data) -> None:
    root = data({"treaties/a.yml": UNKNOWN})
    result = run("check", str(root))
    assert (result.exit_code, result.stderr) == (1, "1 error, 0 warnings.\n")


def test_the_data_folder_may_be_named(data: Data) -> None:
    root = data({"treaties/a.yml": UNKNOWN})
    assert run("check", "--data", str(root)).exit_code == 1


@pytest.mark.parametrize("path", ["data", "data/treaties", "data/treaties/passwd.yml"])
def test_a_link_out_of_the_data_is_told_whichever_path_is_given(home: Data, path: str) -> None:
    root = home({"treaties/inf.yml": treaty()})
    (root / "treaties/passwd.yml").symlink_to("/etc/passwd")
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (
        1,
        "data/treaties/passwd.yml: this is a symbolic link. Put the file itself here; links are not read.\n",
    )


def test_a_path_that_is_not_there_is_one_sentence(home: Data) -> None:
    home({})
    result = run("check", "data/treaties/inf.yml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: there is no file or folder 'data/treaties/inf.yml'\n"


def test_a_path_outside_the_data_is_one_sentence(home: Data) -> None:
    home({})
    Path("README.md").write_text("Hello.")
    result = run("check", "README.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: 'README.md' is not in the data folder 'data', and is none itself")


def test_a_data_folder_that_is_not_there_is_one_sentence(home: Data) -> None:
    result = run("check", "--data", "nowhere")
    assert (result.exit_code, result.stdout) == (
        1,
        "nowhere: there is no such folder. Name the folder that holds the data.\n",
    )


def test_the_checks_can_be_listed(home: Data) -> None:
    result = run("check", "--list")
    assert result.exit_code == 0
    listed = result.stdout.splitlines()
    assert listed[-len(CHECKS) :] == [f"{each.name} ({each.level}): {each.description}" for each in CHECKS]
    assert listed[: -len(CHECKS)] == [f"{name} (error): {text}" for name, text in READING_CHECKS.items()]


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("{range_kn: {min: 500}}", "unknown field 'range_kn'. Did you mean 'range_km'?"),
        ("{range_km: {min: 5500, max: 500}}", "min 5500 is above max 500. Exchange them."),
        ("{type: [missile]}", "'type' is 'missile', which is not one of the words allowed."),
    ],
)
def test_a_condition_that_cannot_be_put_is_told_with_its_place(home: Data, condition: str, message: str) -> None:
    home(
        {
            "treaties/inf-treaty.yml": AGREEMENT.replace(
                "{type: [ballistic-missile], range_km: {min: 500, max: 5500}}", condition
            )
        }
    )
    result = run("check")
    assert result.exit_code == 1
    assert "data/treaties/inf-treaty.yml:13:" in result.stdout
    assert message in result.stdout
