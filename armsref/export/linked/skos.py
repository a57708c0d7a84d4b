"""The whole as linked data: one SKOS concept scheme with every entry as a concept, and the sources that are cited.

What schema.org has words for is said in them too, as on the pages.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from armsref.export import about
from armsref.export.edition import Edition, File
from armsref.export.linked.compact import compact_document
from armsref.export.linked.jsonld import Download, Object, entry_iri, of_dataset, scheme_iri, thing, wikidata_iri
from armsref.export.linked.terms import ADDRESSES, DATES, ENGLISH, PREFIXES, TERMS
from armsref.export.linked.turtle import Node, iri, turtle
from armsref.export.tables.columns import iso
from armsref.history.release import Release
from armsref.law.timeline import Interval, merged_runs
from armsref.loading.dataset import Cited, Dataset
from armsref.loading.relations import above, wholes
from armsref.model import Entry, Event, State, Treaty
from armsref.model.dates import PartialDate
from armsref.model.names import Name, names_of
from armsref.model.references import citations_of

_DATE_TYPES = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}


def linked_files(edition: Edition, downloads: Iterable[Download]) -> Iterator[File]:
    """The same nodes as Turtle and as JSON-LD; `downloads` are the files in which the data is published."""
    whole = list(nodes(edition, downloads))
    yield "data/armsref.ttl", as_turtle(edition.release, whole)
    yield "data/armsref.jsonld", as_json_ld(edition.release, whole)


def as_turtle(release: Release, whole: Iterable[Node]) -> bytes:
    """Nodes as Turtle."""
    return "".join(turtle(release.site, _prefixes(release), whole)).encode()


def as_json_ld(release: Release, whole: Iterable[Node]) -> bytes:
    """Nodes as JSON-LD."""
    document = compact_document(release.site, _prefixes(release) | TERMS, whole)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _prefixes(release: Release) -> dict[str, str]:
    """The prefixes of all names; that of this reference is for the datatypes of notations."""
    return PREFIXES | {"armsref": f"{release.site}data/#"}


def nodes(edition: Edition, downloads: Iterable[Download]) -> Iterator[Node]:
    """The scheme, the whole, every entry with its page, every source: JSON-LD, each value written out in a list."""
    concepts = Concepts(edition)
    yield _scheme(edition, concepts)
    yield _described(of_dataset(edition.release, downloads))
    for entry in edition.dataset:
        described = thing(edition, entry)
        page = described.pop("mainEntityOfPage")
        yield _concept(edition, entry, described, concepts)
        yield _described(page | {"mainEntity": {"@id": described["@id"]}})
    for record in edition.dataset.publishers.values():
        for item in record.publisher.items:
            yield _source(edition.release, edition.dataset.cited(f"{record.id}/{item}"))


class Concepts:
    """How concepts stand to each other. Two that are related are never also broader and narrower, even through others.

    `ambiguous` are the abbreviations that several concepts share, so that they name none of them.
    """

    def __init__(self, edition: Edition) -> None:
        abbreviations = Counter(entry.abbreviation for entry in edition.dataset)
        self.ambiguous = {abbreviation for abbreviation, bearers in abbreviations.items() if bearers > 1}
        self.broader = wholes(edition.dataset)
        self.narrower: dict[str, list[str]] = defaultdict(list)
        for part, broader in self.broader.items():
            for whole in broader:
                self.narrower[whole].append(part)
        self.related: dict[str, dict[str, None]] = defaultdict(dict)
        for entry_id, other_id in self._apart(edition.dataset):
            self.related[entry_id][other_id] = None
            self.related[other_id][entry_id] = None

    def _apart(self, dataset: Dataset) -> Iterator[tuple[str, str]]:
        """The pairs of related entries of which neither is above the other."""
        over = {entry_id: above(self.broader, entry_id) for entry_id in self.broader}
        for entry in dataset:
            for other_id in (relation.id for relation in entry.related):
                known = other_id in over and other_id != entry.id
                if known and other_id not in over[entry.id] and entry.id not in over[other_id]:
                    yield entry.id, other_id


def labels(entry: Entry) -> dict[str, list[str]]:
    """An entry's names by language, the usual one first; designations have no language, which is ''."""
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names_of(entry):
        if name.system != "code":
            labels[_language(name)][name.surface] = None
    return {language: list(names) for language, names in labels.items()}


def _language(name: Name) -> str:
    if name.system == "translation":
        return str(name.path[1]).lower()
    return "" if name.system == "designation" else ENGLISH


def _scheme(edition: Edition, concepts: Concepts) -> Node:
    release = edition.release
    tops = [entry for entry in edition.dataset if not concepts.broader[entry.id]]
    return {
        "@id": scheme_iri(release),
        "@type": ["skos:ConceptScheme", "schema:DefinedTermSet"],
        "dcterms:title": [_text(about.TITLE, ENGLISH)],
        "dcterms:description": [_text(about.DESCRIPTION, ENGLISH)],
        "dcterms:license": [{"@id": about.LICENCE_URL}],
        "dcterms:modified": [{"@value": release.dated.isoformat(), "@type": "xsd:date"}],
        "owl:versionInfo": [_text(release.version)],
        "schema:name": [_text(about.TITLE)],
        "skos:hasTopConcept": _refs(edition, (entry.id for entry in tops)),
    }


def _concept(edition: Edition, entry: Entry, described: Object, concepts: Concepts) -> Node:
    scheme = {"@id": scheme_iri(edition.release)}
    node = _described(described)
    node["@type"] = ["skos:Concept", *node["@type"]]
    named = labels(entry)
    top = not concepts.broader[entry.id]
    return node | _filled(
        {
            "skos:prefLabel": [_text(names[0], language) for language, names in named.items() if language],
            "skos:altLabel": [
                _text(name, language) for language, names in named.items() for name in names[1 if language else 0 :]
            ],
            "skos:notation": _notations(entry, concepts),
            "skos:definition": [_text(edition.answers.of(entry), ENGLISH)],
            "skos:inScheme": [scheme],
            "skos:topConceptOf": [scheme] if top else [],
            "skos:broader": _refs(edition, concepts.broader[entry.id]),
            "skos:narrower": _refs(edition, concepts.narrower[entry.id]),
            "skos:related": _refs(edition, concepts.related[entry.id]),
            "skos:exactMatch": [{"@id": same} for same in [wikidata_iri(entry)] if same],
            "dcterms:subject": [_text(topic, ENGLISH) for topic in entry.topics],
            "dcterms:date": [_date(entry.date)] if isinstance(entry, Event) else [],
            "dcterms:valid": _validity(edition, entry),
            "dcterms:source": _cited(edition, entry),
        }
    )


def _notations(entry: Entry, concepts: Concepts) -> list[Node]:
    own = None if entry.abbreviation in concepts.ambiguous else entry.abbreviation
    codes = {"armsref:abbreviation": own, "armsref:iso-3166-1": entry.iso if isinstance(entry, State) else None}
    return [{"@value": code, "@type": kind} for kind, code in codes.items() if code]


def _validity(edition: Edition, entry: Entry) -> list[Node]:
    """The intervals in which an agreement was surely in force, each with its last day."""
    if not isinstance(entry, Treaty):
        return []
    # A suspension by one party begins a new interval, but the agreement stays in force.
    runs = merged_runs(edition.coverage.status_intervals(entry), lambda interval: interval.status)
    return [{"@value": _span(interval), "@type": "edtf:EDTF"} for status, interval in runs if status == "in force"]


def _span(interval: Interval) -> str:
    return f"{interval.start}/{interval.end - timedelta(days=1) if interval.end else '..'}"


def _cited(edition: Edition, entry: Entry) -> list[Node]:
    cited = dict.fromkeys(citations_of(edition.dataset.records[entry.id].marked))
    return [{"@id": source_iri(edition.release, source)} for source in cited]


def source_iri(release: Release, source_id: str) -> str:
    """What stands for a source."""
    return f"{release.site}data/#{source_id}"


def _source(release: Release, cited: Cited) -> Node:
    source = cited.source
    return _filled(
        {
            "@id": source_iri(release, cited.id),
            "@type": ["dcterms:BibliographicResource"],
            "dcterms:title": [_text(source.title)],
            "dc:publisher": [_text(cited.publisher.publisher)],
            "dc:creator": [_text(source.author)] if source.author else [],
            "dc:language": [_text(source.language)] if source.language else [],
            "dc:type": [_text(cited.kind)],
            "dcterms:issued": [_date(source.date)] if source.date else [],
            "schema:url": [{"@id": iri(source.url)}] if source.url else [],
        }
    )


def _date(known: PartialDate) -> Node:
    """A date as exact as it is known; one that is only 'about' right, as the extended format of dates writes it."""
    if known.about:
        return {"@value": f"{iso(known)}~", "@type": "edtf:EDTF"}
    return {"@value": iso(known), "@type": _DATE_TYPES[known.precision]}


def _refs(edition: Edition, ids: Iterable[str]) -> list[Node]:
    return [{"@id": entry_iri(edition.release, edition.dataset[entry_id])} for entry_id in ids]


def _text(text: str, language: str = "") -> Node:
    return {"@value": text, "@language": language} if language else {"@value": text}


def _filled(node: Node) -> Node:
    return {name: values for name, values in node.items() if values}


def _described(thing: Object) -> Node:
    """An object of schema.org with its values written out: addresses as such, dates with their type."""
    node: Node = {name: thing[name] for name in ("@id",) if name in thing}
    node["@type"] = [f"schema:{thing['@type']}"]
    for name, value in thing.items():
        if not name.startswith("@"):
            values = value if isinstance(value, list) else [value]
            node[f"schema:{name}"] = [_value(name, item) for item in values]
    return node


def _value(name: str, value: Any) -> Node:
    if isinstance(value, dict):
        # What has an address of its own is described there.
        return {"@id": value["@id"]} if "@id" in value else _described(value)
    if name in ADDRESSES:
        return {"@id": iri(value)}
    return {"@value": value, "@type": "schema:Date"} if name in DATES else _text(value)
