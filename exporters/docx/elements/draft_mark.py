"""草稿 or 送审稿 in the page head: nobody can take the file for final."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import paragraph, run


def draft_mark(mark: str) -> str:
    """Return the paragraph of the page head with `mark`."""
    return paragraph(styles.DRAFT_MARK, run(mark))
