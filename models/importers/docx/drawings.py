"""The pictures that the tags of a Word file tell of, before their files are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from models.importers.docx.styles import whole_number

EMU_PER_MM = 36000
TAGS = frozenset({"extent", "docPr", "blip"})


class Drawing(NamedTuple):
    """A picture: the relation to its file, its width in millimetres (0: not told) and what it shows."""

    relation: str
    width: int
    told: str


class Drawings:
    """Collects the pictures of a document in order."""

    def __init__(self) -> None:
        self.found: list[Drawing] = []
        self._width = 0
        self._told = ""

    def take(self, name: str, attributes: Mapping[str, str]) -> int | None:
        """Take the tag `name`; return the number of the picture that it completes, None when it completes none.

        A picture that lies outside the file is none.
        """
        if name == "extent":
            self._width = round((whole_number(attributes.get("cx", "")) or 0) / EMU_PER_MM)
        elif name == "docPr":
            self._told = attributes.get("descr", "").strip()
        elif attributes.get("embed"):
            self.found.append(Drawing(attributes["embed"], self._width, self._told))
            self._width, self._told = 0, ""
            return len(self.found) - 1
        return None
