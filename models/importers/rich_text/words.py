"""The control words of RTF as far as text needs them."""

from __future__ import annotations

from typing import NamedTuple

CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u3000", "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "-": "",
}
BREAKS = frozenset(("par", "line", "page", "sect", "column", "softline", "softpage", "\n", "\r"))
NO_TEXT = frozenset((  # destinations without any text of the document
    "fonttbl", "colortbl", "info", "pict", "object", "objdata", "nonshppict", "fldinst", "listtable", "filetbl",
    "listoverridetable", "revtbl", "rsidtbl", "xe", "tc", "rxe", "bkmkstart", "bkmkend", "sp", "themedata", "pntxta",
    "pntxtb", "colorschememapping", "latentstyles", "datastore", "generator", "pgptbl", "nesttableprops", "upr",
    "nonesttables", "annotation", "atnid", "atnauthor", "atnref", "atndate", "atrfstart", "atrfend", "template",
))
RUNNING = frozenset(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))
ALLOWED_EXTRAS = frozenset(("shpinst", "shptxt", "ud", "pn", "nestrow"))  # written with \* but holding text
CODE_PAGES = {  # of the character sets of fonts
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 204: "cp1251", 238: "cp1250",
}


class State(NamedTuple):
    """What holds within a group.

    `aside` is why its text is left out, `silent` that it has none at all, `styles` that styles are being described.
    """

    silent: bool = False
    aside: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    skipped: int = 1  # characters that stand for one in Unicode, for programs that know none
    code_page: str = ""
    list_text: bool = False
    styles: bool = False
    boxes: int = 0  # text boxes around


def code_page(number: int) -> str:
    """Return Python's name of the Windows code page `number`; of GB 18030 for Chinese ones, of Latin when unknown."""
    if number in (936, 54936, 20936):
        return "gb18030"
    return f"cp{number}" if number in (437, 850, 874, 932, 949, 950, *range(1250, 1259)) else "cp1252"
