"""RTF files to paragraphs."""
