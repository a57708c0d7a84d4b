"""The JSON API, version 1: what it serves (`records`, `envelope`), how that is made (`making`), and its description."""
