"""One entry's page: what its template may say, and in what words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from armsref.law.claims import differ
from armsref.law.standing import Standing
from armsref.law.status import weapon_status
from armsref.loading.dataset import Cited
from armsref.loading.relations import related
from armsref.model import (
    Attributed,
    DateClaim,
    Designation,
    Entry,
    EntryClaim,
    Event,
    NumberClaim,
    Organisation,
    Provision,
    State,
    Treaty,
    TreatyHistory,
    Weapon,
    WeaponHistory,
)
from armsref.model.dates import PartialDate
from armsref.model.references import linked_ids
from armsref.prose import figures
from armsref.prose import vocabulary as wording
from armsref.prose.reasons import status_words
from macros.markdown import Md, escaped, inline, prose
from macros.site import SECTION_TITLES, Site, page_of


@dataclass
class Page:
    """What a template works with. Sources are numbered in the order in which the page first cites them."""

    site: Site
    entry: Any
    source: str
    numbers: dict[str, int] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)

    # Links and texts

    def link(self, entry_id: str, words: str | None = None) -> Md:
        """A link to an entry."""
        return self.site.link(self.source, entry_id, words)

    def links(self, ids: Iterable[str], between: str = ", ") -> Md:
        """Links to entries, in a row."""
        return Md(between.join(self.link(entry_id) for entry_id in ids))

    def in_text(self, entry_id: str, words: str | None, begins: bool) -> Md:
        """A link in running text; words after an exclamation mark are none."""
        if entry_id.startswith("!"):
            return escaped(entry_id[1:])
        return self.link(entry_id, words or self.site.words_for(entry_id, begins))

    def prose(self, text: str) -> Md:
        """Paragraphs, with their links."""
        return prose(self.with_links(text), self.in_text)

    def inline(self, text: str) -> Md:
        """A text within a line, with its links."""
        return inline(self.with_links(text), self.in_text)

    def with_links(self, text: str) -> str:
        """A text in which the first mention of an entry on the page is a link, if nobody has made one."""
        self.linked |= {self.entry.id, *linked_ids(text)}
        parts, at = [], 0
        for match in self.site.mentions.names_in(text):
            if match.id and match.id not in self.linked:
                self.linked.add(match.id)
                parts += [text[at : match.start], f"[[{match.id}|{match.surface}]]"]
                at = match.end
        return "".join([*parts, text[at:]])

    # Sources

    def cite(self, source_ids: Iterable[str] | None) -> Md:
        """The numbers of sources, each a link to the list at the foot of the page."""
        marks = []
        for source_id in source_ids or ():
            number = self.numbers.setdefault(source_id, len(self.numbers) + 1)
            marks.append(f"[{number}](#source-{number})")
        return Md(f"<sup>{' '.join(marks)}</sup>" if marks else "")

    def sources(self) -> list[tuple[int, Cited]]:
        """The sources cited so far, and those that cover the entry as a whole, with their numbers."""
        self.cite(self.entry.sources)
        return [(number, self.site.dataset.cited(source_id)) for source_id, number in self.numbers.items()]

    # Claims

    def by(self, claim: Attributed) -> Md:
        """Who says so, the publisher unless it is somebody else, and as of when."""
        words = [self.speaker(claim.by) if claim.by else escaped(self.publisher(claim.source[0]))]
        words += [self.day(claim.as_of)] if claim.as_of else []
        return Md(f" <small>{', '.join(words)}</small>")

    def publisher(self, source_id: str) -> str:
        """Who published a source."""
        return self.site.dataset.cited(source_id).publisher.publisher

    def speaker(self, name: str) -> Md:
        """Who says something: a link where it is an entry."""
        return self.link(name) if name in self.site.dataset else escaped(name)

    def claim(self, name: str, claim: Attributed) -> Md:
        """One claim of a field: its value, who says so, the source, a note."""
        note = Md(f"<br><small>{self.inline(claim.note)}</small>") if claim.note else ""
        return Md(f"{self.value(name, claim)}{self.by(claim)}{self.cite(claim.source)}{note}")

    def value(self, name: str, claim: Any) -> Md:
        """A claim's value in words."""
        match claim:
            case NumberClaim():
                return escaped(figures.quantity(claim, name))
            case EntryClaim():
                return self.link(claim.value)
            case DateClaim():
                return escaped(figures.day(claim.value))
            case _:
                return escaped(claim.value)

    def facts(self) -> list[tuple[str, list[Md], bool]]:
        """A weapon's claims: label, the claims in words, and whether they differ."""
        found = []
        for name, label in wording.WEAPON_FACTS.items():
            claims = getattr(self.entry, name)
            if claims:
                found.append((label, [self.claim(name, claim) for claim in claims], differ(claims)))
        return found

    def designations(self) -> list[tuple[str, list[Md]]]:
        """A weapon's designations by system."""
        return [
            (wording.DESIGNATION_SYSTEMS[system], [self.designation(each) for each in each_system])
            for system, each_system in self.entry.designations.items()
            if each_system
        ]

    def designation(self, designation: Designation) -> Md:
        """One designation, attributed where the data has it."""
        note = Md(f" – {self.inline(designation.note)}") if designation.note else ""
        by = self.by(designation) if designation.by or designation.source else Md("")
        return Md(f"{escaped(designation.value)}{by}{self.cite(designation.source)}{note}")

    # Time

    def day(self, date: PartialDate) -> Md:
        """A date in words."""
        return Md(escaped(figures.day(date)).replace(" ", "&nbsp;"))

    def happened(self, act: TreatyHistory | WeaponHistory) -> Md:
        """One act of a history: what, by whom, where, with what note."""
        words = f"**{wording.act(act.act)}**"
        if isinstance(act, TreatyHistory):
            if self.entry.binding != "legally":
                words = words.replace("into force", "into effect")
            words += f" by {self.actors(act.by)}" if act.by else ""
            words += f", to take effect on {self.day(act.takes_effect)}" if act.takes_effect else ""
            words += f", until {self.day(act.until)}" if act.until else ""
        words += f" ({escaped(act.place)})" if act.place else ""
        words += "" if isinstance(act, TreatyHistory) or not act.by else f" <small>{self.speaker(act.by)}</small>"
        words += f". {self.inline(act.note)}" if act.note else ""
        return Md(f"{words}{'' if words.endswith(('.', '!', '?')) else '.'}{self.cite(act.source)}")

    def actors(self, ids: Iterable[str]) -> Md:
        """States or bodies in running text: 'the United States and Russia'."""
        titles = {each: self.site.dataset[each].title for each in ids}
        links = [(self.link(each), wording.in_text(title)) for each, title in titles.items()]
        return Md(wording.listed([f"the {link}" if named.startswith("the ") else link for link, named in links]))

    # Treaties

    def standing(self) -> tuple[str, str]:
        """The entry's status as a code for its colour, and in words with its day; empty where it has none."""
        if isinstance(self.entry, Treaty):
            return self.site.standings[self.entry.id]
        if isinstance(self.entry, Weapon):
            status = weapon_status(self.entry, self.site.today)
            return status.replace(" ", "-"), wording.sentence(status)
        return "", ""

    def today(self) -> PartialDate:
        """The day of the build."""
        return PartialDate.on(self.site.today)

    def stretches(self) -> list[tuple[Md, Md]]:
        """An agreement's life up to today: since when, and how it stood."""
        past = [each for each in self.site.coverage.status_intervals(self.entry) if each.start <= self.site.today]
        return [
            (self.day(PartialDate.on(each.start)), escaped(wording.sentence(status_words(self.site.dataset, each))))
            for each in past
        ]

    def participation(self) -> Md:
        """How many states the table lists, as of when, and how many of them are bound or have ratified today."""
        rows = self.site.dataset.participation[self.entry.id]
        counts = Counter(self._standing(row.state) for row in rows)
        parts = [f"{count} {wording.STANDING_WORDS[each]}" for each, count in counts.most_common() if each]
        as_of = f" as of {self.day(self.entry.participation_as_of)}" if self.entry.participation_as_of else ""
        missing = "" if self.entry.participation_complete else " The list is not complete."
        return Md(f"{len(rows)} states are listed{as_of}. Today: {', '.join(parts)}.{missing}")

    def _standing(self, state: str) -> Standing | None:
        interval = self.site.coverage.standing_on(self.entry, state, self.site.today)
        return interval.standings[-1] if interval else None

    def reach(self, provision: Provision) -> Md:
        """What a provision reaches, as a list of its conditions."""
        reaches = provision.reaches
        if reaches is None:
            return Md("")
        types = " or ".join(f"{wording.spaced(each)}s" for each in reaches.type)
        words = [escaped(types or "anything")] if types or not reaches.weapons else []
        if reaches.launched_from:
            places = " or ".join(wording.LAUNCHED_FROM[each] for each in reaches.launched_from)
            words.append(escaped(f"launched from {places}"))
        if reaches.basing:
            words.append(escaped(" or ".join(wording.BASING.get(each, each) for each in reaches.basing)))
        if reaches.warhead_type:
            words.append(escaped(" or ".join(reaches.warhead_type) + " warheads"))
        if reaches.range_km:
            words.append(escaped("range " + figures.bounds(reaches.range_km, " km")))
        if reaches.payload_kg:
            words.append(escaped("payload " + figures.bounds(reaches.payload_kg, " kg")))
        if reaches.warheads:
            words.append(escaped("warheads: " + figures.bounds(reaches.warheads, "")))
        if reaches.targets:
            words.append(escaped("against " + " or ".join(wording.spaced(each) for each in reaches.targets)))
        if reaches.weapons:
            words.append(self.links(reaches.weapons))
        return Md("; ".join(words))

    def notice(self, provision: Provision) -> Md:
        """How long ahead, by what channel and with what exemptions a provision asks for notice."""
        words = []
        if provision.notice_hours is not None:
            words.append(escaped(f"at least {figures.number(provision.notice_hours)} hours ahead"))
        if provision.channel:
            words.append(escaped(f"channel: {provision.channel}"))
        if provision.exempts:
            words.append(escaped("not for " + " or ".join(wording.spaced(each) for each in provision.exempts)))
        return Md("; ".join(words))

    def drawing(self, svg: str, caption: str) -> Md:
        """A drawing with what it shows."""
        return self.site.stow(f'<figure class="drawing">{svg}<figcaption>{caption}</figcaption></figure>')

    # Relations

    def related(self) -> list[tuple[str, Md]]:
        """The related entries by relation, in words."""
        found = related(self.site.dataset, self.entry)
        return [
            (wording.RELATION_WORDS[how], self.links(each.id for each in entries)) for how, entries in found.items()
        ]

    def mentions(self) -> list[tuple[str, Md]]:
        """The entries that refer to this one or name it in a text, by kind."""
        by_kind: dict[str, list[str]] = {}
        others = [self.site.dataset[other] for other in self.site.mentions.by.get(self.entry.id, ())]
        for other in sorted(others, key=lambda other: other.title.casefold()):
            by_kind.setdefault(SECTION_TITLES[other.kind], []).append(other.id)
        return [(title, self.links(ids)) for title, ids in by_kind.items()]

    def mentioning(self) -> int:
        """How many entries refer to this one or name it."""
        return len(self.site.mentions.by.get(self.entry.id, ()))

    def neighbours(self) -> tuple[Entry | None, Entry | None]:
        """The entries before and after this one in its section."""
        return self.site.neighbours[self.entry.id]

    # States

    def agreements(self) -> list[tuple[str, list[str]]]:
        """A state's agreements: those it takes part in that are in force, and the others."""
        held = self.site.answers.holdings(self.entry.id)
        return [("Takes part in", held.current), ("Former, or never in force", held.others)]

    def weapons(self) -> list[tuple[str, list[str]]]:
        """The weapons that a state operates, operated, or had made."""
        held = self.site.answers.holdings(self.entry.id)
        shelves = [("Fields", held.fields), ("Fielded", held.fielded), ("Developed", held.developed)]
        return [(label, ids) for label, ids in shelves if ids]

    def involved_in(self) -> list[str]:
        """The events that concern a state."""
        return [event.id for event in self.site.dataset.of_kind(Event) if self.entry.id in event.involves]

    def organisations(self) -> list[str]:
        """The organisations that a state has or belongs to."""
        return [each.id for each in self.site.dataset.of_kind(Organisation) if self.entry.id in each.states]

    # The head of the page

    def kind_words(self) -> str:
        """What sort of thing the entry is."""
        match self.entry:
            case Treaty():
                return wording.FORM_WORDS[self.entry.form]
            case Weapon():
                return wording.WEAPON_TYPES[self.entry.type]
            case Organisation():
                return wording.ORGANISATION_FORMS[self.entry.form]
            case State() if self.entry.existed_until:
                return "Former state"
            case _:
                return wording.KIND_WORDS[self.entry.kind]

    def answer(self) -> str:
        """The one-sentence answer; a state's is worked out."""
        return self.site.answers.of(self.entry)


def page_for(site: Site, entry: Entry) -> Page:
    """The page of an entry."""
    return Page(site, entry, page_of(entry))
