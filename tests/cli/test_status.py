"""`armsref status`: how an agreement stood on a day, and a state in it."""

import json

from tests.cli.conftest import run
from tests.conftest import Data


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


def test_status_before_the_first_act_says_when_that_was(asked: Data) -> None:
    result = run("status", "inf-treaty", "--on", "1980-01-01")
    assert result.stdout == "INF Treaty on 1 January 1980: not yet agreed; its first act is of 8 December 1987\n"
