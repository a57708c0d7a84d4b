"""A citation on a page: each of its forms to read, to copy and to download."""

from __future__ import annotations

from html import escape

from armsref.export.citing import FORMS, Citation, apa

_NAMES = {".bib": "BibTeX", ".ris": "RIS", ".csl.json": "CSL-JSON"}


def forms(citation: Citation) -> str:
    """The forms of a citation as HTML, for the page that is cited; `assets/cite.js` adds what copies them."""
    what = "Cite this page" if citation.within else "Cite the data"
    shown = _form("APA", apa(citation)) + "".join(_file(citation, name) for name in FORMS)
    return f'<details class="citation" data-citation><summary>{what}</summary>{shown}</details>'


def _file(citation: Citation, name: str) -> str:
    ending = name.removeprefix("cite")
    link = f'<a href="{name}" download="{citation.key}{ending}">Download {ending}</a>'
    return _form(_NAMES[ending], FORMS[name](citation), link)


def _form(name: str, text: str, link: str = "") -> str:
    head = f'<figcaption><b>{name}</b>{link}<span role="status"></span></figcaption>'
    return f'<figure data-form="{name}">{head}<pre>{escape(text.strip())}</pre></figure>'
