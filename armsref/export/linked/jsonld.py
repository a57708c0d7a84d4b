"""What a page is about, in the vocabulary of schema.org: read by search engines and other programs.

A weapon is a term with a definition, like a term of the field: to schema.org a product is something for sale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from armsref.export import about
from armsref.export.edition import Edition
from armsref.export.tables.columns import iso
from armsref.history.release import Release
from armsref.law.coverage import IN_EFFECT
from armsref.law.status import StatusInterval, entry_into_force, signature
from armsref.model import DateClaim, Entry, Event, Organisation, State, Term, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.model.dates import PartialDate
from armsref.model.names import names_of

Object = dict[str, Any]

CONTEXT = "https://schema.org"
# The context names its own words so.
_VOCABULARY = "http://schema.org/"
WIKIDATA_ENTITY = "http://www.wikidata.org/entity/"
# What <, > and & are in a JSON string, so that no text can end the element that holds it; and what ends a line in
# JavaScript but not in JSON.
_EMBEDDED = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


class Download(NamedTuple):
    """A file in which the data is published, by its path below the site's root."""

    name: str
    media_type: str
    path: str


def embedded(thing: Object) -> str:
    """An object as it may stand inside a script element."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_EMBEDDED)


def of_page(edition: Edition, entry: Entry) -> Object:
    """What an entry's page is about, as an object of its own."""
    return {"@context": CONTEXT, **thing(edition, entry)}


def of_dataset(release: Release, downloads: Iterable[Download]) -> Object:
    """The whole of the data, with the files in which it is published."""
    folder = f"{release.site}data/"
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": dataset_iri(release),
        "name": about.TITLE,
        "description": about.DESCRIPTION,
        "url": folder,
        "version": release.version,
        "dateModified": release.dated.isoformat(),
        "license": about.LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "creator": {"@type": "Organization", "name": about.CREATOR, "url": release.site},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": download.name,
                "encodingFormat": download.media_type,
                "contentUrl": release.site + download.path,
            }
            for download in downloads
        ],
    }


def entry_iri(release: Release, entry: Entry) -> str:
    """What stands for the thing itself in linked data; in a browser it leads to the entry's page."""
    return f"{release.site}{address_of(entry)}#entry"


def dataset_iri(release: Release) -> str:
    """What stands for the whole of the data."""
    return f"{release.site}data/#dataset"


def scheme_iri(release: Release) -> str:
    """What stands for the set of all terms and names."""
    return f"{release.site}data/#scheme"


def wikidata_iri(entry: Entry) -> str | None:
    """What stands for the same thing in Wikidata."""
    return f"{WIKIDATA_ENTITY}{entry.wikidata}" if entry.wikidata else None


def thing(edition: Edition, entry: Entry) -> Object:
    """An entry as a schema.org object, without its context; what is not known is left out."""
    same = wikidata_iri(entry)
    described = {
        "@type": _type(entry),
        "@id": entry_iri(edition.release, entry),
        "name": entry.title,
        "alternateName": _other_names(entry),
        "description": edition.answers.of(entry),
        "url": edition.release.site + address_of(entry),
        "sameAs": [same] if same else None,
        "mainEntityOfPage": _page(edition.release, entry),
        **_of_kind(edition, entry),
    }
    return _known(described)


def _known(thing: Object) -> Object:
    return {name: value for name, value in thing.items() if value not in (None, [], {})}


def _type(entry: Entry) -> str:
    match entry:
        case Treaty():
            return "Legislation" if entry.binding == "legally" else "CreativeWork"
        case Event():
            return "Event"
        case Organisation():
            return "GovernmentOrganization" if entry.form in ("national", "armed-force") else "Organization"
        case State():
            return "Country"
        case _:
            return "DefinedTerm"


def _other_names(entry: Entry) -> list[str]:
    names = (name.surface for name in names_of(entry) if name.system != "code")
    return [name for name in dict.fromkeys(names) if name != entry.title]


def _page(release: Release, entry: Entry) -> Object:
    page = {
        "@type": "WebPage",
        "@id": release.site + address_of(entry),
        "lastReviewed": _exact(entry.reviewed),
        "license": about.LICENCE_URL,
        "inLanguage": "en",
        "isPartOf": {"@id": dataset_iri(release)},
    }
    return _known(page)


def _of_kind(edition: Edition, entry: Entry) -> Object:
    match entry:
        case Treaty():
            return _legislation(edition, entry) if entry.binding == "legally" else _work(entry)
        case Term() | Weapon():
            terms = {"@type": "DefinedTermSet", "@id": scheme_iri(edition.release), "name": about.TITLE}
            return {"termCode": entry.abbreviation, "inDefinedTermSet": terms}
        case Event():
            return _event(edition, entry)
        case Organisation():
            return _organisation(entry)
        case State():
            return {"identifier": _iso_code(entry)}
        case _:
            return {}


def _legislation(edition: Edition, treaty: Treaty) -> Object:
    force = _force(edition.coverage.status_on(treaty, edition.release.day))
    return {
        "legislationType": treaty.form,
        "legislationDate": _signed(treaty),
        "legislationDateOfApplicability": _entered_into_force(treaty),
        "legislationLegalForce": {"@id": f"{_VOCABULARY}{force}"} if force else None,
    }


def _force(interval: StatusInterval | None) -> str:
    """What schema.org calls the status of an agreement; empty where the status is unclear."""
    if interval is None or interval.status == "unclear":
        return ""
    return "InForce" if interval.status in IN_EFFECT else "NotInForce"


def _work(treaty: Treaty) -> Object:
    return {"genre": treaty.form, "dateCreated": _signed(treaty)}


def _signed(treaty: Treaty) -> str | None:
    """The day of signature, where it is known exactly enough."""
    act = signature(treaty)
    return _exact(act.date) if act else None


def _entered_into_force(treaty: Treaty) -> str | None:
    """The day of entry into force, where it is known exactly enough."""
    act = entry_into_force(treaty)
    return _exact(act.date) if act else None


def _event(edition: Edition, event: Event) -> Object:
    involved = [entry for entry in map(edition.dataset.get, event.involves) if entry]
    return {
        "startDate": _exact(event.date),
        "endDate": _exact(event.end_date),
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "about": [{"@id": entry_iri(edition.release, entry)} for entry in involved],
    }


def _organisation(organisation: Organisation) -> Object:
    return {
        "foundingDate": _undisputed(organisation.founded),
        "dissolutionDate": _undisputed(organisation.dissolved),
        "location": {"@type": "Place", "name": organisation.seat} if organisation.seat else None,
    }


def _undisputed(claims: tuple[DateClaim, ...]) -> str | None:
    """The date that all claims give."""
    dates = {claim.value for claim in claims}
    return _exact(dates.pop()) if len(dates) == 1 else None


def _iso_code(state: State) -> Object | None:
    if not state.iso:
        return None
    return {"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": state.iso}


def _exact(date: PartialDate | None) -> str | None:
    """A date as ISO 8601 writes it; none where it is only 'about' that date, which schema.org cannot say."""
    return None if date is None or date.about else iso(date)
