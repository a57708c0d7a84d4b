"""What a page says of itself to other programs: what the data says, in words of schema.org that are used as meant."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsref import load
from armsref.export.edition import Edition
from armsref.export.linked import jsonld
from armsref.export.linked.jsonld import Download
from tests.built import real_data
from tests.conftest import Data, treaty, weapon
from tests.export.test_tables import RELEASE, SITE


def thing(data: Data, files: dict[str, str], entry_id: str) -> dict[str, Any]:
    edition = Edition(load(data(files)), RELEASE)
    return jsonld.thing(edition, edition.dataset[entry_id])


def treaty_thing(data: Data, text: str) -> dict[str, Any]:
    return thing(data, {"treaties/inf.yml": treaty(text)}, "inf")


HISTORY = """
    parties: [us, ru]
    history:
      - {date: 1987-12-08, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
"""
ENDED = f"{HISTORY}      - {{date: 2019-08-02, act: terminated, source: aca/inf}}\n"


def test_an_agreement_that_binds_is_legislation(data: Data) -> None:
    text = f"{HISTORY}    short_name: INF\n    reviewed: 2026-11\n    wikidata: Q1\n"
    assert treaty_thing(data, text) == {
        "@type": "Legislation",
        "@id": f"{SITE}treaties/inf/#entry",
        "name": "INF",
        "alternateName": ["INF Treaty"],
        "description": "Banned missiles.",
        "url": f"{SITE}treaties/inf/",
        "sameAs": ["http://www.wikidata.org/entity/Q1"],
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": f"{SITE}treaties/inf/",
            "lastReviewed": "2026-11",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "inLanguage": "en",
            "isPartOf": {"@id": f"{SITE}data/#dataset"},
        },
        "legislationType": "treaty",
        "legislationDate": "1987-12-08",
        "legislationDateOfApplicability": "1988-06-01",
        "legislationLegalForce": {"@id": "http://schema.org/InForce"},
    }


def test_an_agreement_that_is_adopted_and_then_signed_is_dated_with_its_signature(data: Data) -> None:
    text = HISTORY.replace("{date: 1987-12-08, act: signed", "{date: 1987-06, act: adopted, source: aca/inf}\n"
                           "      - {date: 1987-12-08, act: opened-for-signature")  # fmt: skip
    assert treaty_thing(data, text)["legislationDate"] == "1987-12-08"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        (HISTORY, "InForce"),
        (ENDED, "NotInForce"),
        (HISTORY.replace("1988-06-01", "2026"), None),  # some day this year, before today or after
    ],
)
def test_whether_it_is_in_force_is_told_as_of_the_day_of_the_release(data: Data, text: str, force: str | None) -> None:
    told = treaty_thing(data, text).get("legislationLegalForce")
    assert told == ({"@id": f"http://schema.org/{force}"} if force else None)


def test_an_agreement_that_does_not_bind_as_law_is_a_work(data: Data) -> None:
    found = treaty_thing(data, f"{HISTORY}    binding: politically\n")
    assert (found["@type"], found["genre"], found["dateCreated"]) == ("CreativeWork", "treaty", "1987-12-08")
    assert not any(name.startswith("legislation") for name in found)


def test_a_date_that_is_only_about_right_is_not_told(data: Data) -> None:
    assert "legislationDate" not in treaty_thing(data, HISTORY.replace("1987-12-08", "~1987"))


def test_a_weapon_is_a_term_of_the_set(data: Data) -> None:
    found = thing(data, {"weapons/x.yml": weapon("names: {ru: Пионер}\nabbreviation: RSD")}, "x")
    assert found["@type"] == "DefinedTerm"
    assert found["termCode"] == "RSD"
    assert found["alternateName"] == ["RSD", "Пионер"]
    assert found["inDefinedTermSet"]["@id"] == f"{SITE}data/#scheme"


def test_an_event_has_its_day_place_and_what_it_is_about(data: Data) -> None:
    event = "a: {name: A, date: 1974-05, place: Kapustin Yar, involves: [ru], answer: A., sources: [aca/inf]}"
    found = thing(data, {"events.yml": event}, "a")
    assert (found["@type"], found["startDate"]) == ("Event", "1974-05")
    assert found["location"] == {"@type": "Place", "name": "Kapustin Yar"}
    assert found["about"] == [{"@id": f"{SITE}states/ru/#entry"}]


@pytest.mark.parametrize(
    ("form", "kind"),
    [("national", "GovernmentOrganization"), ("armed-force", "GovernmentOrganization"), ("alliance", "Organization")],
)
def test_a_body_of_a_state_is_a_government_organisation(data: Data, form: str, kind: str) -> None:
    body = f"a: {{name: A, form: {form}, answer: A., sources: [aca/inf]}}"
    assert thing(data, {"organisations.yml": body}, "a")["@type"] == kind


def test_a_day_of_founding_is_told_where_nobody_disputes_it(data: Data) -> None:
    agreed, disputed = (
        f"a: {{name: A, form: joint, founded: [{{value: 1957, source: aca/inf}}, {{value: {year}, source: aca/inf}}], "
        "answer: A., sources: [aca/inf]}"
        for year in (1957, 1958)
    )
    assert thing(data, {"organisations.yml": agreed}, "a")["foundingDate"] == "1957"
    assert "foundingDate" not in thing(data, {"organisations.yml": disputed}, "a")


def test_a_state_has_its_code_and_its_counted_answer(data: Data) -> None:
    found = thing(data, {"states.yml": "ru: {name: Russia, iso: RU}\nsu: {name: Soviet Union}\nus: {name: US}"}, "ru")
    assert found["@type"] == "Country"
    assert found["identifier"]["value"] == "RU"
    assert found["description"].startswith("Russia takes part in ")


def test_the_whole_is_a_dataset_with_the_files_to_download() -> None:
    found = jsonld.of_dataset(RELEASE, [Download("Everything", "application/json", "api/v1/all.json")])
    assert (found["version"], found["dateModified"]) == ("2026.11.22", "2026-11-22")
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "Everything",
            "encodingFormat": "application/json",
            "contentUrl": f"{SITE}api/v1/all.json",
        }
    ]


@given(st.text())
def test_no_text_ends_the_element_that_holds_it(text: str) -> None:
    script = jsonld.embedded({"name": text})
    assert not set(script) & set("<>&\u2028\u2029")
    assert json.loads(script) == {"name": text}


def test_every_property_of_every_entry_is_filled() -> None:
    edition = Edition(real_data(), RELEASE)
    for entry in edition.dataset:
        found = jsonld.of_page(edition, entry)
        assert found["@context"] == "https://schema.org"
        assert not [name for name, value in found.items() if value in (None, "", [], {})], entry.id
        assert found["description"] == edition.answers.of(entry)
