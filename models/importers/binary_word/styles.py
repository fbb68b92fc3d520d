"""The paragraph styles of a file as far as reading needs them: heading levels and lists."""

from __future__ import annotations

import struct
from dataclasses import replace

from models.importers.binary_word.properties import ParagraphProperties, with_properties

_NO_BASE = 0xFFF
_PARAGRAPH = 1
_BUILT_IN_HEADINGS = range(1, 10)
_LIMIT = 4_096


class StyleSheet:
    """The paragraph styles by number."""

    def __init__(self, part: bytes) -> None:
        """Read the style sheet `part`, as far as it is whole."""
        self._bases: dict[int, int] = {}
        self._own: dict[int, ParagraphProperties] = {}
        self._read(part)

    def resolve(self, properties: ParagraphProperties) -> ParagraphProperties:
        """Return `properties` completed by the paragraph's style and the styles that one is based on."""
        style = properties.style
        seen: set[int] = set()
        while style in self._own and style not in seen:
            seen.add(style)
            own = self._own[style]
            if properties.outline is None:
                properties = replace(properties, outline=own.outline)
            if properties.list_use is None and own.list_use is not None:
                level = own.list_level if properties.list_level is None else properties.list_level
                properties = replace(properties, list_use=own.list_use, list_level=level)
            style = self._bases[style]
        return properties

    def _read(self, part: bytes) -> None:
        """Read the styles one after the other."""
        if len(part) < 6:
            return
        head, count, base_size = struct.unpack_from("<HHH", part)
        at = 2 + head
        for number in range(min(count, _LIMIT)):
            if at + 2 > len(part):
                return
            length, = struct.unpack_from("<H", part, at)
            self._read_style(number, part[at + 2:at + 2 + length], base_size)
            at += 2 + length

    def _read_style(self, number: int, style: bytes, base_size: int) -> None:
        """Read the description `style` of the style `number`."""
        if len(style) < max(base_size, 10) + 2:
            return
        built_in, kind = struct.unpack_from("<HH", style)
        if kind & 0xF != _PARAGRAPH:
            return
        built_in &= 0xFFF
        self._bases[number] = kind >> 4 & _NO_BASE
        own = ParagraphProperties(outline=built_in - 1 if built_in in _BUILT_IN_HEADINGS else None)
        letters, = struct.unpack_from("<H", style, base_size)
        at = base_size + 2 + 2 * letters + 2
        at += at % 2
        if at + 2 <= len(style):
            length, = struct.unpack_from("<H", style, at)
            own = with_properties(own, style[at + 4:at + 2 + length])
        self._own[number] = own
