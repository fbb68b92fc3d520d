"""Phrases the clerk inserts: those that come with the program, and the clerk's own."""
