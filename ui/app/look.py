"""Which look the program has: chosen at any time, in force at once, kept in a small file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui.app.theme import HALF, apply_theme, shown_theme
from ui.app.window_state import keep_small_file

FILE = "外观.txt"
AS_SYSTEM = "system"
LOOKS = {
    AS_SYSTEM: "跟随系统：系统用深色时也用深色",
    "light": "浅色",
    "dark": "深色：晚上写、怕刺眼时",
    "green": "护眼：豆沙绿底",
    "contrast": "高对比度：黑底白字",
}


def chosen_look(folder: Path) -> str:
    """Return the key of LOOKS kept in `folder`; that of the system when nothing, or nothing of use, is kept there."""
    with suppress(OSError, ValueError):
        look = (folder / FILE).read_text(encoding="utf-8")
        if look in LOOKS:
            return look
    return AS_SYSTEM


def keep_look(folder: Path, look: str) -> bool:
    """Keep `look` in `folder` and return whether that could be done."""
    return keep_small_file(folder / FILE, look)


def theme_of(look: str, dark: bool) -> str:
    """Return the name of the colour table for `look` on a system that is `dark` or not."""
    if look != AS_SYSTEM:
        return look
    return "dark" if dark else "light"


def show_look(look: str) -> None:
    """Give the whole program the `look`, a key of LOOKS, its open windows too."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = theme_of(look, _system_is_dark(application))
    if theme != shown_theme().name:
        from ui.app.icons import recolour_icons

        apply_theme(application, theme)
        recolour_icons()


def _system_is_dark(application: QApplication) -> bool:
    """Return whether the system asks for dark windows: Fusion's own palette follows it.

    QStyleHints.colorScheme says the same, but loads all of Qt's enumerations, 75 ms before the first window.
    """
    return application.style().standardPalette().window().color().lightness() <= HALF


def follow_system(application: QApplication, folder: Path) -> None:
    """Let the look change with the system's while the one kept in `folder` says so."""
    application.styleHints().colorSchemeChanged.connect(lambda _: show_look(chosen_look(folder)))


def ask_look(window: QWidget, folder: Path) -> None:
    """Ask in front of `window` which look the program is to have, and keep the answer in `folder`."""
    from ui.dialogs.look_dialog import LookDialog

    LookDialog(folder, window).open()
