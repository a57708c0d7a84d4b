"""What is written from the data for others to read."""
