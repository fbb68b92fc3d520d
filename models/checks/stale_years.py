"""Checks of the letter D on days that do not exist, have not come, or stand in an older copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.reporting_year import reporting_year
from models.checks.years import REPORTED_YEAR
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.text.dates import is_day, parse_date
from models.text.pattern import Pattern

_DAY = Pattern(r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号](?!线|文)")
_NO_MONTH = Pattern(r"(?<!\d)20\d\d ?年 ?(?:1[3-9]|[2-9]\d|00?) ?月(?! ?\d{1,2} ?[日号])")
_MONTH = Pattern(r"(?P<year>20\d\d) ?年 ?(?P<month>1[0-2]|0?[1-9]) ?月(?: ?(?P<day>\d{1,2}) ?日)?")
_AHEAD = Pattern(r"拟|将|计划|预计|力争|确保|打算|到期|有效期|截止|之前|日前|月前|底前|施行|实施|执行|生效|(?<!截)至|期限|届满|顺延|延期|推迟|延长|延迟|延后")
_OLD_OPENING = Pattern(r"^[#*\s]*((?:19|20)\d\d) ?年以来[，,]")
_UNTIL = Pattern(r"(?:截至|截止到?)((?:19|20)\d\d) ?年(?:年?底|年?末|12 ?月(?:底|末|份| ?31 ?日)?)")
_BEFORE = Pattern(r"(?:^|[。\n])[#*\s]*((?:19|20)\d\d) ?年(?:度)?[，,](?:我[局委县区市州镇乡厅办]|本局|全局|全[县区市州镇乡])")
_PAST = Pattern(r"荣获|获评|被评|以来|起[，,]|启动|成立|同期|相比|上年|去年|上一年|年初|基础上|\d{1,2} ?月")
_DONE = Pattern(
    r"((?:19|20)\d\d) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[，,]?(?:上午|下午)?(?:主持|召开|带队|组织|出庭|参加|领学|赴|听取|约谈|督导|审定|向|与|会同|在)"
)
_ISSUED = Pattern(
    r"(?:印发|制定|出台|下发)了?《[^》\d]{0,24}((?:19|20)\d\d) ?年(?:度)?[^》—–\d]{0,30}(?:要点|计划|方案|安排|清单|任务)》"
)
_NEXT = Pattern(r"(?:开展|举办|组织|完成|办理|作出|查处|受理)了?((?:19|20)\d\d) ?年(?:度)?[^。；，\n]{0,14}?\d")
_DEEDS = (SectionKey.MEASURES, SectionKey.FIRST_RESPONSIBLE)
_SENTENCE = "。；\n"


@check(
    "D009", slug="date-format", severity=Severity.ERROR, local=True, basis="公历",
    message="日期“{excerpt}”不存在。请核对月和日。",
)
def day_does_not_exist(draft: Draft) -> Iterator[Hit]:
    """A date in the text is a day of the calendar; a date without a year may be the 29th of February."""
    for passage in draft.passages:
        if "月" not in passage.text or passage.role in (Role.SIGNATURE, Role.COLOPHON, Role.HEAD):
            continue
        for match in _DAY.finditer(passage.text):
            year, month, day = int(match["year"] or 2024), int(match["month"]), int(match["day"])
            if not is_day(year, month, day):
                yield hit_in(passage, match.start(), match.end())
        for match in _NO_MONTH.finditer(passage.text):
            yield hit_in(passage, match.start(), match.end())


@check(
    "D010", slug="year-mismatch", severity=Severity.ERROR, local=True, basis="报告写的是成文以前的事",
    message="“{excerpt}”晚于{limit}，报告里不可能写已经做过。请核对年份和日期。",
)
def deed_after_the_report(draft: Draft) -> Iterator[Hit]:
    """What was done was done before the report was issued: no deed is dated after it."""
    year = reporting_year(draft)
    issued = parse_date(draft.report.signature.date_of_issue)
    for passage in draft.passages if year else ():
        if passage.section not in _DEEDS or passage.role is not Role.BODY or "月" not in passage.text:
            continue
        for match in _MONTH.finditer(passage.text):
            when, limit = int(match["year"]), date(year + 1, 12, 31)
            if issued is not None and issued.year == year + 1:
                limit = issued
            elif draft.today.year == year + 1:
                limit = draft.today
            stated = (when, int(match["month"]), int(match["day"] or 1))
            if when > year and stated > (limit.year, limit.month, limit.day) and not _planned(passage.text, match):
                day = f"{limit.year}年{limit.month}月{limit.day}日"
                words = (f"成文日期{day}" if limit == issued else f"今天（{day}）" if limit == draft.today else "下一年度")
                yield hit_in(passage, match.start(), match.end(), limit=words)


def _planned(text: str, match: re.Match[str]) -> bool:
    """Return whether the sentence around `match` speaks of something still to come."""
    return _AHEAD.search(_sentence(text, match.start(), match.end())) is not None


@check(
    "D011", slug="year-mismatch", severity=Severity.WARNING, local=True, basis=REPORTED_YEAR,
    message="这里写的是“{excerpt}”，报告的年度是{year}年。像是上一年稿子里留下的，请核对；确实要写的，写明与{year}年的关系。",
)
def year_before_without_the_reporting_year(draft: Draft) -> Iterator[Hit]:
    """Neither the year before nor the year after stands at a deed or a paper of the reporting year."""
    year = reporting_year(draft)
    for passage in draft.passages if year else ():
        if passage.role is Role.INTRODUCTION:
            match = _OLD_OPENING.search(passage.text)
            if match is not None and int(match[1]) == year - 1:
                yield _hit(passage, match, year)
        elif passage.section in _DEEDS and passage.role is Role.BODY and str(year + 1) in passage.text:
            for match in _NEXT.finditer(passage.text):
                if int(match[1]) == year + 1 and not _planned(passage.text, match):
                    yield hit_in(passage, match.start(1), match.end(), year=str(year))
        if passage.section in _DEEDS and passage.role is Role.BODY and str(year - 1) in passage.text:
            for match in _UNTIL.finditer(passage.text):
                if int(match[1]) == year - 1 and str(year) not in _sentence(passage.text, match.start(), match.end()):
                    yield _hit(passage, match, year)
            if str(year) not in passage.text:
                yield from _own_deeds(passage, year)
            yield from _dated(passage, year, _DONE)
            yield from _dated(passage, year, _ISSUED)


def _dated(passage: Passage, year: int, pattern: Pattern) -> Iterator[Hit]:
    """Yield where `pattern` dates a deed or a paper of the reporting year `year` to the year before."""
    for match in pattern.finditer(passage.text):
        sentence = _sentence(passage.text, match.start(1), match.end())
        if int(match[1]) != year - 1 or str(year) in sentence:
            continue
        if _PAST.search(sentence[:sentence.find(match[1])]) is None:
            yield hit_in(passage, match.start(1), match.end(), year=str(year))


def _own_deeds(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the sentences of `passage` that begin with the year before `year` and tell what was done in it."""
    for match in _BEFORE.finditer(passage.text):
        if int(match[1]) == year - 1 and _PAST.search(_sentence(passage.text, match.start(1), match.end())) is None:
            yield _hit(passage, match, year)


def _hit(passage: Passage, match: re.Match[str], year: int) -> Hit:
    start = passage.text.index(match[1], match.start())
    end = match.end() - (passage.text[match.end() - 1] in "，,")
    if passage.text.startswith("截", match.start()):
        start = match.start()
    return hit_in(passage, start, end, year=str(year))


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence of `text` that holds the range."""
    first = max(text.rfind(stop, 0, start) for stop in _SENTENCE) + 1
    ends = [where for stop in _SENTENCE if (where := text.find(stop, end)) >= 0]
    return text[first:min(ends, default=len(text))]
