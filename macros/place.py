"""Where a page stands, and how other pages and files are reached from there."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import relpath

from armsref.loading.dataset import Dataset
from armsref.model.addresses import address_of


@dataclass(frozen=True)
class PagePlace:
    """A page, by its address below the site's root: 'treaties/inf-treaty/', or '' for the front page."""

    dataset: Dataset
    url: str
    _hrefs: dict[str, str] = field(default_factory=dict, repr=False)

    def href(self, entry_id: str, anchor: str = "") -> str:
        """The address of an entry's page relative to this one; nothing for this page itself, but for a place on it."""
        if entry_id not in self._hrefs:
            address = address_of(self.dataset[entry_id])
            self._hrefs[entry_id] = "" if address == self.url else self.to(address)
        return f"{self._hrefs[entry_id]}#{anchor}" if anchor else self._hrefs[entry_id]

    def to(self, path: str, anchor: str = "") -> str:
        """The address of a page or a file of the site relative to this page; that of a folder ends with a slash."""
        if anchor and path == self.url:
            return f"#{anchor}"
        address = relpath(path, self.url or ".") + ("/" if path.endswith("/") else "")
        return f"{address}#{anchor}" if anchor else address
