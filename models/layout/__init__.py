"""The measures of the page as values."""
