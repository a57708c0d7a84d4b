"""What mkdocs.yml says of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.prepare import Settings, Site, prepared


def settings_of(config: Any) -> Settings:
    """The settings in a configuration; the folder of the data is relative to where the build runs."""
    address = config["site_url"] or "/"
    return Settings(
        data=Path(config["extra"]["data"]),
        docs=Path(config["docs_dir"]),
        folder=Path(config["site_dir"]),
        address=address if address.endswith("/") else f"{address}/",
        name=config["site_name"],
        description=config["site_description"] or "",
    )


def site_of(config: Any) -> Site:
    """The site of the build that is going on. Raises DataError with all errors of the data."""
    return prepared(settings_of(config))
