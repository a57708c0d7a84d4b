"""What the front page tells of last, and of days to come."""

from __future__ import annotations

from armsref.views.lists.home import happenings
from tests.conftest import treaty
from tests.views.lists.conftest import Standing

HISTORY = """history:
  - {date: 2000-01-01, act: signed, source: aca/inf}
  - {date: 2001-01-01, act: entered-into-force, source: aca/inf, until: 2030-01-01}
"""
EVENTS = (
    "it: {date: 2001-01-01, name: Its beginning, answer: It began., involves: [x], "
    "accounts: [{text: So., source: aca/inf}], sources: [aca/inf]}\n"
)


def test_the_latest_acts_and_events_come_first_and_what_is_an_event_is_told_once(standing: Standing) -> None:
    told = happenings(standing({"treaties/x.yml": treaty(HISTORY), "events.yml": EVENTS})).lately
    assert [(link.day, link.link.words, link.words) for link in told] == [
        ("1 January 2001", "Its beginning", ""),
        ("1 January 2000", "INF Treaty", "signed"),
    ]


def test_days_to_come_are_told_the_next_first(standing: Standing) -> None:
    later = HISTORY.replace("2030-01-01", "2028-02-03")
    told = happenings(standing({"treaties/x.yml": treaty(HISTORY), "treaties/y.yml": treaty(later)})).coming
    assert [(link.day, link.link.id) for link in told] == [("3 February 2028", "y"), ("1 January 2030", "x")]
