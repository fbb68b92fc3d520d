"""The work window on a report: findings, guidance, columns that fold."""

from __future__ import annotations


import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builders import a_report
from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.place import INTRODUCTION, Place
from ui.pages.form_page import FormPage
from ui.widgets.side_panel import FINDINGS, GUIDANCE
from work_bench import HERE, NOWHERE, THERE, Bench


def test_f8_walks_the_findings_by_gravity(bench: Bench) -> None:
    bench.opened.show_findings((HERE, THERE))

    bench.key(Qt.Key.Key_F8)
    assert bench.window.task == "part:plan"
    bench.key(Qt.Key.Key_F8)
    assert bench.window.task == INTRODUCTION
    assert bench.text().textCursor().selectedText() == bench.opened.report.introduction[2:6]
    bench.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.task == "part:plan"


def test_a_finding_without_a_place_says_what_to_do(bench: Bench) -> None:
    bench.window.findings.go_to(NOWHERE)

    assert "增减部分" in bench.window.status.notice.text()


def test_panel_shows_the_findings_of_the_task_and_all_for_a_review(bench: Bench) -> None:
    bench.opened.show_findings((HERE, THERE))
    bench.window.go_to_task(INTRODUCTION)
    panel = bench.window.side

    assert panel.tabs.tabText(FINDINGS) == "问题 1"
    assert panel.findings.model.findings == (HERE,)

    bench.key(Qt.Key.Key_F7)
    assert panel.tabs.currentIndex() == FINDINGS and panel.tabs.tabText(FINDINGS) == "问题 2"
    assert panel.findings.model.findings == (THERE, HERE)


def test_a_click_on_a_finding_leads_to_its_place(bench: Bench) -> None:
    bench.opened.show_findings((THERE,))
    bench.window.review()
    view = bench.window.side.findings.view
    index = view.model().index(0, 0)

    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    assert bench.window.task == "part:plan"


def test_guidance_follows_the_task(bench: Bench) -> None:
    bench.window.go_to_task("part:plan")
    plan = guidance_texts(bench)
    bench.window.go_to_task("part:problems")
    problems = guidance_texts(bench)

    assert "完成时限" in plan
    assert plan != problems
    assert bench.window.side.tabs.tabText(GUIDANCE) == "指引"


def test_guidance_beside_a_page_does_not_repeat_what_leads_it(bench: Bench) -> None:
    repeated = []

    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
        page = bench.window.pages.page(task)
        assert isinstance(page, FormPage)
        repeated += [task] if page.prompt.text() in guidance_texts(bench) else []

    assert repeated == []


def test_guidance_that_hides_the_page_says_what_leads_it(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot, (960, 500))
    bench.window.go_to_task("part:plan")

    bench.window.body.show_side(True)

    assert any("每个问题都要有一项任务" in text for text in guidance_texts(bench))


def guidance_texts(bench: Bench) -> list[str]:
    """Return what the tab 指引 says now."""
    return [label.text() for label in bench.window.side.guidance.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("width", "docked"), [pytest.param(1366, True, id="wide"), pytest.param(1093, False, id="narrow")]
)
def test_right_side_has_room_or_lies_over_the_page(qtbot: QtBot, width: int, docked: bool) -> None:
    bench = Bench(a_report(), qtbot, (width, 582))
    body = bench.window.body

    assert body.side.isVisible() is docked
    assert body.strip.isVisible() is not docked
    before = body.centre.width()
    body.show_side(True)
    assert body.side.isVisible()
    assert (body.centre.width() == before) is True
    assert body.centre.width() >= 560

    bench.key(Qt.Key.Key_Escape)
    assert body.side.isVisible() is docked


def test_both_sides_fold(bench: Bench) -> None:
    bench.actions["fold_tasks"].trigger()
    bench.actions["fold_side"].trigger()

    assert bench.window.tasks.width() == 48
    assert not bench.window.side.isVisible()
    assert bench.window.body.strip.isVisible()

    bench.actions["fold_tasks"].trigger()
    bench.actions["fold_side"].trigger()
    assert bench.window.tasks.width() == 256
    assert bench.window.side.isVisible()


def test_going_to_a_place_uncovers_it(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot, (960, 492))
    bench.opened.show_findings((THERE,))
    bench.window.review()
    assert bench.window.side.isVisible()

    bench.window.findings.go_to(THERE)

    assert not bench.window.side.isVisible()


def test_marked_words_are_repaired_from_the_field(bench: Bench) -> None:
    text = bench.text()
    place = Place(INTRODUCTION, "", "introduction", 2, 6)
    words = bench.opened.report.introduction[2:6]
    finding = Finding("W1", "misspelling", Severity.WARNING, "写错了", excerpt=words, place=place,
                      fix=Fix("改为“正确”", (Edit(place, "正确"),)))
    bench.opened.show_findings((HERE, finding))
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)

    bench.qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)

    assert bench.opened.report.introduction[2:4] == "正确"
    assert bench.opened.undo_label.startswith("改正")
