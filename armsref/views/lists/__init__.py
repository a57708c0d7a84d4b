"""What the lists say from which entries are reached: tables, timelines, an alphabet, a matrix."""
