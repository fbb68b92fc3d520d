"""发文机关标志: red, centred, in one line, its upper edge at a fixed height of the page (7.2.4)."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.oxml import Setting, paragraph, run
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Layout
from models.layout.measuring import size_of_mark


def organ_mark(mark: str, lines_above: int, gap: int, layout: Layout) -> str:
    """Return the paragraph of `mark`; `lines_above` counts the lines already set at the top of the page.

    Its line is as high as its characters, so that the ink begins where the standard wants it; the `gap` under it
    belongs to this paragraph, because the red line is measured from the next one's top.
    """
    measures = layout.measures
    size = size_of_mark(mark, measures)
    inside = (measures.baseline_share - measures.mark_ink_share) * size.pt * TWIPS_PER_PT
    before = measures.mark_top_mm * TWIPS_PER_MM - lines_above * measures.line_pitch_twips - inside
    narrow = f'<w:w w:val="{size.scale_percent}"/>' if size.scale_percent != 100 else ""
    height = f'{narrow}<w:sz w:val="{round(size.pt * 2)}"/><w:szCs w:val="{round(size.pt * 2)}"/>'
    setting = Setting(
        before=max(0, round(before)),
        after=gap,
        line=round(size.pt * TWIPS_PER_PT),
    )
    return paragraph(styles.MARK, run(mark, properties=height), setting)
