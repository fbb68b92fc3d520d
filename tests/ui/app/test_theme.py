"""The table of colours: everything that is read can be read."""

from __future__ import annotations

import re

import pytest

from models.resources import read_yaml, resource_path
from ui.app.theme import load_theme, palette, style_sheet

LOOKS = tuple(read_yaml("qss", "tokens.yaml"))
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "muted", "faint") for ground in ("card", "background")),
    *((ink, ground) for ink in ("ink", "muted") for ground in ("accent_soft", "must_soft", "check_soft", "done_soft")),
    *((mark, ground) for mark in ("accent", "must", "check", "done") for ground in ("card", "background")),
    ("accent", "accent_soft"), ("must", "must_soft"), ("check", "check_soft"), ("done", "done_soft"),
    ("on_accent", "accent"), ("on_accent", "accent_dark"),
]
CONTROL_PAIRS = [("field_border", "card"), ("accent", "card"), ("accent", "background")]


def luminance(color: str) -> float:
    parts = [int(color[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(look: str, text: str, ground: str) -> None:
    tokens = load_theme(look).tokens

    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("control", "ground"), CONTROL_PAIRS)
def test_controls_stand_out(look: str, control: str, ground: str) -> None:
    tokens = load_theme(look).tokens

    assert contrast(tokens[control], tokens[ground]) >= 3


def test_all_looks_have_the_same_tokens() -> None:
    assert {frozenset(load_theme(look).tokens) for look in LOOKS} == {frozenset(load_theme("light").tokens)}


@pytest.mark.parametrize("look", LOOKS)
def test_style_sheet_names_no_colour_of_its_own(look: str) -> None:
    template = resource_path("qss", "window.qss").read_text(encoding="utf-8")

    assert not re.findall(r"#[0-9A-Fa-f]{6}\b", template)
    assert "$" not in style_sheet(look)


def test_palette_uses_the_table() -> None:
    theme = load_theme("light")

    assert palette(theme).window().color() == theme.color("background")
