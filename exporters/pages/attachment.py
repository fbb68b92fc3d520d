"""附件: on a page of its own, its label on line one, its title on line three (7.3.7)."""

from __future__ import annotations

from exporters.pages.flow import FlowLine
from exporters.pages.setting import Setting
from models.manuscript.blocks import ManuscriptAttachment


def attachment(each: ManuscriptAttachment, setting: Setting) -> tuple[FlowLine, ...]:
    """Return no line: it is not set yet."""
    return ()
