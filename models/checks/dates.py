"""Checks of the letter D on the 成文日期: how it is written, and when it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.checks.reporting_year import reporting_year
from models.clock import hand_in_deadline
from models.domain.organ import Organ, OrganKind, OrganLevel
from models.domain.place import SIGNATURE, Place
from models.text.dates import format_date, parse_date
from models.text.pattern import Pattern

DATE_FORM = "GB/T 9704-2012，7.3.5：成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位"
DEADLINE = "《法治政府建设与责任落实督察工作规定》关于年度报告报送时间的规定"
_RIGHT = Pattern(r"[0-9]{4} ?年 ?[1-9][0-9]? ?月 ?[1-9][0-9]? ?日")
_DIGITS = Pattern(r"[0-9０-９]")
_NAMES = {"date_of_issue": "成文日期", "distribution_date": "印发日期"}


@check(
    "D006", slug="late-date", severity=Severity.WARNING, basis=DEADLINE,
    message="成文日期“{excerpt}”晚于报送期限（{deadline}前报送{year}年度的报告）。请核对日期；确已逾期的，尽快报送并说明。",
)
def issued_after_the_deadline(draft: Draft) -> Iterator[Hit]:
    """The report is dated before 1 March (governments of provinces: 1 April) of the year after."""
    day = parse_date(draft.report.signature.date_of_issue)
    year = reporting_year(draft)
    if day is not None and year and day > last_day(year, draft.report.organ):
        deadline = "4月1日" if _reports_in_april(draft.report.organ) else "3月1日"
        yield _date_hit(draft, deadline=deadline, year=str(year))


@check(
    "D007", slug="late-date", severity=Severity.WARNING, basis=DEADLINE,
    message="成文日期“{excerpt}”早于报告年度结束（{year}年12月31日），数据不会是全年的。请核对日期和数据截止时间。",
)
def issued_before_the_year_is_over(draft: Draft) -> Iterator[Hit]:
    """The report on a year is dated after that year, since its figures are those of the whole year."""
    day = parse_date(draft.report.signature.date_of_issue)
    year = reporting_year(draft)
    if day is not None and year and day < date(year, 12, 31):
        yield _date_hit(draft, year=str(year))


@check(
    "D008", slug="date-format", severity=Severity.ERROR, basis=DATE_FORM,
    message="{name}“{excerpt}”{fault}。请写成“{right}”这样的形式。",
)
def date_is_not_written_as_the_standard_wants(draft: Draft) -> Iterator[Hit]:
    """成文日期 and 印发日期 have year, month and day in Arabic numerals without leading zeros, and exist."""
    for field, text in (
        ("date_of_issue", draft.report.signature.date_of_issue),
        ("distribution_date", draft.report.colophon.distribution_date),
    ):
        fault = date_fault(text)
        if fault:
            day = parse_date(text)
            right = format_date(day or date(draft.report.year + 1 if draft.report.year else 2026, 2, 20))
            yield _date_hit(draft, field, text, name=_NAMES[field], fault=fault, right=right)


def date_fault(text: str) -> str:
    """Return in Chinese what is wrong with the printed date `text`; empty for none, and for an absent date."""
    text = text.strip()
    if not text:
        return ""
    day = parse_date(text)
    if _RIGHT.fullmatch(text) is not None:
        return "" if day is not None else "不存在这一天"
    if _DIGITS.search(text) is None:
        return "用了汉字数字" if "年" in text else "不是完整的日期"
    if re.search("年|\\d{4}", text) is None:
        return "缺少年份"
    if re.search("(?<![0-9])[0-9]{2}年", text) is not None:
        return "年份没有写全"
    if day is None:
        whole = re.search(r"\d{4}\D+\d{1,2}\D+\d{1,2}", text) is not None
        return "不存在这一天，或者写法不规范" if whole else "没有把年、月、日写全"
    return "月、日前面多了0" if re.fullmatch(r"\d{4} ?年 ?\d\d? ?月 ?\d\d? ?日", text) else "没有用“年、月、日”写全"


def last_day(year: int, organ: Organ) -> date:
    """Return the last day on which `organ` may hand in its report on `year`."""
    return date(year + 1, 3, 31) if _reports_in_april(organ) else hand_in_deadline(year)


def _reports_in_april(organ: Organ) -> bool:
    return organ.level is OrganLevel.PROVINCE and organ.kind in (OrganKind.GOVERNMENT, OrganKind.PARTY_COMMITTEE)


def _date_hit(draft: Draft, field: str = "date_of_issue", text: str = "", **words: str) -> Hit:
    """Return the hit on the printed date `text`; empty means the 成文日期."""
    text = text or draft.report.signature.date_of_issue
    return quoted_hit(draft, Place(SIGNATURE, "", field, 0, len(text)), text, {"excerpt": text, **words})
