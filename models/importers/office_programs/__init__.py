"""Other office programs of this machine, asked for what the own readers do not know."""
