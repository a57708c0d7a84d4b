"""One fact, one answer: page, Markdown, API, tables, lookup files, linked data and terminal say the same.

Each test walks all agreements, weapons and states, and every day on which something about them changes.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, TypeGuard

import pytest

from armsref import Dataset
from armsref.cli.status import status_record, status_text
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.holdings import Holdings, holdings
from armsref.law.standing import OUTSIDE, states_of
from armsref.law.status import entry_into_force, signature
from armsref.model import Entry, State, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.prose.answers import EntryAnswers
from armsref.prose.dated import answer_intervals
from armsref.prose.english import begun
from armsref.prose.english import day as in_words
from armsref.prose.lines import plain_line
from armsref.prose.status import (
    act_line,
    standing_words,
    standing_words_with_day,
    status_sentence,
    treaty_mark,
    weapon_mark,
)
from armsref.prose.texts import typographic
from tests.built import real_data
from tests.site.pages import Page

Json = dict[str, Any]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return real_data()


@pytest.fixture(scope="module")
def coverage(dataset: Dataset) -> Coverage:
    return coverage_of(dataset)


@pytest.fixture(scope="module")
def everything(site: Path) -> Json:
    return dict(json.loads((site / "api/v1/all.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def records(everything: Json) -> dict[str, Json]:
    return {record["id"]: record for record in everything["result"]}


@pytest.fixture(scope="module")
def today(everything: Json) -> date:
    return date.fromisoformat(everything["generated_at"][:10])


def lookup(site: Path, name: str) -> Any:
    return json.loads((site / f"assets/{name}.json").read_text(encoding="utf-8"))


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def sentences(coverage: Coverage, treaty: Treaty) -> list[tuple[str, str, str]]:
    """Each day on which an agreement's status changes, the status, and what is said of it."""
    return [
        (
            interval.start.isoformat(),
            interval.status,
            begun(status_sentence(coverage, treaty, interval)),
        )
        for interval in coverage.status_intervals(treaty)
    ]


# Agreements


def test_every_file_says_of_every_day_how_an_agreement_stood(
    site: Path, dataset: Dataset, coverage: Coverage, records: dict[str, Json]
) -> None:
    looked_up = {entry["id"]: entry["stretches"] for entry in lookup(site, "answers/statuses")}
    table: dict[str, list[tuple[str, str, str]]] = {}
    with (site / "data/csv/statuses.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["treaty"], []).append((row["start"], row["status"], row["words"]))
    for treaty in dataset.of_kind(Treaty):
        expected = sentences(coverage, treaty)
        served = [(each["start"], each["status"], each["words"]) for each in records[treaty.id]["status_intervals"]]
        assert served == expected, treaty.id
        assert [tuple(stretch) for stretch in looked_up[treaty.id]] == expected, treaty.id
        assert table[treaty.id] == expected, treaty.id


def test_the_terminal_says_of_every_day_how_an_agreement_and_its_states_stood(
    dataset: Dataset, coverage: Coverage
) -> None:
    for treaty in dataset.of_kind(Treaty):
        for start, status, words in sentences(coverage, treaty):
            day = date.fromisoformat(start)
            first = status_text(dataset, treaty, day, None).splitlines()[0]
            assert words[0].lower() + words[1:] in first, f"{treaty.id} {day}"
            assert status_record(dataset, treaty, day, None)["status"] == status


def test_every_surface_says_how_an_agreement_stands_today(
    site: Path, dataset: Dataset, coverage: Coverage, today: date, pages: dict[str, Page]
) -> None:
    found = {entry["u"]: entry["s"] for entry in lookup(site, "search/names")}
    listed, timeline, in_force = (pages[f"{page}/index.html"].text for page in ("treaties", "timeline", "in-force"))
    for treaty in dataset.of_kind(Treaty):
        words = typographic(treaty_mark(coverage, treaty, today).words)
        address = address_of(treaty)
        assert found[address] == words, treaty.id
        assert words in pages[f"{address}index.html"].text, treaty.id
        head = (site / address / "index.md").read_text(encoding="utf-8").split("\n## ")[0]
        assert words in head.replace("\\", ""), treaty.id
        for page in (listed, timeline, in_force):
            assert words in " ".join(page.split()), treaty.id


def test_the_header_of_a_page_and_its_table_of_the_life_agree(
    site: Path, dataset: Dataset, coverage: Coverage, today: date
) -> None:
    """No page has "In effect" over "In force", or the day of entry into force as that of a suspension."""
    for treaty in dataset.of_kind(Treaty):
        html = (site / address_of(treaty) / "index.html").read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        both = {"in force", "into force"} if treaty.binding != "legally" else {"in effect", "into effect"}
        head = article[: article.index('class="answer"')]
        life = article[article.index('id="history"') : article.index("</table>")]
        for part in (head, life):
            assert not any(words in text_of(part).lower() for words in both), treaty.id


def test_the_day_of_signature_and_of_entry_into_force_is_one(
    site: Path, dataset: Dataset, pages: dict[str, Page]
) -> None:
    for treaty in dataset.of_kind(Treaty):
        (linked,) = [json.loads(data) for data in pages[f"{address_of(treaty)}index.html"].linked_data]
        act, force = signature(treaty), entry_into_force(treaty)
        signed = None if act is None or act.date.about else str(act.date)
        assert linked.get("legislationDate", linked.get("dateCreated")) == signed, treaty.id
        if "legislationDateOfApplicability" in linked:
            assert force
            assert linked["legislationDateOfApplicability"] == str(force.date), treaty.id
        row = _row(site / "treaties/index.html", treaty.id)
        assert (f'datetime="{str(act.date).lstrip("~")}"' if act else "–") in row, treaty.id


def _row(page: Path, entry_id: str) -> str:
    html = page.read_text(encoding="utf-8")
    start = html.index(f'<a href="{entry_id}/"')
    return html[start : html.index("</tr>", start)]


def test_every_act_is_told_in_the_same_words(site: Path, dataset: Dataset, today: date, pages: dict[str, Page]) -> None:
    years = " ".join(pages["in-force/index.html"].text.split())
    for treaty in dataset.of_kind(Treaty):
        page = " ".join(pages[f"{address_of(treaty)}index.html"].text.split())
        for act in treaty.history:
            told = typographic(" ".join(plain_line(act_line(dataset, treaty, act).whole).split()))
            assert begun(told) in page, f"{treaty.id}: {told}"
            if act.date.earliest <= today:
                assert f"{typographic(treaty.title)} : {told}" in years.replace(":", " :").replace("  :", " :"), told


# States


def days_of_change(coverage: Coverage, treaty: Treaty, state: str) -> Iterator[date]:
    return (interval.start for interval in coverage.standing_intervals(treaty, state))


def test_the_files_and_the_terminal_say_of_every_day_how_a_state_stood(
    dataset: Dataset, coverage: Coverage, records: dict[str, Json]
) -> None:
    for treaty in dataset.of_kind(Treaty):
        served = {entry["state"]: entry["intervals"] for entry in records[treaty.id]["standings"]}
        assert set(served) == set(states_of(dataset, treaty))
        for state in served:
            entry = dataset[state]
            assert isinstance(entry, State)
            for day, interval in zip(days_of_change(coverage, treaty, state), served[state], strict=True):
                place = coverage.standing_on(treaty, state, day)
                assert place
                assert (interval["start"], interval["standing"]) == (day.isoformat(), place.standing)
                told = status_record(dataset, treaty, day, entry)["state"]
                assert told["standing"] == place.standing
                words = f"{entry.title}: {standing_words(dataset, place)}"
                assert words in status_text(dataset, treaty, day, entry), f"{treaty.id} {state} {day}"


def test_lists_offer_for_a_country_what_it_ever_took_part_in(site: Path, dataset: Dataset, coverage: Coverage) -> None:
    for treaty in dataset.of_kind(Treaty):
        took_part = {
            dataset[state].title
            for state in coverage.participants(treaty).states
            if any(not OUTSIDE.issuperset(place.standings) for place in coverage.standing_intervals(treaty, state))
        }
        acted = {entry.title for act in treaty.history for entry in map(dataset.get, act.actors) if is_state(entry)}
        for page in ("treaties", "timeline", "in-force"):
            row = _listed(site / page / "index.html", treaty.id)
            offered = re.search(r'data-country="([^"]*)"', row)
            assert set(offered[1].split("|") if offered else ()) == took_part | acted, f"{page} {treaty.id}"


def is_state(entry: Entry | None) -> TypeGuard[State]:
    return isinstance(entry, State)


def _listed(page: Path, entry_id: str) -> str:
    """The row or item of an agreement, up to its link."""
    html = unescape(page.read_text(encoding="utf-8"))
    link = re.compile(rf'["/]{entry_id}/"').search(html, html.index("data-names"))
    assert link
    end = link.start()
    return html[max(html.rfind("<tr", 0, end), html.rfind("<li", 0, end)) : end]


def test_the_page_of_a_day_says_of_every_country_how_it_stood(site: Path, dataset: Dataset, coverage: Coverage) -> None:
    told = lookup(site, "answers/standings")
    for treaty in dataset.of_kind(Treaty):
        for state in dataset.of_kind(State):
            stretches = told["states"][state.title].get(treaty.id, told["others"][treaty.id])
            expected = [
                [place.start.isoformat(), place.standing, standing_words_with_day(dataset, place)]
                for place in coverage.standing_intervals(treaty, state.id)
            ]
            assert stretches == expected, f"{treaty.id} {state.id}"


# The groups of a state's page, and what stands in each.
STANDINGS_BY_GROUP = {
    "Bound by": {"party", "suspended", "provisionally applying"},
    "Signed, not bound": {"signatory", "ratified"},
    "Left, ended or never in force": {"withdrawn", "former party", "never bound", "succeeded"},
}


def test_the_page_of_every_state_has_each_agreement_once_where_its_standing_belongs(
    site: Path, dataset: Dataset, coverage: Coverage, today: date
) -> None:
    for state in dataset.of_kind(State):
        rows = _agreements_of(site / address_of(state) / "index.html")
        expected = {}
        for treaty in dataset.of_kind(Treaty):
            place = coverage.standing_on(treaty, state.id, today)
            if place and not OUTSIDE.issuperset(place.standings):
                alike = [label for label, words in STANDINGS_BY_GROUP.items() if words.issuperset(place.standings)]
                words = typographic(standing_words(dataset, place))
                since = "–" if place.is_undated else in_words(place.given)
                expected[treaty.id] = (alike[0] if alike else "Unclear", words, since)
        assert rows == expected, state.id


def test_what_a_state_holds_on_every_day_on_which_a_status_changes_follows_from_its_standings(
    dataset: Dataset, coverage: Coverage
) -> None:
    shelves = dict(zip(("current", "signed", "past"), STANDINGS_BY_GROUP.values(), strict=True))
    shelves |= {"not_joined": {"not a party"}, "unrecorded": {"not recorded"}}
    treaties = dataset.of_kind(Treaty)
    for day in sorted({interval.start for treaty in treaties for interval in coverage.status_intervals(treaty)}):
        by_state = holdings(coverage, day)
        for state in dataset.of_kind(State):
            held = by_state.get(state.id, Holdings())
            listed = {name: set(getattr(held, name)) for name in (*shelves, "unclear")}
            for treaty in treaties:
                place = coverage.standing_on(treaty, state.id, day)
                on = {name for name, ids in listed.items() if treaty.id in ids}
                alike = {name for name, words in shelves.items() if place and words.issuperset(place.standings)}
                takes_part = place and not OUTSIDE.issuperset(place.standings)
                assert on == (alike or {"unclear"}) if takes_part else on <= alike, f"{day} {state.id} {treaty.id}"


def test_the_page_of_every_state_says_what_it_has_not_joined_and_what_is_not_recorded(
    site: Path, dataset: Dataset, coverage: Coverage, today: date
) -> None:
    standings = {"Has not joined": "not a party", "Not recorded here": "not recorded"}
    for state in dataset.of_kind(State):
        html = (site / address_of(state) / "index.html").read_text(encoding="utf-8")
        for label, standing in standings.items():
            folded = re.search(rf"<summary>{label} \((\d+)\)</summary>(.*?)</details>", html, re.DOTALL)
            listed = re.findall(r'href="[./]*/treaties/([^/"]+)/', folded[2]) if folded else []
            assert len(listed) == (int(folded[1]) if folded else 0), state.id
            for treaty_id in listed:
                treaty = dataset[treaty_id]
                assert isinstance(treaty, Treaty)
                place = coverage.standing_on(treaty, state.id, today)
                assert place
                assert place.standing == standing, f"{state.id} {treaty_id}"


def _agreements_of(page: Path) -> dict[str, tuple[str, str, str]]:
    """The agreements in the tables of a state's page: the group of each, the standing and the day."""
    html = unescape(page.read_text(encoding="utf-8"))
    found = {}
    tables = re.findall(r"<h3>([^<(]+) \(\d+\)</h3>.*?<thead>(.*?)<tbody>(.*?)</table>", html, re.DOTALL)
    for label, head, table in tables:
        heads = [text_of(f"<th{cell}") for cell in head.split("<th")[1:]]
        for row in table.split("<tr>")[1:]:
            treaty_id = re.search(r'treaties/([^/"]+)/', row)
            if heads[0] != "Agreement" or not treaty_id:
                continue
            cells = dict(zip(heads, (text_of(f"<td{cell}") for cell in row.split("<td")[1:]), strict=True))
            assert treaty_id[1] not in found
            found[treaty_id[1]] = (label, cells["Standing"], cells.get("Since", "–"))
    return found


# Weapons


def test_every_surface_says_where_a_weapon_stands_today(
    site: Path, dataset: Dataset, today: date, pages: dict[str, Page], records: dict[str, Json]
) -> None:
    found = {entry["u"]: entry["s"] for entry in lookup(site, "search/names")}
    listed = json.loads((site / "api/v1/weapons.json").read_text(encoding="utf-8"))["result"]
    served = {summary["id"]: summary["status"] for summary in listed}
    for weapon in dataset.of_kind(Weapon):
        words = weapon_mark(weapon, today).words
        assert found[address_of(weapon)] == words, weapon.id
        assert words in pages[f"{address_of(weapon)}index.html"].text, weapon.id
        assert begun(served[weapon.id]) == words, weapon.id
        assert records[weapon.id]["title"] == weapon.title
        assert words in text_of(_row(site / "weapons/index.html", weapon.id)), weapon.id


def test_what_is_said_of_an_entry_on_a_day_of_the_past_is_looked_up(
    site: Path, dataset: Dataset, coverage: Coverage, today: date
) -> None:
    """Answers as of the date of an article tell of nothing later, and are those of the library."""
    answers = EntryAnswers(coverage, today)
    found = {entry["id"]: entry for entry in lookup(site, "answers/names")["entries"]}
    for entry in dataset:
        *before, last = answer_intervals(coverage, entry, answers.of(entry), today)
        told = found[entry.id]
        assert told.get("since", date.min.isoformat()) == last.start.isoformat(), entry.id
        assert told.get("before", []) == [[each.start.isoformat(), typographic(each.words)] for each in before]
        assert told["answer"] == typographic(last.words)


def test_the_answer_of_an_entry_is_one(
    site: Path, dataset: Dataset, pages: dict[str, Page], records: dict[str, Json]
) -> None:
    found = {entry["u"]: entry["a"] for entry in lookup(site, "search/names")}
    for entry in dataset:
        section, _, _ = address_of(entry).partition("/")
        answer = typographic(" ".join(records[entry.id]["answer"].split()))
        assert lookup(site, f"answers/entries/{section}")[entry.id] == answer
        assert " ".join(found[address_of(entry)].split()) == answer
        assert answer in " ".join(pages[f"{address_of(entry)}index.html"].text.split())
