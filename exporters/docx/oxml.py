"""The only raw WordprocessingML: small functions that return XML text in the order the schema wants.

The document is put together as text and parsed once; that costs a tenth of building it node by node.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exporters.legal import DROPPED

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HINT = '<w:rFonts w:hint="eastAsia"/>'

_ESCAPES = DROPPED | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def declarations(*prefixes: str) -> str:
    """Return the namespace declarations of `prefixes`, of all known ones when none is named."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes or NAMESPACES)


def escape(text: str) -> str:
    """Return `text` as XML character data, without the characters XML cannot hold."""
    return text.translate(_ESCAPES)


def run(text: str, style: str = "", properties: str = "") -> str:
    """Return a run of `text`, a tab character as w:tab; `style` names a character style, empty means none."""
    pieces = text.split("\t")
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces)
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{named}{HINT}{properties}</w:rPr>{body}</w:r>"


def line_break() -> str:
    """Return a run that breaks the line inside a paragraph."""
    return "<w:r><w:br/></w:r>"


def page_field(text: str = "1") -> str:
    """Return the runs of a PAGE field that shows `text` until it is computed."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{text}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r><w:rPr>{HINT}</w:rPr>{part}</w:r>" for part in parts)


class Setting(NamedTuple):
    """What a paragraph adds to its style; None means as the style has it. Lengths in twips."""

    keep_next: bool = False
    new_page: bool = False
    before: int | None = None
    after: int | None = None
    line: int | None = None  # exact
    at_least: bool = False  # `line` is the least, and what is higher makes it higher
    left: int | None = None
    right: int | None = None
    right_characters: int | None = None  # hundredths of a 字
    hanging: int | None = None
    tabs: tuple[tuple[str, int], ...] = ()  # (left or right, position)
    align: str = ""  # as w:jc has it; empty means as the style has it


PLAIN = Setting()


def paragraph(style: str, content: str, setting: Setting = PLAIN) -> str:
    """Return a paragraph of `style` with the runs `content`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_setting(setting)}</w:pPr>{content}</w:p>'


def _setting(setting: Setting) -> str:
    """Return `setting` as children of w:pPr."""
    if setting is PLAIN:
        return ""
    parts = ["<w:keepNext/>"] if setting.keep_next else []
    if setting.new_page:
        parts.append("<w:pageBreakBefore/>")
    if setting.tabs:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{position}"/>' for kind, position in setting.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    spacing = _attributes(before=setting.before, after=setting.after, line=setting.line)
    if setting.line is not None:
        spacing += f' w:lineRule="{"atLeast" if setting.at_least else "exact"}"'
    if spacing:
        parts.append(f"<w:spacing{spacing}/>")
    indent = _attributes(
        left=setting.left, right=setting.right, rightChars=setting.right_characters, hanging=setting.hanging,
    )
    if indent:
        parts.append(f"<w:ind{indent}/>")
    if setting.align:
        parts.append(f'<w:jc w:val="{setting.align}"/>')
    return "".join(parts)


def _attributes(**values: int | None) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items() if value is not None)


class Rule(NamedTuple):
    """A ruled line of a table: weight in eighths of a point; 0 means none."""

    eighths: int = 0

    def xml(self, side: str) -> str:
        """Return the rule as the border `side`."""
        if not self.eighths:
            return f'<w:{side} w:val="nil"/>'
        return f'<w:{side} w:val="single" w:sz="{self.eighths}" w:space="0" w:color="000000"/>'


class Row(NamedTuple):
    """A table row: paragraphs of each cell as XML, its height in twips, and how it behaves at a page's end."""

    cells: tuple[str, ...]
    height: int
    header: bool = False  # repeated on every page


def table(
    widths: Sequence[int], rows: Iterable[Row], outer: Rule, inner: Rule, upright: bool, margin: int,
    centred: bool = False,
) -> str:
    """Return a table of fixed column `widths`; `upright` rules stand between and beside the columns too.

    It begins at the left edge of the 版心 unless it is `centred`.
    """
    sides = {"top": outer, "left": outer if upright else Rule(), "bottom": outer,
             "right": outer if upright else Rule(), "insideH": inner, "insideV": inner if upright else Rule()}
    borders = "".join(rule.xml(side) for side, rule in sides.items())
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", margin), ("bottom", 0), ("right", margin))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    place = '<w:jc w:val="center"/>' if centred else '<w:tblInd w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(_row(row, widths) for row in rows)}</w:tbl>"
    )


def _row(row: Row, widths: Sequence[int]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for content, width in zip(row.cells, widths, strict=True)
    )
    header = "<w:tblHeader/>" if row.header else ""
    return (f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{row.height}" w:hRule="atLeast"/>{header}</w:trPr>'
            f"{cells}</w:tr>")
