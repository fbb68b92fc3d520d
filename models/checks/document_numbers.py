"""Checks of the letter F on 发文字号, one's own and those cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each
from models.checks.registry import Hit, check, hit_in
from models.domain.place import HEAD, Place
from models.domain.source_document import Role
from models.text.document_number import parse_document_number
from models.text.pattern import Pattern

NUMBER = "GB/T 9704-2012，7.2.5：年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位"
_OPENING, _CLOSING = r"[〔\[［(（【﹝{｛<＜〈「]", r"[〕\]］)）】﹞}｝>＞〉」]"
_OWN = Pattern(
    rf"(?P<code>[^\W\d_a-zA-Z]*?)\s*(?P<open>{_OPENING})?\s*(?P<year>\d+)?(?P<suffix>年)?\s*(?P<close>{_CLOSING})?"
    r"\s*[-—－.]?\s*(?P<ordinal>第)?\s*(?P<serial>\d+|[〇零一二三四五六七八九十百]+)?\s*(?P<end>号)?"
)
_CITED = Pattern(
    rf"(?P<code>[^\W\d_a-zA-Z]{{1,8}})(?P<open>{_OPENING})\s?(?P<year>(?:19|20)\d\d|\d\d)(?P<suffix>年)?\s?"
    rf"(?P<close>{_CLOSING})"
    r"\s?(?P<ordinal>第)?\s?(?P<serial>\d{1,5})(?P<end>号)(?!楼|院|桥|线|路|公告)"
)
# 处罚决定书、许可证书等执法文书的编号不是发文字号
_CASE_CODE = Pattern(r"[字罚决许复告强裁判案证认登备听询查封扣]$")


@check(
    "F008", slug="docnumber-brackets", severity=Severity.ERROR, basis=NUMBER,
    message="发文字号“{excerpt}”的年份没有用六角括号“〔〕”括起来。请改成“{right}”。",
)
def year_is_not_in_hexagonal_brackets(draft: Draft) -> Iterator[Hit]:
    """The year of a 发文字号, one's own or one cited, stands in 〔〕."""
    number = draft.report.head.document_number.strip()
    match = _OWN.fullmatch(number)
    if number and ("〔" not in number or "〕" not in number) and (match is None or match["year"]):
        yield _own_hit(draft, right=_right(match))
    for passage, cited in _cited(draft.passages):
        if (cited["open"], cited["close"]) != ("〔", "〕") and len(cited["year"]) == 4:
            yield hit_in(passage, cited.start(), cited.end(), right=_right(cited))


@check(
    "F009", slug="docnumber-form", severity=Severity.ERROR, basis=NUMBER,
    message="发文字号“{excerpt}”{faults}。请改成“{right}”这样的形式。",
)
def document_number_is_malformed(draft: Draft) -> Iterator[Hit]:
    """A 发文字号 has an organ code, a year of four digits, a plain serial and 号."""
    number = draft.report.head.document_number.strip()
    match = _OWN.fullmatch(number)
    if number and (parse_document_number(number) is None or "第" in number):
        faults = _faults(match, whole=True)
        if faults:
            yield _own_hit(draft, faults="，".join(faults), right=_right(match))
    for passage, cited in _cited(draft.passages):
        faults = _faults(cited, whole=False)
        if faults and (len(cited["year"]) == 4 or cited["open"] == "〔"):
            yield hit_in(passage, cited.start(), cited.end(), faults="，".join(faults), right=_right(cited))


@once_for_each
def _cited(passage: Passage) -> Sequence[tuple[Passage, re.Match[str]]]:
    """Return the document numbers cited in `passage`, well formed or nearly so; numbers of cases are none."""
    if passage.role is Role.HEAD or "号" not in passage.text:
        return ()
    return [(passage, match) for match in _numbers_in(passage.text)]


@lru_cache(maxsize=2048)
def _numbers_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the document numbers in `text`."""
    return tuple(match for match in _CITED.finditer(text) if _CASE_CODE.search(match["code"]) is None)


def _faults(match: re.Match[str] | None, whole: bool) -> list[str]:
    """Return in Chinese what is wrong besides the brackets; `whole` asks for every part to be there."""
    if match is None:
        return ["写法不规范"]
    faults = []
    year, serial = match["year"] or "", match["serial"] or ""
    if whole and not match["code"]:
        faults.append("缺少机关代字")
    if whole and match["code"].endswith("第"):
        faults.append("年份前面多了“第”字")
    if not (year + serial).isascii() and (year + serial).isdigit():
        faults.append("数字用了全角")
    if len(year) != 4:
        faults.append("年份没有写四位" if year else "缺少年份")
    if match["suffix"]:
        faults.append("年份后面多了“年”字")
    if match["ordinal"]:
        faults.append("序号前面多了“第”字")
    if serial.startswith("0"):
        faults.append("序号前面多了0")
    elif not serial.isascii() and not serial.isdigit():
        faults.append("序号没有用阿拉伯数字")
    elif not serial:
        faults.append("缺少序号")
    if not match["end"]:
        faults.append("末尾缺“号”字")
    return faults


def _right(match: re.Match[str] | None) -> str:
    """Return the well-formed number that `match` comes nearest to; an example where it is too far off."""
    if match is None or not match["code"] or not (match["serial"] or "").isdecimal():
        return "云交〔2026〕4号"
    year = match["year"] or ""
    full = year if len(year) == 4 else f"20{year}" if len(year) == 2 else "2026"
    return f"{match['code'].removesuffix('第')}〔{int(full)}〕{int(match['serial'])}号"


def _own_hit(draft: Draft, **words: str) -> Hit:
    """Return the hit on the report's own 发文字号."""
    number = draft.report.head.document_number
    place = Place(HEAD, "", "document_number", 0, len(number))
    return quoted_hit(draft, place, number, {"excerpt": number.strip(), **words})
