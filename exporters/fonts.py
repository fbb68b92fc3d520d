"""Which faces of a layout this PC lacks, and which file stands in for a face."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
    return frozenset(name for entry, _ in _windows_entries() for name in families_of_entry(entry))


def _windows_entries() -> tuple[tuple[str, str], ...]:
    """Return the fonts that Windows lists: what each is called, and its file."""
    if sys.platform != "win32":
        return ()
    import winreg

    entries: list[tuple[str, str]] = []
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, WINDOWS_KEY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    name, file, _ = winreg.EnumValue(key, index)
                    entries.append((name, str(file)))
        except OSError:  # a user without fonts of his own has no such key
            continue
    return tuple(entries)


def families_of_entry(entry: str) -> tuple[str, ...]:
    """Return the families of a Windows font `entry` such as 宋体 & 新宋体 (TrueType)."""
    return tuple(name.strip() for name in _KIND.sub("", entry).split("&"))


class FontFile(NamedTuple):
    """A font: its file, and which one it is in a file that holds several."""

    path: Path
    number: int = 0


def font_files(layout: Layout) -> dict[str, FontFile]:
    """Return the file that each face of `layout` is drawn from on this PC; a face without one is left out."""
    faces = layout.faces
    names = {name: (name, *faces.same_as(name), *faces.relatives_of(name)) for name in faces.names}
    return files_of_entries(names, _windows_entries()) if sys.platform == "win32" else _fontconfig_files(faces.names)


def files_of_entries(
    names: Mapping[str, tuple[str, ...]], entries: tuple[tuple[str, str], ...]
) -> dict[str, FontFile]:
    """Return the file of each face by Windows' list `entries`; `names` are those each face goes by, nearest first."""
    folder = os.environ.get("WINDIR", r"C:\Windows")  # a font of the user's own is named with its whole path
    known: dict[str, FontFile] = {}
    for entry, file in entries:
        for index, family in enumerate(families_of_entry(entry)):
            known.setdefault(family, FontFile(Path(folder, "Fonts", file), index))
    chosen = {face: next((known[name] for name in others if name in known), None) for face, others in names.items()}
    return {face: file for face, file in chosen.items() if file is not None}


def _fontconfig_files(faces: tuple[str, ...]) -> dict[str, FontFile]:
    """Return the files fontconfig takes for `faces`, asked for all at once."""
    files = {}
    try:
        asked = {face: subprocess.Popen(["fc-match", "--format", "%{file}\n%{index}", face], stdout=subprocess.PIPE)
                 for face in faces}
    except OSError:
        return {}
    for face, process in asked.items():
        try:
            answer = process.communicate(timeout=20)[0].decode("utf-8", "replace").split("\n")
        except subprocess.SubprocessError:
            process.kill()
            continue
        if len(answer) == 2 and answer[0] and answer[1].isdecimal():
            files[face] = FontFile(Path(answer[0]), int(answer[1]))
    return files
