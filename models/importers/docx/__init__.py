"""Reading Word files: the zip directory, numbering, styles, and the text in order. Only the standard library."""
