"""The clerk sets how long a part and the whole are to be, and always sees how far it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import a_report, fixed_clock
from models.domain.report import Report
from models.storage.store import ReportStore
from ui.app.word_targets import LABEL, READ_ONLY, TargetPanel
from work_bench import Bench


def panel(bench: Bench, task: str = "part:measures") -> TargetPanel:
    """Open the panel on the page of `task` by the mouse, on the count at the foot."""
    bench.window.go_to_task(task)
    QTest.mouseClick(bench.window.status.report_words, Qt.MouseButton.LeftButton)
    return bench.window.findChild(TargetPanel)


def foot(bench: Bench) -> tuple[str, str]:
    """Return what the foot says of the page and of the whole."""
    bench.window.refresh()
    return bench.window.status.task_words.text(), bench.window.status.report_words.text()


def test_the_targets_stand_behind_the_counts(bench: Bench) -> None:
    before = foot(bench)
    opened = panel(bench)
    assert opened.part.hasFocus() and opened.part.text() == ""
    QTest.keyClicks(opened.part, "1500")
    QTest.keyClicks(opened.whole, "6a000")  # only digits go in

    report = bench.opened.report
    assert (report.part("measures").word_target, report.word_target) == (1500, 6000)
    assert [each.split(" / ")[-1] for each in foot(bench)] == ["1,500 字", "6,000 字"]
    assert bench.opened.undo_label == LABEL
    opened.close()
    bench.window.go_to_task("introduction")
    assert " / " not in foot(bench)[0]
    for _ in range(2):
        bench.window.undo()
    assert bench.opened.report.word_target == 0 and foot(bench)[1] == before[1]


def test_a_page_that_is_no_part_has_only_the_target_of_the_whole(bench: Bench) -> None:
    opened = panel(bench, "introduction")

    assert not opened.part.isVisible() and opened.whole.hasFocus()


def test_the_menu_opens_the_panel_too_and_escape_closes_it(bench: Bench) -> None:
    bench.actions["targets"].trigger()
    opened = bench.window.findChild(TargetPanel)
    assert opened.isVisible()
    bench.qtbot.keyClick(opened.whole, Qt.Key.Key_Escape)

    assert not opened.isVisible()


def test_a_report_that_is_only_to_be_read_gets_no_target(bench: Bench) -> None:
    bench.opened.make_read_only()
    bench.actions["targets"].trigger()

    assert bench.window.findChild(TargetPanel) is None
    assert bench.window.status.notice.text() == READ_ONLY


@pytest.mark.parametrize("target", [0, 2500])
def test_targets_are_kept_with_the_report(target: int, tmp_path: Path) -> None:
    report: Report = replace(a_report(), word_target=target)
    report = report.with_part(replace(report.parts[0], word_target=target))
    with ReportStore.open(tmp_path / "库.db", fixed_clock) as store:
        store.save(report)
    with ReportStore.open(tmp_path / "库.db", fixed_clock) as store:
        assert store.load(report.id) == report
