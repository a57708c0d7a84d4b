"""What the API serves: of small data, each field; of the real data, that any day can be looked up in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import armsref
from armsref.annotation.forms import forms_of
from armsref.export.api.contents import Contents
from armsref.export.api.envelope import compact_json
from armsref.export.api.files import api_files
from armsref.export.api.given import date_record
from armsref.export.edition import Edition
from armsref.export.outputs import index_files
from armsref.history.release import Release
from armsref.law.coverage import weightiest
from armsref.law.standing import standing_on, states_of
from armsref.law.status import status_on, weapon_status
from armsref.model import ENTRY_MODELS, Event, State, Treaty, Weapon
from armsref.model.addresses import SECTIONS, address_of
from armsref.model.dates import PartialDate
from armsref.model.names import names_of
from armsref.model.references import citations_of
from armsref.prose.english import how_many
from tests.built import TOP, real_data
from tests.conftest import STATES, Data, treaty, weapon

Json = dict[str, Any]

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
RELEASE = Release("2026.03.01", AT, "https://example.org/reference/")
AGREEMENT = """
    name: Agreement on Missiles
    short_name: Agreement
    parties: [us, su]
    succession: {su: [ru]}
    verification: Inspections by [[us]].
    related: [{id: pioneer, how: bans, note: a note}]
    history:
      - {date: 1987-12, act: signed, source: aca/inf}
      - {date: 1988-06-01, act: entered-into-force, source: aca/inf, note: "In [[ru|Moscow]]."}
      - {date: 2019-02-02, act: withdrawal-announced, actors: us, by: ru, takes_effect: 2019-08-02, source: aca/inf}
    provisions:
      - id: ban
        effect: prohibits
        what: Missiles of medium range.
        reaches: {type: [ballistic-missile], range_km: {min: 500, max: 5500}}
        source: aca/inf
"""
MISSILE = """
    name: Pioneer
    origin: [su]
    operators: [su]
    summary: A missile of the [[su]].
    designations: {nato: [SS-20, {value: Saber, source: aca/inf, by: us}]}
    history: [{date: ~1977, act: deployed, by: us, source: aca/inf}, {date: 1991-05, act: eliminated, source: aca/inf}]
    range_km: [{value: 5000.5, source: aca/inf}, {max: 5000, about: true, by: us, source: aca/inf}]
    length_m: {value: 16, by: a witness, source: aca/inf}
"""
EVENTS = """
    launch:
      name: Launch
      date: 1990-01-02
      answer: A launch.
      sources: [aca/inf]
      involves: [su]
      launch: {weapon: pioneer, by: su, from: Kapustin Yar, purpose: test}
"""


def edition_of(data: Data, files: dict[str, str] | None = None) -> Edition:
    given = {
        "states.yml": STATES,
        "treaties/agreement.yml": treaty(AGREEMENT),
        "weapons/pioneer.yml": weapon(MISSILE),
        "events.yml": EVENTS,
        **(files or {}),
    }
    return Edition(armsref.load(data(given)), RELEASE)


def served(edition: Edition) -> dict[str, Json]:
    return {path.removeprefix("api/v1/"): json.loads(content) for path, content in api_files(edition, index_files())}


@pytest.fixture
def small(data: Data) -> dict[str, Json]:
    return served(edition_of(data))


@pytest.fixture
def agreement(small: dict[str, Json]) -> Json:
    result: Json = small["treaties/agreement.json"]["result"]
    return result


@pytest.fixture
def missile(small: dict[str, Json]) -> Json:
    result: Json = small["weapons/pioneer.json"]["result"]
    return result


# Every file


def test_every_file_has_the_one_envelope(small: dict[str, Json]) -> None:
    heads = {name: list(file) for name, file in small.items() if name != "openapi.json"}
    assert set(map(tuple, heads.values())) == {
        ("schema_version", "data_version", "generated_at", "license", "total", "result")
    }


def test_the_envelope_tells_of_the_release(small: dict[str, Json]) -> None:
    file = small["index.json"]
    assert (file["data_version"], file["generated_at"]) == ("2026.03.01", "2026-03-04T12:00:00Z")
    assert file["license"] == "CC-BY-4.0"


def test_there_are_a_list_of_each_kind_a_file_of_each_entry_and_five_more(small: dict[str, Json]) -> None:
    assert set(small) == {
        "index.json", "all.json", "names.json", "sources.json", "openapi.json",
        "treaties.json", "weapons.json", "glossary.json", "events.json", "organisations.json", "states.json",
        "treaties/agreement.json", "weapons/pioneer.json", "events/launch.json",
        "states/fr.json", "states/ru.json", "states/su.json", "states/us.json",
    }  # fmt: skip


def test_a_list_is_as_long_as_its_total_says(small: dict[str, Json]) -> None:
    for name, file in small.items():
        if isinstance(file.get("result"), list):
            assert file["total"] == len(file["result"]), name


def test_a_list_of_no_entries_is_there_and_empty(small: dict[str, Json]) -> None:
    assert (small["glossary.json"]["total"], small["glossary.json"]["result"]) == (0, [])


def test_all_holds_each_record_as_its_own_file_has_it(small: dict[str, Json]) -> None:
    alone = {file["result"]["id"]: file["result"] for name, file in small.items() if "/" in name}
    assert {each["id"]: each for each in small["all.json"]["result"]} == alone


def test_files_are_written_without_spaces() -> None:
    assert compact_json({"a": [1, "é"]}) == '{"a":[1,"é"]}\n'.encode()


def test_the_same_data_gives_the_same_bytes(data: Data) -> None:
    first, second = ([*api_files(edition_of(data), index_files())] for _ in range(2))
    assert first == second


def test_the_bytes_do_not_depend_on_the_order_of_a_set() -> None:
    """Sets have another order in each process, and in this other one always the same."""
    told = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(TOP)}
    command = [sys.executable, "-c", f"from {__name__} import digest; print(digest())"]
    run = subprocess.run(command, cwd=TOP, env=told, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == digest()


def digest() -> str:
    """Of all files of the real data."""
    return sha256(b"".join(path.encode() + content for path, content in real_files().items())).hexdigest()


# What the data gives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1987", ["1987", "year", False, "1987-01-01", "1987-12-31"]),
        ("~1987-02", ["1987-02", "month", True, "1987-02-01", "1987-02-28"]),
        ("1987-12-08", ["1987-12-08", "day", False, "1987-12-08", "1987-12-08"]),
    ],
)
def test_a_date_says_how_exactly_it_is_known(text: str, expected: list[object]) -> None:
    assert list(date_record(PartialDate.parse(text)).model_dump(mode="json").values()) == expected


def test_one_item_is_a_list_as_many_are(agreement: Json, missile: Json) -> None:
    assert agreement["history"][2]["actors"] == ["us"]
    assert agreement["history"][0]["source"] == ["aca/inf"]
    assert [each["value"] for each in missile["length_m"]] == [16]


def test_what_is_not_known_is_null_or_an_empty_list(missile: Json) -> None:
    assert (missile["abbreviation"], missile["stages"], missile["names"]) == (None, [], {})


def test_whole_numbers_have_no_fraction(missile: Json) -> None:
    assert json.dumps([missile["range_km"][0]["value"], missile["range_km"][1]["max"]]) == "[5000.5, 5000]"


def test_a_bare_designation_is_an_object_as_others_are(missile: Json) -> None:
    assert [(each["value"], each["source"]) for each in missile["designations"]["nato"]] == [
        ("SS-20", []),
        ("Saber", ["aca/inf"]),
    ]


def test_a_claim_says_in_words_who_makes_it(missile: Json) -> None:
    said = [each["said_by"] for each in (*missile["range_km"], *missile["length_m"])]
    assert said == ["Arms Control Association", "United States", "a witness"]


def test_texts_are_plain(agreement: Json, missile: Json) -> None:
    assert agreement["verification"] == "Inspections by United States."
    assert agreement["history"][1]["note"] == "In Moscow."
    assert agreement["status_intervals"][-2]["act"]["note"] == "In Moscow."
    assert missile["summary"] == "A missile of the Soviet Union."


def test_the_summary_is_there_with_links_too(missile: Json) -> None:
    assert missile["summary_markdown"] == ("A missile of the [Soviet Union](https://example.org/reference/states/su/).")


def test_a_launch_has_the_field_from_of_the_data(small: dict[str, Json]) -> None:
    assert small["events/launch.json"]["result"]["launch"]["from"] == "Kapustin Yar"


def test_sources_are_resolved(missile: Json) -> None:
    (source,) = missile["cited"]
    assert (source["id"], source["publisher"], source["kind"]) == ("aca/inf", "Arms Control Association", "research")
    assert (source["title"], source["url"], source["checked"]) == ("The INF Treaty at a Glance", None, None)


def test_a_record_says_where_its_page_and_its_file_are(agreement: Json) -> None:
    assert agreement["page_url"] == "https://example.org/reference/treaties/agreement/"
    assert agreement["api_url"] == "https://example.org/reference/api/v1/treaties/agreement.json"


# What is worked out


def test_a_relation_is_told_at_both_ends(agreement: Json, missile: Json) -> None:
    assert agreement["related"] == [{"id": "pioneer", "how": "bans", "note": "a note", "stated_in": "agreement"}]
    assert missile["related"] == [{"id": "agreement", "how": "banned-by", "note": "a note", "stated_in": "agreement"}]


def test_links_are_told_at_both_ends(small: dict[str, Json]) -> None:
    assert small["weapons/pioneer.json"]["result"]["mentions"] == ["su", "us"]
    assert "pioneer" in small["states/su.json"]["result"]["mentioned_by"]


def test_a_status_comes_with_the_act_that_decides(agreement: Json) -> None:
    told = [(each["start"], each["end"], each["status"], each["act"]["act"]) for each in agreement["status_intervals"]]
    assert told == [
        ("1987-12-01", "1987-12-31", "unclear", "signed"),
        ("1987-12-31", "1988-06-01", "signed", "signed"),
        ("1988-06-01", "2019-08-02", "in force", "entered-into-force"),
        ("2019-08-02", None, "ended", "withdrawal-announced"),
    ]


def test_a_status_that_is_unclear_names_what_may_have_held(agreement: Json) -> None:
    assert agreement["status_intervals"][0]["statuses"] == ["not yet agreed", "signed"]


def test_a_standing_names_its_act_by_its_place_in_the_history(agreement: Json) -> None:
    (ours,) = [each for each in agreement["standings"] if each["state"] == "us"]
    told = [(each["start"], each["standing"], each["history_index"]) for each in ours["intervals"]]
    assert told == [
        ("1987-12-01", "unclear", 0),
        ("1987-12-31", "signatory", 0),
        ("1988-06-01", "party", 1),
        ("2019-08-02", "withdrawn", 2),
    ]


def test_a_successor_names_its_predecessor(agreement: Json) -> None:
    (ours,) = [each for each in agreement["standings"] if each["state"] == "ru"]
    assert {each["successor_to"] for each in ours["intervals"] if each["standing"] == "party"} == {"su"}


def test_a_row_of_participation_has_no_place_in_the_history(data: Data) -> None:
    table = "state,signed,bound,act,left,note\nfr,1990-01-01,1991-01-01,ratification,,With [[us]].\n"
    found = served(edition_of(data, {"participation/agreement.csv": table}))["treaties/agreement.json"]["result"]
    (row,) = found["participation"]
    assert (row["state"], row["act"], row["bound"]["date"]) == ("fr", "ratification", "1991-01-01")
    assert (row["left"], row["note"]) == (None, "With United States.")
    (france,) = [each["intervals"] for each in found["standings"] if each["state"] == "fr"]
    assert [each["history_index"] for each in france if each["standing"] == "party"] == [None]


def test_a_weapon_has_the_stretches_of_its_life(missile: Json) -> None:
    told = [(each["start"], each["end"], each["status"]) for each in missile["status_intervals"]]
    assert told == [
        (None, "1977-01-01", "not yet recorded"),
        ("1977-01-01", "1991-05-01", "in service"),
        ("1991-05-01", None, "eliminated"),
    ]
    assert [each["act"] and each["act"]["act"] for each in missile["status_intervals"]] == [
        None,
        "deployed",
        "eliminated",
    ]


def test_coverage_gives_verdicts_with_reasons(missile: Json) -> None:
    (coverage,) = missile["coverage"]
    told = [(each["start"], each["verdict"], each["provision"]) for each in coverage["intervals"]]
    assert coverage["treaty"] == "agreement"
    assert ("1988-06-01", "applies", "ban") in told
    assert told[-1] == ("2019-08-02", "would apply", "ban")
    assert coverage["intervals"][-1]["reason"] == "Within its terms, but it ended on 2 August 2019."


def test_an_agreement_that_is_not_about_a_weapon_says_so_once(data: Data) -> None:
    bomb = weapon("name: Bomb\ntype: bomb")
    files = served(edition_of(data, {"weapons/bomb.yml": bomb}))
    ((stretch,),) = [each["intervals"] for each in files["weapons/bomb.json"]["result"]["coverage"]]
    assert (stretch["start"], stretch["end"], stretch["verdict"]) == ("1987-12-01", None, "does not apply")
    assert files["treaties/agreement.json"]["result"]["weapons"] == ["pioneer"]


def test_a_state_has_its_weapons_agreements_and_events(small: dict[str, Json]) -> None:
    soviet = small["states/su.json"]["result"]
    assert (soviet["operates"], soviet["operated"], soviet["developed"]) == (["pioneer"], [], [])
    assert (soviet["takes_part_in"], soviet["other_agreements"]) == ([], ["agreement"])
    assert [each["treaty"] for each in soviet["agreements"]] == ["agreement"]
    assert soviet["events"] == ["launch"]


def test_a_launch_says_whether_notice_was_due(data: Data) -> None:
    rule = """
        provisions:
          - {id: notice, effect: requires-notification, what: Notice., source: aca/inf}
        parties: [us, su]
        history:
          - {date: 1988-05-31, act: entered-into-force, source: aca/inf}
    """
    event = served(edition_of(data, {"treaties/notice.yml": treaty(rule)}))["events/launch.json"]["result"]
    assert [(each["treaty"], each["provision"]) for each in event["notices"]] == [("notice", "notice")]


def test_a_list_tells_the_status_of_the_day(small: dict[str, Json]) -> None:
    assert [each["status"] for each in small["treaties.json"]["result"]] == ["ended"]
    assert [each["status"] for each in small["weapons.json"]["result"]] == ["eliminated"]


def test_names_lead_to_ids(small: dict[str, Json]) -> None:
    table = small["names.json"]["result"]
    assert ("SS-20", "pioneer", "designation") in [
        (each["name"], each["id"], each["system"]) for each in table["names"]
    ]
    assert "pioneer" in [each["id"] for each in table["forms"] if each["form"] == "ss 20"]
    assert small["names.json"]["total"] == len(table["names"])


def test_sources_say_who_cites_them(small: dict[str, Json]) -> None:
    (source,) = small["sources.json"]["result"]
    assert set(source["cited_by"]) == {"agreement", "pioneer", "launch", "fr", "ru", "su", "us"}


def test_the_index_says_of_every_id_where_it_is(small: dict[str, Json]) -> None:
    entries = {each["id"]: each for each in small["index.json"]["result"]["entries"]}
    assert entries["pioneer"] == {
        "id": "pioneer",
        "kind": "weapon",
        "title": "Pioneer",
        "page_url": "https://example.org/reference/weapons/pioneer/",
        "api_url": "https://example.org/reference/api/v1/weapons/pioneer.json",
    }


# The real data


@cache
def real() -> Edition:
    return Edition(real_data(), RELEASE)


@cache
def real_files() -> dict[str, bytes]:
    return dict(api_files(real(), index_files()))


@cache
def real_contents() -> Contents:
    return Contents(real(), index_files())


@cache
def records() -> dict[str, Json]:
    listed = json.loads(real_files()["api/v1/all.json"])["result"]
    return {each["id"]: each for each in listed}


def held(stretches: list[Json], day: date) -> Json | None:
    """The last stretch that begins on a day or before it, as a reader of the file looks it up."""
    begun = [each for each in stretches if (each["start"] or "") <= day.isoformat()]
    return begun[-1] if begun else None


days = st.dates(date(1940, 1, 1), date(2060, 1, 1))
treaties = st.deferred(lambda: st.sampled_from(real().dataset.of_kind(Treaty)))
weapons = st.deferred(lambda: st.sampled_from(real().dataset.of_kind(Weapon)))


@given(treaties, days)
def test_a_status_looked_up_is_the_status_on_that_day(agreement: Treaty, day: date) -> None:
    found, asked = held(records()[agreement.id]["status_intervals"], day), status_on(agreement, day)
    assert (found and found["status"]) == (asked and asked.status)


@given(treaties, days, st.data())
def test_a_standing_looked_up_is_the_standing_on_that_day(agreement: Treaty, day: date, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(states_of(real().dataset, agreement) or ("us",)))
    listed = [each for each in records()[agreement.id]["standings"] if each["state"] == state]
    asked = standing_on(real().dataset, agreement, state, day)
    for each in listed:
        found = held(each["intervals"], day)
        assert (found and found["standings"]) == (asked and list(asked.standings))


@given(weapons, days)
def test_a_weapons_status_looked_up_is_its_status_on_that_day(missile: Weapon, day: date) -> None:
    found = held(records()[missile.id]["status_intervals"], day)
    assert found
    assert found["status"] == weapon_status(missile, day)


@given(weapons, treaties, days)
def test_a_verdict_looked_up_is_the_verdict_on_that_day(missile: Weapon, agreement: Treaty, day: date) -> None:
    stretches = [each["intervals"] for each in records()[missile.id]["coverage"] if each["treaty"] == agreement.id]
    asked = weightiest(real().coverage, missile, agreement, day)
    assert not asked or stretches
    for each in stretches:
        found = held(each, day)
        if asked is None:
            assert weapon_status(missile, day) == "not yet recorded"
            assert found is None
            continue
        assert found is None or (found["verdict"], found["provision"]) == (asked.word, asked.provision.id)
        assert found or asked.word in ("would apply", "does not apply", "depends")


def test_stretches_are_in_order_and_without_gaps() -> None:
    def follow(stretches: list[Json]) -> bool:
        ends = [each["end"] for each in stretches]
        return ends == [*(each["start"] for each in stretches[1:]), *[None][: len(stretches)]]

    lives = [each["status_intervals"] for each in records().values() if "status_intervals" in each]
    places = [place["intervals"] for each in records().values() for place in each.get("standings", ())]
    verdicts = [one["intervals"] for each in records().values() for one in each.get("coverage", ())]
    assert lives
    assert places
    assert verdicts
    assert all(map(follow, [*lives, *places, *verdicts]))


def test_every_entry_is_served_in_its_section() -> None:
    assert {f"api/v1/{address_of(entry).rstrip('/')}.json" for entry in real().dataset} <= set(real_files())


def test_the_numbers_of_the_index_are_those_of_the_data() -> None:
    collections = real_contents().index.collections
    assert {each.kind: each.total for each in collections} == {
        kind: len(real().dataset.of_kind(model)) for kind, model in ENTRY_MODELS.items()
    }
    assert {each.section for each in collections} == set(SECTIONS.values())


def test_every_field_of_the_data_is_served_by_its_name() -> None:
    for model in ENTRY_MODELS.values():
        for entry in real().dataset.of_kind(model)[:3]:
            fields = {info.alias or name for name, info in model.model_fields.items()}
            assert fields <= set(records()[entry.id]), entry.id


def test_every_name_and_every_form_is_in_the_table() -> None:
    table = real_contents().names
    assert len(table.names) == sum(len([*names_of(entry)]) for entry in real().dataset)
    assert {(each.form, each.id) for each in table.forms} == {
        (form.text, form.id) for entry in real().dataset for form in forms_of(entry)
    }


def test_every_source_that_a_record_names_is_resolved_in_it() -> None:
    for entry in real().dataset:
        cited = {each["id"] for each in records()[entry.id]["cited"]}
        assert cited == {*citations_of(real().dataset.records[entry.id].marked)}


def test_every_id_in_a_link_is_an_entry() -> None:
    for each in records().values():
        named = {*each["mentions"], *each["mentioned_by"], *(one["id"] for one in each["related"])}
        assert named <= set(records()), each["id"]


def test_links_meet() -> None:
    for each in records().values():
        assert all(each["id"] in records()[other]["mentioned_by"] for other in each["mentions"])
        assert all(each["id"] in records()[other]["mentions"] for other in each["mentioned_by"])


def test_no_text_keeps_a_mark_of_a_link() -> None:
    assert "[[" not in json.dumps(records(), ensure_ascii=False)


def test_what_states_hold_is_what_their_sentences_count() -> None:
    for state in real().dataset.of_kind(State):
        record = records()[state.id]
        if state.answer or state.existed_until:
            continue
        agreements, weapons = (how_many(len(record[field])) for field in ("takes_part_in", "operates"))
        one = "agreement" if agreements == "one" else "agreements"
        assert f" takes part in {agreements} {one} listed here" in record["answer"]
        fields = f"; it fields {weapons} weapon{'' if weapons == 'one' else 's'} listed here."
        assert record["answer"].endswith(fields) == bool(record["operates"])


def test_launches_have_their_notices() -> None:
    for event in real().dataset.of_kind(Event):
        assert bool(records()[event.id]["notices"]) == bool(event.launch)
