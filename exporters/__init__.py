"""A manuscript written to files."""
