"""The page on notice of launches, and the matrix of verdicts."""

from __future__ import annotations

from dataclasses import replace

from armsref.export.lookup.answers import courses
from armsref.model import Event
from armsref.prose.lines import plain_line
from armsref.views.as_of import AsOf
from armsref.views.lists.launches import launch_events, launch_form, rules_table
from armsref.views.lists.matrix import CellPart, MatrixCell, MatrixStretch, matrix
from armsref.views.verdicts import on_launch
from tests.built import real_data
from tests.conftest import STATES, treaty, weapon
from tests.views.lists.conftest import TODAY, Standing

RULE = """
    parties: [us, su]
    provisions:
      - id: icbm-launch-notice
        what: Notice of launches.
        effect: requires-notification
        notice_hours: 24
        source: aca/inf
        reaches: {type: [ballistic-missile]}
"""


def test_a_rule_tells_what_it_asks_and_how_long_ahead(standing: Standing) -> None:
    (row,) = rules_table(standing({"treaties/x.yml": treaty(RULE)})).rows
    assert row.rule == "x icbm-launch-notice"
    assert [plain_line(cell.line) for cell in row.cells[:3]] == [
        "INF TreatyICBM launch notice",
        "Notice of launches.",
        "at least 24 hours ahead",
    ]


def test_a_rule_tells_what_it_exempts_and_what_a_party_may_leave_out(standing: Standing) -> None:
    exempting = f"{RULE}        exempts: [combat]\n        may_exempt: [test]\n"
    (row,) = rules_table(standing({"treaties/x.yml": treaty(exempting)})).rows
    assert plain_line(row.cells[2].line) == "at least 24 hours ahead; not for combat; a party may leave out tests"


def test_the_form_offers_what_flies_with_the_states_that_have_it(standing: Standing) -> None:
    files = {"weapons/x.yml": weapon("origin: [su]\noperators: [ru]"), "weapons/y.yml": weapon("type: bomb")}
    form = launch_form(standing(files | {"states.yml": STATES}), ["sea", "us", "su"])
    assert [(choice.code, choice.states) for choice in form.weapons] == [("x", ("ru", "su"))]
    assert [choice.words for choice in form.states] == ["Russia", "Soviet Union (until 1991)"]
    assert [choice.words for choice in form.courses] == [
        "Over the high seas",
        "Towards the United States",
        "Towards Soviet Union (until 1991)",
    ]


def test_launches_are_the_events_that_say_so(standing: Standing) -> None:
    told = "answer: It happened., accounts: [{text: So., source: aca/inf}], sources: [aca/inf]"
    events = f"""
        a: {{date: 1987-12-08, name: A, {told}}}
        b: {{date: 1988-12-08, name: B, launch: {{weapon: x, by: su, purpose: test}}, {told}}}
    """
    (launch,) = launch_events(standing({"events.yml": events, "weapons/x.yml": weapon()}))
    assert (launch.day, launch.link.id) == ("8 December 1988", "b")


def test_the_matrix_has_the_agreements_that_are_about_any_weapon(standing: Standing) -> None:
    files = {"weapons/x.yml": weapon(), "treaties/x1.yml": treaty(RULE), "treaties/y.yml": treaty()}
    shown = matrix(standing(files))
    assert [link.id for link in shown.treaties] == ["x1"]
    (row,) = shown.rows
    assert (row.weapon.id, row.cells) == ("x", (MatrixCell("would apply", (CellPart("would apply", "notice"),)),))


def test_a_cell_tells_a_ban_from_a_duty_to_notify_and_leaves_out_what_does_not_apply(standing: Standing) -> None:
    rules = """
        parties: [us, fr]
        history:
          - {date: 1988-05-01, act: signed, source: aca/inf}
          - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
        provisions:
          - {id: n, effect: requires-notification, what: N., reaches: {type: [ballistic-missile]}, source: aca/inf}
          - {id: b, effect: prohibits, what: B., reaches: {range_km: {min: 500}}, source: aca/inf}
          - {id: l, effect: limits, what: L., reaches: {type: [bomb]}, source: aca/inf}
    """
    missile = weapon("type: ballistic-missile\norigin: [us]")
    files = {"weapons/x.yml": missile, "weapons/y.yml": weapon("type: aircraft"), "treaties/t.yml": treaty(rules)}
    cells = {row.weapon.id: row.cells[0] for row in matrix(standing(files)).rows}
    assert cells["x"] == MatrixCell("applies", (CellPart("applies", "notice"), CellPart("depends", "ban")))
    assert [part.word for part in cells["y"].parts] == ["depends"]


def test_a_row_tells_what_would_apply_in_words_and_joins_the_cells_that_this_leaves_empty(standing: Standing) -> None:
    files = {f"treaties/{name}.yml": treaty(RULE) for name in ("x1", "x2")}
    (row,) = matrix(standing({"weapons/x.yml": weapon(), **files})).rows
    assert list(row.stretches) == [MatrixStretch((), columns=2)]
    assert [part.split(": ")[1] for part in row.would_apply.split("; ")] == ["notice", "notice"]


def test_a_cell_shows_what_applies_or_may(standing: Standing) -> None:
    parts = {word: CellPart(word, "ban") for word in ("applies", "depends", "would apply")}
    cells = [
        MatrixCell("applies", (parts["applies"], parts["would apply"])),
        MatrixCell("depends", (parts["depends"],)),
    ]
    (row,) = matrix(standing({"weapons/x.yml": weapon(), "treaties/x1.yml": treaty(RULE)})).rows
    shown = replace(row, cells=(*cells, MatrixCell("would apply", (parts["would apply"],)))).stretches
    assert [stretch.parts for stretch in shown] == [(parts["applies"],), (parts["depends"],), ()]


def test_the_form_opens_on_the_last_launch_told_of() -> None:
    as_of = AsOf(real_data(), TODAY)
    form = launch_form(as_of, courses(as_of.coverage))
    launched = [event for event in as_of.dataset.of_kind(Event) if event.launch and event.date.precision == "day"]
    last = max(launched, key=lambda event: event.date.earliest)
    assert form.example
    assert form.example.event.id == last.id
    assert form.example.asked["on"] == last.date.earliest.isoformat()
    assert form.example.asked["towards"] in {course.code for course in form.courses}
    assert form.example.verdicts == on_launch(as_of, last)
