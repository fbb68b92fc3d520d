"""State and services of the window."""
