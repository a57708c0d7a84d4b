"""A working directory with data in it, and the command line run there."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from armsref.cli.main import main
from tests.conftest import STATES, Data, treaty, weapon


def run(*arguments: str) -> Result:
    """Run a command; only an exit may end it."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def home(data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """A working directory with a data folder in it, as the repository's is."""
    monkeypatch.chdir(tmp_path)
    return data


AGREEMENT = treaty("""
    name: INF Treaty
    parties: [us, su]
    succession: {su: [ru]}
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
      - {date: 2019-02-02, act: suspended, by: us, source: aca/inf}
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
