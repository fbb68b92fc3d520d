"""Elements of the page: recipients."""

from __future__ import annotations

from exporters.pages.flow import FlowLine
from exporters.pages.setting import Setting
from models.manuscript.blocks import Manuscript


def recipients(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return no line: it is not set yet."""
    return ()
