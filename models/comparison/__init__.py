"""Two texts held against each other: what is copied, and what answers what."""
