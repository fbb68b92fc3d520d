"""One side of a comparison: what was taken out is struck through in －, what was put in is underlined in ＋."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from models.comparison.versions import Change
from models.comparison.wording import Kind, Piece
from ui.app.theme import shown_theme
from ui.app.version_words import field_name, note_of

NOTHING = "（没有）"
MARGIN = 8  # pixels around the text, as in a field
MARKS = {Kind.REMOVED: "[－", Kind.ADDED: "[＋"}


class ComparedText(QTextBrowser):
    """Shows the older or the newer side of a change, to be read and copied."""

    def __init__(self, name: str, own: Kind, parent: QWidget | None = None) -> None:
        """Be called `name`; of the pieces that differ show those of the kind `own`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self._own = own

    def show_change(self, change: Change | None) -> None:
        """Show this side of `change`; None shows nothing."""
        if change is None:
            self.clear()
            return
        tokens = shown_theme().tokens
        parts = [f'<p style="color:{tokens["muted"]}">{note_of(change)}</p>'] if note_of(change) else []
        for field in change.fields:
            parts.append(f'<p style="color:{tokens["muted"]}">{field_name(field.field)}</p>')
            shown = "".join(self._piece(piece) for piece in field.pieces)
            parts.append(f'<p style="line-height:150%">{shown or NOTHING}</p>')
        self.setHtml("".join(parts))
        if self.find(MARKS[self._own]):  # scrolls there
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _piece(self, piece: Piece) -> str:
        words = escape(piece.text).replace("\n", "<br>")
        if piece.kind is Kind.SAME:
            return words
        if piece.kind is not self._own:
            return ""
        tokens = shown_theme().tokens
        look, line = ("must", "s") if piece.kind is Kind.REMOVED else ("done", "u")
        return (f'<span style="background:{tokens[f"{look}_soft"]};color:{tokens[look]}">'
                f"{MARKS[piece.kind]}<{line}>{words}</{line}>]</span>")
