"""发文机关标志: red, centred, its upper edge at a fixed height of the page (7.2.4)."""

from __future__ import annotations

from exporters.docx import oxml, styles
from exporters.docx.oxml import Row, Rule, Setting, paragraph, run
from exporters.measures.head import SmallLine, space_above_mark
from models.layout.layout import TWIPS_PER_PT, Layout
from models.layout.mark import MarkForm, mark_form
from models.manuscript.blocks import ManuscriptHead

SLACK = 40  # twips: a name that just fits must not break


def organ_mark(head: ManuscriptHead, above: tuple[SmallLine, ...], gap: int, layout: Layout) -> str:
    """Return the 标志 of `head` under the lines `above`, on pre-printed paper just its room.

    The `gap` under it belongs to this element, because the red line is measured from the next one's top.
    """
    form = mark_form(head.mark_names, head.mark_word, layout.measures)
    before = space_above_mark(form, above, layout.measures)
    if len(head.mark_names) > 1 and not head.preprinted:
        return _several(head, form, before, gap)
    text = "" if head.preprinted else run(head.issuing_organ_mark, properties=size_of(form))
    return paragraph(styles.MARK, text, Setting(before=before, after=gap, line=form.height))


def _several(head: ManuscriptHead, form: MarkForm, before: int, gap: int) -> str:
    """Return the names of a joint issue, all as wide as the longest, with 文件 in the middle of their right side.

    A table without rules, between two paragraphs as thin as can be that hold the space above and under it.
    """
    spread = Setting(line=form.line, align="distribute")
    names = "".join(
        paragraph(styles.MARK, run(name, properties=size_of(form)), spread) for name in head.joint_organs)
    cells, widths = [names], [form.names_width + SLACK]
    if head.mark_word:
        word = run(head.mark_word, properties=size_of(form))
        cells.append(paragraph(styles.MARK, word, Setting(line=form.line, align="right")))
        widths.append(form.word_width + SLACK)
    row = Row(tuple(cells), form.height)
    thin = TWIPS_PER_PT
    return (paragraph(styles.THIN, "", Setting(keep_next=True, before=max(0, before - thin), line=thin))
            + oxml.table(widths, [row], Rule(), Rule(), False, 0, centred=True)
            + paragraph(styles.THIN, "", Setting(keep_next=True, after=max(0, gap - thin), line=thin)))


def size_of(form: MarkForm) -> str:
    """Return the size of the characters as properties of a run."""
    narrow = f'<w:w w:val="{form.scale_percent}"/>' if form.scale_percent != 100 else ""
    return f'{narrow}<w:sz w:val="{round(form.pt * 2)}"/><w:szCs w:val="{round(form.pt * 2)}"/>'
