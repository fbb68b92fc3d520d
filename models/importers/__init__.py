"""Foreign files read into reports."""
