"""How well founded the data is, as tables; `armsref.views.quality` counts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from armsref.checks.needs import COMMON, NEEDS, missing
from armsref.model import ENTRY_MODELS, Entry
from armsref.prose.english import begun, day, listed
from armsref.prose.lines import EntryLink, joined
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import KINDS, WEAPON_FACTS
from armsref.views.as_of import AsOf
from armsref.views.lists.tables import Cell, Fold, TableColumn, TableRow, TableView, cell_of, link_to
from armsref.views.quality import Disputed, Share, by_review, disputed, share


def shares_table(as_of: AsOf) -> TableView:
    """Entries, claims and the share that rests on a text that was read, by kind and in all."""
    shares = {begun(KINDS[kind]): share(as_of.dataset, kind) for kind in ENTRY_MODELS}
    shares["All"] = share(as_of.dataset)
    rows = (_share(name, counted) for name, counted in shares.items())
    return _tally("Claims by kind", ("Kind", "Entries", "Claims", "Checked", "Share"), rows)


def _share(name: str, counted: Share) -> TableRow:
    numbers = (f"{number:,}" for number in (counted.entries, counted.claims, counted.checked))
    return TableRow(tuple(map(cell_of, (name, *numbers, f"{counted.percent:.1f} %"))))


def disputed_table(as_of: AsOf) -> TableView:
    """The facts on which published claims differ, by weapon."""
    by_weapon = groupby(disputed(as_of.dataset), key=lambda fact: fact.weapon.id)
    rows = (_disputed(list(facts)) for _, facts in by_weapon)
    return _tally("Disputed facts", ("Weapon", "Accounts differ on"), rows)


def _disputed(facts: list[Disputed]) -> TableRow:
    weapon = facts[0].weapon
    link = EntryLink(weapon.id, typographic(weapon.title), anchor="claims")
    told = ", ".join(f"{WEAPON_FACTS.get(fact.field, 'Type')} ({fact.claims} accounts)" for fact in facts)
    return TableRow((Cell((link,)), cell_of(told)))


def incomplete_table(as_of: AsOf) -> TableView:
    """The entries that lack what their kind asks for, or that there are none."""
    lacking = {entry.id: missing(as_of.dataset, entry) for entry in as_of.dataset}
    return TableView(
        caption="Entries that lack something",
        columns=_columns(("Entry", "Lacks")),
        rows=tuple(
            TableRow((Cell((link_to(as_of.dataset[entry_id]),)), cell_of(listed(needs))))
            for entry_id, needs in lacking.items()
            if needs
        ),
        otherwise=f"All {len(as_of.dataset):,} entries hold what their kind asks for.",
    )


def needs_table(_: AsOf) -> TableView:
    """What every entry has to hold, and besides that an entry of each kind."""
    own = {begun(KINDS[kind]): [need for need in needs if need not in COMMON] for kind, needs in NEEDS.items()}
    rows = (
        TableRow((cell_of(name), cell_of(listed([need.words for need in needs]))))
        for name, needs in {"Every entry": COMMON, **own}.items()
        if needs
    )
    return _tally("What each kind asks for", ("Kind", "An entry holds"), rows)


def reviews_table(as_of: AsOf) -> TableView:
    """Entries by the day of their last review, the oldest first."""
    by_day = groupby(by_review(as_of.dataset), key=lambda entry: entry.reviewed)
    rows = (_review(day(reviewed) if reviewed else "Never", list(entries)) for reviewed, entries in by_day)
    return _tally("Entries by last review", ("Reviewed", "Entries", "Which"), rows)


def _review(day: str, entries: list[Entry]) -> TableRow:
    links = joined((link_to(entry),) for entry in sorted(entries, key=lambda entry: entry.title.casefold()))
    return TableRow((cell_of(day), cell_of(str(len(entries))), Cell((), fold=Fold("Show", links))))


def _tally(caption: str, heads: Iterable[str], rows: Iterable[TableRow]) -> TableView:
    return TableView(caption, _columns(heads), tuple(rows))


def _columns(heads: Iterable[str]) -> tuple[TableColumn, ...]:
    return tuple(map(TableColumn, heads))
