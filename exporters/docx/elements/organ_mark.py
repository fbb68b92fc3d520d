"""发文机关标志: red, centred, in one line, its upper edge at a fixed height of the page (7.2.4)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from exporters.measures.head import SmallLine, mark_line
from models.layout.layout import Layout


def organ_mark(mark: str, above: tuple[SmallLine, ...], gap: int, layout: Layout) -> str:
    """Return the paragraph of `mark` under the lines `above`.

    The `gap` under it belongs to this paragraph, because the red line is measured from the next one's top.
    """
    size = mark_line(mark, above, layout.measures)
    narrow = f'<w:w w:val="{size.scale_percent}"/>' if size.scale_percent != 100 else ""
    height = f'{narrow}<w:sz w:val="{round(size.pt * 2)}"/><w:szCs w:val="{round(size.pt * 2)}"/>'
    setting = Setting(before=size.before, after=gap, line=size.line)
    return paragraph(styles.MARK, run(mark, properties=height), setting)
