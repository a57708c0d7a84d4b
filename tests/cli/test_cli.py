"""The command line: what it prints, and with what status it exits."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from armsref.checks import CHECKS
from armsref.cli.main import main
from armsref.loading.reader import READING_CHECKS
from tests.conftest import STATES, Data, treaty, weapon

UNKNOWN = treaty("parties: [us, ruu]")
UNUSED = "publisher: NTI\nkind: research\nitems: {inf: {title: INF}}"


@pytest.fixture
def home(data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """A working directory with a data folder in it, as the repository's is."""
    monkeypatch.chdir(tmp_path)
    return data


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


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


def test_schemas_are_written_into_the_data_folder(home: Data) -> None:
    root = home({})
    result = run("export", "schemas")
    written = sorted((root / "schema").iterdir())
    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == [f"data/schema/{path.name}" for path in written]


def test_the_promise_of_the_api_is_written(tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    result = run("export", "openapi", str(file))
    assert (result.exit_code, result.output) == (0, f"{file}\n")
    assert json.loads(file.read_text(encoding="utf-8"))["openapi"] == "3.1.0"


def test_a_promise_of_the_api_that_would_be_broken_is_told_by_its_place(tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    run("export", "openapi", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("/api/v1/names.json", "/api/v1/words.json"))
    result = run("export", "openapi", str(file))
    assert result.exit_code == 1
    assert "nothing was written.\nGET /api/v1/words.json is gone." in result.output


@pytest.mark.parametrize("arguments", [["--help"], ["check", "-h"], ["export", "--help"], ["--version"]])
def test_help_is_printed(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 0


AGREEMENT = treaty("""
    name: INF Treaty
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-02-02, act: suspended, actors: us, source: aca/inf}
      - {date: 2019-08-02, act: terminated, source: aca/inf}
    provisions:
      - id: ban
        effect: prohibits
        what: Missiles of medium range.
        reaches: {type: [ballistic-missile], range_km: {min: 500, max: 5500}}
        source: aca/inf
      - id: notice
        effect: requires-notification
        what: Notice of launches towards the other side.
        notice_hours: 24
        channel: A hot line
        trigger: {towards_other_party: true}
        source: aca/inf
""")
MISSILE = weapon("name: Pioneer\nrange_km: {value: 5000, source: aca/inf}")
LAUNCH = """
    launch-1989:
      name: A launch
      date: 1989-05-01
      answer: A missile was launched.
      launch: {weapon: pioneer, by: su, towards: us, purpose: test}
      sources: [aca/inf]
    talks-1989:
      name: Talks
      date: 1989-05-01
      answer: One talked.
      sources: [aca/inf]
"""


@pytest.fixture
def asked(home: Data) -> Data:
    """A working directory with an agreement, a weapon and a launch."""
    home(
        {
            "treaties/inf-treaty.yml": AGREEMENT,
            "weapons/pioneer.yml": MISSILE,
            "events.yml": LAUNCH,
            "states.yml": STATES,
        }
    )
    return home


def test_status_says_what_held_and_what_decides(asked: Data) -> None:
    result = run("status", "inf-treaty", "--on", "2019-03-01", "--state", "us")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "INF Treaty on 1 March 2019: in force since 1 June 1988, suspended by the United States since 2 February 2019 "
        "(until 1 August 2019)",
        "  decided by: suspended by the United States, 2 February 2019 (aca/inf; data/treaties/inf-treaty.yml:7)",
        "United States: suspended (since 2 February 2019, until 1 August 2019)",
        "  decided by: suspended by the United States, 2 February 2019 (aca/inf; data/treaties/inf-treaty.yml:7)",
    ]


def test_status_as_json_is_a_record(asked: Data) -> None:
    result = run("status", "inf-treaty", "--on", "1992-01-01", "--state", "ru", "--format", "json")
    answer = json.loads(result.stdout)
    assert {key: answer[key] for key in ("treaty", "on", "status", "since", "until")} == {
        "treaty": "inf-treaty",
        "on": "1992-01-01",
        "status": "in force",
        "since": "1988-06-01",
        "until": "2019-08-01",
    }
    assert answer["decided_by"]["act"] == "entered-into-force"
    assert (answer["state"]["id"], answer["state"]["standing"]) == ("ru", "party")


def test_status_as_json_says_who_acted_under_the_old_name_too(asked: Data) -> None:
    result = run("status", "inf-treaty", "--on", "2019-03-01", "--format", "json")
    decided_by = json.loads(result.stdout)["decided_by"]
    assert (decided_by["actors"], decided_by["by"]) == (["us"], ["us"])


def test_status_before_the_first_act_says_when_that_was(asked: Data) -> None:
    result = run("status", "inf-treaty", "--on", "1980-01-01")
    assert result.stdout == "INF Treaty on 1 January 1980: not yet agreed; its first act is of 8 December 1987\n"


def test_covers_gives_a_verdict_and_reasons_for_each_provision(asked: Data) -> None:
    result = run("covers", "pioneer", "--on", "1989-01-01", "--format", "json")
    answer = json.loads(result.stdout)
    assert [{key: each[key] for key in ("treaty", "provision", "effect", "verdict")} for each in answer] == [
        {"treaty": "inf-treaty", "provision": "ban", "effect": "prohibits", "verdict": "applies"}
    ]
    assert [each["about"] for each in answer[0]["reasons"]] == ["Type", "Range", "Status", "State", "State"]
    assert answer[0]["reasons"][1]["claims"] == [{"source": ["aca/inf"], "value": 5000.0}]


def test_covers_as_text_is_a_verdict_and_a_sentence(asked: Data) -> None:
    assert run("covers", "pioneer", "--on", "2020-01-01").stdout.splitlines() == [
        "Would apply: INF Treaty, ban",
        "  Within its terms, but it ended on 2 August 2019.",
    ]


def test_covers_an_event_says_what_notice_was_due(asked: Data) -> None:
    assert run("covers", "--event", "launch-1989").stdout.splitlines() == [
        "Applies: INF Treaty, notice",
        "  Within its terms, and binds the Soviet Union. Notice: at least 24 hours ahead; channel: A hot line.",
    ]


def test_covers_a_launch_that_the_options_describe(asked: Data) -> None:
    options = ["covers", "pioneer", "--state", "su", "--purpose", "test", "--on", "1989-05-01", "--towards"]
    assert run(*options, "us").stdout.startswith("Applies: INF Treaty, notice")
    assert run(*options, "inside").stdout.startswith("Does not apply: INF Treaty, notice")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["status", "inf-traety"], "there is no agreement 'inf-traety'. Did you mean 'inf-treaty'?"),
        (["status", "inf treaty"], "there is no agreement 'inf treaty'. Did you mean 'inf-treaty'?"),
        (["status", "pioneer"], "'pioneer' is a weapon, not an agreement"),
        (["covers", "inf-treaty"], "'inf-treaty' is a treaty, not a weapon"),
        (["status", "inf-treaty", "--state", "zz"], "there is no state 'zz'."),
        (["status", "inf-treaty", "--state", "pioneer"], "'pioneer' is a weapon, not a state"),
        (["status", "inf-treaty", "--on", "2019-02-30"], "'2019-02-30' is not a date: there is no such day"),
        (["status", "inf-treaty", "--on", "2019-02"], "'2019-02' is not a day: write one such as 2019-02-01"),
        (["status", "inf-treaty", "--on", "9999-01-01"], "9999-01-01 lies more than a year ahead"),
        (["covers"], "name a weapon, or an event with --event"),
        (["covers", "pioneer", "--event", "launch-1989"], "name a weapon or an event, not both"),
        (["covers", "--event", "talks-1989"], "'talks-1989' is not a launch: its entry has no 'launch'"),
        (["covers", "pioneer", "--towards", "us"], "say with --state whose launch it is"),
        (["covers", "pioneer", "--towards", "zz", "--state", "su"], "there is no state 'zz'."),
        (["status", "inf-treaty", "--data", "nowhere"], "there is no such folder"),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(asked: Data, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr


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
