"""What a page looks like where it is shared: Open Graph's properties, which other sites read, with a picture a kind.

`tools/cards.py` draws the pictures, which are kept in docs/assets/cards.
"""

from __future__ import annotations

from dataclasses import dataclass

from armsref.prose.texts import typographic

# The size of the pictures, in pixels.
WIDTH, HEIGHT = 1200, 630
OTHER = "other"


@dataclass(frozen=True)
class Shared:
    """A page as it is shared. `image` names the picture; `site` is the address of the site, with a slash at its end."""

    title: str
    description: str
    url: str
    image: str
    site_name: str
    site: str

    def properties(self) -> list[tuple[str, str]]:
        """Each property and its value."""
        kind = "website" if self.image == OTHER else "article"
        properties = {
            "og:type": kind,
            "og:site_name": self.site_name,
            "og:title": self.title,
            "og:description": self.description,
            "og:url": self.url,
            "og:image": f"{self.site}assets/cards/{self.image}.png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": f"{self.site_name}: {self.image}" if kind == "article" else self.site_name,
            "twitter:card": "summary_large_image",
        }
        return [(name, typographic(value)) for name, value in properties.items()]
