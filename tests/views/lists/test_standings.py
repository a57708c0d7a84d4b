"""The agreements by how they stand today, on one scale, and on the front page."""

from __future__ import annotations

from armsref.prose.lines import plain_line
from armsref.views.lists.home import sections
from armsref.views.lists.standings import FRONT_PAGE, in_force, in_force_today
from armsref.views.lists.timeline import day_span, lives_table
from tests.conftest import treaty
from tests.views.lists.conftest import Standing


def lived(since: str, until: str = "") -> str:
    """A treaty that entered into force on a day, and ended on another."""
    ended = f", {{date: {until}, act: terminated, source: aca/inf}}" if until else ""
    acts = (
        f"{{date: {since}, act: signed, source: aca/inf}}, {{date: {since}, act: entered-into-force, source: aca/inf}}"
    )
    return treaty(f"history: [{acts}{ended}]")


def test_every_agreement_stands_in_one_group_and_groups_without_any_are_kept(standing: Standing) -> None:
    files = {"treaties/a.yml": lived("1990-01-01"), "treaties/b.yml": lived("1991-01-01", "1995-01-01")}
    groups = {group.status: [item.link.id for item in group.treaties] for group in in_force(standing(files)).groups}
    assert {status: ids for status, ids in groups.items() if ids} == {"in force": ["a"], "ended": ["b"]}
    assert groups["suspended"] == []


def test_an_agreement_tells_since_when_it_stands_so(standing: Standing) -> None:
    (group, *_) = in_force(standing({"treaties/a.yml": lived("1990-01-01")})).groups
    assert group.treaties[0].words == "In force since 1 January 1990"


def test_the_front_page_tells_how_many_are_in_force_where_it_has_not_room_for_all(standing: Standing) -> None:
    files = {f"treaties/t{number}.yml": lived("1990-01-01") for number in range(FRONT_PAGE + 1)}
    excerpt = in_force_today(standing(files))
    assert (len(excerpt.treaties), excerpt.in_all) == (FRONT_PAGE, FRONT_PAGE + 1)


def test_the_front_page_tells_no_number_where_it_has_them_all(standing: Standing) -> None:
    assert in_force_today(standing({"treaties/t1.yml": lived("1990-01-01")})).in_all == 0


def test_where_none_is_in_force_that_is_said(standing: Standing) -> None:
    excerpt = in_force_today(standing({}))
    assert (excerpt.treaties, excerpt.otherwise) == ((), "None of the agreements listed here is in force.")


def test_lives_stand_in_the_order_in_which_they_began_and_say_what_is_drawn(standing: Standing) -> None:
    files = {"treaties/a.yml": lived("1990-01-01"), "treaties/b.yml": lived("1980-01-01", "1999-01-01")}
    rows = lives_table(standing(files)).rows
    assert [plain_line(row.cells[2].line) for row in rows] == [
        "in force from 1 January 1980; ended on 1 January 1999",
        "in force from 1 January 1990",
    ]
    assert [(row.cells[2].sort, row.cells[2].drawn) for row in rows] == [("1980-01-01", True), ("1990-01-01", True)]


def test_days_may_be_asked_for_from_the_first_act_to_a_year_from_today(standing: Standing) -> None:
    span = day_span(standing({"treaties/a.yml": lived("1990-01-01")}))
    assert (span.first, span.today, span.last) == ("1990-01-01", "2026-11-22", "2027-11-22")


def test_the_front_page_counts_the_entries_of_each_kind(standing: Standing) -> None:
    shown = {section.address: (section.title, section.entries) for section in sections(standing({}))}
    assert shown["states/"] == ("States", 3)
    assert shown["treaties/"] == ("Treaties", 0)
