"""A citation on a page: each of its forms to read, to copy and to download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from armsref.export.citing import CITATION_FORMS, Citation, apa
from macros.finished import Finished
from macros.markdown.printer import Markdown, code_block, web_link
from macros.render import html_templates

_NAMES = {".bib": "BibTeX", ".ris": "RIS", ".csl.json": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A form of a citation: its name and its text; where it is a file, its name beside the page and as a download."""

    name: str
    text: str
    file: str = ""
    ending: str = ""
    saved_as: str = ""


def finished_citation(citation: Citation) -> Finished:
    """The forms of a citation, for the page that is cited."""
    return Finished(forms_html(citation), forms_markdown(citation))


def forms_html(citation: Citation) -> Markup:
    """The forms of a citation as HTML, for the page that is cited; `assets/cite.js` adds what copies them."""
    template = html_templates().get_template("citation.html.j2")
    return Markup(template.render(what=_what(citation), forms=list(_forms(citation))))


def forms_markdown(citation: Citation) -> Markdown:
    """The forms of a citation as Markdown: each as a block of code."""
    blocks = [f"{_name(citation, form)}\n\n{code_block(form.text)}" for form in _forms(citation)]
    return Markdown("\n\n".join([f"*{_what(citation)}*", *blocks]))


def _what(citation: Citation) -> str:
    return "Cite this page" if citation.within else "Cite the data"


def _forms(citation: Citation) -> Iterator[CitationForm]:
    yield CitationForm("APA", apa(citation))
    for name, form in CITATION_FORMS.items():
        ending = name.removeprefix("cite")
        yield CitationForm(_NAMES[ending], form(citation).strip(), name, ending, citation.key + ending)


def _name(citation: Citation, form: CitationForm) -> str:
    link = web_link(f"Download {form.ending}", citation.address + form.file) if form.file else ""
    return f"{form.name} {link}".strip()
