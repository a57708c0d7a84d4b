"""What was in force, for whom, and what it covers, on any day; no words, no markup."""
