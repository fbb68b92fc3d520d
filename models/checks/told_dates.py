"""Checks of the letter D on dates that can be looked up: days of the week, and when a law came into force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.reporting_year import reporting_year
from models.domain.report import SectionKey
from models.resources import read_yaml
from models.text.pattern import Pattern

_DAYS = "一二三四五六日"
_WEEKDAY = Pattern(
    r"(?:(?P<year>20\d\d) ?年 ?)?(?<!\d)(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日[（(](?:星期|周)(?P<name>[一二三四五六日天])[）)]"
)
_TITLED = r"《(?:中华人民共和国)?(?P<{}>[一-鿿]{{3,24}})》"
_DATE = r"(?P<{0}year>20\d\d) ?年 ?(?P<{0}month>\d{{1,2}}) ?月 ?(?P<{0}day>\d{{1,2}}) ?日"
_FORCE = r"(?:起)?(?:正式|开始)?(?:施行|实施|生效)"
_IN_FORCE = Pattern(
    rf"{_TITLED.format('title')}(?:（[^（）]{{1,12}}）)?(?:已经?)?(?:自|于|从|将于|将自)?{_DATE.format('')}{_FORCE}"
)


@check(
    "D013", slug="year-mismatch", severity=Severity.WARNING, local=True, basis="公历",
    message="“{excerpt}”：{year}年{month}月{day}日是星期{right}。请核对日期和星期。",
)
def day_of_the_week_is_another(draft: Draft) -> Iterator[Hit]:
    """A date and the day of the week told with it belong together: 12月4日（星期四）."""
    year = reporting_year(draft)
    for passage in draft.passages if year else ():
        if "星期" not in passage.text and "周" not in passage.text:
            continue
        for match in _WEEKDAY.finditer(passage.text):
            told = _day(int(match["year"] or _year_of(passage, year)), int(match["month"]), int(match["day"]))
            if told is not None and _DAYS[told.weekday()] != match["name"].replace("天", "日"):
                words = {"year": str(told.year), "month": str(told.month), "day": str(told.day)}
                yield hit_in(passage, match.start(), match.end(), right=_DAYS[told.weekday()], **words)


@check(
    "D014", slug="year-mismatch", severity=Severity.ERROR, local=True, basis="法律法规公布时写明的施行日期",
    message="《{title}》自{right}起施行，这里写的是“{excerpt}”。请核对日期。",
)
def law_in_force_from_another_day(draft: Draft) -> Iterator[Hit]:
    """The day from which a law is said to be in force is the one that it tells itself."""
    for passage in draft.passages:
        if "》" not in passage.text or not any(word in passage.text for word in ("施行", "实施", "生效")):
            continue
        for match in _IN_FORCE.finditer(passage.text):
            known = _in_force().get(match["title"])
            told = _day(int(match["year"]), int(match["month"]), int(match["day"]))
            if known and told is not None and told not in known:
                right = f"{known[0].year}年{known[0].month}月{known[0].day}日"
                yield hit_in(passage, match.start("year"), match.end(), title=match["title"], right=right)


def _year_of(passage: Passage, year: int) -> int:
    """Return the year of which `passage` tells, `year` being the reported one."""
    return year + 1 if passage.section is SectionKey.PLAN else year


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day; None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _in_force() -> Mapping[str, tuple[date, ...]]:
    """Return the days from which each law is in force, that of its last revision first."""
    data = read_yaml("wording", "in_force.yaml")["titles"]
    return {each["title"]: tuple(_date(day) for day in (each["date"], *each.get("before", ()))) for each in data}


def _date(told: date | str) -> date:
    return told if isinstance(told, date) else date.fromisoformat(told)
