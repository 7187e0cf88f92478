"""A kept session in the formats of other programs, one family of formats a file."""
