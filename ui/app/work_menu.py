"""The menu of the work window: what one does with the whole report, and the rest by kind in menus below it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

Groups = tuple[tuple[str, ...], ...]

WHOLE: Groups = (
    ("new", "open", "close"),
    ("save", "preview", "print", "export", "exchange", "versions"),
)
KINDS: tuple[tuple[str, Groups], ...] = (
    ("编辑(&B)", (
        ("undo", "redo"), ("find", "find_next", "find_previous", "replace"), ("phrases",), ("recent", "last_edit"))),
    ("问题(&C)", (
        ("review", "next_problem", "previous_problem", "next_spot"), ("fix_problem", "fix_alike", "dismiss_problem"))),
    ("任务(&T)", (("previous_task", "next_task", "next_open", "mark_done"), ("targets", "next_pane"))),
    ("显示(&V)", (
        ("focus", "fold_tasks", "fold_side"), ("larger_text", "smaller_text", "usual_text"),
        ("look", "size", "faces"))),
)
END: Groups = (("tour", "help"), ("quit",))


def fill_menu(menu: QMenu, actions: dict[str, QAction]) -> None:
    """Put `actions` into `menu`, each where it belongs."""
    _add(menu, WHOLE, actions)
    menu.addSeparator()
    for title, groups in KINDS:
        _add(menu.addMenu(title), groups, actions)
    menu.addSeparator()
    _add(menu, END, actions)


def _add(menu: QMenu, groups: Groups, actions: dict[str, QAction]) -> None:
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for name in group:
            menu.addAction(actions[name])
