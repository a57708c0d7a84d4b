"""The words of the linked data: the prefixes of their names, and what the values of a property are."""

from __future__ import annotations

from armsref.export.linked.compact import AS_ADDRESS, BY_LANGUAGE, TermDefinition

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ENGLISH = "en"
# Properties of schema.org whose value is an address, a date, or described at its own address.
ADDRESSES = {"url", "sameAs", "license", "contentUrl"}
DATES = {
    "startDate", "endDate", "dateCreated", "dateModified", "foundingDate", "dissolutionDate", "lastReviewed",
    "legislationDate", "legislationDateOfApplicability",
}  # fmt: skip
_DESCRIBED = {"about", "inDefinedTermSet", "isPartOf", "legislationLegalForce", "mainEntity"}
_REFERENCES = (
    "dcterms:license", "dcterms:source", "skos:broader", "skos:exactMatch", "skos:hasTopConcept", "skos:inScheme",
    "skos:narrower", "skos:related", "skos:topConceptOf",
)  # fmt: skip
# What the context of the JSON-LD says of properties, so that their values need not say it.
TERMS: dict[str, TermDefinition] = {
    **dict.fromkeys((f"schema:{name}" for name in sorted(ADDRESSES | _DESCRIBED)), AS_ADDRESS),
    **{f"schema:{name}": {"@type": "schema:Date"} for name in sorted(DATES)},
    **dict.fromkeys(_REFERENCES, AS_ADDRESS),
    "dcterms:subject": {"@language": ENGLISH},
    "dcterms:valid": {"@type": "edtf:EDTF"},
    "skos:altLabel": BY_LANGUAGE,
    "skos:definition": {"@language": ENGLISH},
    "skos:prefLabel": BY_LANGUAGE,
}
