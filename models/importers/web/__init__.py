"""Web pages: saved, archived or pasted, to paragraphs."""
