"""What pages look up in the browser."""
