"""What the tests of built sites share."""

from tests.built import build, pages, site

__all__ = ["build", "pages", "site"]
