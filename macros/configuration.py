"""What mkdocs.yml says of a site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.prepare import Settings, Site

# By the folder that a site is built in.
_sites: dict[str, Site] = {}


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


def use_site(config: Any, site: Site) -> None:
    """Let a site be the one that is built with a configuration from now on."""
    _sites[config["site_dir"]] = site


def site_of(config: Any) -> Site:
    """The site that is built with a configuration. Raises KeyError before the build has begun."""
    return _sites[config["site_dir"]]
