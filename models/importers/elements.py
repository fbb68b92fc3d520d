"""公文 elements that stand in a line of their own: how each is told, and what it says."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.importers.organs import looks_like_organ
from models.text.dates import parse_date

_SPACES = re.compile(r"\s")
_LIMIT = 600  # no element of a 公文 is longer
_DOCUMENT_NUMBER = re.compile(
    r"(?P<number>[^\W\d_]{1,14}\s*[〔\[［（(【﹝]\s*\d{2,4}\s*年?\s*[〕\]］）)】﹞]\s*第?\s*\d{1,5}\s*号)"
)
# written otherwise than it should be, yet meant as one: 云卫{2025}12号, 云卫2025年12号, 云卫〔二〇二五〕12号
_MEANT_AS_NUMBER = re.compile(
    r"[^\W\d_]{0,14}\s*[〔\[［(（【﹝{｛<＜〈「“\"]?\s*(?:\d{2,4}|[二一][〇零○九][〇零○一二三四五六七八九]{2})\s*年?\s*"
    r"[〕\]］)）】﹞}｝>＞〉」”\"]?\s*[-—－.第№]{0,2}\s*(?:\d{1,5}|[一二三四五六七八九十]{1,4})\s*号?[文件]?"
)
_BESIDE_SIGNATORY = 30  # characters of a 发文字号 before 签发人
_SIGNATORY = re.compile(r"签\s*发\s*人?\s*[：:]\s*(?P<names>[^：:]*?)(?P<rest>\s*会\s*签\s*人?\s*[：:].*)?")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:\s*★.{0,12})?")
_URGENCY = re.compile(r"(?:特急|加急|特提|平急)")
_COPY_NUMBER = re.compile(r"\d{6}")
_RECIPIENT = re.compile(r"(?:中共.{1,20}|党中央|国务院|.*(?:委|委员会|政府|局|厅|办|办公室|会|部|组|处|院|人大|政协|单位))")
_COPY = re.compile(r"抄\s*[送报]\s*[：:]\s*(?P<names>.*)", re.S)
_MAIN = re.compile(r"主\s*送\s*[：:]\s*(?P<names>.*)", re.S)
_DISTRIBUTED = re.compile(r"(?P<organ>.*?)[\s\u3000]*(?P<date>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印\s*发")
_DATE = (
    r"(?:\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?"
    r"|(?:\d{2}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}\s*年\s*\d{1,2}\s*月"
    r"|(?:公元)?(?:[〇零○OoＯ0一二三四五六七八九]{4}|\d{4})\s*年\s*[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
    r"|公元\d{4}年\d{1,2}月\d{1,2}日)"
)
_ORGAN_AND_DATE = re.compile(rf"(?P<organ>[^\d]*?)[\s\u3000（(]*(?P<date>{_DATE})[）)]?")
_REMARK = re.compile(r"[（(](?P<remark>(?:此件|联系人|联系电话|信息公开|公开方式|公开属性).{0,80}?)[）)]")


class NumberLine(NamedTuple):
    """发文字号 and 签发人, which may share a line; `rest` is a 会签人 beside them."""

    number: str = ""
    signatories: tuple[str, ...] = ()
    rest: str = ""


def read_number_line(text: str) -> NumberLine | None:
    """Return 发文字号 and 签发人 of the line `text`; None when it holds anything else."""
    if len(text) > _LIMIT:
        return None
    line = text.strip()
    exact = _DOCUMENT_NUMBER.match(line)
    beside_exact = line[exact.end():].lstrip() if exact else ""
    number = exact["number"] if exact and beside_exact[:1] in ("", "签") else _meant_as_number(line)
    rest = line[len(number):].strip()
    signatory = _SIGNATORY.fullmatch(rest)
    if not number and signatory is None or (signatory is None and rest):
        return None
    names = split_persons(signatory["names"]) if signatory else ()
    beside = (signatory["rest"] or "").strip() if signatory else ""
    return NumberLine(_SPACES.sub("", number), names, beside)


def _meant_as_number(line: str) -> str:
    """Return the malformed 发文字号 that `line` begins with: the whole of it, or all before 签发人; else empty."""
    before, signed, _ = line.partition("签发人")
    number = before.rstrip() if signed else line
    if not number or len(number) > _BESIDE_SIGNATORY or not (signed or number.endswith(("号", "号文"))):
        return ""
    if signed and any(map(str.isdigit, number)) and not set(number) & set("。，；："):
        return number
    return number if _MEANT_AS_NUMBER.fullmatch(number) else ""


def split_persons(text: str) -> tuple[str, ...]:
    """Return the persons named in `text`; a name of two characters may be spaced out."""
    words = [word for word in re.split(r"[、，,;；\s\u3000]+", text) if word]
    if len(words) > 1 and all(len(word) == 1 for word in words):
        words = ["".join(words)]
    return tuple(words)


def read_recipients(text: str) -> tuple[str, ...]:
    """Return the organs that the line `text` addresses; none when it is no line of 主送机关."""
    line = _SPACES.sub("", text)
    if not line.endswith(("：", ":")) or len(line) > 120 or "如下" in line or "。" in line or "现将" in line:
        return ()
    names = tuple(name for name in re.split(r"[、，,；;]", line[:-1]) if name)
    return names if names and all(_RECIPIENT.fullmatch(name) and len(name) <= 30 for name in names) else ()


def read_organ_mark(text: str) -> str:
    """Return the 发文机关标志 that the line `text` is; empty when it is none."""
    if len(text) > _LIMIT:
        return ""
    line = _SPACES.sub("", text)
    organ = line.removesuffix("文件")
    return line if line.endswith("文件") and len(line) <= 60 and looks_like_organ(organ) else ""


def head_field(text: str) -> str:
    """Return which small element of the head `text` is: copy_number, secrecy or urgency; empty for none."""
    line = text.strip()
    for name, pattern in (("copy_number", _COPY_NUMBER), ("secrecy", _SECRECY), ("urgency", _URGENCY)):
        if pattern.fullmatch(line):
            return name
    return ""


class DatedLine(NamedTuple):
    """A 成文日期 and the 署名 before it on the same line, empty when it stands alone."""

    organ: str
    date: str


def read_dated_line(text: str) -> DatedLine | None:
    """Return the date, with or without organ before it, that the line `text` is; None when it is none."""
    if len(text) > _LIMIT:
        return None
    found = _ORGAN_AND_DATE.fullmatch(text.strip(" \t\u3000（("))
    if found is None:
        return None
    organ = _SPACES.sub("", found["organ"])
    date = _SPACES.sub("", found["date"])
    if organ and not looks_like_organ(organ) or (not organ and parse_date(date) is None and "月" not in date):
        return None
    return DatedLine(organ, date)


def read_copy_recipients(text: str) -> tuple[str, ...] | None:
    """Return the organs of the 抄送 line `text`; None when it is no such line."""
    if len(text) > _LIMIT:
        return None
    found = _COPY.fullmatch(text.strip())
    return split_organs(found["names"]) if found else None


def read_main_in_colophon(text: str) -> tuple[str, ...] | None:
    """Return the organs of a 主送 line of the colophon; None when `text` is none."""
    if len(text) > _LIMIT:
        return None
    found = _MAIN.fullmatch(text.strip())
    return split_organs(found["names"]) if found else None


def split_organs(text: str) -> tuple[str, ...]:
    """Return the organs named in `text`, which marks or line breaks part."""
    return tuple(name for name in re.split(r"[、，,；;。.\n\t\s\u3000]+", text) if name)


class DistributionLine(NamedTuple):
    """印发机关 and 印发日期."""

    organ: str
    date: str


def read_distribution(text: str) -> DistributionLine | None:
    """Return what the 印发 line `text` says; None when it is no such line."""
    if len(text) > _LIMIT:
        return None
    found = _DISTRIBUTED.fullmatch(text.strip())
    if found is None:
        return None
    return DistributionLine(_SPACES.sub("", found["organ"]), _SPACES.sub("", found["date"]))


def read_remark(text: str) -> str:
    """Return the 附注 that the line `text` is, without brackets; empty when it is none."""
    if len(text) > _LIMIT:
        return ""
    found = _REMARK.fullmatch(text.strip())
    return found["remark"] if found else ""
