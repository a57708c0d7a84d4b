"""How a page of the reference is cited, and the whole of it: as BibTeX, RIS, CSL-JSON and text, and in CITATION.cff."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from armsref.export.about import CREATOR, LICENCE, TITLE
from armsref.export.edition import Edition, File
from armsref.history.release import Release
from armsref.model import Entry
from armsref.model.addresses import address_of

# The page on the data as a whole, beside which the citation of the whole stands.
WHOLE_PAGE = "data/"
_CFF_HEAD = "# Written by `armsref export citation`, which sets the version and its day.\n"

# A brace counts for BibTeX even where a backslash stands before it, so that every brace is written as a name.
_LATEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    }
)  # fmt: skip
# Where LaTeX would make one character of two: a dash of hyphens, a quotation mark of apostrophes.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=,)(?=,)")


@dataclass(frozen=True)
class Citation:
    """What a citation names.

    `within` is the work that a page is a part of, empty for the whole. `dated` is the day that `version` names.
    """

    key: str
    title: str
    within: str
    version: str
    dated: date
    address: str


def of_entry(entry: Entry, release: Release) -> Citation:
    """The citation of an entry's page, as it stands in a release."""
    title = " ".join(entry.title.split())
    return Citation(
        f"armsref-{entry.id}", title, TITLE, release.version, release.dated, release.site + address_of(entry)
    )


def of_whole(release: Release) -> Citation:
    """The citation of all the data of a release."""
    return Citation("armsref", TITLE, "", release.version, release.dated, release.site + WHOLE_PAGE)


def bibtex(citation: Citation) -> str:
    """A BibTeX record in UTF-8, its title in braces so that capitals are kept."""
    fields = {
        "author": f"{{{{{_latex(CREATOR)}}}}}",
        "title": f"{{{{{_latex(citation.title)}}}}}",
        "howpublished": f"{{{_latex(citation.within or 'Data set')}}}",
        "year": f"{{{citation.dated.year}}}",
        "month": calendar.month_abbr[citation.dated.month].lower(),
        "note": f"{{{_latex(f'Version {citation.version}')}}}",
        "url": f"{{{citation.address}}}",
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items()]
    return f"@misc{{{citation.key},\n{''.join(lines)}}}\n"


def _latex(text: str) -> str:
    return "{}".join(part.translate(_LATEX) for part in _LIGATURE.split(text))


def ris(citation: Citation) -> str:
    """A RIS record; its lines end as the format asks."""
    tags = [
        ("TY", "ENCYC" if citation.within else "DATA"),
        ("ID", citation.key),
        ("AU", CREATOR),
        ("TI", citation.title),
        ("T2", citation.within),
        ("ET", f"Version {citation.version}"),
        ("PY", str(citation.dated.year)),
        ("DA", f"{citation.dated:%Y/%m/%d}"),
        ("UR", citation.address),
        ("LA", "en"),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def csl_json(citation: Citation) -> str:
    """A list with one CSL-JSON item."""
    item = {
        "id": citation.key,
        "type": "entry-encyclopedia" if citation.within else "dataset",
        "title": citation.title,
        **({"container-title": citation.within} if citation.within else {}),
        "author": [{"literal": CREATOR}],
        "issued": {"date-parts": [[citation.dated.year, citation.dated.month, citation.dated.day]]},
        "version": citation.version,
        "URL": citation.address,
        "language": "en-GB",
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items()]
    return "[{\n  " + ",\n  ".join(lines) + "\n}]\n"


def apa(citation: Citation) -> str:
    """The citation as text, in the style of the American Psychological Association."""
    day = f"{citation.dated.year}, {calendar.month_name[citation.dated.month]} {citation.dated.day}"
    version = f"(Version {citation.version})"
    stop = "" if citation.title.endswith((".", "?", "!")) else "."
    page, whole = f"{citation.title}{stop} In {citation.within} {version}", f"{citation.title} {version} [Data set]"
    return f"{CREATOR}. ({day}). {page if citation.within else whole}. {citation.address}"


# The files in which a citation stands below the address that it cites.
CITATION_FORMS: dict[str, Callable[[Citation], str]] = {"cite.bib": bibtex, "cite.ris": ris, "cite.csl.json": csl_json}


def citation_files(edition: Edition) -> Iterator[File]:
    """The citations of all entries, each below its page, and that of the whole."""
    for entry in edition.dataset:
        yield from _forms(address_of(entry), of_entry(entry, edition.release))
    yield from _forms(WHOLE_PAGE, of_whole(edition.release))


def _forms(folder: str, citation: Citation) -> Iterator[File]:
    for name, form in CITATION_FORMS.items():
        yield folder + name, form(citation).encode()


def cff(release: Release) -> str:
    """The text of CITATION.cff for a release: the data, and the code as a work that it refers to."""
    authors = [{"name": CREATOR}]
    code = {"type": "software", "title": f"armsref, the code of the {TITLE}", "authors": authors, "license": "MIT"}
    content = {
        "cff-version": "1.2.0",
        "message": "Please cite the version of the data that you used, and a page of the site by its own citation.",
        "type": "dataset",
        "title": TITLE,
        "version": release.version,
        "date-released": release.dated.isoformat(),
        "license": LICENCE,
        "authors": authors,
        "keywords": ["arms control", "treaties", "weapons", "open data"],
        "references": [code],
    }
    return _CFF_HEAD + yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


class _Dumper(yaml.SafeDumper):
    """Writes a value out each time, for a reader of the file should meet no anchors."""

    def ignore_aliases(self, _: object) -> bool:
        return True
