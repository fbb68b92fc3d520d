"""What last year's report said stands beside this year's, task by task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from builders import a_report, an_organ, fixed_clock
from pytestqt.qtbot import QtBot

from models.domain.duty import DutyState
from models.domain.organ import Post
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task, part_task
from models.domain.report import Attachment, Report, Topic
from models.storage.summary import ReportSummary
from ui.app.last_year import PROMISED, SAID, passages_of, year_before
from ui.app.library import Library, open_store_at
from ui.app.session import Session
from ui.widgets.side_panel import LAST_YEAR
from work_bench import Bench

OLDER = replace(
    a_report(), id="old", year=2024, introduction="现将2024年度法治政府建设情况报告如下：", closing="专此报告。",
    attachments=(Attachment("a1", "2024年行政执法统计表", "统计到12月31日。"),))


@pytest.mark.parametrize("task, said", [
    (HEAD, "云交〔2026〕4号"), (INTRODUCTION, "现将2024年度法治政府建设情况报告如下："), (SIGNATURE, "专此报告。"),
    (ATTACHMENTS, "统计到12月31日。"), (part_task("problems"), "原因：主要是法制审核力量不足。"),
    (part_task("plan"), "时限：2026年11月底前"), (duty_task("D-1", Post.HEAD), "局长林致远于2025年3月12日主持党组会"),
    (duty_task("D-1", Post.HEAD), "2025年3月12日，党组会，年度法治工作要点"),
    (part_task("first"), "局长林致远于2025年3月12日主持党组会"),
])
def test_what_was_said_of_the_task_is_found(task: str, said: str) -> None:
    found = passages_of(task, a_report(), OLDER)

    assert any(said in text for each in found for text in (each.title, each.text))


def test_what_was_promised_for_this_year_comes_before_what_was_done() -> None:
    found = passages_of(part_task("measures"), a_report(), OLDER)

    assert [(each.group, each.title) for each in found] == [(PROMISED, "提升案卷质量"), (SAID, "规范行政执法")]


def test_a_table_under_a_passage_is_shown_by_rows() -> None:
    measures = replace(OLDER.parts[0], entries=(Topic("t", "执法", "如下表。", table=(("门类", "件数"), ("客运", "96"))),))

    found = passages_of(part_task("measures"), a_report(), OLDER.with_part(measures))

    assert found[-1].text == "如下表。\n门类 │ 件数\n客运 │ 96"


def test_a_duty_that_another_post_answered_for_is_shown_too() -> None:
    assert passages_of(duty_task("D-1", Post.SECRETARY), a_report(), OLDER)


def test_why_a_duty_was_not_carried_out_is_shown() -> None:
    idle = replace(OLDER.duties[0], state=DutyState.NOT_APPLICABLE, text="", evidence=(), reason="没有执法权")

    found = passages_of(duty_task("D-1", Post.HEAD), a_report(), replace(OLDER, duties=(idle,)))

    assert [each.text for each in found] == ["不适用：没有执法权"]


def test_a_task_the_report_did_not_have_says_nothing() -> None:
    assert passages_of(duty_task("D-9", Post.HEAD), a_report(), OLDER) == ()


def _summary(report_id: str, year: int = 2024, organ: str = "云峰县交通运输局", day: int = 1) -> ReportSummary:
    return ReportSummary(report_id, 1, year, organ, "", datetime(2025, 2, day), False)


@pytest.mark.parametrize("reports, chosen, found", [
    ([_summary("a")], "", "a"), ([_summary("a")], "b", "b"), ([_summary("a", 2023)], "", ""),
    ([_summary("a", organ="临江县交通运输局")], "", ""), ([_summary("a", day=3), _summary("b", day=2)], "", "a"), ([], "", ""),
], ids=["of-the-organ", "chosen", "older", "another-organ", "the-last-changed", "none"])
def test_last_years_report_is_the_chosen_one_else_the_organs_own(
    reports: list[ReportSummary], chosen: str, found: str
) -> None:
    assert year_before(replace(a_report(), previous_id=chosen), reports) == found


def test_a_report_of_no_organ_has_no_last_year() -> None:
    assert year_before(a_report(organ=an_organ(full_name="")), [_summary("a", organ="")]) == ""


def test_without_last_years_report_the_tab_says_how_to_have_it(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot)
    bench.window.side.show_tab(LAST_YEAR)

    panel = bench.window.side.last_year
    assert "2024年度" in panel.told.text() and "读入已有报告" in panel.told.text()
    assert not panel.text.isVisible()
    assert panel.told.geometry().top() < 16 and panel.told.height() < panel.height() / 3


def test_the_tab_follows_the_task(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot)
    bench.window.side.show_tab(LAST_YEAR)
    bench.opened.use_previous(OLDER)
    shown = []

    for task in (INTRODUCTION, SIGNATURE, part_task("measures")):
        bench.window.go_to_task(task)
        shown.append(bench.window.side.last_year.text.toPlainText())

    assert shown[0] == OLDER.introduction and "专此报告。" in shown[1]
    assert shown[2].startswith(PROMISED) and "全年作出行政处罚决定120件。" in shown[2]


def test_signs_of_markup_in_last_years_text_are_shown_as_they_are(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot)
    bench.window.side.show_tab(LAST_YEAR)
    bench.window.go_to_task(INTRODUCTION)

    bench.opened.use_previous(replace(OLDER, introduction="<b>一</b> & 二"))

    assert bench.window.side.last_year.text.toPlainText() == "<b>一</b> & 二"


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """Return a session on a library that holds the reports of two years, of which neither names the other."""
    made = Session(Library(lambda: open_store_at(tmp_path / "library.db")), fixed_clock)
    with qtbot.waitSignal(made.library.changed):
        made.library.change(lambda store: (store.save(OLDER), store.save(replace(a_report(), id="new"))))
    qtbot.waitUntil(lambda: len(made.library.contents.reports) == 2)
    yield made
    made.stop()


def test_a_report_opened_from_the_library_finds_last_years(session: Session, qtbot: QtBot) -> None:
    session.open_report("new")
    qtbot.waitUntil(lambda: session.opened is not None and session.opened.previous is not None)

    assert _previous(session) == "old"


def _previous(session: Session) -> str:
    opened = session.opened
    previous: Report | None = opened.previous if opened is not None else None
    return previous.id if previous is not None else ""
