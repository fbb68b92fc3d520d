"""What Qt leaves out of a PDF file: bookmarks, the author, and the right characters behind the glyphs.

Qt 6.8 names for each glyph the first character of the font that has it. In Chinese fonts 一 and the radical ⼀ share
a glyph, so copied text would hold radicals and searching for 一 would find nothing. For characters beyond the first
plane (𣲗) it names none; but it numbers the glyphs of a font in the order in which they are painted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject, DictionaryObject, Fit, IndirectObject, NameObject, StreamObject, TextStringObject,
)

from exporters.pages.placed import OutlineEntry, PagedDocument

PROGRAM = "法治年报助手"
POINTS_PER_MM = 72 / 25.4
_RANGE = re.compile(r"<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*(?:\[([^\]]*)\]|<([0-9A-F]+)>)")
_HEX = re.compile(r"<([0-9A-F]+)>")
FIRST_PLANE = "\uffff"
LONGEST_BLOCK = 100  # entries, by the specification of character maps
_BLOCK = re.compile(r"beginbfrange\n(.*?)endbfrange", re.DOTALL)


class BehindGlyphs(NamedTuple):
    """The characters behind glyphs: `corrected` returns that which was painted by the glyph of the one Qt names.

    `texts` has, for each font, one character a glyph, in the order in which they are painted.
    """

    corrected: Callable[[str], str]
    texts: tuple[str, ...] = ()


def finished(data: bytes, document: PagedDocument, behind: BehindGlyphs, now: datetime) -> bytes:
    """Return the PDF file `data` of `document`, made at `now`, completed."""
    reader = PdfReader(BytesIO(data))
    reader.root_object.pop("/Metadata")  # Qt's own, without the author: the properties stand in one place only
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = "%PDF-1.7"
    for font in _fonts(writer):
        stream = font["/ToUnicode"].get_object()
        assert isinstance(stream, StreamObject)
        stream.set_data(_character_map(stream.get_data().decode("ascii"), behind).encode("ascii"))
        writer._replace_object(font.raw_get("/ToUnicode"), stream.flate_encode())
    _add_outline(writer, document.outline, [page.height for page in document.pages])
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("zh-CN")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    stamp = now.strftime("D:%Y%m%d%H%M%S")
    writer.add_metadata({
        "/Title": document.title, "/Author": document.author, "/Creator": PROGRAM,
        "/CreationDate": stamp, "/ModDate": stamp,
    })
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _fonts(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Yield the fonts of the file that say which characters their glyphs stand for."""
    seen = set()
    for page in writer.pages:
        fonts = page["/Resources"].get_object().get("/Font", {})  # type: ignore[union-attr]
        for reference in fonts.get_object().values():
            font = reference.get_object()
            if id(font) not in seen and isinstance(font.raw_get("/ToUnicode"), IndirectObject):
                seen.add(id(font))
                yield font


def _character_map(text: str, behind: BehindGlyphs) -> str:
    """Return the character map `text` of a font with its characters corrected, and those it lacks added."""
    known = dict(_named(text, behind.corrected))

    def rewrite(block: re.Match[str]) -> str:
        lines = []
        for first, last, _, _ in _RANGE.findall(block.group(1)):
            named = " ".join(f"<{_hexadecimal(known[code])}>" for code in range(int(first, 16), int(last, 16) + 1))
            lines.append(f"<{first}> <{last}> [{named}]\n")
        return f"beginbfrange\n{''.join(lines)}endbfrange"

    added = [f"<{code:04X}> <{_hexadecimal(character)}>\n" for code, character in _unnamed(known, behind.texts)]
    blocks = "".join(
        f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n"
        for some in (added[start:start + LONGEST_BLOCK] for start in range(0, len(added), LONGEST_BLOCK)))
    return _BLOCK.sub(rewrite, text).replace("endcmap", f"{blocks}endcmap", 1)


def _named(text: str, corrected: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Yield the number of each glyph in the character map `text`, and its character, corrected."""
    for block in _BLOCK.findall(text):
        for first, last, listed, single in _RANGE.findall(block):
            start, end = int(first, 16), int(last, 16)
            codes = [int(each, 16) for each in _HEX.findall(listed)] or [
                int(single, 16) + step for step in range(end - start + 1)]
            for number, code in enumerate(codes, start):
                yield number, corrected(chr(code)) if code else "\0"


def _unnamed(known: dict[int, str], texts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the number and the character of each glyph that is not `known`, by the text that has all that are."""
    named = {number: character for number, character in known.items() if number}
    for text in texts:
        fits = max(named) <= len(text) if named else min(text, default="") > FIRST_PLANE
        if fits and all(text[number - 1] == each for number, each in named.items()):
            yield from ((number, each) for number, each in enumerate(text, 1) if number not in named)
            return


def _hexadecimal(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()


def _add_outline(writer: PdfWriter, outline: tuple[OutlineEntry, ...], heights: list[float]) -> None:
    """Add the bookmarks of `outline`, each under the last one of a higher level; `heights` are those of the pages."""
    parents: list[tuple[int, IndirectObject]] = []
    for entry in outline:
        while parents and parents[-1][0] >= entry.level:
            parents.pop()
        top = (heights[entry.page] - entry.y) * POINTS_PER_MM
        added = writer.add_outline_item(
            title=entry.text, page_number=entry.page, parent=parents[-1][1] if parents else None,
            fit=Fit.xyz(left=0, top=top))
        parents.append((entry.level, added))
