"""What a page or a list says, as typed data without markup."""
