"""Every file that is no readable report is answered with one clear Chinese sentence, without a trace."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest
from foreign_files import CONTENT_TYPES, NAMESPACES, a_document, a_package, a_paragraph, a_zip

from models.errors import UserError
from models.importers import read_report

Maker = Callable[[], bytes]
WORDS = "一、主要举措和成效。" * 20
GOOD = a_package(a_paragraph(WORDS) * 40)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
DOCTYPE = '<?xml version="1.0"{}?><!DOCTYPE x [<!ENTITY a "b">]>'


def ole_with(name: str) -> Maker:
    """Return the maker of an OLE file whose directory names the stream `name`."""
    return lambda: OLE + name.encode("utf-16-le") + b"\x00" * 600


def with_doctype(part: str, encoding: str = "utf-8") -> Maker:
    """Return the maker of a Word file whose `part` declares a DOCTYPE."""
    text = DOCTYPE.format(f' encoding="{encoding}"') + f"<w:document {NAMESPACES}><w:body/></w:document>"
    return lambda: a_package(a_paragraph(WORDS), {part: text.encode(encoding)})


def cut(share: float) -> Maker:
    """Return the maker of a good file that ends after `share` of its bytes."""
    return lambda: GOOD[:int(len(GOOD) * share)]


def flipped(seed: int) -> Maker:
    """Return the maker of a good file with its middle overwritten at random."""

    def make() -> bytes:
        data = bytearray(GOOD)
        rng = random.Random(seed)
        for place in range(len(data) // 3, len(data)):
            data[place] = rng.randrange(256)
        return bytes(data)

    return make


def raw_document(text: str) -> Maker:
    """Return the maker of a Word file whose document.xml is `text`."""
    return lambda: a_package(parts={"word/document.xml": text})


def flagged_as_encrypted() -> bytes:
    """Return a zip file whose members say they are encrypted."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def with_size(offset: int, value: int) -> Maker:
    """Return the maker of a zip file whose directory says `value` for a size: at 24 unpacked, at 20 packed."""

    def make() -> bytes:
        data = bytearray(GOOD)
        for place in range(len(data) - 4):
            if data[place:place + 4] == b"PK\x01\x02":
                data[place + offset:place + offset + 4] = struct.pack("<I", value)
        return bytes(data)

    return make


def with_bomb(megabytes: int, parts: int = 1) -> Maker:
    """Return the maker of a small file that unpacks to `parts` parts of `megabytes` each."""
    return lambda: a_package(a_paragraph("正文"), {
        f"word/part{number}.xml": b"<a>" + b" " * (megabytes << 20) + b"</a>" for number in range(parts)})


def duplicated() -> bytes:
    """Return a zip file with two members of one name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        for number in (1, 2):
            with pytest.warns(UserWarning) if number == 2 else nullcontext():
                package.writestr("word/document.xml", a_document(a_paragraph("正文")))
    return stream.getvalue()


BAD: dict[str, tuple[Maker, str]] = {
    "empty": (lambda: b"", "空文件"),
    "blanks": (lambda: " \n\u3000\n\t".encode(), "没有文字"),
    "controls": (lambda: bytes(range(1, 9)) * 50, "没有文字"),
    "zeros": (lambda: b"\x00" * 5000, "没有文字"),
    "lone surrogates": (lambda: b"\xed\xa0\x80" * 3, ""),
    "binary": (lambda: random.Random(1).randbytes(4000), ""),
    "binary 2": (lambda: random.Random(2).randbytes(90_000), ""),
    "binary after text": (lambda: WORDS.encode() + random.Random(3).randbytes(20_000), ""),
    "30 MB of text": (lambda: "法治政府建设。\n".encode() * (30 << 20 >> 4) + b" " * (12 << 20), "不能超过 10 MB"),
    "long text": (lambda: "法治政府建设年度报告".encode() * 250_000, "万字"),
    "many lines": (lambda: b"a\n" * 70_000, "万段"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 900, "PDF 文件"),
    "pdf after blanks": (lambda: b"\n\n%PDF-1.4\n" + b"x" * 900, "PDF 文件"),
    "rtf without text": (lambda: rb"{\rtf1\ansi{\info hello}}", "没有文字"),
    "html without text": (lambda: b"<!DOCTYPE html><html><body><script>1</script></body></html>", "没有文字"),
    "html with mark": (lambda: b"\xef\xbb\xbf\n<html><head></head></html>", "没有文字"),
    "mht without page": (lambda: b"From: <x>\nMIME-Version: 1.0\nContent-Type: image/png\n\nx", "没有网页正文"),
    "11 MB of html": (lambda: b"<html>" + b"a " * (11 << 19), "网页文件不能超过 10 MB"),
    "flat xml": (lambda: b'<?xml version="1.0"?><pkg:package/>', "XML 文件"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 300, "图片"),
    "jpeg": (lambda: b"\xff\xd8\xff\xe0" + b"\x00" * 300, "图片"),
    "gif": (lambda: b"GIF89a" + b"\x00" * 300, "图片"),
    "bmp": (lambda: b"BM" + b"\x00" * 300, "图片"),
    "tiff": (lambda: b"II*\x00" + b"\x00" * 300, "图片"),
    "webp": (lambda: b"RIFF\x00\x00\x00\x00WEBP" + b"\x00" * 300, "图片"),
    "exe": (lambda: b"MZ\x90\x00" + b"\x00" * 300, "程序文件"),
    "elf": (lambda: b"\x7fELF" + b"\x00" * 300, "程序文件"),
    "shortcut": (lambda: b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 300, "快捷方式"),
    "rar": (lambda: b"Rar!\x1a\x07\x01\x00" + b"\x00" * 300, "压缩包"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + b"\x00" * 300, "压缩包"),
    "gzip": (lambda: b"\x1f\x8b\x08\x00" + b"\x00" * 300, "压缩包"),
    "database": (lambda: b"SQLite format 3\x00" + b"\x00" * 300, "数据库文件"),
    "empty zip": (lambda: b"PK\x05\x06" + b"\x00" * 18, "压缩包"),
    "old doc": (ole_with("WordDocument"), "旧版 Word 文件"),
    "old xls": (ole_with("Workbook"), "旧版表格文件"),
    "old ppt": (ole_with("PowerPoint Document"), "旧版演示文件"),
    "encrypted docx": (ole_with("EncryptedPackage"), "加了打开密码"),
    "other ole": (lambda: OLE, "旧版办公文件"),
    "xlsx": (lambda: a_zip({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<a/>"}), "表格文件（.xlsx）"),
    "pptx": (lambda: a_zip({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<a/>"}), "演示文件（.pptx）"),
    "ofd": (lambda: a_zip({"OFD.xml": "<a/>"}), "OFD 版式文件"),
    "odt": (lambda: a_zip({"content.xml": "<a/>", "mimetype": "x"}), "OpenDocument 文件"),
    "plain zip": (lambda: a_zip({"报告.txt": "正文"}), "压缩包"),
    "zip without document": (lambda: a_zip({"word/styles.xml": "<a/>"}), "没有正文"),
    **{f"cut at {share:.2f}": (cut(share), "") for share in (0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 0.99)},
    **{f"flipped {seed}": (flipped(seed), "") for seed in range(4)},
    "encrypted members": (flagged_as_encrypted, "密码"),
    "size too small": (with_size(24, 7), "损坏"),
    "a gigabyte unpacked": (with_size(24, 1 << 30), "过大"),
    "a gigabyte packed": (with_size(20, 1 << 30), "大小是假的"),
    "media alone": (lambda: a_zip({"word/media/a.xml": "<a/>"}), "没有正文"),
    "duplicate members": (duplicated, "重名"),
    "2,001 members": (lambda: a_package(parts={f"word/a{number}.bin": "" for number in range(2001)}), "过多"),
    "bomb in one part": (with_bomb(24), "过大"),
    "bomb in many parts": (with_bomb(12, 18), "过大"),
    **{f"doctype in {part}": (with_doctype(part), "DOCTYPE") for part in (
        "word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml",
        "word/_rels/document.xml.rels", "docProps/core.xml", "customXml/item1.xml")},
    "doctype in utf-16": (with_doctype("word/document.xml", "utf-16"), "DOCTYPE"),
    "doctype in utf-16 styles": (with_doctype("word/styles.xml", "utf-16"), "DOCTYPE"),
    "doctype in latin": (with_doctype("word/document.xml", "iso-8859-1"), "DOCTYPE"),
    "laughs": (raw_document('<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>'), "DOCTYPE"),
    "entity from outside": (raw_document('<!DOCTYPE l [<!ENTITY x SYSTEM "file:///x">]><l>&x;</l>'), "DOCTYPE"),
    "empty document part": (raw_document(""), "损坏"),
    "cut document part": (raw_document(a_document(a_paragraph(WORDS))[:-30]), "损坏"),
    "no xml": (raw_document("hello"), "损坏"),
    "unknown encoding": (raw_document('<?xml version="1.0" encoding="klingon"?><a/>'), "损坏"),
    "undefined entity": (raw_document(a_document(a_paragraph("a&nbsp;b"))), "损坏"),
    "control character": (raw_document(a_document(a_paragraph("a\x01b"))), "损坏"),
    "nested 10,000 deep": (raw_document("<a>" * 10_000 + "</a>" * 10_000), "嵌套过深"),
    "document without text": (lambda: a_package(a_paragraph("") * 5), "没有文字"),
    "strange root": (raw_document("<html><body>报告</body></html>"), "没有文字"),
    "60,001 paragraphs": (lambda: a_package("<w:p/>" * 60_001), "万段"),
    "100,000 paragraphs": (lambda: a_package(a_paragraph("法治") * 100_000), "万段"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_answered_with_one_chinese_sentence(name: str, tmp_path: Path) -> None:
    make, expected = BAD[name]
    path = tmp_path / "报告.docx"
    path.write_bytes(make())

    with pytest.raises(UserError) as refused:
        read_report(path)

    assert expected in refused.value.message
    assert refused.value.message.endswith("。")
    assert refused.value.advice.endswith("。")
    assert list(tmp_path.iterdir()) == [path]


def test_the_corpus_is_large_enough() -> None:
    assert len(BAD) >= 60


def test_after_a_bad_file_the_next_good_one_is_read(tmp_path: Path) -> None:
    bad, good = tmp_path / "坏.docx", tmp_path / "好.docx"
    bad.write_bytes(cut(0.5)())
    good.write_bytes(a_package(a_paragraph("一、主要举措") + a_paragraph("全年办理案件12件。")))
    with pytest.raises(UserError):
        read_report(bad)

    assert read_report(good).report.parts[0].entries[0].text == "全年办理案件12件。"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件"):
        read_report(tmp_path / "没有.docx")
    with pytest.raises(UserError, match="是一个文件夹"):
        read_report(tmp_path)


def test_the_folder_one_is_in_has_a_name_too() -> None:
    with pytest.raises(UserError, match="“.”是一个文件夹"):
        read_report(Path("."))


def test_a_name_that_says_otherwise_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(a_package(a_paragraph("一、主要举措") + a_paragraph("全年办理案件12件。")))

    assert read_report(path).report.parts[0].heading == "主要举措"


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_file_never_raises_anything_else(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(rng.randrange(1, 12)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    path = tmp_path / "报告.docx"
    path.write_bytes(data)

    try:
        read_report(path)
    except UserError as refused:
        assert refused.message.endswith("。")
