"""What is new, and what comes."""
