"""Word 97 to 2003 files (.doc, and .wps of the same make) to paragraphs."""
