"""The list of the pages as Markdown for language models, after the convention of llms.txt, and where a page is from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

from armsref.export.about import LICENCE_URL
from armsref.export.outputs import OUTPUTS
from armsref.history.release import Release
from armsref.model import ENTRY_MODELS, Entry
from armsref.model.addresses import address_of
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import SECTION_TITLES
from macros.markdown.printer import escaped
from macros.site import Site

FILE = "llms.txt"
# What may be skipped where there is little room: by the convention, the section of that name.
OPTIONAL = "state"


def imprint(site_name: str, release: Release, url: str) -> str:
    """What stands below a page as Markdown: where it is from, of which day, and on what terms."""
    page = f"{release.site}{url}"
    return (
        f"\n---\n\n[{escaped(site_name)}]({release.site}), <{page}>, data of {release.version}, "
        f"[CC BY 4.0]({LICENCE_URL})\n"
    )


def llms_text(site: Site, release: Release, config: Any) -> str:
    """The list of all pages: what is written by hand first, the data, then the entries by kind."""
    head = [
        f"# {escaped(config['site_name'])}",
        f"> {escaped(config['site_description'])}",
        "Each link leads to a page as Markdown; the page itself is at the same address without `index.md`. Facts are "
        "claims with who says so and numbered sources; claims that differ stand side by side. How things stand is told "
        f"as of {release.day.isoformat()}; the version of the data is {release.version}. Licence: CC BY 4.0, name "
        f"“{escaped(config['site_name'])}” and link the page.",
    ]
    sections = [("Pages", _hand_pages(release, config)), ("Data", _data(release, Path(config["site_dir"])))]
    for kind, model in ENTRY_MODELS.items():
        title = "Optional" if kind == OPTIONAL else SECTION_TITLES[kind]
        sections.append((title, (_entry(site, release, entry) for entry in site.dataset.of_kind(model))))
    found = [(title, "\n".join(lines)) for title, lines in sections]
    return "\n\n".join([*head, *(f"## {title}\n\n{lines}" for title, lines in found if lines)]) + "\n"


def _entry(site: Site, release: Release, entry: Entry) -> str:
    return _line(release.site + address_of(entry) + "index.md", entry.title, site.answers.of(entry))


def _hand_pages(release: Release, config: Any) -> Iterator[str]:
    docs = Path(config["docs_dir"])
    for file in sorted(docs.rglob("*.md")):
        about = get_data(file.read_text(encoding="utf-8"))[1]
        folder = file.parent if file.stem == "index" else file.with_suffix("")
        url = (folder.relative_to(docs) / "index.md").as_posix()
        yield _line(release.site + url, about.get("title", file.stem), about.get("description", ""))


def _data(release: Release, folder: Path) -> Iterator[str]:
    for output in OUTPUTS:
        if output.leads_to_all and (folder / output.path).is_file():
            yield _line(release.site + output.path, output.title, output.use)


def _line(url: str, title: str, what: str) -> str:
    note = f": {escaped(typographic(' '.join(what.split())))}" if what else ""
    return f"- [{escaped(typographic(title))}]({url}){note}"
