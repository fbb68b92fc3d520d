"""What a file is, told from its first bytes and not from its name."""

from __future__ import annotations

import re
from typing import IO

WORD = "docx"
TEXT = "text"
PDF = "pdf"
RICH_TEXT = "rtf"
WEB_PAGE = "html"
WEB_ARCHIVE = "mht"
BINARY_WORD = "doc"
OLE = "ole"
EXCHANGE = "交换文件"
READABLE = (WORD, TEXT, PDF, RICH_TEXT, WEB_PAGE, WEB_ARCHIVE, BINARY_WORD)
SUFFIXES = (".docx", ".doc", ".wps", ".rtf", ".txt", ".pdf", ".html", ".htm", ".mht")  # what such files are called
HEAD_LENGTH = 4096

_ZIP_NAME = 30  # where the name of the first member of a zip file stands
_EXCHANGE_NAME = b"manifest.json{\"format\":\"fzbg\""  # the first member of an exchange file, stored as it is
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", WORD),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"%PDF", PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"\x7fELF", "程序文件"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "快捷方式"),
    (b"Rar!\x1a", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"SQLite format 3\x00", "数据库文件"),
    (b"PK\x05\x06", "空的压缩包"),
    (b"\xdb\xa5-\x00", "很旧的 Word 文件（Word 2.0）"),
    (b"1\xbe\x00\x00", "很旧的写字板文件（.wri）"),
)
# signatures of two letters may also begin a text: only with NUL bytes after them
_BINARY_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "程序文件"), (b"BM", "图片"), (b"RIFF", "图片或音视频"),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (  # without regard to case
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|style"
     rb"|script|link|main|article|section|center|table|div|span|font|p|h[1-6])\b)", WEB_PAGE),
    (rb"Version:\d\.\d\s+StartHTML:", WEB_PAGE),  # as Windows keeps a copied web page
    (rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}mime-version:", WEB_ARCHIVE),
    (rb"\s*<\?xml\b", "XML 文件"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "加了密码的文件"),
    ("WordDocument", BINARY_WORD),
    ("Workbook", "旧版表格文件（.xls 或 .et）"),
    ("PowerPoint Document", "旧版演示文件（.ppt 或 .dps）"),
)
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/workbook", "表格文件（.xlsx）"),
    ("ppt/presentation", "演示文件（.pptx）"),
    ("OFD.xml", "OFD 版式文件"),
    ("content.xml", "OpenDocument 文件（.odt）"),
)


def kind_of_bytes(head: bytes) -> str:
    """Return one of READABLE (WORD for any zip file), OLE, or in Chinese what else the file beginning with `head` is.

    Of an OLE file the directory tells more (see kind_of_ole), of a zip file its members (see kind_of_members).
    """
    if head.startswith(_EXCHANGE_NAME, _ZIP_NAME):
        return EXCHANGE
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    for signature, name in _BINARY_SIGNATURES:
        if head.startswith(signature) and b"\x00" in head:
            return name
    narrow = _narrowed(head)
    if b"<" in narrow or b":" in narrow:  # no pattern fits without
        for pattern, name in _MARKUP:
            if re.match(pattern, narrow, re.I | re.S):
                return name
    return PDF if b"%PDF-" in head[:1024] else TEXT


def kind_of_ole(stream: IO[bytes]) -> str:
    """Return BINARY_WORD, or in Chinese what else the OLE file `stream` holds, told from the names in its directory."""
    data = stream.read()
    for name, kind in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return "旧版办公文件"


def kind_of_members(names: list[str]) -> str:
    """Return WORD, or in Chinese what the zip file with the members `names` is."""
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        return WORD
    for member, kind in _ZIP_MEMBERS:
        if any(name.startswith(member) for name in names):
            return kind
    return "压缩包"


def _narrowed(head: bytes) -> bytes:
    """Return `head` without its byte order mark; a text in UTF-16 as single bytes, so that its tags can be seen."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore").encode("ascii", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")
