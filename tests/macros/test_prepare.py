"""What a generator of sites is given: every page and every file, without MkDocs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from armsref.loading.problems import DataError
from macros.lists import LISTS, OFFERS, finished_list
from macros.lookups import lookup_files
from macros.prepare import Settings, Site, prepare
from tests.built import TOP
from tests.conftest import Data, treaty, weapon

SITE = "https://example.org/reference/"
FILES = {
    "treaties/inf-treaty.yml": treaty('name: "The \\"INF\\" Treaty"\nparties: [us, su]'),
    "weapons/pioneer.yml": weapon("summary: Limited by [[inf-treaty]]."),
}
PAGES = {"index.md": "Home", "treaties/index.md": "Treaties", "data/index.md": "Data"}


@pytest.fixture
def site(data: Data, tmp_path: Path) -> Site:
    for path, title in PAGES.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(f"---\ntitle: {title}\n---\n# {title}\n")
    return prepare(settings(data(FILES), tmp_path))


def settings(data: Path, folder: Path) -> Settings:
    return Settings(data, folder / "docs", folder / "site", SITE, "Reference", "Facts.")


def test_every_entry_and_every_page_that_is_written_has_a_head(site: Site) -> None:
    paths = ["states/ru.md", "states/su.md", "states/us.md", "treaties/inf-treaty.md", "weapons/pioneer.md"]
    assert sorted(site.entries) == paths
    assert sorted(site.handwritten) == sorted(PAGES)
    for path in (*site.entries, *site.handwritten):
        head = site.head(path)
        assert head.title
        assert head.description


def test_the_head_of_an_entry_has_its_answer_its_section_and_its_linked_data(site: Site) -> None:
    head = site.head("treaties/inf-treaty.md")
    assert (head.title, head.description) == ("The “INF” Treaty", "Banned missiles.")
    assert head.section == ("Treaties", "treaties/")
    assert json.loads(head.linked_data)["@id"] == f"{SITE}treaties/inf-treaty/#entry"
    assert ("og:url", f"{SITE}treaties/inf-treaty/") in head.shared


def test_the_front_page_is_shared_under_the_name_of_the_site_and_described_as_the_site_is(site: Site) -> None:
    head = site.head("index.md")
    assert dict(head.shared)["og:title"] == "Reference"
    assert head.description == "Facts."


def test_the_page_on_the_data_is_linked_to_the_files(site: Site) -> None:
    assert json.loads(site.head("data/index.md").linked_data)["@type"] == "Dataset"
    assert site.head("treaties/index.md").linked_data == ""


def test_the_page_of_an_entry_is_finished_in_both_forms_with_its_headings(site: Site) -> None:
    page = site.entry("pioneer")
    assert '<a href="../../treaties/inf-treaty/">' in page.html
    assert f"]({SITE}treaties/inf-treaty/)" in page.markdown
    assert '<a href="#agreements">Agreements</a>' in page.html


def test_an_entry_that_is_not_there_is_an_error(site: Site) -> None:
    with pytest.raises(KeyError):
        site.entry("nothing")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_finished_for_the_page_that_calls_for_it(site: Site, name: str) -> None:
    assert site.listed(name, "treaties/") == finished_list(site.as_of, name, "treaties/", SITE)


def test_what_tells_of_published_files_waits_until_they_are_there(site: Site) -> None:
    assert all(site.listed(name, "data/").html for name in OFFERS)
    assert (site.settings.folder / "api/v1/all.json").is_file()


def test_a_page_is_written_as_markdown_beside_itself(site: Site) -> None:
    mark = site.stow.keep(lambda: site.listed("treaties", "treaties/"))
    path, text = site.markdown_file("treaties/index.md", f"# Treaties\n\n{mark}\n", site.stow.parts_of(mark))
    assert path == "treaties/index.md"
    assert text.decode().startswith("# Treaties\n\n| Agreement |")
    path, text = site.markdown_file("weapons/pioneer.md", mark, {mark: site.entry("pioneer")})
    assert path == "weapons/pioneer/index.md"
    assert f"<{SITE}weapons/pioneer/>, data of " in text.decode()


def test_the_files_beside_the_pages_are_those_that_are_looked_up_and_the_list_of_pages(site: Site) -> None:
    files = dict(site.files())
    assert set(files) == {*lookup_files(site.as_of), "llms.txt"}
    listed = files["llms.txt"].decode()
    for address in ("", "treaties/", "data/", "treaties/inf-treaty/", "weapons/pioneer/", "states/ru/"):
        assert f"]({SITE}{address}index.md)" in listed


def test_data_with_errors_is_no_site(data: Data, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="unknown field"):
        prepare(settings(data({"weapons/x.yml": weapon("answr: None.")}), tmp_path))


def test_no_generator_is_needed() -> None:
    code = "import sys, macros, macros.prepare; print([name for name in sys.modules if name.startswith('mkdocs')])"
    result = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
