"""The pictures of a Word file: each with the words before it and, when it is there, its 图题."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from models.domain.report import Picture
from models.errors import UserError
from models.importers.docx.drawings import Drawing
from models.importers.docx.markup import read_markup
from models.importers.docx.package import WordPackage
from models.importers.found_picture import FoundPicture
from models.importers.raw_line import RawLine
from models.text.pattern import Pattern

MOST = 30  # pictures of a file
_RELATIONS = "word/_rels/document.xml.rels"
_ENDINGS = (".png", ".jpg", ".jpeg", ".jpe", ".jfif")
_FULL_WIDTH = 150  # mm: from there on it is as wide as the text
_LEAST_WIDTH = 10
_CAPTION = Pattern(r"[\s\u3000]*附?图[ \u3000]*[\d一二三四五六七八九十]{1,3}(?:[-—－.．]\d+)?[\s\u3000：:.．、]+(\S.{0,50}[^。；])$")


class Taken(NamedTuple):
    """What was taken of a file: its pictures, the lines without their 图题, and notes on those that were not."""

    pictures: tuple[FoundPicture, ...]
    lines: tuple[RawLine, ...]
    notes: tuple[str, ...]
    seen: int  # how many of the drawings stand in lines, taken or not


def take_pictures(package: WordPackage, lines: Sequence[RawLine], drawings: Sequence[Drawing]) -> Taken:
    """Return the pictures of `lines`, whose numbers are those of `drawings`; what cannot be taken is noted."""
    files, refused = _files(package), _Refused()
    found: list[FoundPicture] = []
    captions: set[int] = set()
    before, behind_table, seen = "", False, 0
    texts: Counter[str] = Counter()
    for index, line in enumerate(lines):
        if line.text.strip() and index not in captions:
            behind_table = bool(line.cells)
            before = before if line.cells else line.text
            texts[line.text] += 1
        for number in line.pictures:
            seen += 1
            picture = _picture(package, drawings[number], files, refused, len(found))
            if picture is None:
                continue
            caption = _caption_under(lines, index) if number == line.pictures[-1] else None
            if caption is not None:
                captions.add(caption[0])
                picture = replace(picture, caption=caption[1])
            found.append(FoundPicture(picture, before, behind_table, max(0, texts[before] - 1)))
    kept = tuple(line for index, line in enumerate(lines) if index not in captions)
    return Taken(tuple(found), kept, refused.notes(), seen)


class _Refused:
    """The pictures that cannot be taken, by why."""

    def __init__(self) -> None:
        self.others: list[str] = []  # names of files that are neither PNG nor JPEG
        self.faults: list[str] = []
        self.beyond = 0

    def notes(self) -> tuple[str, ...]:
        """Return what to say of them, in Chinese."""
        notes = []
        if self.others:
            named = "、".join(dict.fromkeys(self.others))
            notes.append(f"图片 {len(self.others)} 张没有读入：不是 PNG 或 JPG（{named}），请另存为 PNG 后在程序里插入")
        if self.beyond:
            notes.append(f"图片太多，后面的 {self.beyond} 张没有读入")
        return (*notes, *(f"有图片没有读入：{fault}" for fault in dict.fromkeys(self.faults)))


def _picture(
    package: WordPackage, drawing: Drawing, files: dict[str, str], refused: _Refused, taken: int
) -> Picture | None:
    """Return the picture of `drawing`; None when it cannot be taken, which is told to `refused`."""
    from models.importers.picture import check_bytes, read_picture

    part = files.get(drawing.relation, "")
    name = posixpath.basename(part)
    if not part or not package.has(part):
        refused.faults.append("文件里缺了它的内容。")
    elif not name.lower().endswith(_ENDINGS):
        refused.others.append(name)
    elif taken >= MOST:
        refused.beyond += 1
    else:
        try:
            check_bytes(package.size(part), name)
            picture = read_picture(package.read(part), name)
        except UserError as error:
            refused.faults.append(error.message)
        except MemoryError:
            refused.faults.append(f"“{name}”太大。")
        else:
            width = 0 if drawing.width >= _FULL_WIDTH or not drawing.width else max(drawing.width, _LEAST_WIDTH)
            return replace(picture, width=width, alternative=drawing.told)
    return None


def _caption_under(lines: Sequence[RawLine], index: int) -> tuple[int, str] | None:
    """Return number and words of the 图题 under the picture in line `index`; None when it has none."""
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if line.pictures or line.cells:
            return None
        if line.text.strip():
            found = _CAPTION.match(line.text.rstrip())
            return (number, found.group(1)) if found else None
    return None


def _files(package: WordPackage) -> dict[str, str]:
    """Return the part that each relation of the document leads to; those that lead out of the file are left out."""
    files: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        target = attributes.get("Target", "")
        if tag == "Relationship" and target and attributes.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("word", target)
            files[attributes.get("Id", "")] = posixpath.normpath(path)

    if package.has(_RELATIONS):
        read_markup(package.read(_RELATIONS), start, lambda tag: None, lambda text: None)
    return files
