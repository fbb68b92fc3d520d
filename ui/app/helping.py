"""F1: the page of the help that fits where one is, beside the window or beside a dialog that waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from models.domain.place import ATTACHMENTS

FIRST = "start"
DIALOGS: Mapping[str, str] = {  # the page for each kind of dialog
    "CompareDialog": "versions", "ExchangeDialog": "exchange", "ExportDialog": "exporting", "FacesDialog": "exporting",
    "LookDialog": "start", "MappingDialog": "importing", "MergeDialog": "exchange", "NewReportDialog": "start",
    "OrganDialog": "start", "PasswordDialog": "exchange", "PhrasesDialog": "phrases", "QMessageBox": "trouble",
    "ReplaceDialog": "filling", "SeriesDialog": "reports", "VersionsDialog": "versions",
}
PARTS: Mapping[str, str] = {  # the page for what lies around a part of the window
    "FindingsPanel": "checks", "FirstResponsiblePage": "duties", "MaterialsPanel": "materials",
    "PhrasePanel": "phrases", "PictureField": "pictures", "PreviewPanel": "exporting",
    "RedactionList": "publishing", "ReportPanel": "reports",
}
TASKS: Mapping[str, str] = {"duty": "duties", ATTACHMENTS: "pictures"}  # the page for what a task begins with


def page_at(place: QWidget | None, task: str = "") -> str:
    """Return the page of the help for `place`, the widget with the keyboard, on the page of `task` ("": none open)."""
    while place is not None:
        for kind in type(place).__mro__:
            if kind.__name__ in PARTS:
                return PARTS[kind.__name__]
        place = place.parentWidget()
    return TASKS.get(task.partition(":")[0], "filling") if task else FIRST


def page_of(dialog: QDialog) -> str:
    """Return the page of the help for `dialog`; the first one for a kind that has none."""
    return next((DIALOGS[kind.__name__] for kind in type(dialog).__mro__ if kind.__name__ in DIALOGS), FIRST)


def offer_help(dialog: QDialog) -> None:
    """Let F1 open the help beside `dialog`, which may keep all other windows from answering."""
    shortcut = QShortcut(QKeySequence("F1"), dialog)
    shortcut.activated.connect(partial(show_beside, dialog))


def show_beside(dialog: QDialog) -> None:
    """Open the help as a window of `dialog`, at its page: a window of its own can be used while it waits."""
    from ui.app.actions import action_wordings
    from ui.dialogs.help_dialog import HelpDialog

    own = Qt.FindChildOption.FindDirectChildrenOnly
    shown = dialog.findChild(HelpDialog, options=own) or HelpDialog(action_wordings(), dialog)
    shown.show_page(page_of(dialog))
    shown.show()
    shown.raise_()
    shown.activateWindow()
