"""The answers that links show, by section."""

from datetime import date

from armsref import load
from armsref.export.lookup.entry_answers import AnswersById, answers_by_section
from armsref.law.coverage import Coverage
from armsref.model.addresses import SECTIONS
from armsref.prose.answers import EntryAnswers
from tests.conftest import STATES, Data, treaty, weapon


def answers_of(data: Data, files: dict[str, str]) -> dict[str, AnswersById]:
    dataset = load(data({"states.yml": STATES, **files}))
    return answers_by_section(dataset, EntryAnswers(Coverage(dataset), date(2026, 11, 1)))


def test_each_section_has_the_answers_of_its_entries_by_id(data: Data) -> None:
    found = answers_of(data, {"treaties/t.yml": treaty(), "weapons/w.yml": weapon()})
    assert found["treaties"] == {"t": "Banned missiles."}
    assert found["weapons"] == {"w": "A missile."}


def test_every_section_of_the_site_has_a_file_even_without_entries(data: Data) -> None:
    found = answers_of(data, {})
    assert set(found) == set(SECTIONS.values())
    assert found["glossary"] == {}


def test_a_state_is_answered_with_what_the_reference_holds_on_it(data: Data) -> None:
    found = answers_of(data, {"weapons/w.yml": weapon("origin: [fr]")})
    assert found["states"]["fr"] == "France takes part in no agreements listed here."


def test_an_answer_is_one_line_with_the_quotation_marks_of_print(data: Data) -> None:
    agreement = """
        answer: >-
          The "zero"

          option's end.
    """
    found = answers_of(data, {"treaties/t.yml": treaty(agreement)})
    assert found["treaties"]["t"] == "The “zero” option’s end."
