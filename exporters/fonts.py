"""Which faces of a layout this PC lacks. Word would put another in their place without a word."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache

from models.layout.layout import Layout

WINDOWS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_KIND = re.compile(r"\s*\((?:TrueType|OpenType|All res|VGA res|[^()]*)\)\s*$")


def missing_faces(layout: Layout, installed: frozenset[str] | None = None) -> tuple[str, ...]:
    """Return the faces of `layout` that are not among `installed`, by any of their names.

    None means the families of this PC; when those cannot be found out, nothing is reported missing.
    """
    known = installed_families() if installed is None else installed
    if not known:
        return ()
    faces = layout.faces
    return tuple(name for name in faces.names if known.isdisjoint((name, *faces.same_as(name))))


@cache
def installed_families() -> frozenset[str]:
    """Return the names of the font families of this PC; empty when they cannot be found out."""
    return _windows_families() if sys.platform == "win32" else _fontconfig_families()


def _fontconfig_families() -> frozenset[str]:
    try:
        listed = subprocess.run(
            ["fc-list", ":", "family"], capture_output=True, timeout=20, check=True
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


def _windows_families() -> frozenset[str]:
    if sys.platform != "win32":
        return frozenset()
    import winreg

    names: set[str] = set()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, WINDOWS_KEY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    names.update(families_of_entry(winreg.EnumValue(key, index)[0]))
        except OSError:  # a user without fonts of his own has no such key
            continue
    return frozenset(names)


def families_of_entry(entry: str) -> tuple[str, ...]:
    """Return the families of a Windows font `entry` such as 宋体 & 新宋体 (TrueType)."""
    return tuple(name.strip() for name in _KIND.sub("", entry).split("&"))
