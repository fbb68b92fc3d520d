"""A report composed into numbered blocks, as it will read."""
