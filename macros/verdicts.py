"""Verdicts as HTML: on a weapon's page, on an agreement's, on a launch's, and the matrix of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from armsref.law.conditions import Holds
from armsref.law.coverage import VERDICT_ORDER, Verdict, VerdictWord, is_about, weightiest
from armsref.law.notices import Notice, flight_of, notices
from armsref.model import Entry, Event, Provision, Treaty, Weapon
from armsref.prose import figures
from armsref.prose import vocabulary as wording
from armsref.prose.english import begun, listed
from armsref.prose.reasons import Reason, Reasons, notice_terms
from macros.indexes import Index
from macros.markdown import typographic
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

    @cached_property
    def reasons(self) -> Reasons:
        """What puts them into words."""
        return Reasons(self.index.site.dataset)

    # A weapon's page

    def of_weapon(self, weapon: Weapon) -> str:
        """The agreements that reach a weapon or would have, and in a fold those that do not."""
        found = self.index.site.coverage.verdicts(weapon, self.index.site.today)
        near = [each for each in found if each.word != "does not apply"]
        reached = {each.treaty.id for each in near}
        far = [each for each in found if each.treaty.id not in reached]
        parts = [self._grouped(near, by_weapon=False)]
        if not near:
            parts.append("<p>No agreement listed here has a provision that is about it.</p>")
        if far:
            parts.append(self._not_reached(far))
        return "".join(parts)

    def _not_reached(self, far: Sequence[Verdict]) -> str:
        items = []
        for _, group in groupby(far, key=lambda each: each.treaty.id):
            verdict = next(group)
            items.append(f"<li>{self.index.link(verdict.treaty)}: {_text(self.reasons.sentence(verdict))}</li>")
        return _fold(f"Agreements that do not reach it ({len(items)})", f"<ul>{''.join(items)}</ul>")

    # An agreement's page

    def of_treaty(self, treaty: Treaty) -> str:
        """The weapons that an agreement reaches, may reach, or would have; nothing where it has no conditions."""
        coverage, today = self.index.site.coverage, self.index.site.today
        weapons = [each for each in self.index.site.dataset.of_kind(Weapon) if is_about(coverage, each, treaty)]
        found = [
            coverage.verdict(weapon, treaty, provision, today)
            for weapon in weapons
            for provision in treaty.provisions
            if provision.reaches
        ]
        return self._grouped([each for each in found if each.word != "does not apply"], by_weapon=True)

    def _grouped(self, found: Sequence[Verdict], by_weapon: bool) -> str:
        """Verdicts under the word of each, those with one reason together."""
        parts = []
        for word in VERDICT_ORDER:
            items: dict[tuple[str, str], list[Verdict]] = {}
            for each in found:
                if each.word == word:
                    other = each.weapon.id if by_weapon else each.treaty.id
                    items.setdefault((other, self.reasons.sentence(each)), []).append(each)
            if items:
                lines = "".join(self._item(group, reason, by_weapon) for (_, reason), group in items.items())
                parts.append(_section(word, _heading(word), lines))
        return "".join(parts)

    def _item(self, group: Sequence[Verdict], reason: str, by_weapon: bool) -> str:
        first = group[0]
        entry: Entry = first.weapon if by_weapon else first.treaty
        asks = listed([_asks(each.provision) for each in group])
        return (
            f"<li>{self.index.link(entry)} <small>{_text(asks)}</small>"
            f"<p>{_text(reason)}</p>{self._steps(self.reasons.steps(first), first.weapon)}</li>"
        )

    def _steps(self, steps: Iterable[Reason], weapon: Weapon) -> str:
        rows = "".join(self._step(each, weapon) for each in steps)
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("Asked", "Found", "Holds"))
        return _fold("Reasoning", f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")

    def _step(self, step: Reason, weapon: Weapon) -> str:
        claims = f' <a href="{self.index.href(weapon)}#claims">Claims</a>' if step.claims else ""
        return (
            f"<tr><td>{_text(begun(step.asked))}</td><td>{_text(begun(step.found))}{claims}</td>"
            f'<td class="answer--{step.holds}">{ANSWERS[step.holds]}</td></tr>'
        )

    # A launch's page

    def of_launch(self, event: Event) -> str:
        """What notice of a launch was due under each rule, and how officials explained it."""
        coverage = self.index.site.coverage
        found = notices(coverage, flight_of(coverage, event), event)
        parts = []
        for word in VERDICT_ORDER:
            items = "".join(self._notice(each) for each in found if each.word == word)
            if items:
                parts.append(_section(word, NOTICE[word], items))
        return "".join(parts)

    def _notice(self, notice: Notice) -> str:
        terms = (
            _text(notice_terms(notice.provision.notice_hours, notice.provision.channel))
            if notice.word != "does not apply"
            else ""
        )
        said = "".join(
            f"<blockquote><p>{_text(each.text)}</p><p><small>{_text(self.reasons.speaker(each))}, "
            f"{_text(figures.day(each.as_of)) if each.as_of else 'undated'}</small></p></blockquote>"
            for each in notice.explanations
        )
        return (
            f"<li>{self.index.link(notice.treaty)} <small>{_text(wording.rule(notice.provision.id))}</small>"
            f"<p>{_text(self.reasons.notice_sentence(notice))} {terms}</p>{said}"
            f"{self._steps(self.reasons.notice_steps(notice), notice.flight.weapon)}</li>"
        )

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


NOTICE: dict[VerdictWord, str] = {
    "applies": "Notice was due",
    "depends": "It depends",
    "would apply": "Notice would have been due, but …",
    "does not apply": "No notice was due",
}


def _section(word: VerdictWord, heading: str, items: str) -> str:
    return f'<h3 class="verdict verdict--{VERDICT_CODES[word]}">{heading}</h3><ul class="verdicts">{items}</ul>'


def _fold(summary: str, body: str) -> str:
    return f"<details><summary>{summary}</summary>{body}</details>"


def _heading(word: VerdictWord) -> str:
    return f"{begun(word)}, but …" if word == "would apply" else begun(word)


def _asks(provision: Provision) -> str:
    """What a provision does, and where it stands: 'prohibits (Articles IV, V)'."""
    place = f" ({wording.article(provision.article)})" if provision.article else ""
    return f"{wording.spaced(provision.effect)}{place}"


def _text(text: str) -> str:
    return escape(typographic(text))
