"""The pages of entries, finished."""

from __future__ import annotations

from armsref.export.api.version import path_of
from armsref.export.citing import apa, of_entry
from armsref.history.release import Release
from armsref.model import Entry
from armsref.model.addresses import address_of
from armsref.prose.texts import typographic
from armsref.views.as_of import AsOf
from armsref.views.entry import entry_view
from macros.citation import forms_html, forms_markdown
from macros.finished import Finished
from macros.render import About, entry_html, entry_markdown


def finished_page(as_of: AsOf, entry: Entry, release: Release, edit_url: str) -> Finished:
    """Make the page of an entry, as it is cited in a release."""
    view, about = entry_view(as_of, entry), _about(as_of, entry, release, edit_url)
    return Finished(entry_html(as_of, view, about), entry_markdown(as_of, view, about, release.site))


def _about(as_of: AsOf, entry: Entry, release: Release, edit_url: str) -> About:
    citation = of_entry(entry, release)
    return About(
        address=address_of(entry),
        cited_as=typographic(apa(citation)),
        citation=forms_html(citation),
        citation_markdown=forms_markdown(citation),
        edit_url=edit_url,
        data_file=as_of.dataset.records[entry.id].file.path.as_posix(),
        api_path=path_of(entry),
    )
