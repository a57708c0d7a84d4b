"""The data as tables."""
