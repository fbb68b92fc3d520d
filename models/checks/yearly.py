"""Check of the letter D on what is counted by years: 第十二个国家宪法日, “八五”普法收官之年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from models.checks.finding import Draft, Passage, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.reporting_year import reporting_year
from models.domain.report import SectionKey
from models.resources import read_yaml
from models.text.numerals import chinese_numeral, parse_numeral
from models.text.pattern import Pattern

_YEAR = Pattern(r"(20\d\d) ?年")
_NEAR = 24  # characters before 第…个 in which its year is told


@check(
    "D012", slug="year-mismatch", severity=Severity.ERROR, local=True, basis="设立该节日、活动或者制定该规划的文件",
    message="“{excerpt}”与{year}年对不上：{why}。请核对是不是往年稿子里留下的。",
)
def counted_year_is_another(draft: Draft) -> Iterator[Hit]:
    """The 第几个 of a yearly day, and the first and last year of a plan, are those of the year told or reported."""
    year = reporting_year(draft)
    for passage in draft.passages if year else ():
        here = year + 1 if passage.section is SectionKey.PLAN else year
        if "第" in passage.text:
            yield from _days(passage, here)
        if "规划" in passage.text and "20" in passage.text:
            yield from _spans(passage)
        if "之年" in passage.text or "一年" in passage.text or "局年" in passage.text or "官年" in passage.text:
            yield from _plans(passage, here)


def _days(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the days of `passage` that are called the 第几个 of another year than the one told, or else `year`."""
    for match in _day().finditer(passage.text):
        told = _told_before(passage.text, match.start(), year)
        number = parse_numeral(match["number"])
        first = _first_years()[match["name"]]
        if number is None or number == told - first + 1:
            continue
        right = told - first + 1
        numeral = str(right) if match["number"].isdecimal() else chinese_numeral(right) if right > 0 else ""
        why = f"{told}年是第{numeral}个" if numeral else f"{first}年才有第一个"
        yield hit_in(passage, match.start(), match.end(), year=str(told), why=why)


def _plans(passage: Passage, year: int) -> Iterator[Hit]:
    """Yield the plans of `passage` whose first or last year is said to be another one."""
    for match in _plan().finditer(passage.text):
        plan = _plans_by_name()[match["name"]]
        kind, told = match.lastgroup or "", _told_before(passage.text, match.start(), year)
        right = plan["begin"] if kind == "first" else plan["end"]
        if kind == "middle":
            wrong = not plan["begin"] < told < plan["end"]
            why = f"“{match['name']}”是{plan['begin']}年至{plan['end']}年"
        else:
            wrong = told != right
            why = f"“{match['name']}”的{'头' if kind == 'first' else '最后'}一年是{right}年"
        if wrong:
            yield hit_in(passage, match.start(), match.end(), year=str(told), why=why)


def _told_before(text: str, place: int, year: int) -> int:
    """Return the year told last right before `place` in its sentence, else `year`."""
    begin = max(text.rfind(stop, max(0, place - _NEAR), place) for stop in "。；\n")
    told = [int(match[1]) for match in _YEAR.finditer(text[max(begin + 1, place - _NEAR, 0):place])]
    return told[-1] if told else year


def _spans(passage: Passage) -> Iterator[Hit]:
    """Yield the plans of `passage` told with other years than their own: “八五”普法规划（2020—2025年）."""
    for match in _span().finditer(passage.text):
        plan = _plans_by_name()[match["name"]]
        if (int(match["begin"]), int(match["end"])) != (plan["begin"], plan["end"]):
            why = f"规划期是{plan['begin']}—{plan['end']}年"
            yield hit_in(passage, match.start(), match.end(), year=match["begin"], why=why)


@cache
def _span() -> re.Pattern[str]:
    names = "|".join(_plans_by_name())
    return re.compile(
        rf"[“\"](?P<name>{names})[”\"][^，。；（]{{0,8}}规划》?[（(](?P<begin>20\d\d) ?年?[—\-–－~～至]+(?P<end>20\d\d) ?年?[）)]")


@cache
def _first_years() -> Mapping[str, int]:
    """Return the first year of each day by its names."""
    days = read_yaml("wording", "yearly.yaml")["days"]
    return {name: day["first"] for day in days for name in (day["name"], *day.get("also", ()))}


@cache
def _plans_by_name() -> Mapping[str, Any]:
    return {plan["name"]: plan for plan in read_yaml("wording", "yearly.yaml")["plans"]}


@cache
def _day() -> re.Pattern[str]:
    names = "|".join(sorted(_first_years(), key=len, reverse=True))
    return re.compile(rf"第(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[个届]“?(?P<name>{names})")


@cache
def _plan() -> re.Pattern[str]:
    """Return the form of “八五”普法规划的开局之年: a plan, and which of its years a year is said to be."""
    data = read_yaml("wording", "yearly.yaml")
    names = "|".join(_plans_by_name())
    of = "|".join(sorted({word for plan in data["plans"] for word in plan["of"]}))
    first, last, middle = ("|".join(data[f"{kind}_words"]) for kind in ("first", "last", "middle"))
    return re.compile(
        rf"[“\"]?(?P<name>{names})[”\"]?(?:{of})*(?:规划|工作)?(?:实施)?的?"
        rf"(?:(?P<first>{first})|(?P<last>{last})|(?P<middle>{middle}))"
    )
