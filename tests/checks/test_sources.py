"""Does every citation lead to a source, and every source serve a fact?"""

from tests.conftest import Data, problems, treaty, weapon


def nti(*items: str) -> str:
    """A publisher's file; the first item stands in line 4."""
    return "publisher: NTI\nkind: research\nitems:\n" + "".join(f"  {item}\n" for item in items)


# unknown-source


def test_an_unknown_source_is_told_the_one_meant(data: Data) -> None:
    assert problems(data({"treaties/inf.yml": treaty("sources: [aca/inf, aca/imf]")}), "unknown-source") == [
        "treaties/inf.yml:1:20: unknown source 'aca/imf'. Did you mean 'aca/inf'?"
    ]


def test_an_unknown_source_like_no_other_is_told_where_to_add_it(data: Data) -> None:
    text = "range_km:\n  - {value: 5000, source: [aca/inf, tass/2021-notification]}"
    assert problems(data({"weapons/rsd-10.yml": weapon(text)}), "unknown-source") == [
        "weapons/rsd-10.yml:2:37: unknown source 'tass/2021-notification'. Add it to sources/tass.yml."
    ]


def test_known_sources_pass(data: Data) -> None:
    assert problems(data({"treaties/inf.yml": treaty("sources: [aca/inf]")}), "unknown-source") == []


# same-address


def test_an_address_of_two_sources(data: Data) -> None:
    items = ["a: {title: A, url: https://nti.org/a}", "b: {title: B, url: https://nti.org/a}"]
    assert problems(data({"sources/nti.yml": nti(*items)}), "same-address") == [
        "sources/nti.yml:5:22: 'nti/a' has this address. Cite that; delete 'b'."
    ]


def test_an_address_of_sources_of_two_publishers(data: Data) -> None:
    files = {f"sources/{name}.yml": nti("a: {title: A, url: https://nti.org/a}") for name in ("nti", "nuclear")}
    assert problems(data(files), "same-address") == [
        "sources/nuclear.yml:4:22: 'nti/a' has this address. Cite that; delete 'a'."
    ]


def test_addresses_that_differ_pass(data: Data) -> None:
    items = ["a: {title: A, url: https://nti.org/a}", "b: {title: B, url: https://nti.org/b}", "c: {title: C}"]
    assert problems(data({"sources/nti.yml": nti(*items)}), "same-address") == []


# checked-without-address


def test_a_source_checked_nowhere(data: Data) -> None:
    assert problems(
        data({"sources/nti.yml": nti("a: {title: A, checked: 2026-11-22}")}), "checked-without-address"
    ) == [
        "sources/nti.yml:4:26: 'a' is marked as checked, but has no 'url'. Add it, or say in 'note' where it was read."
    ]


def test_a_source_checked_at_its_address_or_in_print_passes(data: Data) -> None:
    items = ["a: {title: A, checked: 2026, url: https://nti.org/a}", "b: {title: B, checked: 2026, note: Yearbook.}"]
    assert problems(data({"sources/nti.yml": nti(*items)}), "checked-without-address") == []


# unused-source


def test_a_source_that_no_entry_cites_is_a_warning(data: Data) -> None:
    assert problems(data({"sources/nti.yml": nti("a: {title: A}")}), "unused-source") == [
        "sources/nti.yml:4:3: warning: no entry cites 'nti/a'. Cite it, or delete it."
    ]


def test_a_source_cited_by_a_claim_passes(data: Data) -> None:
    files = {
        "sources/nti.yml": nti("a: {title: A}"),
        "weapons/rsd-10.yml": weapon("range_km: {value: 5000, source: nti/a}"),
    }
    assert problems(data(files), "unused-source") == []


# repeated-publisher


def test_a_publisher_of_two_files(data: Data) -> None:
    files = {f"sources/{name}.yml": nti("a: {title: A}") for name in ("nti", "nuclear-threat")}
    assert problems(data(files), "repeated-publisher") == [
        "sources/nuclear-threat.yml:1:12: sources/nti.yml is of 'NTI' too. Move the items there and cite 'nti/…'."
    ]


def test_publishers_that_differ_pass(data: Data) -> None:
    assert problems(data({"sources/nti.yml": nti("a: {title: A}")}), "repeated-publisher") == []
