"""What the work on a report needs, loaded while the clerk looks at the start page: at once it would be felt."""

from __future__ import annotations

from importlib import import_module

from PySide6 import QtGui, QtSvg, QtWidgets

from ui.app.collecting import keep
from ui.app.tasks import TaskQueue

# In order of want: the work window and its pages, then what one opens from there.
WANTED = (
    "models.settings", "models.standards.loader", "models.standards.installing", "models.samples",
    "models.manuscript.starting_sentences", "models.checks.runner", "ui.work_window", "ui.app.work_actions",
    "ui.app.pages_ahead", "ui.pages.factory", "ui.app.open_report", "ui.app.autosave", "ui.app.checking",
    "ui.app.versioning", "ui.app.banner", "ui.pages.head_page", "ui.pages.introduction_page", "ui.pages.topics_page",
    "ui.pages.problems_page", "ui.pages.plan_page", "ui.pages.first_responsible_page", "ui.pages.duty_page",
    "ui.pages.duty_overview", "ui.pages.attachments_page", "ui.pages.signature_page", "ui.preview.preview_panel",
    "ui.preview.paging", "ui.preview.following", "exporters.export", "ui.app.export_flow", "ui.app.replacing",
    "ui.app.version_flow", "ui.app.phrasing", "ui.dialogs.help_dialog",
)


def load_ahead(queue: TaskQueue, names: tuple[str, ...] = WANTED) -> None:
    """Load the modules `names` in the worker of `queue`, one after the other: what else is asked of it goes between.

    What else takes time when it is first wanted comes last.
    One that cannot be loaded is left for when it is wanted, where its trouble is told.
    """

    def go_on(_: object) -> None:
        if names:
            load_ahead(queue, names[1:])
        else:
            keep()

    queue.run((lambda: import_module(names[0])) if names else _look_ahead, go_on, go_on)


def _look_ahead() -> None:
    """Make the classes of Qt and find the faces of this PC."""
    from exporters.fonts import installed_families

    make_classes()
    installed_families()


def make_classes() -> None:
    """Make the classes of Qt that are wanted and not made yet, each with its enumerations.

    PySide makes them when they are first asked for: all heirs of QWidget when a method returns one, and 169 names of
    gradients when something is filled. At once that takes 50 ms.
    """
    for module, names in ((QtWidgets, dir(QtWidgets)), (QtGui, ("QGradient", "QWindow")), (QtSvg, ("QSvgRenderer",))):
        for name in names:
            getattr(module, name)
