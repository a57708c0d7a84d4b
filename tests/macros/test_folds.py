"""Long lists of verdicts are folded and counted."""

from __future__ import annotations

import pytest

from armsref.law.coverage import VerdictWord
from armsref.prose.lines import EntryLink
from armsref.views.parts import VerdictGroup, VerdictItem, Verdicts
from macros.render import html_templates


class Nowhere:
    """A place from which no entry has an address."""

    def href(self, entry: str, anchor: str = "") -> str:
        """No address."""
        return ""


@pytest.mark.parametrize(
    ("word", "count", "folds"),
    [("applies", 24, False), ("applies", 25, True), ("would apply", 4, False), ("would apply", 5, True)],
)
def test_many_verdicts_are_folded_and_very_many_that_apply(word: VerdictWord, count: int, folds: bool) -> None:
    items = tuple(VerdictItem(EntryLink(str(number), "X"), "", "Reason.", ()) for number in range(count))
    groups = (VerdictGroup(word, "prohibits", "Heading", items),)
    template = html_templates().from_string("{% import 'parts.html.j2' as parts %}{{ parts.verdicts(verdicts, at) }}")
    html = template.render(verdicts=Verdicts(groups), at=Nowhere())
    assert (f"Heading ({count})</h3></summary>" in html) == folds
    assert html.count("<li>") == count
