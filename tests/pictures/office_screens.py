"""The screens of office PCs on which the pictures are made."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

TASKBAR = 40  # logical pixels of the screen that a window cannot have


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of an office PC in physical pixels with its scale."""

    width: int
    height: int
    scale: float

    @property
    def window(self) -> tuple[int, int]:
        """The logical size of a maximised window."""
        return int(self.width / self.scale), int(self.height / self.scale) - TASKBAR


SCREENS = {
    "1366x768-100": Screen(1366, 768, 1.0),
    "1366x768-125": Screen(1366, 768, 1.25),
    "1920x1080-150": Screen(1920, 1080, 1.5),
    "1920x1080-200": Screen(1920, 1080, 2.0),
}


def use_screen(screen: Screen, folder: Path) -> None:
    """Let Qt, when it draws off screen, believe in `screen` without its taskbar: dialogs open as large as it allows."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        height = round(screen.height - TASKBAR * screen.scale)
        told = {"name": "PC", "x": 0, "y": 0, "width": screen.width, "height": height,
                "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        path = folder / "screen.json"
        path.write_text(json.dumps({"screens": [told]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
