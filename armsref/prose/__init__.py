"""Everything that is said in words, once."""
