"""The files of the API: everything below /api/v1/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from armsref.export.api.contents import Contents
from armsref.export.api.description import described
from armsref.export.api.envelope import compact_json, enveloped, enveloped_list, record_json
from armsref.export.api.examples import examples_of
from armsref.export.api.version import ROOT, path_of
from armsref.export.edition import Edition, File


def api_files(edition: Edition, others: Mapping[str, str]) -> Iterator[File]:
    """Every file; `others` says in the index what each file holds that is not of one kind, by its name."""
    contents, release = Contents(edition, others), edition.release
    yield f"{ROOT}index.json", enveloped(release, len(contents.entries), record_json(contents.index))
    yield f"{ROOT}all.json", enveloped_list(release, contents.written.values())
    for section, summaries in contents.lists.items():
        yield f"{ROOT}{section}.json", enveloped_list(release, map(record_json, summaries))
    for entry_id, content in contents.written.items():
        yield path_of(edition.dataset[entry_id]), enveloped(release, 1, content)
    yield f"{ROOT}names.json", enveloped(release, len(contents.names.names), record_json(contents.names))
    yield f"{ROOT}sources.json", enveloped_list(release, map(record_json, contents.sources))
    yield f"{ROOT}openapi.json", compact_json(described(release.site, examples_of(contents)))
