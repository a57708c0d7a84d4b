"""The filters of a list."""

from armsref.views.lists.sought import Sought, filters_of


def entry(**filters: tuple[str, ...]) -> Sought:
    return Sought(tuple(filters.items()), "name")


def test_a_filter_is_offered_where_it_leaves_a_choice() -> None:
    entries = [entry(kind=("Missile",), country=("Russia", "China")), entry(kind=("Missile",), topic=("Space",))]
    assert filters_of(entries) == ("country",)


def test_a_list_may_do_without_a_filter() -> None:
    entries = [entry(kind=("Missile",)), entry(kind=("Aircraft",))]
    assert filters_of(entries, without=("kind",)) == ()
