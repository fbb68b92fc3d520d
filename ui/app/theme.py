"""The look of the window: one table of colours, made into a palette and a style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from models.resources import read_yaml, resource_path

WINDOW_SIZE = 13  # pixels: window text, writing, page title, captions
WRITING_SIZE = 14
TITLE_SIZE = 18
CAPTION_SIZE = 12
PAPER = "light"  # the usual look, and that of what is drawn on the white of a page
HALF = 127  # of the lightness of a colour
SHEETS = ("window.qss", "pages.qss")
STYLE = "fusion"
FACES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Source Han Sans SC")

_shown = PAPER  # the name of the look the program has


@dataclass(frozen=True, slots=True)
class Theme:
    """A look: its `name` and the colour of each token as #RRGGBB."""

    name: str
    tokens: Mapping[str, str]

    def color(self, token: str) -> QColor:
        """Return the colour of `token`; KeyError when the table has none."""
        return QColor(self.tokens[token])


@cache
def load_theme(name: str) -> Theme:
    """Return the look `name` of the token table; KeyError when the table has none."""
    return Theme(name, dict(read_yaml("qss", "tokens.yaml")[name]))


def shown_theme() -> Theme:
    """Return the look the program has now: ask anew for each painting, it can change."""
    return load_theme(_shown)


@cache
def style_sheet(theme_name: str = PAPER) -> str:
    """Return the style sheet of the program in the colours of `theme_name`."""
    rules = "".join(resource_path("qss", name).read_text(encoding="utf-8") for name in SHEETS)
    theme = load_theme(theme_name)
    tick = "tick_white" if theme.color("on_accent").lightness() > HALF else "tick_black"
    return Template(rules).substitute(theme.tokens, icons=resource_path("icons").as_posix(), tick=tick)


def palette(theme: Theme) -> QPalette:
    """Return the palette of `theme`, for what the style paints without a style sheet."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "background",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
    }
    for role, token in roles.items():
        made.setColor(role, theme.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("faint"))
    return made


def window_font() -> QFont:
    """Return the face and size of the window's text."""
    made = QFont()
    made.setFamilies(list(FACES))
    made.setPixelSize(WINDOW_SIZE)
    return made


@cache
def font_of(size: int, bold: bool = False) -> QFont:
    """Return the window's font in `size` pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font


def apply_theme(application: QApplication, name: str = PAPER) -> None:
    """Give the whole `application` the look `name`, at its start or later."""
    global _shown
    _shown = name
    if application.style().objectName() != STYLE:
        application.setStyle(STYLE)
    application.setPalette(palette(load_theme(name)))
    application.setFont(window_font())
    application.setStyleSheet(style_sheet(name))
