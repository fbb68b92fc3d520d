"""A manuscript written as a Word file."""
