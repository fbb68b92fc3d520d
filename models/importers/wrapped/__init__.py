"""Text whose paragraphs were broken into the lines of a page: told, and put together again."""
