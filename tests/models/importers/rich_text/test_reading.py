"""RTF: text in its code pages and as numbers, lists, tables, boxes; what is no text is passed over or listed."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.importers.raw_line import RawText
from models.importers.rich_text.reading import read_rich_text

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}"


def read(body: str) -> RawText:
    """Return what is read of an RTF file with `body`; Chinese letters stand in it as bytes of GBK."""
    encoded = "".join(
        letter if letter.isascii() else "".join(f"\\'{byte:02x}" for byte in letter.encode("gbk")) for letter in body)
    return read_rich_text(f"{HEAD}{encoded}}}".encode("ascii"))


@pytest.mark.parametrize(("body", "expected"), [
    (r"\f0 全年办理\par 许可120件。", ["全年办理", "许可120件。"]),
    (r"\u20840 ?\u24180\'3f\u-10179 ?\u-8704 ?", ["全年😀"]),
    (r"\uc0\u20840\u24180 A\uc2\u20214 xyB", ["全年A件B"]),
    (r"甲\line 乙\tab 丙\page 丁", ["甲", "乙\t丙", "丁"]),
    (r"a\{b\}c\\d\~e\_f\-g", ["a{b}c\\d e-fg"]),
    (r"\ldblquote 甲\rdblquote\emdash 乙", ["“甲”—乙"]),
    (r"甲{\*\unknown 乙}{\pict 00ff}{\field{\*\fldinst PAGE}{\fldrslt 丙}}丁", ["甲丙丁"]),
    (r"甲{\deleted 乙}{\revised 丙}", ["甲丙"]),
    (r"{\listtext\f0 一、\tab}主要举措", ["一、主要举措"]),
    (r"\trowd\intbl 甲\cell 乙\cell\row\pard 丙\par", ["甲\t乙", "丙"]),
    (r"甲{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt 框里\par}}}乙\par 丙", ["甲乙", "框里", "丙"]),
    (r"甲}}}}{{{乙", ["甲乙"]),
    (r"甲\bin4 abcd", ["甲abcd"]),
], ids=range(13))
def test_the_text_is_read(body: str, expected: list[str]) -> None:
    assert [line.text for line in read(body).lines if line.text] == expected


def test_headings_are_told_by_style_level_and_bold() -> None:
    lines = read(
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 甲\par\pard\outlinelevel1 乙\par\pard{\b 丙。}丁\par").lines

    assert [(line.text, line.outline, line.lead) for line in lines] == [("甲", 1, 0), ("乙", 2, 0), ("丙。丁", 0, 2)]


def test_what_is_no_text_is_listed() -> None:
    raw = read(r"{\header 页眉\par}甲{\footnote 口径\par}{\v 隐藏}\par{\footer 页脚}")

    assert [line.text for line in raw.lines] == ["甲"]
    assert {(each.reason, each.text) for each in raw.left_out} == {
        ("页眉或页脚", "页眉\n页脚"), ("脚注", "口径"), ("Word 中的隐藏文字", "隐藏")}


def test_a_hostile_file_is_refused_with_a_word() -> None:
    with pytest.raises(UserError, match="嵌套过深"):
        read_rich_text(b"{\\rtf1" + b"{" * 100_000)
    with pytest.raises(UserError, match="万段"):
        read_rich_text(b"{\\rtf1" + b"\\par " * 70_000)
