"""The page on the data itself, as tables; what is counted is worked out in `armsref.views.quality`."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby

from armsref.checks.needs import COMMON, NEEDS, missing
from armsref.model import ENTRY_MODELS, Entry
from armsref.prose import figures
from armsref.prose import vocabulary as wording
from armsref.prose.english import begun, listed
from armsref.views import quality
from macros.site import Index


@dataclass(frozen=True)
class Quality:
    """The parts of the page on the data."""

    index: Index

    def claims_by_kind(self) -> str:
        """Entries, claims and the share that rests on a text that was read, by kind and in all."""
        dataset = self.index.site.dataset
        rows = [(begun(wording.KINDS[kind]), quality.share(dataset, kind)) for kind in ENTRY_MODELS]
        rows.append(("All", quality.share(dataset)))
        body = "".join(
            f'<tr><th scope="row">{name}</th><td>{each.entries:,}</td><td>{each.claims:,}</td><td>{each.checked:,}</td>'
            f"<td>{each.percent:.1f} %</td></tr>"
            for name, each in rows
        )
        return tally("Claims by kind", ("Kind", "Entries", "Claims", "Checked", "Share"), body)

    def disputed_facts(self) -> str:
        """The facts on which published claims differ, by weapon."""
        groups = groupby(quality.disputed(self.index.site.dataset), key=lambda each: each.weapon.id)
        body = "".join(self._disputed(list(group)) for _, group in groups)
        return tally("Disputed facts", ("Weapon", "Accounts differ on"), body)

    def _disputed(self, found: list[quality.Disputed]) -> str:
        weapon = found[0].weapon
        fields = ", ".join(f"{wording.WEAPON_FACTS.get(each.field, 'Type')} ({each.claims} accounts)" for each in found)
        href = f"{self.index.href(weapon)}#claims"
        return f'<tr><th scope="row"><a href="{href}">{escape(weapon.title)}</a></th><td>{escape(fields)}</td></tr>'

    def incomplete(self) -> str:
        """The entries that lack what their kind asks for, or that there are none."""
        dataset = self.index.site.dataset
        lacking = [(entry, found) for entry in dataset if (found := missing(dataset, entry))]
        if not lacking:
            return f"<p>All {len(dataset):,} entries hold what their kind asks for.</p>"
        body = "".join(
            f'<tr><th scope="row">{self.index.link(entry)}</th><td>{escape(listed(found))}</td></tr>'
            for entry, found in lacking
        )
        return tally("Entries that lack something", ("Entry", "Lacks"), body)

    def asked_for(self) -> str:
        """What every entry has to hold, and besides that an entry of each kind."""
        own = [
            (begun(wording.KINDS[kind]), [each for each in needs if each not in COMMON])
            for kind, needs in NEEDS.items()
        ]
        body = "".join(
            f'<tr><th scope="row">{name}</th><td>{escape(listed([need.words for need in needs]))}</td></tr>'
            for name, needs in [("Every entry", COMMON), *own]
            if needs
        )
        return tally("What each kind asks for", ("Kind", "An entry holds"), body)

    def reviews(self) -> str:
        """Entries by the day of their last review, the oldest first."""
        groups = groupby(quality.by_review(self.index.site.dataset), key=lambda entry: entry.reviewed)
        body = "".join(self._review(figures.day(day) if day else "Never", list(group)) for day, group in groups)
        return tally("Entries by last review", ("Reviewed", "Entries", "Which"), body)

    def _review(self, day: str, entries: list[Entry]) -> str:
        links = ", ".join(self.index.link(entry) for entry in sorted(entries, key=lambda one: one.title.casefold()))
        fold = f"<details><summary>Show</summary>{links}</details>"
        return f'<tr><th scope="row">{day}</th><td>{len(entries)}</td><td>{fold}</td></tr>'


def tally(caption: str, heads: tuple[str, ...], body: str) -> str:
    """A table that scrolls on a narrow screen. `body` are its rows as HTML."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    table = f"<table><caption>{caption}</caption><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="tally" tabindex="0" role="group" aria-label="{caption}">{table}</div>'
