"""Text files are read in the encoding they are in, and never with a character nobody wrote."""

from __future__ import annotations

import codecs

import pytest

from models.errors import UserError
from models.importers.decoding import decode
from models.text.cleaning import clean

SAMPLE = "云峰县交通运输局2025年度法治政府建设年度报告\n一、主要举措\n全年办理案件120件，无一败诉。\n负责人：㐂𠮷\n"
COMMON = SAMPLE.replace("㐂𠮷", "林致远")


@pytest.mark.parametrize(("data", "encoding"), [
    (SAMPLE.encode(), "utf-8"),
    (codecs.BOM_UTF8 + SAMPLE.encode(), "utf-8"),
    (SAMPLE.encode("gb18030"), "gb18030"),
    (COMMON.encode("gbk"), "gb18030"),
    (codecs.BOM_UTF16_LE + SAMPLE.encode("utf-16-le"), "utf-16-le"),
    (codecs.BOM_UTF16_BE + SAMPLE.encode("utf-16-be"), "utf-16-be"),
    (codecs.BOM_UTF32_LE + SAMPLE.encode("utf-32-le"), "utf-32-le"),
    (SAMPLE.encode("utf-16-le"), "utf-16-le"),
    (SAMPLE.encode("utf-16-be"), "utf-16-be"),
    ("plain words\n".encode("utf-16-le"), "utf-16-le"),
    (b"plain words", "utf-8"),
], ids=["utf-8", "utf-8 with mark", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-32", "bare utf-16-le",
        "bare utf-16-be", "ascii in utf-16", "ascii"])
def test_the_encoding_is_told_from_the_bytes(data: bytes, encoding: str) -> None:
    decoded = decode(data)

    assert decoded.encoding == encoding
    assert decoded.text in (SAMPLE, COMMON, "plain words\n", "plain words")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_file_cut_in_mid_character_loses_only_that_character(encoding: str, cut: int) -> None:
    text = SAMPLE * 20 + "末尾"
    data = text.encode(encoding)[:-cut]

    cleaned = clean(decode(data).text)

    assert text.startswith(cleaned.text)
    assert len(text) - len(cleaned.text) <= 2


@pytest.mark.parametrize(
    "broken", [b"\xff", b"\xed\xa0\x80", b"\xc3", b"\xe4\xb8"], ids=["byte", "surrogate", "lead", "half"])
def test_a_broken_character_in_good_text_is_cleaned_and_reported(broken: bytes) -> None:
    data = (SAMPLE * 30).encode() + broken + SAMPLE.encode()

    cleaned = clean(decode(data).text)

    assert cleaned.text == SAMPLE * 31
    assert any("残缺字符" in note for note in cleaned.notes)
    assert "\ufffd" not in cleaned.text


def test_a_stray_zero_byte_in_good_text_is_cleaned() -> None:
    cleaned = clean(decode((SAMPLE * 5).encode() + b"\x00" + SAMPLE.encode()).text)

    assert cleaned.text == SAMPLE * 6
    assert cleaned.notes == ("去掉了1个控制字符",)


@pytest.mark.parametrize("data", [
    bytes(range(256)) * 8, b"\x80\x81\xff\xfe" * 50, b"\xff" * 400, b"abc\x00\x01\x02\x03\x04" * 60,
], ids=["all bytes", "no lead bytes", "all ones", "half controls"])
def test_what_is_no_text_is_refused_in_chinese(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        decode(data)

    assert refused.value.message.endswith("。")
    assert refused.value.advice
