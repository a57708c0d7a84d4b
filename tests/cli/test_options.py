"""What several commands are asked with: a day, a name of an entry, a data folder."""

import pytest

from tests.cli.conftest import run
from tests.conftest import Data


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
