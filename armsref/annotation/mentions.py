"""Which entries name which: by a link or an id that somebody wrote, or by a name in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from armsref.annotation.finder import Match, finder_of
from armsref.annotation.forms import form_table, forms_of
from armsref.loading.dataset import Dataset, once
from armsref.loading.reading import Record
from armsref.model import Entry, Linked
from armsref.model.references import links_of

# Where a name makes no link: in one that is made by hand, and in a quotation.
_UNLINKED = re.compile(r"\[\[[^\]]*\]\]|\"[^\"]*\"|“[^”]*”")


@dataclass(frozen=True)
class Mentions:
    """The mentions in all entries. Names are found in each text once."""

    dataset: Dataset
    names: dict[str, list[Match]] = field(default_factory=dict, repr=False)

    def names_in(self, text: str) -> list[Match]:
        """The names in an entry's text that mean one entry, outside of links and quotations."""
        if text not in self.names:
            seen = _UNLINKED.sub(lambda unlinked: " " * len(unlinked[0]), text)
            self.names[text] = [
                match for match in finder_of(self.dataset).find(seen) if match.id and not match.alternatives
            ]
        return self.names[text]

    @cached_property
    def of(self) -> dict[str, tuple[str, ...]]:
        """For each entry the ids of those that it refers to in a field or a text, or names in a text; each once."""
        return {
            entry_id: tuple(
                dict.fromkeys(other for other in self._all(record) if other in self.dataset and other != entry_id)
            )
            for entry_id, record in self.dataset.records.items()
        }

    @cached_property
    def by(self) -> dict[str, tuple[str, ...]]:
        """For each entry that is mentioned the ids of those that mention it."""
        mentioning: dict[str, list[str]] = defaultdict(list)
        for entry_id, targets in self.of.items():
            for target in targets:
                mentioning[target].append(entry_id)
        return {target: tuple(ids) for target, ids in mentioning.items()}

    def _all(self, record: Record) -> Iterator[str]:
        yield from links_of(record.marked)
        for marked in record.marked:
            if isinstance(marked.marker, Linked):
                yield from (match.id for match in self.names_in(marked.value) if match.id)


@once
def mentions_of(dataset: Dataset) -> Mentions:
    """The mentions in a dataset."""
    return Mentions(dataset)


def keep_names(dataset: Dataset, before: Dataset) -> None:
    """Use the names that were found in the texts of an earlier state of the data, where its entries go by the same."""
    if [*dataset.records] != [*before.records] or not all(map(_go_by_the_same_names, dataset, before)):
        return
    dataset.keep(form_table, form_table(before))
    dataset.keep(finder_of, finder_of(before))
    dataset.keep(mentions_of, Mentions(dataset, mentions_of(before).names))


def _go_by_the_same_names(entry: Entry, before: Entry) -> bool:
    if entry is before:
        return True
    alike = (entry.kind, entry.topics) == (before.kind, before.topics)
    return alike and {*forms_of(entry)} == {*forms_of(before)}
