"""Damaged and hostile files made of good ones, the same for the same seed: bytes, zips, XML, PDF, OLE, HTML, RTF."""

from __future__ import annotations

import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

from foreign_files import NAMESPACES, a_document, a_package, a_paragraph

Mutate: TypeAlias = Callable[[random.Random, bytes], bytes]
_HUGE = (0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0, 1, 0x00FFFFFF, 0xFFFF)
_LAUGHS = "".join("<!ENTITY l%d \"%s\">" % (number, f"&l{number - 1};" * 10) for number in range(1, 10))
DOCTYPES = (
    f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', f'<!DOCTYPE x [<!ENTITY q "{"q" * 50_000}">]>',
)
_PATHS = (
    "../../evil", "/etc/evil", "C:\\evil", "word\\document.xml", "word/../word/document.xml", "\\\\host\\share",
    "a\x00b",
)


def any_bytes(rng: random.Random, data: bytes) -> bytes:
    """Return `data` with bits flipped, pieces cut, doubled, swapped, or numbers made huge."""
    whole = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        _damage(rng, whole)
    return bytes(whole)


def _damage(rng: random.Random, whole: bytearray) -> None:
    """Damage `whole` at one place."""
    if not whole:
        return
    place = rng.randrange(len(whole))
    length = min(len(whole) - place, rng.choice((1, 4, 64, 512, 4096)))
    way = rng.randrange(8)
    if way == 0:
        whole[place] ^= 1 << rng.randrange(8)
    elif way == 1:
        del whole[place:len(whole) if rng.random() < 0.3 else place + length]
    elif way == 2:
        whole[place:place] = whole[place:place + length] * rng.choice((1, 2, 50))
    elif way == 3:
        whole[place:place + length] = rng.randbytes(length)
    elif way == 4:
        whole[place:place + length] = bytes([rng.choice((0, 255))]) * length
    elif way == 5:
        _put(whole, place & ~1, rng.choice(_HUGE))
    elif way == 6:
        other = rng.randrange(len(whole))
        whole[place:place + length], whole[other:other + length] = (
            whole[other:other + length], whole[place:place + length])
    else:
        whole[place] = rng.randrange(256)


def a_spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Return the beginning of `data` with the end of `other`."""
    return data[:rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1):]


def markup(rng: random.Random, text: str) -> str:
    """Return the XML or HTML `text` with tags doubled, lost, nested deep, numbers made huge, entities slipped in."""
    for _ in range(rng.choice((1, 2, 4))):
        tags = list(re.finditer(r"<[^<>]{1,300}>", text[:200_000]))
        if not tags:
            return text
        tag = rng.choice(tags)
        begin, end = tag.span()
        way = rng.randrange(9)
        if way == 0:
            text = text[:begin] + text[end:]
        elif way == 1:
            text = text[:end] + tag.group() * rng.choice((1, 1, 40, 40, 400, 12_000)) + text[end:]
        elif way == 2:
            other = rng.choice(tags)
            text = text[:begin] + other.group() + text[end:]
        elif way == 3:
            text = text[:begin] + rng.choice(DOCTYPES) + text[begin:]
        elif way == 4:
            entity = rng.choice(("&e;", "&l9;", "&#0;", "&#xD800;", "&nbsp;", "\x01", "]]>", "<"))
            text = text[:end] + entity + text[end:]
        elif way == 5:
            number = rng.choice(("999999999", "-1", "4294967296", "99999999999999999999", "NaN", ""))
            text = text[:begin] + re.sub(r"\"\d+\"", f'"{number}"', tag.group()) + text[end:]
        elif way == 6:
            text = text[:end] + text[begin:begin + 4_000] * rng.choice((1, 5, 100)) + text[end:]
        elif way == 7:
            text = text[:begin] + text[begin:].replace("</", "<", rng.choice((1, 10)))
        else:
            text = text[:end] + "法" * rng.choice((10, 10, 5_000, 200_000)) + text[end:]
    return text


def word_package(rng: random.Random, data: bytes) -> bytes:
    """Return the zip `data` with one of its members changed, renamed, doubled, bombed or mislabelled."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    name = rng.choice([*members, "word/document.xml", "word/document.xml"])
    way = rng.randrange(10)
    if way < 5:
        members[name] = markup(rng, members[name].decode("utf-8", "replace")).encode("utf-8", "replace")
    elif way == 5:
        members[rng.choice(_PATHS)] = members.pop(name)
    elif way == 6:
        members[name] = any_bytes(rng, members[name])
    elif way == 7:
        members.pop(name)
    elif way == 8:
        members[f"word/more{rng.randrange(9)}.xml"] = b"<a>" + b" " * (rng.choice((1, 1, 19, 25)) << 20)
    else:
        encoding = rng.choice(("utf-16", "gb18030", "utf-7"))
        members[name] = members[name].decode("utf-8", "replace").encode(encoding, "replace")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in members.items():
            package.writestr(zipfile.ZipInfo(each.partition("\x00")[0] or "x"), content, zipfile.ZIP_DEFLATED)
    return _relabelled(rng, stream.getvalue()) if rng.random() < 0.2 else stream.getvalue()


def _relabelled(rng: random.Random, data: bytes) -> bytes:
    """Return the zip `data` whose directory lies: sizes of a gigabyte, flags, methods, places, counts."""
    whole = bytearray(data)
    entries = [found.start() for found in re.finditer(rb"PK\x01\x02", data)]
    for entry in rng.sample(entries, rng.randrange(1, len(entries) + 1)):
        offset, value = rng.choice((
            (24, 1 << 30), (20, 1 << 30), (24, 3), (8, 1), (10, 99), (42, 0xFFFFFF), (28, 0xFFFF)))
        struct.pack_into("<I" if offset in (20, 24, 42) else "<H", whole, entry + offset, value)
    return bytes(whole)


def deep_word(rng: random.Random, _: bytes) -> bytes:
    """Return a Word file of tables in tables, boxes in boxes, or far too much of something."""
    depth = rng.choice((20, 60, 90, 5_000))
    return rng.choice((
        lambda: a_package("<w:tbl><w:tr><w:tc>" * depth + a_paragraph("正文") + "</w:tc></w:tr></w:tbl>" * depth),
        lambda: a_package(a_paragraph(runs="<w:r><wps:txbxContent>" * depth + "</wps:txbxContent></w:r>" * depth)),
        lambda: a_package("<w:sdt><w:sdtContent>" * depth + a_paragraph("正文") + "</w:sdtContent></w:sdt>" * depth),
        lambda: a_package(a_paragraph("一、法治") * rng.choice((2_000, 70_000))),
        lambda: a_package(a_paragraph(runs="<w:r><w:t>法</w:t></w:r>" * 30_000)),
        lambda: a_package(parts={
            "word/document.xml": f"<?xml version='1.0'?>{rng.choice(DOCTYPES)}{a_document('')[38:]}"}),
        lambda: a_package(a_paragraph("正文"), {"word/styles.xml": f"<w:styles {NAMESPACES}>" + "".join(
            f'<w:style w:styleId="s{each}"><w:basedOn w:val="s{(each + 1) % 300}"/></w:style>' for each in range(300))
            + "</w:styles>"}),
    ))()


def pdf(rng: random.Random, data: bytes) -> bytes:
    """Return the PDF `data` with references turned in circles, numbers made huge, arrays nested, streams exchanged."""
    way = rng.randrange(7)
    if way == 0:
        return re.sub(rb"\b\d+ 0 R", lambda found: b"%d 0 R" % rng.randrange(1, 12), data, count=rng.choice((1, 3, 40)))
    if way == 1:
        number = rng.choice((b"-1", b"999999999", b"4294967295", b"0", b"1e99"))
        keys = rb"(/(?:Length|Count|Size|W|Index|First|N|Prev|Rotate|DW|Columns|Width|Height)\s*)\d+"
        return re.sub(keys, lambda found: found[1] + number, data, count=rng.choice((1, 2, 9)))
    if way == 2:
        deep = rng.choice((b"[", b"<<", b"<</A ", b"(")) * rng.choice((50, 600, 100_000))
        return re.sub(rb"/Resources|/MediaBox|/Font\b", lambda found: b"/X " + deep + found.group(), data, count=1)
    if way == 3:
        place = data.find(b"stream")
        return data[:place] + any_bytes(rng, data[place:]) if place >= 0 else data
    if way == 4:
        return re.sub(rb"/FlateDecode|/ASCIIHexDecode", lambda _: rng.choice((
            b"/LZWDecode", b"/RunLengthDecode", b"[" + b"/FlateDecode " * 60 + b"]", b"/JBIG2Decode", b"/DCTDecode",
            b"/Crypt", b"/JPXDecode", b"/CCITTFaxDecode")), data, count=rng.choice((1, 3)))
    if way == 5:
        return data.replace(b"startxref", b"startxref\n%d\nstartxref" % rng.randrange(len(data)))
    return any_bytes(rng, data)


def hostile_pdf(rng: random.Random, _: bytes) -> bytes:
    """Return a PDF made to hurt: bombs, forms that hold themselves, page trees without end, seas of text."""
    unit = rng.choice((b" ", b"BT ET ", b"q ", b"0 0 m 9 9 l S "))
    bomb = zlib.compress(unit * rng.choice((1 << 16, 1 << 21, 1 << 25)), 1)
    drawn = rng.choice((
        "/X Do", "BT /F 12 Tf 50 700 Td " + "<4e004e8c> Tj " * rng.choice((10, 50_000)) + "ET", "q " * 100_000,
        "BT /F 1e30 Tf 1e30 -1e30 Td <4e004e8c4e094e8c> Tj ET", "[" * 50_000, "BI /W 99999 /H 99999 /BPC 8 ID x EI",
    ))
    tree = rng.choice(("/Kids[3 0 R]", "/Kids[2 0 R]", "/Kids[3 0 R 2 0 R 3 0 R]", "/Kids[" + "3 0 R " * 600 + "]"))
    page = ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %s"
            "/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>>>")
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {rng.choice((1, 3, 600, 2147483647))}{tree}>>".encode(),
        (page % rng.choice(("4 0 R", "7 0 R", "[4 0 R 4 0 R 7 0 R]"))).encode(),
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 12>>"
        b"stream\n/X Do /X Do \nendstream",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(bomb) + bomb + b"\nendstream",
    ]
    body = b"%PDF-1.5\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer\n<</Root 1 0 R/Size 8>>\nstartxref\n0\n%%EOF"


def binary_word(rng: random.Random, data: bytes) -> bytes:
    """Return the .doc `data` with its allocation, directory or tables made to lie."""
    whole = bytearray(data)
    sectors = len(data) // 512 - 1
    for _ in range(rng.choice((1, 2, 6))):
        area = rng.randrange(4)
        if area == 0:  # header: counts and first sectors
            place = rng.choice((30, 44, 48, 56, 60, 64, 68, 72, 76, 80))
            _put(whole, place, rng.choice((*_HUGE, rng.randrange(sectors))))
        elif area == 1:  # allocation: chains in circles and astray
            first, = struct.unpack_from("<I", data, 76)
            _put(whole, (first + 1) * 512 + 4 * rng.randrange(128), rng.choice(
                (rng.randrange(sectors), 0xFFFFFFFE, 0xFFFFFFFF, rng.randrange(1 << 31))))
        elif area == 2:  # head of the document
            place = max(0, data.find(b"\xec\xa5"))
            _put(whole, place + 2 * rng.randrange(450), rng.choice((*_HUGE, rng.randrange(1 << 16))))
        else:
            _damage(rng, whole)
    return bytes(whole)


def _put(whole: bytearray, place: int, number: int) -> None:
    """Write `number` at `place` of `whole` when it fits in."""
    if place + 4 <= len(whole):
        struct.pack_into("<I", whole, place, number)


def text(rng: random.Random, data: bytes) -> bytes:
    """Return the text `data` with one piece of it, or a mark, repeated beyond measure, or in another encoding."""
    marks = ("一、", "（", "“", "#", "*", "1.", "。", " ", "\u3000", "9", "附件：", "共", "其中", "\n", "：", "、", "2024年", "|")
    words = data.decode("utf-8", "replace")
    place = rng.randrange(len(words) + 1)
    piece = rng.choice((rng.choice(marks), words[place:place + rng.choice((1, 9, 200))]))
    words = words[:place] + piece * rng.choice((10, 10, 1_000, 100_000 // max(1, len(piece)))) + words[place:]
    encoding = rng.choice(("utf-8", "utf-8", "gb18030", "utf-16", "utf-16-be", "utf-32", "big5"))
    made = words.encode(encoding, "replace")
    return any_bytes(rng, made) if rng.random() < 0.5 else made


def rich_text(rng: random.Random, data: bytes) -> bytes:
    """Return the RTF `data` with groups nested, words repeated, numbers made huge."""
    words = re.findall(rb"\\[a-z]+-?\d*|[{}]", data[:20_000])
    place = rng.randrange(len(data) + 1)
    inserted = rng.choice(words) * rng.choice((1, 30, 9_000))
    made = data[:place] + inserted + data[place:]
    number = rng.choice((b"-1", b"9999999999", b"65536", b""))
    return re.sub(rb"(?<=[a-z])-?\d+", lambda _: number, made, count=rng.choice((0, 1, 5)) or 1)
