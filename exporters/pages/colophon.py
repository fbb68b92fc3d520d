"""版记: a box at the foot of the last page, its last rule on the lower edge of the 版心 (7.4)."""

from __future__ import annotations

from exporters.pages.flow import Foot
from exporters.pages.setting import Setting
from models.manuscript.blocks import Manuscript


def colophon(manuscript: Manuscript, setting: Setting) -> Foot | None:
    """Return None: it is not set yet."""
    return None
