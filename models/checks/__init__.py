"""Rules, each with its code, message and basis."""
