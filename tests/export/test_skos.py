"""The linked data, as rdflib reads it back, and held against the integrity conditions of SKOS."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from armsref import load
from armsref.export.edition import Edition
from armsref.export.linked import skos
from armsref.export.linked.turtle import iri, turtle
from armsref.export.outputs import downloads
from armsref.model.names import names_of
from tests.built import TOP, real_data
from tests.conftest import Data, treaty, weapon
from tests.export.test_tables import RELEASE, SITE

SCHEMA = Namespace("http://schema.org/")
SCHEME = URIRef(f"{SITE}data/#scheme")
TERM = "answer: A term., sources: [aca/inf]"


def concept(path: str) -> URIRef:
    return URIRef(f"{SITE}{path}/#entry")


def files_of(edition: Edition) -> dict[str, bytes]:
    return dict(skos.linked_files(edition, downloads()))


def graph_of(files: dict[str, bytes]) -> Graph:
    return Graph().parse(data=files["data/armsref.ttl"].decode(), format="turtle")


def small(data: Data, files: dict[str, str]) -> Graph:
    return graph_of(files_of(Edition(load(data(files)), RELEASE)))


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition(real_data(), RELEASE)


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, bytes]:
    return files_of(edition)


@pytest.fixture(scope="module")
def real(files: dict[str, bytes]) -> Graph:
    return graph_of(files)


def test_names_are_labels_in_their_language(data: Data) -> None:
    text = """
        short_name: INF
        abbreviation: INFT
        names: {ru: [Договор, ДРСМД]}
    """
    graph = small(data, {"treaties/inf.yml": treaty(text)})
    inf = concept("treaties/inf")
    assert set(graph.objects(inf, SKOS.prefLabel)) == {Literal("INF", lang="en"), Literal("Договор", lang="ru")}
    assert set(graph.objects(inf, SKOS.altLabel)) == {
        Literal("INF Treaty", lang="en"),
        Literal("INFT", lang="en"),
        Literal("ДРСМД", lang="ru"),
    }
    assert set(graph.objects(inf, SKOS.notation)) == {Literal("INFT", datatype=URIRef(f"{SITE}data/#abbreviation"))}
    assert graph.value(inf, SKOS.definition) == Literal("Banned missiles.", lang="en")


def test_a_designation_belongs_to_no_language(data: Data) -> None:
    graph = small(data, {"weapons/x.yml": weapon("designations: {nato: [SS-20], native: [Пионер]}")})
    assert set(graph.objects(concept("weapons/x"), SKOS.altLabel)) == {Literal("SS-20"), Literal("Пионер")}


@pytest.mark.parametrize(
    ("one", "other"),
    [("related: [{id: missile, how: part-of}], ", ""), ("", "related: [{id: cruise, how: has-part}], ")],
)
def test_a_part_is_narrower_whichever_end_says_so(data: Data, one: str, other: str) -> None:
    terms = f"cruise: {{name: Cruise missile, {one}{TERM}}}\nmissile: {{name: Missile, {other}{TERM}}}\n"
    graph = small(data, {"glossary.yml": terms})
    part, whole = concept("glossary/cruise"), concept("glossary/missile")
    assert (part, SKOS.broader, whole) in graph
    assert (whole, SKOS.narrower, part) in graph
    assert not list(graph.subject_objects(SKOS.related))
    assert (whole, SKOS.topConceptOf, SCHEME) in graph
    assert (part, SKOS.topConceptOf, SCHEME) not in graph


def test_a_part_of_another_kind_falls_only_under_a_term(data: Data) -> None:
    files = {
        "glossary.yml": f"defence: {{name: Missile defence, {TERM}}}",
        "weapons/x.yml": weapon("related: [{id: defence, how: part-of}, {id: inf, how: part-of}]"),
        "treaties/inf.yml": treaty(),
    }
    graph = small(data, files)
    assert list(graph.objects(concept("weapons/x"), SKOS.broader)) == [concept("glossary/defence")]
    assert list(graph.objects(concept("weapons/x"), SKOS.related)) == [concept("treaties/inf")]


def test_any_other_relation_is_related_both_ways(data: Data) -> None:
    graph = small(data, {"treaties/inf.yml": treaty("related: [{id: ru, how: bans}]")})
    inf, russia = concept("treaties/inf"), concept("states/ru")
    assert set(graph.subject_objects(SKOS.related)) == {(inf, russia), (russia, inf)}


def test_what_is_broader_through_others_is_not_related_too(data: Data) -> None:
    terms = f"""
        a: {{name: A, related: [{{id: b, how: part-of}}, {{id: c}}], {TERM}}}
        b: {{name: B, related: [{{id: c, how: part-of}}], {TERM}}}
        c: {{name: C, {TERM}}}
    """
    assert not list(small(data, {"glossary.yml": terms}).subject_objects(SKOS.related))


def test_parts_in_a_circle_are_written_all_the_same(data: Data) -> None:
    terms = "\n".join(
        f"{one}: {{name: {one.upper()}, related: [{{id: {other}, how: part-of}}], {TERM}}}"
        for one, other in ("ab", "ba")
    )
    assert len(list(small(data, {"glossary.yml": terms}).subject_objects(SKOS.broader))) == 2


def test_the_item_of_wikidata_is_the_same(data: Data) -> None:
    graph = small(data, {"treaties/inf.yml": treaty("wikidata: Q1")})
    item = URIRef("http://www.wikidata.org/entity/Q1")
    assert (concept("treaties/inf"), SKOS.exactMatch, item) in graph
    assert (concept("treaties/inf"), SCHEMA.sameAs, item) in graph


def test_when_an_agreement_was_in_force_is_told_in_stretches(data: Data) -> None:
    text = """
        parties: [us, ru]
        history:
          - {date: 1987-12-08, act: signed, source: aca/inf}
          - {date: 1988-06-01, act: entered-into-force, source: aca/inf}
          - {date: 2019-02-02, act: suspended, actors: us, source: aca/inf}
          - {date: 2019-08-02, act: terminated, source: aca/inf}
    """
    graph = small(data, {"treaties/inf.yml": treaty(text)})
    assert [str(each) for each in graph.objects(concept("treaties/inf"), DCTERMS.valid)] == ["1988-06-01/2019-08-01"]


@pytest.mark.parametrize(
    ("date", "text", "datatype"),
    [
        ("1974", "1974", "http://www.w3.org/2001/XMLSchema#gYear"),
        ("1974-05", "1974-05", "http://www.w3.org/2001/XMLSchema#gYearMonth"),
        ("1974-05-06", "1974-05-06", "http://www.w3.org/2001/XMLSchema#date"),
        ("~1974-05", "1974-05~", "http://id.loc.gov/datatypes/edtf/EDTF"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(data: Data, date: str, text: str, datatype: str) -> None:
    graph = small(data, {"events.yml": f"a: {{name: A, date: {date}, answer: A., sources: [aca/inf]}}"})
    found = graph.value(concept("events/a"), DCTERMS.date)
    assert isinstance(found, Literal)
    assert (str(found), str(found.datatype)) == (text, datatype)


def test_a_source_is_described_and_cited(data: Data) -> None:
    graph = small(data, {"treaties/inf.yml": treaty()})
    source = URIRef(f"{SITE}data/#aca/inf")
    assert (concept("treaties/inf"), DCTERMS.source, source) in graph
    assert graph.value(source, DCTERMS.title) == Literal("The INF Treaty at a Glance")


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_turtle(text: str) -> None:
    node = {"@id": "https://example.org/a", "dcterms:title": [{"@value": text, "@language": "en"}]}
    graph = Graph().parse(data="".join(turtle(SITE, skos.PREFIXES, [node])), format="turtle")
    assert [str(each) for each in graph.objects(None, DCTERMS.title)] == [text]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_address_can_stand_in_turtle(text: str) -> None:
    node = {"@id": "https://example.org/a", "schema:url": [{"@id": iri(f"https://example.org/{text}")}]}
    assert len(Graph().parse(data="".join(turtle(SITE, skos.PREFIXES, [node])), format="turtle")) == 1


# Over the real data


def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert files_of(Edition(load(TOP / "data"), RELEASE)) == files


def test_turtle_and_json_ld_say_what_the_nodes_say(edition: Edition) -> None:
    # What is compared has blank nodes, which is slow: a part of each kind will do.
    whole = sorted(skos.nodes(edition, downloads()), key=lambda node: node["@type"])
    nodes = [node for _, group in itertools.groupby(whole, lambda node: node["@type"]) for node in [*group][:20]]
    prefixes = skos.PREFIXES | {"armsref": f"{SITE}data/#"}
    said = Graph().parse(data=json.dumps({"@context": prefixes, "@graph": nodes}), format="json-ld")
    assert len(said) > 1000
    assert isomorphic(said, Graph().parse(data=skos.as_turtle(RELEASE, nodes), format="turtle"))
    assert isomorphic(said, Graph().parse(data=skos.as_json_ld(RELEASE, nodes), format="json-ld"))


def test_json_ld_says_of_a_property_once_what_all_its_values_are(data: Data) -> None:
    text = "names: {ru: [Договор, ДРСМД]}\nwikidata: Q1"
    content = dict(skos.linked_files(Edition(load(data({"treaties/inf.yml": treaty(text)})), RELEASE), ()))
    graph = json.loads(content["data/armsref.jsonld"])["@graph"]
    (inf,) = [node for node in graph if node["@id"] == "treaties/inf/#entry"]
    assert inf["skos:prefLabel"] == {"en": "INF Treaty", "ru": "Договор"}
    assert inf["skos:altLabel"] == {"ru": "ДРСМД"}
    assert inf["skos:definition"] == "Banned missiles."
    assert inf["skos:exactMatch"] == "http://www.wikidata.org/entity/Q1"
    assert inf["dcterms:source"] == "data/#aca/inf"


def test_every_entry_is_a_concept_in_the_scheme(edition: Edition, real: Graph) -> None:
    concepts = set(real.subjects(RDF.type, SKOS.Concept))
    assert concepts == {URIRef(skos.entry_iri(RELEASE, entry)) for entry in edition.dataset}
    assert concepts == set(real.subjects(SKOS.inScheme, SCHEME))
    assert (SCHEME, RDF.type, SKOS.ConceptScheme) in real


def test_a_concept_has_one_preferred_label_a_language_and_no_label_twice(real: Graph) -> None:
    for each in real.subjects(RDF.type, SKOS.Concept):
        preferred = list(real.objects(each, SKOS.prefLabel))
        languages = [label.language for label in preferred if isinstance(label, Literal)]
        assert len(languages) == len(set(languages)) == len(preferred)
        assert "en" in languages
        assert not set(preferred) & set(real.objects(each, SKOS.altLabel))


def test_every_name_is_a_label(edition: Edition, real: Graph) -> None:
    for entry in edition.dataset:
        each = URIRef(skos.entry_iri(RELEASE, entry))
        labels = {str(label) for name in (SKOS.prefLabel, SKOS.altLabel) for label in real.objects(each, name)}
        assert labels == {name.surface for name in names_of(entry) if name.system != "code"}


def test_the_hierarchy_has_no_circle_and_is_told_from_both_ends(real: Graph) -> None:
    broader = set(real.subject_objects(SKOS.broader))
    assert broader
    assert broader == {(part, whole) for whole, part in real.subject_objects(SKOS.narrower)}
    for part, _ in broader:
        assert part not in set(real.transitive_objects(part, SKOS.broader)) - {part}
        for whole in real.objects(part, SKOS.broader):
            assert part not in set(real.transitive_objects(whole, SKOS.broader))


def test_what_is_related_is_in_no_case_broader(real: Graph) -> None:
    for one, other in real.subject_objects(SKOS.related):
        assert (other, SKOS.related, one) in real
        assert one != other
        assert other not in set(real.transitive_objects(one, SKOS.broader))


def test_the_top_concepts_are_those_with_nothing_above(real: Graph) -> None:
    tops = set(real.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(real.subjects(SKOS.topConceptOf, SCHEME))
    assert tops == set(real.subjects(RDF.type, SKOS.Concept)) - set(real.subjects(SKOS.broader))


def test_no_notation_stands_for_two_concepts(real: Graph) -> None:
    notations = list(real.objects(None, SKOS.notation))
    assert len(notations) == len(set(notations))


def test_every_source_that_is_cited_is_described(real: Graph) -> None:
    cited = set(real.objects(None, DCTERMS.source))
    assert cited <= set(real.subjects(RDF.type, DCTERMS.BibliographicResource))
