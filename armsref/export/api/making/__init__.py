"""The records of the API, made from the data: what the data gives, and what is worked out from it."""
