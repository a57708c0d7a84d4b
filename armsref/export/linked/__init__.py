"""The data as linked data."""
