"""The one-sentence answers of all entries by section, which a page fetches when a link to an entry is looked at."""

from __future__ import annotations

from collections.abc import Iterable

from armsref.loading.dataset import Dataset
from armsref.model import ENTRY_MODELS, Entry
from armsref.model.addresses import SECTIONS
from armsref.prose.answers import EntryAnswers
from armsref.prose.texts import typographic

AnswersById = dict[str, str]
"""Answers as they are printed, by the ids of their entries."""


def answers_by_section(dataset: Dataset, answers: EntryAnswers) -> dict[str, AnswersById]:
    """The answers of each section of the site; entries without an answer are left out."""
    return {section: _answers(dataset.of_kind(ENTRY_MODELS[kind]), answers) for kind, section in SECTIONS.items()}


def _answers(entries: Iterable[Entry], answers: EntryAnswers) -> AnswersById:
    printed = {entry.id: typographic(" ".join(answers.of(entry).split())) for entry in entries}
    return {entry_id: answer for entry_id, answer in printed.items() if answer}
