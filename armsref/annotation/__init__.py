"""Names and dates in running text."""
