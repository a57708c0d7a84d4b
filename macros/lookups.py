"""What pages look up in the browser: each file by its path below the site's root, made when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from armsref.export.lookup import answers, nametable
from armsref.export.lookup.entry_answers import answers_by_section
from armsref.export.lookup.force_answers import force_answers
from armsref.export.lookup.membership import memberships
from armsref.law.notices import can_be_launched
from armsref.loading.dataset import Dataset
from armsref.model import State, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.prose.dated import AnswerInterval, answer_intervals
from armsref.prose.english import begun
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import KINDS
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import words_sought
from macros import search

Lookup = Callable[[], str]
"""Makes the text of a file."""


def lookup_files(as_of: AsOf) -> dict[str, Lookup]:
    """The search files, and for any day how agreements stood, what reached a weapon, what notice was due of it."""
    coverage, dataset = as_of.coverage, as_of.dataset
    by_section = answers_by_section(dataset, as_of.entry_answers)
    files: dict[str, Lookup] = {
        f"assets/answers/entries/{section}.json": partial(_json, by_id) for section, by_id in by_section.items()
    }
    files["assets/answers/statuses.json"] = lambda: _json(answers.statuses(coverage))
    files["assets/answers/standings.json"] = lambda: _json(answers.standings(coverage))
    files["assets/answers/memberships.json"] = lambda: _json(memberships(coverage))
    files["assets/answers/states.json"] = lambda: _json(_states(dataset))
    files["assets/answers/verdicts.json"] = lambda: _json(answers.verdicts(coverage))
    files["assets/answers/names.json"] = lambda: _json(_names(as_of))
    for treaty in dataset.of_kind(Treaty):
        files[f"assets/answers/agreements/{treaty.id}.json"] = partial(_force, as_of, treaty)
    for weapon in dataset.of_kind(Weapon):
        if can_be_launched(weapon):
            files[f"assets/answers/launches/{weapon.id}.json"] = partial(_launches, as_of, weapon)
    files["assets/search/names.json"] = lambda: search.names_file(as_of)
    files["assets/search/texts.json"] = lambda: search.texts_file(as_of)
    return files


def _force(as_of: AsOf, treaty: Treaty) -> str:
    return _json(force_answers(as_of.coverage, treaty))


def _launches(as_of: AsOf, weapon: Weapon) -> str:
    return _json(answers.launches(as_of.coverage, weapon))


def _states(dataset: Dataset) -> dict[str, str]:
    """All names of each state, in any script, by its title: too many for the page of an agreement with many states."""
    return {typographic(state.title): words_sought(state) for state in dataset.of_kind(State)}


def _names(as_of: AsOf) -> dict[str, Any]:
    """What a page finds names in a text with, and what it shows of each entry found.

    `before` gives what is said of days before `since`, on which the answer is not told yet: `[first day, words]`.
    """
    table = nametable.name_table(as_of.dataset)
    for listed in table["entries"]:
        entry = as_of.dataset[listed["id"]]
        listed |= {
            "title": typographic(entry.title),
            "words": begun(KINDS[entry.kind]),
            "answer": as_of.answer(entry),
            "href": address_of(entry),
        }
        *before, last = answer_intervals(as_of.coverage, entry, as_of.entry_answers.of(entry), as_of.day)
        if before:
            listed |= {"since": last.start.isoformat(), "before": [_said(interval) for interval in before]}
        if isinstance(entry, Weapon):
            listed["stretches"] = nametable.weapon_stretches(entry)
    return table


def _said(interval: AnswerInterval) -> list[str]:
    return [interval.start.isoformat(), typographic(interval.words)]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
