"""How well founded the data is."""

from armsref import load
from armsref.views import quality
from tests.conftest import Data, weapon

READ = """
    publisher: NTI
    kind: research
    items: {read: {title: Read, checked: 2024-01-01}}
"""


def test_a_claim_is_checked_where_one_of_its_sources_was_read(data: Data) -> None:
    text = "range_km: [{value: 500, source: [aca/inf, nti/read]}, {value: 600, source: aca/inf}]"
    dataset = load(data({"weapons/x.yml": weapon(text), "sources/nti.yml": READ}))
    found = quality.share(dataset, "weapon")
    assert (found.entries, found.claims, found.checked, found.percent) == (1, 2, 1, 50.0)
    assert quality.share(dataset, "treaty").percent == 100.0


def test_facts_on_which_claims_differ_are_disputed(data: Data) -> None:
    text = """
        range_km: [{value: 500, source: aca/inf}, {value: 600, source: aca/inf}]
        length_m: [{value: 7, source: aca/inf}, {value: 7, by: ru, source: aca/inf}]
        history: [{date: 1990, act: revealed, source: aca/inf}, {date: 1991, act: in-service, source: aca/inf}]
    """
    found = quality.disputed(load(data({"weapons/x.yml": weapon(text)})))
    assert [(each.weapon.id, each.field, each.claims) for each in found] == [("x", "range_km", 2)]


def test_what_was_never_reviewed_comes_first_then_the_oldest(data: Data) -> None:
    files = {
        "weapons/a.yml": weapon("name: A\nreviewed: 2025-01-01"),
        "weapons/b.yml": weapon("name: B\nreviewed: 2024-01-01"),
        "weapons/c.yml": weapon("name: C"),
    }
    assert [entry.id for entry in quality.by_review(load(data(files)))] == ["c", "b", "a"]
