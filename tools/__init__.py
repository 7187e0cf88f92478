"""Scripts that make what is kept in this repository."""
