"""The lists from which entries are reached: tables that sort and filter, an alphabet, a timeline.

They are HTML, complete as they stand; `assets/lists.js` adds sorting and filters. Links are relative to the page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from armsref.law.status import SIGNING, weapon_status
from armsref.model import (
    ENTRY_MODELS,
    Entry,
    Event,
    Kind,
    NumberClaim,
    Organisation,
    Participation,
    State,
    Term,
    Treaty,
    Weapon,
)
from armsref.model.addresses import SECTIONS, address_of
from armsref.model.dates import PartialDate
from armsref.model.names import folded, names_of
from armsref.prose import figures
from armsref.prose import vocabulary as wording
from armsref.prose.english import begun
from armsref.prose.texts import typographic
from macros.site import Site

Cell = tuple[str, str]
"""A cell: its HTML, and the key by which it is sorted."""


# The front page shows no more than a screen of agreements; the list has them all.
FRONT_PAGE = 12


@dataclass(frozen=True)
class Row:
    """One line of a table, and what the filters ask of it: values by the name of the filter."""

    cells: tuple[Cell, ...]
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True)
class Index:
    """The lists of a site as they stand on one page."""

    site: Site
    url: str

    def href(self, entry: Entry) -> str:
        """The address of an entry's page, relative to this one."""
        return posixpath.relpath(address_of(entry), self.url or ".") + "/"

    def asset(self, path: str) -> str:
        """The address of one of the site's files, relative to this page."""
        return posixpath.relpath(f"assets/{path}", self.url or ".")

    def link(self, entry: Entry, words: str | None = None) -> str:
        """A link to an entry."""
        return f'<a href="{self.href(entry)}">{_text(words or entry.title)}</a>'

    def states(self, ids: Iterable[str]) -> Cell:
        """Links to states, sorted by their names."""
        states = [self.site.dataset[state] for state in ids]
        return ", ".join(self.link(state) for state in states), " ".join(state.title.casefold() for state in states)

    def treaties(self) -> str:
        """The table of agreements."""
        rows = [self._treaty(treaty) for treaty in self.site.dataset.of_kind(Treaty)]
        heads = ("Agreement", "Form", "Parties", "Signed", "Status today")
        return _table("Agreements", heads, rows)

    def _treaty(self, treaty: Treaty) -> Row:
        code, standing = self.site.standings[treaty.id]
        signed = next((act.date for each in _SIGNED for act in treaty.history if act.act == each), None)
        states = (*treaty.parties, *sorted(self.site.bound[treaty.id]))
        cells = (
            self._name(treaty),
            _plain(begun(wording.FORMS[treaty.form])),
            self._parties(treaty),
            _date(signed) if signed else ("–", ""),
            (_status(code, standing), code),
        )
        return Row(cells, self._filters(treaty, begun(wording.FORMS[treaty.form]), code, states), _searched(treaty))

    def _parties(self, treaty: Treaty) -> Cell:
        if treaty.parties:
            return self.states(treaty.parties)
        if not treaty.participants:
            return "–", ""
        number = figures.quantity(treaty.participants[0], "participants")
        return f"{number} states", f"{number:>9}"

    def weapons(self) -> str:
        """The table of weapons."""
        rows = [self._weapon(weapon) for weapon in self.site.dataset.of_kind(Weapon)]
        return _table("Weapons", ("Weapon", "Type", "Origin", "Range, as claimed", "Status today"), rows)

    def _weapon(self, weapon: Weapon) -> Row:
        status = weapon_status(weapon, self.site.today)
        cells = (
            self._name(weapon),
            _plain(begun(wording.WEAPON_TYPES[weapon.type])),
            self.states(weapon.origin),
            _range(weapon.range_km),
            (_status(status.replace(" ", "-"), wording.sentence(status)), status),
        )
        states = (*weapon.origin, *weapon.operators, *weapon.former_operators)
        return Row(
            cells, self._filters(weapon, begun(wording.WEAPON_TYPES[weapon.type]), status, states), _searched(weapon)
        )

    def events(self) -> str:
        """The events as a timeline, newest year first."""
        events = reversed(self.site.dataset.of_kind(Event))
        years = groupby(events, key=lambda event: event.date.year)
        return (
            '<div class="timeline" data-filterable="events" data-orders="Newest first|Oldest first">'
            + "".join(self._year(*year) for year in years)
            + "</div>"
        )

    def _year(self, year: int, events: Iterable[Event]) -> str:
        items = "".join(self._event(event) for event in events)
        return (
            f'<section class="group" aria-labelledby="y{year}"><h2 id="y{year}">{year}</h2><ol>{items}</ol></section>'
        )

    def _event(self, event: Event) -> str:
        day = figures.day(event.date)
        row = self._filters(event, "", "", (each for each in event.involves))
        body = f"<time>{day}</time> {self.link(event)}<p>{_text(event.answer)}</p>"
        return f"<li{_data(row, _searched(event))}>{body}</li>"

    def glossary(self) -> str:
        """The terms from A to Z, with a row of letters to jump by."""
        terms = sorted(self.site.dataset.of_kind(Term), key=lambda term: (_letter(term), folded(term.title)))
        letters = [(letter, list(group)) for letter, group in groupby(terms, key=_letter)]
        jumps = "".join(f'<a href="#letter-{_slug(letter)}">{letter}</a>' for letter, _ in letters)
        body = "".join(self._letter(letter, group) for letter, group in letters)
        nav = f'<nav class="letters" aria-label="Letters">{jumps}</nav>'
        return f'{nav}<div class="alphabet" data-filterable="terms" data-orders="A to Z|Z to A">{body}</div>'

    def _letter(self, letter: str, terms: list[Term]) -> str:
        items = "".join(self._term(term) for term in terms)
        mark = f"letter-{_slug(letter)}"
        return (
            f'<section class="group" aria-labelledby="{mark}"><h2 id="{mark}">{letter}</h2><ul>{items}</ul></section>'
        )

    def _term(self, term: Term) -> str:
        short = f" <abbr>{escape(term.abbreviation)}</abbr>" if term.abbreviation else ""
        body = f"{self.link(term)}{short}<p>{_text(term.answer)}</p>"
        return f"<li{_data(self._filters(term, '', '', ()), _searched(term))}>{body}</li>"

    def organisations(self) -> str:
        """The table of organisations."""
        rows = [self._organisation(each) for each in self.site.dataset.of_kind(Organisation)]
        return _table("Organisations", ("Organisation", "Form", "States", "What it is"), rows)

    def _organisation(self, entry: Organisation) -> Row:
        form = begun(wording.ORGANISATION_FORMS[entry.form])
        cells = (self._name(entry), _plain(form), self.states(entry.states), _plain(entry.answer))
        return Row(cells, self._filters(entry, form, "", entry.states), _searched(entry))

    def row_data(self, entry: Entry) -> str:
        """What the filters of a list ask of an entry, as attributes of its row."""
        if isinstance(entry, Weapon):
            states = (*entry.origin, *entry.operators, *entry.former_operators)
            status = weapon_status(entry, self.site.today)
            return _data(
                self._filters(entry, begun(wording.WEAPON_TYPES[entry.type]), status, states), _searched(entry)
            )
        if isinstance(entry, Treaty):
            states = (*entry.parties, *sorted(self.site.bound[entry.id]))
            code = self.site.standings[entry.id][0]
            return _data(self._filters(entry, begun(wording.FORMS[entry.form]), code, states), _searched(entry))
        return _data(self._filters(entry, "", "", ()), _searched(entry))

    def states_table(self) -> str:
        """The table of states, with what the reference holds on each."""
        rows = [self._state(state) for state in self.site.dataset.of_kind(State)]
        return _table("States", ("State", "Agreements in force", "Other agreements", "Weapons"), rows)

    def _state(self, state: State) -> Row:
        held = self.site.answers.holdings(state.id)
        cells = (self._name(state), _count(len(held.current)), _count(len(held.others)), _count(len(held.weapons)))
        kind = "Former state" if state.existed_until else "State"
        return Row(cells, self._filters(state, kind, "", ()), _searched(state))

    def participation(self, treaty: Treaty) -> str:
        """The table of an agreement's states, by name; a day that is not known is a dash."""
        rows = self.site.dataset.participation[treaty.id]
        rows = tuple(sorted(rows, key=lambda row: folded(self.site.dataset[row.state].title)))
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("State", "Signed", "Bound", "Left", "Note"))
        body = "".join(self._participant(row) for row in rows)
        return (
            '<div class="scroll" tabindex="0" role="group" aria-label="Participation by state">'
            f"<table><caption>Participation by state</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{body}</tbody></table></div>"
        )

    def _participant(self, row: Participation) -> str:
        days = [figures.day(day) if day else "–" for day in (row.signed, row.bound, row.left)]
        if row.bound and row.act:
            days[1] += f" ({row.act})"
        cells = "".join(f"<td>{cell}</td>" for cell in (*days, _text(row.note or "")))
        return f'<tr><th scope="row">{self.link(self.site.dataset[row.state])}</th>{cells}</tr>'

    def in_force_today(self) -> str:
        """The agreements that are in force on the day of the build; of many, those to which most entries refer."""
        today = [each for each in self.site.dataset.of_kind(Treaty) if self.site.standings[each.id][0] == "in-force"]
        today.sort(key=lambda treaty: -len(self.site.dataset.backlinks.get(treaty.id, ())))
        if not today:
            return "<p>None of the agreements listed here is in force.</p>"
        href = posixpath.relpath("treaties", self.url or ".") + "/?status=In+force"
        more = f'<p><a href="{href}">All {len(today)} in force</a></p>' if len(today) > FRONT_PAGE else ""
        return f"{self._standings(today[:FRONT_PAGE])}{more}"

    def ended_lately(self) -> str:
        """The agreements that ended, the latest first."""
        ended = [each for each in self.site.dataset.of_kind(Treaty) if self.site.standings[each.id][0] == "ended"]
        ended.sort(key=lambda treaty: self.site.coverage.status_intervals(treaty)[-1].start, reverse=True)
        return self._standings(ended[:FRONT_PAGE])

    def _standings(self, treaties: list[Treaty]) -> str:
        items = [f"<li>{self.link(each)} <small>{self.site.standings[each.id][1]}</small></li>" for each in treaties]
        return f'<ul class="in-force">{"".join(items)}</ul>' if items else ""

    def sections(self) -> str:
        """The kinds of entry, each with its number and a link to its list."""
        items = []
        for kind, section in SECTIONS.items():
            number = len(self.site.dataset.of_kind(ENTRY_MODELS[kind]))
            href = posixpath.relpath(section, self.url or ".") + "/"
            link = f'<a href="{href}">{section.capitalize()}</a>'
            items.append(f"<li>{link} <span>{number}</span><p>{_SECTION_LINES[kind]}</p></li>")
        return f'<ul class="sections">{"".join(items)}</ul>'

    def _name(self, entry: Entry) -> Cell:
        full = f"<small>{_text(entry.name)}</small>" if entry.name != entry.title else ""
        return f"{self.link(entry)}{full}", entry.title.casefold()

    def _filters(self, entry: Entry, kind: str, status: str, states: Iterable[str]) -> dict[str, tuple[str, ...]]:
        known = [self.site.dataset[state] for state in dict.fromkeys(states) if state in self.site.dataset]
        return {
            "kind": (kind,) if kind else (),
            "status": (wording.sentence(status),) if status else (),
            "country": tuple(state.title for state in known if isinstance(state, State)),
            "topic": tuple(wording.sentence(topic) for topic in entry.topics),
        }


# The act whose day counts as that of signature, the best first.
_SIGNED = ("signed", "opened-for-signature", "adopted")
assert set(_SIGNED) == SIGNING

_SECTION_LINES: dict[Kind, str] = {
    "treaty": "What was agreed, by whom, and whether it is still in force.",
    "weapon": "What it is called, how far it reaches, and who says so.",
    "term": "What the words mean, and to whom.",
    "event": "What happened, day by day, by whose account.",
    "organisation": "Who makes, keeps and carries out arms control.",
    "state": "What each state is bound by, and what it fields.",
}


def _table(caption: str, heads: tuple[str, ...], rows: list[Row]) -> str:
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join(_line(row, heads) for row in rows)
    table = f"<table><caption>{caption}</caption><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="index" data-filterable="{caption.lower()}">{table}</div>'


def _line(row: Row, heads: tuple[str, ...]) -> str:
    (name, key), *others = row.cells
    first = f'<th scope="row" data-sort="{_attribute(key)}">{name}</th>'
    cells = [
        f'<td data-label="{head}" data-sort="{_attribute(key)}">{html}</td>'
        for head, (html, key) in zip(heads[1:], others, strict=True)
    ]
    return f"<tr{_data(row.filters, row.text)}>{first}{''.join(cells)}</tr>"


def _data(filters: dict[str, tuple[str, ...]], text: str) -> str:
    values = "".join(f' data-{name}="{_attribute("|".join(each))}"' for name, each in filters.items() if each)
    return f'{values} data-names="{_attribute(text)}"'


def _searched(entry: Entry) -> str:
    """What the list's own text field looks through."""
    return " ".join(dict.fromkeys(name.surface.casefold() for name in names_of(entry)))


def _text(text: str) -> str:
    return escape(typographic(text))


def _attribute(text: str) -> str:
    return escape(text, quote=True)


def _plain(text: str) -> Cell:
    return _text(text), text.casefold()


def _date(date: PartialDate) -> Cell:
    return f'<time datetime="{str(date).lstrip("~")}">{figures.day(date)}</time>', date.earliest.isoformat()


def _range(claims: tuple[NumberClaim, ...]) -> Cell:
    """The first claim, and how many more the page has; sorted by the longest that it allows."""
    if not claims:
        return "–", ""
    first = claims[0]
    shown = figures.quantity(first, "range_km").split(" (")[0]
    more = f" <small>and {len(claims) - 1} more</small>" if len(claims) > 1 else ""
    longest = max(each for each in (first.value, first.max, first.min, first.over) if each is not None)
    return escape(shown) + more, f"{longest:09.1f}"


def _count(number: int) -> Cell:
    return str(number), f"{number:06d}"


def _status(code: str, words: str) -> str:
    return f'<span class="status status--{code}">{escape(words)}</span>' if words else "–"


def _letter(term: Term) -> str:
    first = folded(term.title)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _slug(letter: str) -> str:
    return letter.lower() if letter != "#" else "other"
