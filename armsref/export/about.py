"""What the published data is called, and under which licence it stands."""

from __future__ import annotations

TITLE = "Arms Control Reference"
DESCRIPTION = (
    "Arms-control treaties, weapons and terms as data: every fact with who says so and where it is printed, "
    "and how each agreement stood on any day."
)
CREATOR = "Arms Control Reference contributors"
LICENCE = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
