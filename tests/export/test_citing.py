"""Citations, read back by what reference managers read them with."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser.model import Entry as BibEntry
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pylatexenc import latex2text

from armsref import load
from armsref.cli.main import main
from armsref.export import citing
from armsref.export.about import CREATOR, TITLE
from armsref.export.citing import Citation, apa, bibtex, cff, csl_json, of_entry, of_whole, ris
from armsref.export.edition import Edition
from armsref.history.release import CITATION, Release, version_of
from armsref.model.addresses import address_of
from tests.built import TOP, real_data
from tests.conftest import Data, treaty

RELEASE = Release("2026.11.02", datetime(2026, 11, 22, 8, tzinfo=UTC), "https://example.org/reference/")
PAGE = Citation(
    "armsref-inf-treaty",
    "INF Treaty",
    TITLE,
    "2026.11.02",
    date(2026, 11, 2),
    "https://example.org/treaties/inf-treaty/",
)
WHOLE = of_whole(RELEASE)
TITLES = {
    "special to LaTeX": r"100 % of $5 & #1_a ~ ^ \alpha {x} <y> | z",
    "unbalanced": "}{ and } more",
    "Cyrillic": "Орешник",
    "Chinese": "东风-41",
    "Korean and Japanese": "화성-18형、弾道ミサイル",
    "accents": "Traité d’interdiction complète",
    "dashes and quotation marks": "A -- B --- ``C'' ''D`` why?` ,,E,,",
    "the mark of a record": "@misc{x, y = {z}} @comment",
    "a tag of RIS": "TY  - ER  - ",
    "percent at the end": "50%",
}
# What the data may hold: any characters but those that cannot be seen, which are refused when it is read.
titles = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" \u200c\u200d"), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)

# Written from the fields that the documentation of CSL-JSON 1.0.2 names.
NAME = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("family", "given", "suffix", "literal")},
    "additionalProperties": False,
    "minProperties": 1,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["article", "book", "chapter", "dataset", "entry", "entry-encyclopedia", "webpage"]},
            "author": {"type": "array", "items": NAME},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
                    }
                },
                "additionalProperties": False,
            },
            **{
                name: {"type": "string"}
                for name in ("title", "container-title", "version", "URL", "language", "publisher", "note")
            },
        },
        "additionalProperties": False,
    },
}
# Written from what the Citation File Format 1.2.0 requires, and from the fields that are used.
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string", "minLength": 1}},
        "required": ["name"],
        "additionalProperties": False,
    },
}
LICENSE = {"enum": ["CC-BY-4.0", "MIT"]}
CFF = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "title": {"type": "string", "minLength": 1},
        "type": {"enum": ["dataset", "software"]},
        "version": {"type": "string", "pattern": r"^\d{4}\.\d{2}\.\d{2}$"},
        "date-released": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "license": LICENSE,
        "authors": AUTHORS,
        "keywords": {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
        "references": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["authors", "title", "type"],
                "properties": {
                    "type": {"const": "software"},
                    "title": {"type": "string"},
                    "authors": AUTHORS,
                    "license": LICENSE,
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def titled(title: str) -> Citation:
    return replace(PAGE, title=title)


def bib(text: str) -> BibEntry:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert [type(block) for block in library.blocks] == [BibEntry]
    return library.entries[0]


@cache
def latex() -> latex2text.LatexNodes2Text:
    """What LaTeX prints, with the names of characters that the library lacks."""
    known = latex2text.get_default_latex_context_db()
    lacking = {"braceleft": "{", "braceright": "}", "asciicircum": "^", "less": "<", "greater": ">", "bar": "|"}
    names = [latex2text.MacroTextSpec(f"text{name}", char) for name, char in lacking.items()]
    known.add_context_category("names of characters", prepend=True, macros=names)
    return latex2text.LatexNodes2Text(latex_context=known, keep_comments=True)


def printed(text: str) -> str:
    return str(latex().latex_to_text(text))


def risen(text: str) -> dict[str, Any]:
    (record,) = rispy.loads(text)
    return dict(record)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_bibtex_prints_the_title_as_it_is(title: str) -> None:
    assert printed(bib(bibtex(titled(title)))["title"]) == title


@given(titles)
def test_bibtex_keeps_any_title_within_its_braces(title: str) -> None:
    entry = bib(bibtex(titled(title)))
    assert entry["title"].startswith("{")
    assert entry["title"].endswith("}")
    assert entry["url"] == PAGE.address


@given(titles)
def test_ris_gives_any_title_back(title: str) -> None:
    assert risen(ris(titled(title)))["title"] == title


@given(titles)
def test_csl_json_gives_any_title_back(title: str) -> None:
    (item,) = json.loads(csl_json(titled(title)))
    assert item["title"] == title


def test_bibtex_names_work_version_day_and_address() -> None:
    entry = bib(bibtex(PAGE))
    assert (entry.entry_type, entry.key) == ("misc", "armsref-inf-treaty")
    assert {name: entry[name] for name in ("author", "howpublished", "year", "month", "note", "url")} == {
        "author": f"{{{CREATOR}}}",
        "howpublished": TITLE,
        "year": "2026",
        "month": "nov",
        "note": "Version 2026.11.02",
        "url": PAGE.address,
    }


def test_ris_names_work_version_day_and_address() -> None:
    assert risen(ris(PAGE)) == {
        "type_of_reference": "ENCYC",
        "id": "armsref-inf-treaty",
        "authors": [CREATOR],
        "title": "INF Treaty",
        "secondary_title": TITLE,
        "edition": "Version 2026.11.02",
        "year": "2026",
        "date": "2026/11/02",
        "urls": [PAGE.address],
        "language": "en",
    }


def test_ris_lines_end_as_the_format_asks() -> None:
    text = ris(PAGE)
    assert text.endswith("\r\nER  - \r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in text.split("\r\n")[:-1])


@pytest.mark.parametrize("citation", [PAGE, WHOLE], ids=["page", "whole"])
def test_csl_json_is_valid(citation: Citation) -> None:
    Draft202012Validator(CSL).validate(json.loads(csl_json(citation)))


def test_csl_json_names_work_version_day_and_address() -> None:
    (item,) = json.loads(csl_json(PAGE))
    assert (item["container-title"], item["author"]) == (TITLE, [{"literal": CREATOR}])
    assert (item["version"], item["issued"]) == ("2026.11.02", {"date-parts": [[2026, 11, 2]]})
    assert item["URL"] == PAGE.address


def test_the_text_of_a_page_and_of_the_whole() -> None:
    assert apa(PAGE) == (
        "Arms Control Reference contributors. (2026, November 2). INF Treaty. In Arms Control Reference "
        "(Version 2026.11.02). https://example.org/treaties/inf-treaty/"
    )
    assert apa(WHOLE) == (
        "Arms Control Reference contributors. (2026, November 2). Arms Control Reference (Version 2026.11.02) "
        "[Data set]. https://example.org/reference/data/"
    )


def test_a_title_that_ends_in_a_stop_gets_no_second_one() -> None:
    assert "). Who verifies? In Arms" in apa(titled("Who verifies?"))


def test_the_whole_is_a_data_set_in_every_form() -> None:
    assert bib(bibtex(WHOLE))["howpublished"] == "Data set"
    assert risen(ris(WHOLE))["type_of_reference"] == "DATA"
    assert json.loads(csl_json(WHOLE))[0]["type"] == "dataset"


def test_an_entry_is_cited_by_its_short_name_and_its_page(data: Data) -> None:
    text = treaty("name: Treaty on Intermediate-Range Nuclear Forces\nshort_name: INF Treaty")
    citation = of_entry(load(data({"treaties/inf-treaty.yml": text}))["inf-treaty"], RELEASE)
    assert citation == replace(PAGE, address="https://example.org/reference/treaties/inf-treaty/")


def test_the_files_of_an_entry_stand_below_its_page(data: Data) -> None:
    dataset = load(data({"treaties/inf-treaty.yml": treaty()}))
    written = dict(citing.citation_files(Edition(dataset, RELEASE)))
    assert {"treaties/inf-treaty/cite.bib", "states/ru/cite.ris", "data/cite.csl.json"} <= set(written)
    assert written["data/cite.bib"].decode() == bibtex(WHOLE)


def test_every_citation_of_the_real_data_is_read_back() -> None:
    for entry in real_data():
        citation = of_entry(entry, RELEASE)
        assert printed(bib(bibtex(citation))["title"]) == entry.title
        assert risen(ris(citation))["title"] == entry.title
        assert json.loads(csl_json(citation))[0]["title"] == entry.title
        assert citation.address == RELEASE.site + address_of(entry)


def test_no_two_entries_share_a_key() -> None:
    keys = [of_entry(entry, RELEASE).key for entry in real_data()]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)


def test_the_work_is_called_as_the_site_is() -> None:
    assert f"site_name: {TITLE}\n" in (TOP / "mkdocs.yml").read_text("utf-8")


def test_citation_cff_is_valid() -> None:
    content = yaml.safe_load((TOP / CITATION).read_text("utf-8"))
    Draft202012Validator(CFF).validate(content)
    assert date.fromisoformat(content["date-released"]).strftime("%Y.%m.%d") == content["version"]


def test_citation_cff_is_what_the_command_writes() -> None:
    text = (TOP / CITATION).read_text("utf-8")
    version = yaml.safe_load(text)["version"]
    assert cff(replace(RELEASE, version=version)) == text


def test_citation_cff_gives_the_version_where_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / CITATION).write_text(cff(RELEASE), encoding="utf-8")
    assert version_of(tmp_path / "data") == RELEASE.version


def test_the_licences_are_those_of_the_project() -> None:
    content = yaml.safe_load(cff(RELEASE))
    assert (content["license"], content["references"][0]["license"]) == ("CC-BY-4.0", "MIT")
    assert "Attribution 4.0 International" in (TOP / "LICENSE-DATA").read_text("utf-8")
    assert (TOP / "LICENSE").read_text("utf-8").startswith("MIT License")


def test_the_command_writes_version_and_day(tmp_path: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(RELEASE.at.timestamp())))
    file = tmp_path / "written.cff"
    with pytest.raises(SystemExit) as done:
        main(["export", "citation", str(file), "--data", str(data({}))])
    assert done.value.code == 0
    content = yaml.safe_load(file.read_text("utf-8"))
    assert (content["version"], content["date-released"]) == ("2026.11.22", "2026-11-22")
