"""What held when: agreements on a date, year by year, on one scale; and the rules of notification with their form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape

from armsref.export.lookup.answers import ELSEWHERE, courses, launching
from armsref.law.notices import notice_rules
from armsref.law.status import StatusInterval, TreatyStatus, status_on
from armsref.model import Entry, Provision, State, Treaty, TreatyHistory, Weapon
from armsref.prose import figures
from armsref.prose import vocabulary as wording
from armsref.prose.english import begun, the
from armsref.prose.reasons import act_words, notice_terms, status_sentence
from macros import charts
from macros.indexes import Index
from macros.markdown import typographic

# The groups in which agreements stand on a date, in order.
GROUPS: dict[TreatyStatus | str, str] = {
    "in force": "In force", "suspended": "Suspended", "provisionally applied": "Provisionally applied",
    "signed": "Signed, not in force", "proposed": "Proposed or negotiated", "unclear": "Unclear on that day",
    "ended": "Ended", "never in force": "Never in force", "not yet agreed": "Not yet agreed",
}  # fmt: skip
COURSE_WORDS = {"inside": "Inside its own territory", "sea": "Over the high seas", ELSEWHERE: "Towards another state"}


@dataclass(frozen=True)
class Times:
    """The pages about time, as they stand on the day of the build."""

    index: Index

    @cached_property
    def _treaties(self) -> tuple[Treaty, ...]:
        return self.index.site.dataset.of_kind(Treaty)

    @property
    def _today(self) -> date:
        return self.index.site.today

    def in_force(self) -> str:
        """All agreements by their status today; the script moves them to where they stood on another day."""
        held = {treaty.id: status_on(treaty, self._today) for treaty in self._treaties}
        groups = "".join(self._group(code, heading, held) for code, heading in GROUPS.items())
        return (
            f'<div class="standings" data-in-force="{self._answers("statuses.json")}" {self.span}>'
            f'<div data-filterable="agreements" data-without="status">{groups}</div></div>'
        )

    def _group(self, code: str, heading: str, held: dict[str, StatusInterval | None]) -> str:
        mine = [each for each in self._treaties if _status(held[each.id]) == code]
        items = "".join(self._standing(each, held[each.id]) for each in mine)
        hidden = "" if mine else " hidden"
        return (
            f'<section class="group" data-status="{code}" aria-labelledby="{wording.slug(code)}"{hidden}>'
            f'<h2 id="{wording.slug(code)}">{heading}</h2><ul class="in-force">{items}</ul></section>'
        )

    def _standing(self, treaty: Treaty, held: StatusInterval | None) -> str:
        words = status_sentence(self.index.site.dataset, treaty, held) if held else ""
        data = self.index.row_data(treaty)
        return f'<li data-id="{treaty.id}"{data}>{self.index.link(treaty)} <small>{_text(begun(words))}</small></li>'

    def by_year(self) -> str:
        """Every act of every agreement up to today, by year, the latest first."""
        years: dict[int, list[tuple[Treaty, TreatyHistory]]] = defaultdict(list)
        for treaty in self._treaties:
            for act in treaty.history:
                if act.date.earliest <= self._today:
                    years[act.date.year].append((treaty, act))
        return "".join(self._year(year, years[year]) for year in sorted(years, reverse=True))

    def _year(self, year: int, acts: list[tuple[Treaty, TreatyHistory]]) -> str:
        acts = sorted(acts, key=lambda each: (each[1].date.earliest, each[1].date.latest))
        items = "".join(self._act(*each) for each in acts)
        return f'<section data-year="{year}"><h3 id="y{year}">{year}</h3><ul class="acts">{items}</ul></section>'

    def _act(self, treaty: Treaty, act: TreatyHistory) -> str:
        words = _text(act_words(self.index.site.dataset, act))
        return f"<li><time>{figures.day(act.date)}</time> {self.index.link(treaty)}: {words}</li>"

    def timeline(self) -> str:
        """The agreements as bars on one scale, in a table that filters."""
        first = min((each.intervals[0].start for each in self._lives), default=self._today)
        lives = sorted(self._lives, key=lambda each: each.intervals[0].start)
        rows = "".join(self._life(each.treaty, first) for each in lives)
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("Agreement", "Status today"))
        scale = charts.scale(self._today, first)
        head = f'<thead><tr>{heads}<th scope="col" data-unsorted>Life{scale}</th></tr></thead>'
        table = f"<table><caption>Agreements from signature to end</caption>{head}<tbody>{rows}</tbody></table>"
        return f'<div class="index bars" data-filterable="agreements">{table}</div>'

    @cached_property
    def _lives(self) -> list[_Life]:
        lives = [_Life(each, self.index.site.coverage.status_intervals(each)) for each in self._treaties]
        return [each for each in lives if each.intervals and each.intervals[0].start <= self._today]

    def _life(self, treaty: Treaty, first: date) -> str:
        code, standing = self.index.site.standings[treaty.id]
        start = self.index.site.coverage.status_intervals(treaty)[0].start.isoformat()
        bar = charts.bar(treaty, self._today, first)
        name = escape(treaty.title.casefold(), quote=True)
        status = f'<span class="status status--{code}">{_text(standing)}</span>'
        cells = (
            f'<th scope="row" data-sort="{name}">{self.index.link(treaty)}</th>'
            f'<td data-label="Status" data-sort="{code}">{status}</td>'
            f'<td data-sort="{start}"><a href="{self.index.href(treaty)}">{bar}</a></td>'
        )
        return f"<tr{self.index.row_data(treaty)}>{cells}</tr>"

    def rules(self) -> str:
        """The rules of notification: whose, what for, how long ahead, by what channel, and whether in force today."""
        rows = "".join(self._rule(*each) for each in notice_rules(self.index.site.coverage))
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("Agreement", "What it asks", "How", "Status today"))
        return (
            '<div class="index"><table><caption>Rules of launch notification</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _rule(self, treaty: Treaty, provision: Provision) -> str:
        code, standing = self.index.site.standings[treaty.id]
        return (
            f'<tr data-rule="{treaty.id} {provision.id}"><th scope="row">{self.index.link(treaty)}'
            f"<small>{_text(wording.rule(provision.id))}</small></th>"
            f'<td data-label="What it asks">{_text(provision.what)}</td>'
            f'<td data-label="How">{_text(notice_terms(provision.notice_hours, provision.channel)) or "–"}</td>'
            f'<td data-label="Status today"><span class="status status--{code}">{_text(standing)}</span></td></tr>'
        )

    def launch_form(self) -> str:
        """The form by which one asks about a launch; it answers in the browser, from what was worked out here."""
        weapons = [each for each in self.index.site.dataset.of_kind(Weapon) if each.type in LAUNCHED]
        options = "".join(
            f'<option value="{each.id}" data-states="{" ".join(launching(each))}">{_text(each.title)}</option>'
            for each in weapons
        )
        return (
            f'<form class="filters launch" data-launch="{self._answers("launches")}" {self.span} hidden>'
            f"<label>Weapon<select name=weapon>{options}</select></label>"
            f"<label>Launched by<select name=state>{self._states(weapons)}</select></label>"
            f'<label>On<input type=date name=on value="{self._today.isoformat()}"></label>'
            f"<label>Course<select name=towards>{self._courses()}</select></label>"
            "<label>Purpose<select name=purpose><option value=test>Test</option>"
            "<option value=combat>Combat</option></select></label></form>"
            '<div class="answers" role="region" aria-live="polite" aria-label="What notice was due" hidden></div>'
        )

    def _states(self, weapons: list[Weapon]) -> str:
        states = dict.fromkeys(state for each in weapons for state in launching(each))
        return "".join(f'<option value="{each}">{_text(self._title(each))}</option>' for each in states)

    def _courses(self) -> str:
        words = {
            each: COURSE_WORDS.get(each) or f"Towards {the(self._title(each))}"
            for each in courses(self.index.site.coverage)
        }
        return "".join(f'<option value="{code}">{_text(said)}</option>' for code, said in words.items())

    def _title(self, entry_id: str) -> str:
        entry: Entry | None = self.index.site.dataset.get(entry_id)
        until = f" (until {entry.existed_until.year})" if isinstance(entry, State) and entry.existed_until else ""
        return f"{entry.title if entry else entry_id}{until}"

    def _answers(self, name: str) -> str:
        return self.index.asset(f"answers/{name}")

    @property
    def span(self) -> str:
        """The days that a page about time may be asked for."""
        first = min((each.intervals[0].start for each in self._lives), default=self._today)
        last = self._today.replace(year=self._today.year + 1, day=min(self._today.day, 28))
        return f'data-today="{self._today.isoformat()}" data-first="{first.isoformat()}" data-last="{last.isoformat()}"'


@dataclass(frozen=True)
class _Life:
    treaty: Treaty
    intervals: tuple[StatusInterval, ...]


# What flies by itself; of the rest a rule of notification does not speak.
LAUNCHED = {
    "ballistic-missile",
    "cruise-missile",
    "boost-glide",
    "anti-satellite",
    "interceptor",
    "space-launch-vehicle",
}


def _status(held: StatusInterval | None) -> str:
    return held.status if held else "not yet agreed"


def _text(text: str) -> str:
    return escape(typographic(text))
