"""All files of a release in one archive, the same bytes for the same release."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from armsref.export.edition import Edition
from armsref.export.outputs import files
from armsref.history.release import Release


def tag_of(release: Release) -> str:
    """The tag under which a release is published: data-2026.11.22."""
    return f"data-{release.version}"


def write_bundle(edition: Edition, folder: Path) -> Path:
    """Write every file that is published into an archive named after the release's tag, and return where it is."""
    tag = tag_of(edition.release)
    archive = folder / f"{tag}.zip"
    partial = archive.with_suffix(".partial")  # an archive that stands under its name is whole
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(partial, "w", ZIP_DEFLATED) as bundle:
        for path, content in sorted(files(edition)):
            bundle.writestr(_inside(f"{tag}/{path}", edition.release), content)
    return partial.replace(archive)


def _inside(path: str, release: Release) -> ZipInfo:
    """A file's place in the archive: dated with the release, for anybody to read, wherever it is made."""
    info = ZipInfo(path, release.at.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3  # Unix, on any system
    info.external_attr = 0o100644 << 16
    return info
