"""`armsref covers`: the verdicts on a weapon or a launch, and why."""

import json

from tests.cli.conftest import AGREEMENT, run
from tests.conftest import Data, weapon


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
        "No agreement in force bans or limits it.",
        "Not in force (ban): INF Treaty, ban",
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


def test_before_its_first_recorded_act_a_weapon_has_no_verdict(asked: Data) -> None:
    late = weapon("name: Late\nhistory: [{date: 2001-05, act: first-test, source: aca/inf}]")
    asked({"weapons/late.yml": late, "treaties/inf-treaty.yml": AGREEMENT})
    launch = ["--state", "su", "--purpose", "test"]
    for options in ([], launch):
        told = run("covers", "late", "--on", "2001-04-30", *options)
        assert told.stdout == "Not yet recorded: what is recorded of Late begins with May 2001.\n"
        assert json.loads(run("covers", "late", "--on", "2001-04-30", "--format", "json", *options).stdout) == []
    assert run("covers", "late", "--on", "2001-05-01").stdout.startswith(
        "No agreement in force bans or limits it; one may ban it."
    )
