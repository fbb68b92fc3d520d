"""The frame of every dialog with a form: heading, scrolling middle, one primary button; fits 900×540."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QRadioButton, QSizePolicy, QVBoxLayout,
    QWidget,
)

from ui.app.guarded import guarded
from ui.app.helping import offer_help
from ui.widgets.labels import plain_label, set_kind
from ui.widgets.steady_scroll import BAR, SteadyScrollArea
from ui.widgets.tab_order import is_stop, reading_order


def named(field: QLineEdit, name: str, hint: str = "") -> QLineEdit:
    """Return `field` with its accessible `name` and a placeholder `hint`."""
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field


def value_label(text: str, kind: str = "") -> QLabel:
    """Return a label for the field side of a form row: it takes the width there is and as many lines as it needs."""
    label = plain_label(text, kind)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def best_size(dialog: QDialog) -> tuple[int, int]:
    """Return the size a form dialog opens with: tall where the screen allows it, never more than the screen."""
    room = dialog.screen().availableGeometry()
    return min(760, room.width() - 40), min(660, room.height() - 80)


def is_passed_over(widget: QWidget) -> bool:
    """Return whether the tab key goes past `widget`: a radio button whose neighbour is the one chosen."""
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def asked(dialog: QDialog) -> bool:
    """Show `dialog` until it is left and return whether it was accepted.

    It is deleted with the next turn of the event loop, with all that it refers to: its window would keep it for good.
    """
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


class FormDialog(QDialog):
    """A dialog whose form scrolls vertically. `primary` does the work, Esc leaves without it."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None, explanation: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        offer_help(self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 16, 24 - BAR, 16)
        self.body.setSpacing(12)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.problem = plain_label("", "must")
        self.primary = QPushButton(verb)
        self.primary.setProperty("kind", "primary")
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        self.dismiss = QPushButton("取消")
        self.dismiss.clicked.connect(self.reject)
        self._assemble(title, explanation)
        self.resize(*best_size(self))

    def _assemble(self, title: str, explanation: str) -> None:
        """Lay the frame out: head, scrolling body, problem line and buttons."""
        self.content = QWidget()
        self.content.setLayout(self.body)
        self.scroll_area = SteadyScrollArea()
        self.scroll_area.setWidget(self.content)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.addWidget(plain_label(title, "title"))
        if explanation:
            head.addWidget(plain_label(explanation, "muted"))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.primary)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.scroll_area, 1)
        whole.addLayout(foot)

    def group(self, title: str) -> QFormLayout:
        """Add a titled card to the form and return its layout."""
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(plain_label(title, "heading", wrap=False))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        inside.addLayout(form)
        self.body.addWidget(card)
        return form

    def _align_labels(self) -> None:
        """Let the fields of all groups begin at the same place; labels that wrap would push them out of sight."""
        forms = cast(list[QFormLayout], self.content.findChildren(QFormLayout))
        items = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount())]
        labels = [item.widget() for item in items if item is not None and item.widget() is not None]
        labels = [label for label in labels if not (isinstance(label, QLabel) and label.wordWrap())]
        widest = max((label.sizeHint().width() for label in labels), default=0)
        for label in labels:
            label.setMinimumWidth(widest)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Order the keyboard's way once the form is whole: the fields as they read, then the buttons."""
        super().showEvent(event)
        self._align_labels()
        stops = [each for each in reading_order(self.content) if is_stop(each)]
        for earlier, later in pairwise((*stops, self.dismiss, self.primary)):
            self.setTabOrder(earlier, later)
        first = next((each for each in stops if each.isEnabled() and not is_passed_over(each)), self.primary)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_field(self, field: QWidget) -> None:
        """Scroll to `field` and give it the focus."""
        self.scroll_area.ensureWidgetVisible(field, 0, 60)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Show what keeps the dialog from being accepted; empty hides the line and frees the button.

        What lacks when the dialog opens is no fault: it is told calmly until the clerk has done something.
        """
        set_kind(self.problem, "must" if self.isVisible() else "muted")
        self.problem.setText(text)
        self.primary.setEnabled(not text)
