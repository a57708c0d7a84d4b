"""The lists that a page may call for, each from its view: as HTML for a browser, and as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from armsref.export.lookup.answers import courses
from armsref.model import Treaty
from armsref.prose.lines import EntryLink
from armsref.views.as_of import AsOf
from armsref.views.lists.data_quality import (
    disputed_table,
    incomplete_table,
    needs_table,
    reviews_table,
    shares_table,
)
from armsref.views.lists.flights import Flights, flights
from armsref.views.lists.home import happenings, sections
from armsref.views.lists.items import acts_by_year, events_by_year, terms_by_letter
from armsref.views.lists.launches import LaunchForm, launch_events, launch_form, rules_table
from armsref.views.lists.matrix import matrix
from armsref.views.lists.membership import membership
from armsref.views.lists.sample import sample_explained
from armsref.views.lists.standings import in_force, in_force_today
from armsref.views.lists.tables import organisations_table, states_table, treaties_table, weapons_table
from armsref.views.lists.timeline import first_day, lives_table
from macros import charts
from macros.finished import Finished
from macros.markdown.printer import Printer
from macros.opendata import Publication
from macros.place import PagePlace
from macros.render import html_templates, markdown_templates

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class PrintedList(Generic[Subject]):
    """A list: what works out its view, and the templates that print it. One without `markdown` is not for reading."""

    view: Callable[[Subject], Any]
    html: str
    markdown: str = ""


def _form(as_of: AsOf) -> LaunchForm:
    return launch_form(as_of, courses(as_of.coverage))


# What a page may call for, by the name of the macro.
LISTS: dict[str, PrintedList[AsOf]] = {
    "treaties": PrintedList(treaties_table, "table", "table"),
    "weapons": PrintedList(weapons_table, "table", "table"),
    "organisations": PrintedList(organisations_table, "table", "table"),
    "states_table": PrintedList(states_table, "table", "table"),
    "rules": PrintedList(rules_table, "table", "table"),
    "timeline": PrintedList(lives_table, "timeline", "table"),
    "events": PrintedList(events_by_year, "events", "groups"),
    "glossary": PrintedList(terms_by_letter, "glossary", "groups"),
    "by_year": PrintedList(acts_by_year, "acts", "acts"),
    "in_force": PrintedList(in_force, "in-force", "in-force"),
    "in_force_today": PrintedList(in_force_today, "excerpt", "excerpt"),
    "happenings": PrintedList(happenings, "happenings", "happenings"),
    "sections": PrintedList(sections, "sections", "sections"),
    "membership": PrintedList(membership, "membership", "membership"),
    "matrix": PrintedList(matrix, "matrix", "matrix"),
    "flights": PrintedList(flights, "flights", "flights"),
    "launches": PrintedList(launch_events, "launches", "launches"),
    "sample_explained": PrintedList(sample_explained, "sample", "sample"),
    "launch_form": PrintedList(_form, "launch-form", "launch-form"),
    "claims_by_kind": PrintedList(shares_table, "tally", "table"),
    "incomplete": PrintedList(incomplete_table, "tally", "table"),
    "asked_for": PrintedList(needs_table, "tally", "table"),
    "disputed_facts": PrintedList(disputed_table, "tally", "table"),
    "reviews": PrintedList(reviews_table, "tally", "table"),
}
# The same of what tells of published files.
OFFERS: dict[str, PrintedList[Publication]] = {
    "published_files": PrintedList(Publication.files, "offers", "table"),
    "published_tables": PrintedList(Publication.tables, "offers", "table"),
    "attribution": PrintedList(Publication.attribution, "attribution", "attribution"),
    "example_with_jq": PrintedList(Publication.example_with_jq, "example", "example"),
    "example_with_pandas": PrintedList(Publication.example_with_pandas, "example", "example"),
    "example_in_a_spreadsheet": PrintedList(Publication.example_in_a_spreadsheet, "example", "example"),
    "api_files": PrintedList(Publication.api_files, "files", "table"),
    "api_envelope": PrintedList(Publication.api_envelope, "fields", "table"),
    "api_records": PrintedList(Publication.api_records, "records", "records"),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws lives on the scale that all agreements share, and how much each year saw."""

    as_of: AsOf

    def bar(self, life: EntryLink) -> Markup:
        """The life of an agreement; the words of the link say the same."""
        treaty = self.as_of.dataset[life.id]
        assert isinstance(treaty, Treaty)
        return charts.bar(treaty, self.as_of.day, first_day(self.as_of), life.words)

    def years(self, listed: Flights) -> Markup:
        """How many tests and uses each year saw."""
        return charts.years(listed.years, listed.words)

    def scale(self) -> Markup:
        """The years of the scale."""
        return charts.scale(self.as_of.day, first_day(self.as_of))


def finished_list(as_of: AsOf, name: str, url: str, site: str) -> Finished:
    """One of LISTS on the page at `url` below the root of a site at an address, which ends with a slash."""
    return _finished(as_of, LISTS[name], LISTS[name].view(as_of), PagePlace(as_of.dataset, url), site)


def finished_offer(publication: Publication, name: str, url: str) -> Finished:
    """One of OFFERS on the page at `url` below the root of the site."""
    as_of, view = publication.as_of, OFFERS[name].view(publication)
    return _finished(as_of, OFFERS[name], view, PagePlace(as_of.dataset, url), publication.release.site)


def _finished(as_of: AsOf, listing: PrintedList[Any], view: Any, at: PagePlace, site: str) -> Finished:
    html = html_templates().get_template(f"{listing.html}.html.j2")
    printed = Markup(html.render(view=view, at=at, drawing=Drawing(as_of)))
    if not listing.markdown:
        return Finished(printed, "")
    markdown = markdown_templates().get_template(f"lists/{listing.markdown}.md.j2")
    return Finished(printed, markdown.render(view=view, to=Printer(as_of.dataset, site)).strip("\n"))
