"""The order in which the schema of WordprocessingML wants children, and what in a file of ours does not keep to it.

Word calls a file damaged whose elements stand in another order; the lists are those of ISO/IEC 29500-1 (transitional)
as far as our files use them: an element that is not listed is reported too.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ORDER = {
    f"{W}pPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
                "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
                "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
                "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
                "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
    f"{W}rPr": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
                "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w",
                "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign",
                "rtl", "cs", "em", "lang"),
    f"{W}sectPr": ("headerReference|footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
                   "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg",
                   "textDirection", "bidi", "rtlGutter", "docGrid"),
    f"{W}tbl": ("tblPr", "tblGrid", "tr"),
    f"{W}tblPr": ("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
                  "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
    f"{W}tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
    f"{W}tblCellMar": ("top", "left", "bottom", "right"),
    f"{W}tr": ("tblPrEx", "trPr", "tc"),
    f"{W}trPr": ("cantSplit|trHeight|tblHeader|jc",),
    f"{W}tc": ("tcPr", "p|tbl"),
    f"{W}tcPr": ("cnfStyle", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
                 "tcFitText", "vAlign", "hideMark"),
    f"{W}body": ("p|tbl", "sectPr"),
    f"{W}settings": ("writeProtection", "view", "zoom", "removePersonalInformation", "embedTrueTypeFonts",
                     "mirrorMargins", "defaultTabStop", "evenAndOddHeaders", "drawingGridHorizontalSpacing",
                     "characterSpacingControl", "footnotePr", "endnotePr", "compat", "rsids", "themeFontLang",
                     "clrSchemeMapping", "decimalSymbol", "listSeparator"),
    f"{W}style": ("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
                  "unhideWhenUsed", "qFormat", "locked", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    f"{WP}anchor": ("simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapNone|wrapTopAndBottom",
                    "docPr", "cNvGraphicFramePr", "graphic"),
    f"{WP}inline": ("extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"),
}
PLACES = {parent: {name: place for place, names in enumerate(order) for name in names.split("|")}
          for parent, order in ORDER.items()}


def disorder(data: bytes) -> list[str]:
    """Return what in the Word file `data` is not as the schema wants it, in words; nothing in a valid one."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    return [fault for name, part in parts.items() if name.startswith("word/") for fault in _faults(name, part)]


def _faults(name: str, part: bytes) -> Iterator[str]:
    root = etree.fromstring(part)
    for element in root.iter(*PLACES):
        yield from _misplaced(name, element)
    for cell in root.iter(f"{W}tc", f"{W}txbxContent"):
        if cell[-1].tag != f"{W}p":
            yield f"{name}: {cell.tag} does not end in a paragraph"
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(len(row.findall(f"{W}tc")) != columns for row in table.findall(f"{W}tr")):
            yield f"{name}: a row of a table has another number of cells than the grid"
        nested = any(each.tag == f"{W}tbl" for each in table.iterancestors())
        if nested or table.find(f"{W}tblPr/{W}tblpPr") is not None:
            yield f"{name}: a table that floats or stands in another"
    numbers = [each.get("id") for each in root.iter(f"{WP}docPr")]
    if len(numbers) != len(set(numbers)):
        yield f"{name}: two drawings bear one number"


def _misplaced(name: str, element: etree._Element) -> Iterator[str]:
    """Yield the children of `element` that stand where they must not."""
    places, last = PLACES[element.tag], -1
    for child in element:
        local = etree.QName(child).localname
        place = places.get(local)
        if place is None or place < last:
            yield f"{name}: {etree.QName(element).localname} has {local} {'unlisted' if place is None else 'too late'}"
        last = max(last, place if place is not None else last)
