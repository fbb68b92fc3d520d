"""One element of GB/T 9704 per module."""
