"""A manuscript as a web page and as plain text, for the editors of web sites and for whatever has no Word."""
