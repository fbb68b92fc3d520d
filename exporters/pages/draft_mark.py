"""草稿 or 送审稿 in the page head: nobody can take the file for final."""

from __future__ import annotations

from exporters.pages.placed import Placed
from exporters.pages.setting import Setting


def draft_mark(mark: str, setting: Setting) -> tuple[Placed, ...]:
    """Return nothing: it is not set yet. Places are those on the sheet."""
    return ()
