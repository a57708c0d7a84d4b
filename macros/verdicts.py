"""Verdicts as HTML: on a weapon's page, on an agreement's, on a launch's, and the matrix of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from armsref.law.conditions import Holds
from armsref.law.coverage import VerdictWord, is_about, weightiest
from armsref.model import Event, Treaty, Weapon
from armsref.prose import figures
from macros.indexes import Index
from macros.times import Times

VERDICT_CODES: dict[VerdictWord, str] = {
    "applies": "applies", "depends": "depends", "would apply": "would-apply", "does not apply": "does-not-apply",
}  # fmt: skip
# A sign for each verdict, so that colour is not what tells them apart.
SIGNS: dict[VerdictWord, str] = {"applies": "●", "depends": "◐", "would apply": "○", "does not apply": "·"}
ANSWERS: dict[Holds, str] = {"yes": "holds", "no": "fails", "depends": "open"}


@dataclass(frozen=True)
class Verdicts:
    """The verdicts of a site as they stand on one page, on the day of the build."""

    index: Index

    # The matrix

    def matrix(self) -> str:
        """Weapons by agreements: a sign and a word in each cell, for the day of the build."""
        coverage = self.index.site.coverage
        treaties = [
            each for each in self._treaties if any(is_about(coverage, weapon, each) for weapon in self._weapons)
        ]
        heads = "".join(
            f'<th scope="col" data-unsorted data-treaty="{each.id}">{self.index.link(each)}</th>' for each in treaties
        )
        rows = "".join(self._row(weapon, treaties) for weapon in self._weapons)
        head = f'<thead><tr><th scope="col" data-unsorted>Weapon</th>{heads}</tr></thead>'
        table = f"<table><caption>Weapons by agreements</caption>{head}<tbody>{rows}</tbody></table>"
        scroll = f'<div class="scroll" tabindex="0" role="group" aria-label="Weapons by agreements">{table}</div>'
        times = Times(self.index)
        return (
            f'<div class="matrix" data-filterable="weapons" data-matrix="{self.index.asset("answers/verdicts.json")}" '
            f"{times.span}>{scroll}</div>"
        )

    def launches(self) -> str:
        """The events that are launches."""
        events = [each for each in self.index.site.dataset.of_kind(Event) if each.launch]
        items = "".join(f"<li>{figures.day(each.date)}: {self.index.link(each)}</li>" for each in reversed(events))
        return f"<ul>{items}</ul>" if items else ""

    @cached_property
    def _weapons(self) -> tuple[Weapon, ...]:
        return self.index.site.dataset.of_kind(Weapon)

    @cached_property
    def _treaties(self) -> tuple[Treaty, ...]:
        return self.index.site.dataset.of_kind(Treaty)

    def _row(self, weapon: Weapon, treaties: Sequence[Treaty]) -> str:
        cells = "".join(self._cell(weapon, treaty) for treaty in treaties)
        data = self.index.row_data(weapon)
        return f'<tr data-weapon="{weapon.id}"{data}><th scope="row">{self.index.link(weapon)}</th>{cells}</tr>'

    def _cell(self, weapon: Weapon, treaty: Treaty) -> str:
        verdict = weightiest(self.index.site.coverage, weapon, treaty, self.index.site.today)
        word = verdict.word if verdict else "does not apply"
        sign = f'<span aria-hidden="true">{SIGNS[word]}</span>'
        return f'<td class="verdict--{VERDICT_CODES[word]}">{sign} <span>{word}</span></td>'
