"""PDF files with a text layer: pages to characters, rows, paragraphs."""
