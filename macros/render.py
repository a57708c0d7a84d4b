"""The page of an entry from its view: as HTML for a browser, and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from armsref.model import Entry, Treaty, Weapon
from armsref.prose.lines import NO_BREAK
from armsref.prose.vocabulary import slug
from armsref.views.as_of import AsOf
from armsref.views.entry import EntryView
from armsref.views.lists.sought import filters_of
from armsref.views.state import StatePart
from armsref.views.treaty import TreatyPart
from armsref.views.weapon import WeaponPart
from armsref.views.writer import day_words
from macros import charts
from macros.loading import JoinedLoader
from macros.markdown.printer import Markdown, Printer, code_block, escaped, paragraph, table, web_link
from macros.place import PagePlace

HERE = Path(__file__).parent


@dataclass(frozen=True)
class About:
    """What a page says of itself: how it is cited, where it is edited, and where its data is.

    `address` and `api_path` are below the site's root; `citation` is finished HTML, `citation_markdown` Markdown.
    """

    address: str
    cited_as: str
    citation: Markup
    citation_markdown: Markdown
    edit_url: str
    data_file: str
    api_path: str


def entry_html(as_of: AsOf, view: EntryView, about: About) -> Markup:
    """The page of an entry as finished HTML, which no converter is to see."""
    template = html_templates().get_template(f"{view.head.kind}.html.j2")
    drawing = _drawing(as_of, as_of.dataset[view.head.id], view)
    place = PagePlace(as_of.dataset, about.address)
    return Markup(template.render(view=view, at=place, about=about, drawing=drawing, today=day_words(as_of.day)))


def _drawing(as_of: AsOf, entry: Entry, view: EntryView) -> Markup:
    if isinstance(entry, Treaty) and isinstance(view.own, TreatyPart):
        return charts.life(entry, as_of.day, view.own.life_words)
    if isinstance(entry, Weapon) and isinstance(view.own, WeaponPart) and view.own.ranges:
        return charts.ranges(entry, [row.speaker for row in view.own.ranges], view.own.ranges_words)
    return Markup()


def entry_markdown(as_of: AsOf, view: EntryView, about: About, site: str) -> str:
    """The same page as Markdown, with whole addresses of a site that ends with a slash."""
    template = markdown_templates().get_template(f"{view.head.kind}.md.j2")
    printer = Printer(as_of.dataset, site)
    rows = _rows(printer, view)
    return template.render(view=view, to=printer, about=about, today=day_words(as_of.day), **rows).rstrip("\n") + "\n"


def _rows(printer: Printer, view: EntryView) -> dict[str, Any]:
    """The rows of the tables of a page, cell by cell; of a state's by the label of each table."""
    own = view.own
    if isinstance(own, WeaponPart):
        return {"ranges": [(printer.line(row.range), printer.line(row.by)) for row in own.ranges]}
    if isinstance(own, StatePart):
        tables = (*own.agreements, *own.weapons)
        return {"tables": {table.label: [tuple(map(printer.line, row)) for row in table.rows] for table in tables}}
    if not isinstance(own, TreatyPart):
        return {}
    participants = own.participation.rows if own.participation else ()
    return {
        "obligations": [_obligation(printer, row) for row in own.obligations],
        "participants": [(printer.link(row.state), *map(escaped, row.cells)) for row in participants],
    }


def _obligation(printer: Printer, row: Any) -> tuple[str, ...]:
    effect = f"**{escaped(row.effect)}**"
    what = printer.line(row.what)
    told = [printer.aside(what, printer.line(row.note)) if row.note else what]
    told += [f"Scope: {printer.line(row.scope)}"] if row.scope else []
    told += [f"Notice: {escaped(row.notice)}"] if row.notice else []
    return printer.aside(effect, escaped(row.article)) if row.article else effect, "; ".join(told)


@cache
def html_templates() -> Environment:
    """The templates of HTML: every value is escaped on its way out."""
    environment = Environment(
        loader=JoinedLoader(HERE / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters |= {"slug": slug, "text": _between_tags, "filters_of": filters_of}
    return environment


def _between_tags(text: str) -> Markup:
    """A text as it stands between tags, where a quotation mark needs no escape: citations are full of them."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


@cache
def markdown_templates() -> Environment:
    """The templates of Markdown: every value is escaped on its way out, unless it is Markdown already."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "markdown"),
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(paragraph=_paragraph, link=web_link, table=table, code_block=code_block)
    environment.filters["ready"] = Markdown
    return environment


def _escaped(value: Any) -> Any:
    return value if isinstance(value, Markdown) or not isinstance(value, str) else escaped(value)


def _paragraph(text: str) -> Markdown:
    return paragraph(escaped(text).replace(NO_BREAK, " "))
