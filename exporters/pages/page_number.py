"""页码: 宋体, a dash on each side, outer corner, one 字 from the edge of the 版心 (7.5)."""

from __future__ import annotations

from exporters.pages.placed import Placed
from exporters.pages.setting import Setting


def page_number(number: int, setting: Setting) -> tuple[Placed, ...]:
    """Return nothing: it is not set yet. Places are those on the sheet."""
    return ()
