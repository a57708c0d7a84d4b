"""Verdicts as they stand on the pages of weapons, agreements and launches: each effect by itself."""

from __future__ import annotations

from datetime import date

from armsref import load
from armsref.law.effects import ever_took_part
from armsref.law.notices import flight_of, notices
from armsref.model import Event, Term, Treaty, Weapon
from armsref.prose.effects import effects_sentence
from armsref.prose.texts import typographic
from armsref.views.as_of import AsOf
from armsref.views.others import term_part
from armsref.views.parts import Verdicts
from armsref.views.verdicts import on_launch, on_treaty, on_weapon
from armsref.views.writer import Writer
from tests.built import real_data
from tests.conftest import STATES, Data, treaty, weapon

TODAY = date(2026, 12, 1)
HISTORY = """
    history:
      - {date: 1988-05-01, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
"""
RULES = """
    provisions:
      - {id: n, article: IV, effect: requires-notification, what: N., reaches: {type: [ballistic-missile]}, source: aca/inf}
      - {id: m, article: V, effect: requires-notification, what: N., reaches: {type: [ballistic-missile]}, source: aca/inf}
      - {id: b, effect: prohibits, what: B., reaches: {type: [ballistic-missile]}, source: aca/inf}
"""  # noqa: E501
MISSILE = "name: X\ntype: ballistic-missile\norigin: [us]"


def of(parties: str) -> str:
    return treaty(f"name: Of {parties}\nparties: [{parties}]\n{_flat(HISTORY)}{_flat(RULES)}")


def _flat(text: str) -> str:
    return "".join(f"{line[4:]}\n" for line in text.splitlines() if line)


def as_of(data: Data, **files: str) -> AsOf:
    named = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return AsOf(load(data({"states.yml": STATES, "weapons/x.yml": weapon(MISSILE), **named})), TODAY)


def weapon_of(view: AsOf) -> Weapon:
    entry = view.dataset["x"]
    assert isinstance(entry, Weapon)
    return entry


def told(verdicts: Verdicts) -> list[tuple[str, str, list[str]]]:
    """The groups: heading, effect, and where each of their verdicts stands."""
    return [(group.heading, group.effect, [item.place for item in group.items]) for group in verdicts.groups]


def test_a_ban_and_a_duty_to_notify_stand_apart_with_their_articles(data: Data) -> None:
    view = as_of(data, treaties__t=of("us, ru"))
    expected = [
        ("Applies: ban", "prohibits", [""]),
        ("Applies: notice", "requires-notification", ["Article IV and Article V"]),
    ]
    assert told(on_weapon(view, weapon_of(view))) == expected
    agreement = view.dataset["t"]
    assert isinstance(agreement, Treaty)
    assert told(on_treaty(view, agreement)) == expected


def test_the_page_of_a_weapon_begins_with_a_sentence_and_leaves_out_what_its_states_never_joined(data: Data) -> None:
    view = as_of(data, treaties__own=of("us, ru"), treaties__strange=of("fr, ru"))
    shown = on_weapon(view, weapon_of(view))
    assert shown.sentence == "One agreement in force bans it; one asks for notice of its launches."
    assert {item.link.id for group in shown.groups for item in group.items} == {"own"}
    assert shown.far == ()
    assert [(link.id, reason) for link, reason in shown.strangers] == [
        ("strange", "Within its terms, but the United States does not take part.")
    ]


LAUNCH = """
    e:
      name: E
      date: 2024-11-21
      answer: A launch.
      sources: [aca/inf]
      launch: {weapon: x, by: us, purpose: test}
"""


def test_the_page_of_a_launch_leaves_out_what_the_launching_state_never_joined(data: Data) -> None:
    view = as_of(data, treaties__own=of("us, ru"), treaties__strange=of("fr, ru"), events=LAUNCH)
    event = view.dataset["e"]
    assert isinstance(event, Event)
    shown = on_launch(view, event)
    assert [(group.word, [item.link.id for item in group.items]) for group in shown.groups] == [
        ("applies", ["own", "own"])
    ]
    assert [link.id for link, _ in shown.strangers] == ["strange"]


def test_every_agreement_stands_on_the_page_of_every_weapon_in_one_place() -> None:
    view = AsOf(real_data(), TODAY)
    coverage = view.coverage
    for missile in view.dataset.of_kind(Weapon):
        shown = on_weapon(view, missile)
        near = {item.link.id for group in shown.groups for item in group.items}
        far, strange = ({link.id for link, _ in rows} for rows in (shown.far, shown.strangers))
        assert near | far | strange == {agreement.id for agreement in coverage.conditional}, missile.id
        assert not (near & far or near & strange or far & strange), missile.id
        for agreement in coverage.conditional:
            took_part = ever_took_part(coverage, agreement, coverage.holders(missile, agreement))
            assert (agreement.id in strange) is not took_part, f"{missile.id} {agreement.id}"
        assert shown.sentence == typographic(effects_sentence(view.dataset, coverage.verdicts(missile, TODAY)))


def test_every_rule_stands_on_the_page_of_every_launch_in_one_place() -> None:
    view = AsOf(real_data(), TODAY)
    for event in (event for event in view.dataset.of_kind(Event) if event.launch):
        shown = on_launch(view, event)
        near = {item.link.id for group in shown.groups for item in group.items}
        strange = {link.id for link, _ in shown.strangers}
        due = notices(view.coverage, flight_of(view.coverage, event), event)
        assert near | strange == {notice.treaty.id for notice in due}
        assert not near & strange


def test_every_term_tells_of_its_examples_what_their_own_pages_say() -> None:
    view = AsOf(real_data(), TODAY)
    for term in view.dataset.of_kind(Term):
        examples = [view.dataset[example] for example in term.examples]
        weapons = [example for example in examples if isinstance(example, Weapon)]
        reached = term_part(Writer(view, term), term).reached
        assert [(link.id, sentence) for link, sentence in reached] == [
            (example.id, on_weapon(view, example).sentence) for example in weapons
        ], term.id
