"""How agreements stand on the day of the build, in words."""

from __future__ import annotations

from datetime import date

from armsref.law.coverage import Coverage
from armsref.law.status import StatusInterval, ended_on
from armsref.loading.dataset import Dataset
from armsref.model import Treaty
from armsref.model.dates import PartialDate
from armsref.prose import figures
from armsref.prose import vocabulary as wording

Standing = tuple[str, str]
"""A status as a code for its colour, and in words with its day: ('ended', 'Expired on 5 February 2026')."""


def standing(coverage: Coverage, treaty: Treaty, today: date) -> Standing:
    """An agreement's status; both parts are empty before its first act."""
    held = coverage.status_on(treaty, today)
    return (held.status.replace(" ", "-"), _words(coverage.dataset, treaty, held)) if held else ("", "")


def _words(dataset: Dataset, treaty: Treaty, last: StatusInterval) -> str:
    politically = treaty.binding != "legally"
    if last.status == "ended":
        return f"{wording.ending(last)} on {figures.day(ended_on(last))}"
    if last.status == "signed":
        return f"Signed, with no entry into {'effect' if politically else 'force'} on record"
    words = wording.status_words(last.words, politically)
    if last.status != "in force":
        return words
    words += f" since {figures.day(PartialDate.on(last.since))}"
    # Of many parties, one that suspended it leaves it as it was for the others.
    if last.suspended_by and treaty.parties:
        names = [dataset[state].title for state in sorted(last.suspended_by) if state in dataset]
        words += f"; suspended by {', '.join(names)}"
    return words
