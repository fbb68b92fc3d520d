"""Small makers of domain values for tests: sensible defaults, only what a test speaks of is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from models.domain.duty import DutyEntry, DutyState, Evidence
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.organ import Organ, OrganKind, OrganLevel, Post
from models.domain.report import Part, PlanTask, Problem, Report, SectionKey, Topic

TODAY = date(2026, 1, 20)


def fixed_clock() -> datetime:
    """Return the moment all tests live in."""
    return datetime(2026, 1, 20, 14, 32, 5)


def an_organ(**changes: Any) -> Organ:
    """Return the invented 云峰县交通运输局, complete."""
    organ = Organ(
        id="organ-1", full_name="云峰县交通运输局", short_name="云峰县交通运输局", organ_code="云交",
        level=OrganLevel.COUNTY, kind=OrganKind.DEPARTMENT, secretary="林致远", head="林致远",
        main_recipients=("中共云峰县委", "云峰县人民政府"), copy_recipients=("县委全面依法治县委员会办公室", "市交通运输局"),
        distributing_organ="云峰县交通运输局办公室",
    )
    return replace(organ, **changes)


def a_report(duties: int = 1, **changes: Any) -> Report:
    """Return a small complete report on 2025 with `duties` fulfilled duty entries (ids D-1, D-2, …)."""
    report = Report(
        id="report-1", year=2025, organ=an_organ(),
        head=DocumentHead(
            issuing_organ_mark="云峰县交通运输局文件", document_number="云交〔2026〕4号", signatories=("林致远",),
            title="云峰县交通运输局2025年度法治政府建设年度报告", main_recipients=("中共云峰县委", "云峰县人民政府"),
        ),
        introduction="现将2025年度法治政府建设情况报告如下：",
        parts=(
            Part("measures", SectionKey.MEASURES, "", (
                Topic("t1", "规范行政执法", "全年作出行政处罚决定120件。"),)),
            Part("problems", SectionKey.PROBLEMS, "", (
                Problem("p1", "案卷质量不高", "抽查的30本案卷中有4本文书不全。", "主要是法制审核力量不足。", "增配审核人员。"),)),
            Part("first", SectionKey.FIRST_RESPONSIBLE, "", ()),
            Part("plan", SectionKey.PLAN, "", (
                PlanTask("k1", "提升案卷质量", "每季度评查一次。", "法规股", "2026年11月底前", "p1"),)),
        ),
        duties=tuple(a_duty(f"D-{number}") for number in range(1, duties + 1)),
        closing="特此报告。",
        signature=Signature("云峰县交通运输局", "2026年2月20日"),
        colophon=Colophon(("县委全面依法治县委员会办公室",), "云峰县交通运输局办公室", "2026年2月20日"),
    )
    return replace(report, **changes)


def a_duty(duty_id: str = "D-1", **changes: Any) -> DutyEntry:
    """Return a fulfilled duty entry with one line of evidence."""
    entry = DutyEntry(
        duty_id, Post.HEAD, DutyState.FULFILLED, "", "局长林致远于2025年3月12日主持党组会专题研究法治建设。", "",
        (Evidence("1", "2025年3月12日", "党组会", "年度法治工作要点", "云交发〔2025〕6号"),),
    )
    return replace(entry, **changes)
