"""All of the data: by id, by kind, by source; and who refers to whom."""

import pytest

from armsref import DataError, Dataset, load
from armsref.loading.reader import read_data
from armsref.model import Event, State, Term, Treaty
from tests.conftest import Data, treaty, weapon

EVENT = "answer: It happened., sources: [aca/inf]"
TERM = "answer: A term., sources: [aca/inf]"


def test_an_entry_is_found_by_its_id(data: Data) -> None:
    dataset = load(data({"treaties/inf.yml": treaty()}))
    assert dataset["inf"].name == "INF Treaty"
    assert dataset.get("inf") is dataset["inf"]
    assert "inf" in dataset


def test_an_id_that_is_none_is_not_found(data: Data) -> None:
    dataset = load(data({}))
    assert "start-i" not in dataset
    assert dataset.get("start-i") is None
    with pytest.raises(KeyError):
        dataset["start-i"]


def test_a_dataset_holds_each_entry_once(data: Data) -> None:
    dataset = load(data({"treaties/inf.yml": treaty()}))
    assert len(dataset) == 4
    assert [entry.id for entry in dataset] == ["ru", "su", "us", "inf"]


def test_entries_of_a_kind_come_by_title_whatever_their_case(data: Data) -> None:
    names = f"a: {{name: warhead, {TERM}}}\nb: {{name: Range, {TERM}}}\nc: {{name: apogee, {TERM}}}\n"
    dataset = load(data({"glossary.yml": names}))
    assert [term.name for term in dataset.of_kind(Term)] == ["apogee", "Range", "warhead"]


def test_a_short_name_decides_the_order(data: Data) -> None:
    dataset = load(data({"treaties/a.yml": treaty("short_name: Zeta"), "treaties/b.yml": treaty("name: Beta")}))
    assert [each.id for each in dataset.of_kind(Treaty)] == ["b", "a"]


def test_events_come_by_date(data: Data) -> None:
    events = f"a: {{name: A, date: 2019-08, {EVENT}}}\nb: {{name: B, date: 1987, {EVENT}}}\n"
    assert [event.id for event in load(data({"events.yml": events})).of_kind(Event)] == ["b", "a"]


def test_a_kind_with_no_entries_is_empty(data: Data) -> None:
    assert load(data({})).of_kind(Treaty) == ()
    assert len(load(data({})).of_kind(State)) == 3


def test_a_source_comes_with_its_publisher(data: Data) -> None:
    cited = load(data({})).cited("aca/inf")
    assert (cited.publisher.publisher, cited.source.title) == (
        "Arms Control Association",
        "The INF Treaty at a Glance",
    )


def test_a_source_is_of_its_publishers_kind_unless_it_says_otherwise(data: Data) -> None:
    items = "items: {page: {title: Page}, text: {title: Text, kind: treaty-text}}"
    dataset = load(data({"sources/state.yml": f"publisher: State\nkind: government\n{items}"}))
    assert [dataset.cited(f"state/{item}").kind for item in ("page", "text")] == ["government", "treaty-text"]


def test_backlinks_name_each_entry_that_refers_to_another_once(data: Data) -> None:
    linking = treaty("summary: On [[ru]] and [[ru|Russia]].\nparties: [us, ru]")
    dataset = load(data({"treaties/inf.yml": linking, "weapons/rsd-10.yml": weapon()}))
    assert dataset.backlinks == {"us": ("inf",), "ru": ("inf",), "su": ("rsd-10",)}


def test_an_entry_that_links_to_itself_is_no_backlink(data: Data) -> None:
    assert load(data({"treaties/inf.yml": treaty("summary: This is [[inf]].")})).backlinks == {}


def test_a_link_that_leads_nowhere_is_no_backlink(data: Data) -> None:
    assert load(data({"treaties/inf.yml": treaty("summary: See [[nowhere]].")})).backlinks == {}


def test_participation_is_by_treaty(data: Data) -> None:
    table = "state,signed,bound,act,left,note\nus,1992,2002,ratification,,\n"
    root = data({"treaties/ost.yml": treaty("participation_source: aca/inf"), "participation/ost.csv": table})
    assert [row.state for row in load(root).participation["ost"]] == ["us"]


def test_of_two_entries_with_one_id_the_first_is_kept(data: Data) -> None:
    root = data({"treaties/inf.yml": treaty(), "weapons/inf.yml": weapon()})
    assert isinstance(Dataset.of(read_data(root))["inf"], Treaty)


def test_data_that_cannot_be_read_is_an_error_with_every_problem(data: Data) -> None:
    with pytest.raises(DataError) as error:
        load(data({"treaties/a.yml": "", "treaties/b.yml": "- x"}))
    assert [problem.place.file.name for problem in error.value.problems] == ["a.yml", "b.yml"]


def test_a_folder_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DataError, match="nowhere: there is no such folder"):
        load("nowhere")
