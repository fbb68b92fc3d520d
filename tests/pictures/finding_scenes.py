"""The findings panel in each of its states, on findings made by hand so that each state is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.place import INTRODUCTION, Place, part_task
from models.domain.report import Report

if TYPE_CHECKING:
    from ui.work_window import WorkWindow

TEXT = (
    "2025年，我局认真布署法治政府建设，既使任务繁重，也再布署到每个站所，截止12月底完成388余次检查，"
    "作出处罚617起，其中客运167起、货运49起、超限393起。"
)


def with_faults(report: Report) -> Report:
    """Return `report` with an introduction that has something wrong in many places."""
    return replace(report, introduction=TEXT)


def planted(report: Report) -> tuple[Finding, ...]:
    """Return findings on `with_faults(report)` of each gravity, with and without a fix, and one on many places."""
    measures = report.parts[0]
    entry = measures.entries[0]
    here = Place(part_task(measures.id), entry.id, "text")
    spots = tuple(replace(here, start=at, end=at + 1) for at in range(2, 48, 2))
    return (
        _introduced("处罚617起，其中客运167起、货运49起、超限393起", "", "N001", "sum-mismatch", Severity.ERROR,
                    "合计与分项不符：167 + 49 + 393 = 609，写的是 617，请核对哪个数写错了。", "统计数字应当前后一致"),
        Finding("C003", "missing-section", Severity.ERROR, "缺“下一年度安排”，请补上这一部分。", None, None, Place(),
                "《法治政府建设与责任落实督察工作规定》"),
        _introduced("布署", "部署"),
        _introduced("既使", "即使"),
        _introduced("再布署", "再部署"),
        _introduced("截止", "截至"),
        _introduced("388余次", "", "N007", "vague-exact", Severity.WARNING,
                    "“388余次”既精确又概略，请写准数，或写成“380余次”这样的整数。", "GB/T 15835-2011《出版物上数字用法》"),
        Finding("W006", "halfwidth-punctuation", Severity.WARNING, "中文里用了半角标点，请改成全角。", None, ",", spots[0],
                "GB/T 15834-2011《标点符号用法》", spots[1:],
                Fix("23 处改为全角", tuple(Edit(spot, "，") for spot in spots))),
        Finding("W009", "empty-talk", Severity.HINT, "这一段没有可以核对的事实，建议写上时间、数字或文号。", None,
                entry.text[:60], replace(here, start=0, end=60), "写法建议"),
    )


def _introduced(
    words: str, right: str, code: str = "W004", slug: str = "typo",
    severity: Severity = Severity.WARNING, message: str = "", basis: str = "《现代汉语词典》通用词形",
) -> Finding:
    start = TEXT.index(words)
    place = Place(INTRODUCTION, "", "introduction", start, start + len(words))
    fix = Fix(f"改为“{right}”", (Edit(place, right),)) if right else None
    return Finding(code, slug, severity, message or f"“{words}”应为“{right}”。", None, words, place, basis, (), fix)


def scenes(work: WorkWindow) -> Iterator[str]:
    """Bring the panel of `work` into each state and yield its name."""
    opened, walk, panel = work.opened, work.findings, work.side.findings
    opened.show_findings(())
    work.review()
    yield "40-findings-none"
    opened.edit(with_faults(opened.report), "修改引言")
    opened.show_findings(planted(opened.report))
    work.review()
    yield "41-findings-many"
    found = {each.slug: each for each in opened.findings}
    walk.go_to(found["typo"])
    work.body.show_side(True)
    panel.view.asked.emit(panel.view.card, "basis")
    yield "42-findings-fix-and-basis"
    walk.go_to(found["halfwidth-punctuation"], 3)
    work.body.show_side(True)
    yield "43-findings-grouped"
    work.ask_reason()
    yield "44-findings-reason"
    walk.dismiss(found["halfwidth-punctuation"], "引文或专名如此")
    walk.go_to(found["sum-mismatch"])
    work.ask_reason()
    yield "45-findings-reason-grave"
    panel.reason.close_row()
    walk.dismiss(found["vague-exact"], "确实如此")
    walk.show_aside(True)
    yield "46-findings-aside"
    walk.show_aside(False)
    panel.levels.buttons[Severity.WARNING].setChecked(True)
    yield "47-findings-one-level"
