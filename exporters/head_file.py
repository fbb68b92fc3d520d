"""HEAD.yaml: head and colophon elements supplied or overridden from a file, for the command line.

Every scalar is read as text, so that 000001 stays a 份号 and 2024-02-20 a date as written. `null`, `~` and an
empty value mean: not said here, the report's own value stands.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.report import Report, SecrecyReview
from models.errors import UserError
from models.layout.loader import FONT_SETS, LINE_SPACINGS, PROFILES
from models.resources import parse_yaml_as_text
from models.text.dates import format_date, parse_date

LARGEST_BYTES = 50_000
NOTHING = ("", "null", "~", "Null", "NULL")
TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}
ADVICE = "请对照说明改好这个文件再试。"

PartT = TypeVar("PartT", DocumentHead, Signature, Colophon)
Written: TypeAlias = "str | list[Written] | dict[str, Written]"


class HeadOverrides(NamedTuple):
    """What a HEAD.yaml says; None means it says nothing of that element."""

    issuing_organ_mark: str | None = None
    document_number: str | None = None
    signatories: tuple[str, ...] | None = None
    title: str | None = None
    main_recipients: tuple[str, ...] | None = None
    copy_recipients: tuple[str, ...] | None = None
    issuing_organ_signature: str | None = None
    date_of_issue: str | None = None
    sealed: bool | None = None
    distributing_organ: str | None = None
    distribution_date: str | None = None
    remark: str | None = None
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    joint_organs: tuple[str, ...] | None = None
    letter: bool | None = None
    preprinted: bool | None = None
    recipients_in_colophon: bool | None = None
    stamp_posts: tuple[str, ...] | None = None
    colophon_on_even_page: bool | None = None
    secrecy_review: SecrecyReview | None = None
    redactions: dict[str, str] | None = None  # what the 公开版 does not say: words -> 隐去, 保留, or what stands instead
    line_spacing: float | None = None
    profile: str | None = None
    fonts: str | None = None


class _WrongValueError(ValueError):
    """A value is not what its key wants; the message is Chinese and says what it must be."""


def read_head(path: Path) -> HeadOverrides:
    """Return what the file at `path` says; UserError names the file and the key that is wrong."""
    name = path.name
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError(f"“{name}”太大，不像版头要素文件。", ADVICE)
        written = parse_yaml_as_text(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UserError(f"读不到文件“{name}”。", "请检查文件名和位置。") from error
    except ValueError as error:  # not UTF-8, or not YAML
        raise UserError(f"“{name}”不是 UTF-8 编码的 YAML 文件。", ADVICE) from error
    if written is None or written in NOTHING:
        return HeadOverrides()
    if not isinstance(written, dict):
        raise UserError(f"“{name}”里应当一行一项，写成“名称: 内容”。", ADVICE)
    said: dict[str, Any] = {key: _value(name, key, value) for key, value in written.items()}
    return HeadOverrides(**said)


def apply_head(report: Report, overrides: HeadOverrides) -> Report:
    """Return `report` with every element that `overrides` speaks of in the place of its own."""
    head = _overridden(report.head, overrides)
    if overrides.title is not None:
        head = replace(head, title_lines=())
    return replace(
        report,
        head=head,
        signature=_overridden(report.signature, overrides),
        colophon=_overridden(report.colophon, overrides),
        secrecy_review=overrides.secrecy_review or report.secrecy_review,
    )


def _overridden(part: PartT, overrides: HeadOverrides) -> PartT:
    """Return `part` with the fields that `overrides` speaks of."""
    said = {field.name: getattr(overrides, field.name, None) for field in fields(part)}
    return replace(part, **{name: value for name, value in said.items() if value is not None})


def _value(file: str, key: str, written: Written) -> object:
    """Return the value written for `key`; None when nothing is said."""
    reader = READERS.get(key)
    if reader is None:
        raise UserError(f"“{file}”里有不认识的项“{key}”。", f"可用的项：{'、'.join(READERS)}。")
    if isinstance(written, str) and written in NOTHING:
        return None
    try:
        return reader(written)
    except _WrongValueError as error:
        raise UserError(f"“{file}”里“{key}”{error}。", ADVICE) from error


def _text(written: Written) -> str:
    if not isinstance(written, str):
        raise _WrongValueError("应当是一段文字")
    return written.strip()


def _names(written: Written) -> tuple[str, ...]:
    """Return a list of names; a single name may stand without brackets."""
    entries = written if isinstance(written, list) else [written]
    names = [_text(entry) for entry in entries]
    return tuple(name for name in names if name not in NOTHING)


def _date(written: Written) -> str:
    day = parse_date(_text(written))
    if day is None:
        raise _WrongValueError(f"应当是日历上有的日期，例如 '2024-02-20'，现在是“{_text(written)}”")
    return format_date(day)


def _truth(written: Written) -> bool:
    text = _text(written).lower()
    if text not in TRUTHS:
        raise _WrongValueError("应当是 true 或 false")
    return TRUTHS[text]


def _review(written: Written) -> SecrecyReview:
    if not isinstance(written, dict) or set(written) != {"by", "date"}:
        raise _WrongValueError("应当写成 {by: 审查人, date: '2024-03-10'}")
    by = _text(written["by"])
    if by in NOTHING:
        raise _WrongValueError("没有写审查人")
    return SecrecyReview(by, _date(written["date"]))


def _redactions(written: Written) -> dict[str, str]:
    """Return what becomes of which words in the 公开版."""
    if not isinstance(written, dict) or not all(isinstance(how, str) and how.strip() for how in written.values()):
        raise _WrongValueError("应当一行一项，写成“原文: 隐去”“原文: 保留”，或者“原文: 改成的文字”")
    return {words: _text(how) for words, how in written.items()}


def _spacing(written: Written) -> float:
    text = _text(written)
    for spacing in (1.0, *LINE_SPACINGS):
        if text in (f"{spacing:g}", f"{spacing:.1f}"):
            return spacing
    raise _WrongValueError("应当是 1.5 或 2")


def _one_of(choices: tuple[str, ...]) -> Callable[[Written], str]:
    def read(written: Written) -> str:
        text = _text(written)
        if text not in choices:
            raise _WrongValueError(f"应当是{'、'.join(choices)}之一")
        return text

    return read


READERS: dict[str, Callable[[Written], object]] = {
    **dict.fromkeys(HeadOverrides._fields, _text),
    "signatories": _names,
    "main_recipients": _names,
    "copy_recipients": _names,
    "date_of_issue": _date,
    "distribution_date": _date,
    **dict.fromkeys(("joint_organs", "stamp_posts"), _names),
    **dict.fromkeys(("sealed", "letter", "preprinted", "recipients_in_colophon", "colophon_on_even_page"), _truth),
    "secrecy_review": _review,
    "redactions": _redactions,
    "line_spacing": _spacing,
    "profile": _one_of(PROFILES),
    "fonts": _one_of(FONT_SETS),
}
