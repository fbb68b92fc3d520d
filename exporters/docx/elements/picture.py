"""A picture in a paragraph of its own, its 图题 in the next."""

from __future__ import annotations

from exporters.docx import styles
from exporters.docx.drawing import inline_picture
from exporters.docx.oxml import Setting, paragraph, run
from exporters.docx.pictures import picture_relation
from exporters.measures.picture import PictureForm
from models.manuscript.blocks import PrintedPicture


def picture(block: PrintedPicture, form: PictureForm, setting: Setting) -> str:
    """Return `block` as `form` says; `setting` is what surrounds ask of it.

    The line is at least as high as the picture, never exactly: of an exact line Word shows the lowest strip only.
    """
    drawn = inline_picture(picture_relation(block), block.described, (form.width, form.height))
    single = not form.caption
    shown = paragraph(styles.PICTURE, drawn, Setting(
        keep_next=not single or setting.keep_next, before=setting.before, after=setting.after if single else None,
        line=form.line, at_least=True))
    if single:
        return shown
    return shown + paragraph(styles.CAPTION, run(form.caption), Setting(
        keep_next=setting.keep_next, after=setting.after))
