"""Findings repaired, set aside and taken back in the work window, by hand and by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from builders import a_report
from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.place import INTRODUCTION, Place, part_task
from models.domain.report import Report
from ui.delegates.card_layout import DISMISS, FIX, RESTORE, STEP, layout_of
from ui.item_models.finding_model import FindingRole
from ui.widgets.dismiss_row import REASONS
from ui.widgets.side_panel import FINDINGS
from work_bench import NOWHERE, Bench

TEXT = "认真布署工作，既使很难，也再布署一次。"
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_typo(words: str, right: str, **changes: object) -> Finding:
    """Return a finding on `words` of the introduction, which are to be `right`."""
    start = TEXT.index(words)
    place = Place(INTRODUCTION, "", "introduction", start, start + len(words))
    fix = Fix(f"改为“{right}”", (Edit(place, right),))
    finding = Finding("W004", "typo", Severity.WARNING, f"“{words}”应为“{right}”。", None, words, place, "词典", (), fix)
    return replace(finding, **changes)  # type: ignore[arg-type]


FIRST, SECOND, THIRD = a_typo("布署", "部署"), a_typo("既使", "即使"), a_typo("再布署", "再部署")
GRAVE = a_typo("一次", "", slug="vague-exact", code="N007", severity=Severity.ERROR, message="次数不清。", fix=None)
SPOTS = tuple(Place(INTRODUCTION, "", "introduction", at, at + 1) for at in (6, 11, 18))
MANY = Finding("W006", "halfwidth-punctuation", Severity.WARNING, "用了半角标点。", None, "，", SPOTS[0], "标准", SPOTS[1:])


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """Return a work window at the introduction, which has something wrong."""
    made = Bench(a_report(introduction=TEXT), qtbot)
    made.opened.show_findings((FIRST, SECOND, THIRD, GRAVE, MANY))
    made.window.go_to_task(INTRODUCTION)
    made.window.side.show_tab(FINDINGS)
    return made


def introduction(bench: Bench) -> str:
    """Return the introduction as it is now."""
    report: Report = bench.opened.report
    return report.introduction


def click(bench: Bench, finding: Finding, link: str) -> None:
    """Click on the `link` of the card of `finding`."""
    panel = bench.window.side.findings
    panel.choose(finding)
    index = panel.view.currentIndex()
    area = panel.view.visualRect(index)
    layout = layout_of(index.data(FindingRole.CARD), area.width())
    at = next(each.area.center() for each in layout.links if each.name == link) + QPoint(0, layout.links_top)
    bench.qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + at)


def shown(bench: Bench) -> tuple[Finding, ...]:
    """Return the findings of the cards."""
    findings: tuple[Finding, ...] = bench.window.side.findings.model.findings
    return findings


def test_a_fix_is_one_step_with_a_name_and_the_next_card_is_chosen(bench: Bench) -> None:
    click(bench, FIRST, FIX)

    assert introduction(bench) == TEXT.replace("布署", "部署", 1)
    assert bench.opened.undo_label == "改正：布署→部署"
    assert FIRST not in bench.opened.findings
    card = bench.window.side.findings.view.card
    assert card is not None and card.finding.excerpt == "既使"

    bench.window.undo()
    assert introduction(bench) == TEXT


def test_one_fix_after_another_without_waiting_for_a_check(bench: Bench) -> None:
    longer = replace(FIRST, fix=Fix("改为“部署了”", (Edit(FIRST.place, "部署了"),)))
    bench.opened.show_findings((longer, SECOND, THIRD))

    for _ in range(3):
        bench.window.side.findings.view.setFocus()
        if bench.window.findings.chosen is None:
            bench.key(Qt.Key.Key_F8)
        bench.key(Qt.Key.Key_Return, ALT)

    assert introduction(bench) == "认真部署了工作，即使很难，也再部署一次。"
    assert bench.opened.findings == ()


def test_all_of_a_kind_are_repaired_in_one_step(bench: Bench) -> None:
    bench.window.findings.go_to(SECOND)

    bench.actions["fix_alike"].trigger()

    assert introduction(bench) == "认真部署工作，即使很难，也再部署一次。"
    assert bench.opened.undo_label == "改正同类 3 处"
    assert [each.code for each in bench.opened.findings] == ["N007", "W006"]


def test_a_fix_on_a_text_that_has_changed_is_refused(bench: Bench) -> None:
    changed = replace(bench.opened.report, introduction=f"我局{TEXT}")
    bench.opened.edit(changed, "修改引言")

    click(bench, FIRST, FIX)

    assert bench.opened.report is changed


def test_a_report_that_is_only_read_offers_nothing_that_changes_it(bench: Bench) -> None:
    bench.opened.make_read_only()

    links = {link.name for index in range(len(shown(bench)))
             for link in layout_of(bench.window.side.findings.model.cards[index], 260).links}
    assert not links & {FIX, DISMISS, RESTORE, "alike"}
    assert not bench.opened.fix((FIRST,), "改正")
    assert not bench.actions["fix_problem"].isEnabled() and not bench.actions["dismiss_problem"].isEnabled()


def test_a_finding_is_set_aside_for_a_ready_reason(bench: Bench) -> None:
    row = bench.window.side.findings.reason
    click(bench, SECOND, DISMISS)
    assert row.isVisible() and row.ready.isVisible()

    bench.qtbot.mouseClick(row.choices[0], Qt.MouseButton.LeftButton)

    assert not row.isVisible()
    [dismissal] = bench.opened.report.dismissals
    assert (dismissal.excerpt, dismissal.reason, dismissal.date) == ("既使", REASONS[0], "2026-01-20")
    assert SECOND not in bench.opened.findings
    assert bench.window.side.tabs.tabText(FINDINGS) == "问题 4"
    assert bench.window.side.findings.aside.text() == "已忽略 1 个"
    assert bench.opened.undo_label == "忽略：既使"

    bench.window.undo()
    assert SECOND in bench.opened.findings and bench.opened.dismissed == ()


def test_a_grave_finding_wants_a_reason_in_own_words(bench: Bench) -> None:
    row = bench.window.side.findings.reason
    click(bench, GRAVE, DISMISS)
    assert not row.ready.isVisible() and not row.accept.isEnabled()

    bench.qtbot.keyClicks(row.line, "abc")
    assert not row.accept.isEnabled()
    bench.qtbot.keyClicks(row.line, "d")
    bench.qtbot.keyClick(row.line, Qt.Key.Key_Return)

    assert [each.reason for each in bench.opened.report.dismissals] == ["abcd"]


def test_what_is_set_aside_is_listed_with_its_reason_and_taken_back(bench: Bench) -> None:
    bench.window.findings.dismiss(SECOND, "确实如此")
    panel = bench.window.side.findings
    bench.qtbot.mouseClick(panel.aside, Qt.MouseButton.LeftButton)

    assert shown(bench) == (SECOND,)
    assert "已忽略：确实如此" in panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    click(bench, SECOND, RESTORE)

    assert bench.opened.report.dismissals == ()
    assert SECOND in shown(bench) and len(shown(bench)) == 5


def test_what_is_missing_cannot_be_set_aside(bench: Bench) -> None:
    bench.opened.show_findings((NOWHERE,))
    bench.window.review()
    bench.window.findings.go_to(NOWHERE)

    bench.key(Qt.Key.Key_Delete, ALT)

    assert not bench.window.side.findings.reason.isVisible()
    assert "不能忽略" in bench.window.status.notice.text()


def test_the_places_of_a_grouped_finding_are_walked_round(bench: Bench) -> None:
    seen: list[int] = []
    for _ in range(4):
        click(bench, MANY, STEP) if seen else bench.window.findings.go_to(MANY)
        seen.append(bench.text().textCursor().selectionStart())

    assert seen == [6, 11, 18, 6]


def test_everything_is_done_by_key_alone(bench: Bench) -> None:
    bench.key(Qt.Key.Key_F8)  # the grave one
    bench.key(Qt.Key.Key_F8)
    bench.key(Qt.Key.Key_Return, ALT)
    assert introduction(bench).startswith("认真部署")

    bench.key(Qt.Key.Key_Delete, ALT)
    row = bench.window.side.findings.reason
    assert row.choices[0].hasFocus()
    bench.qtbot.keyClick(row.choices[0], Qt.Key.Key_Space)
    assert [each.excerpt for each in bench.opened.report.dismissals] == ["既使"]

    view = bench.window.side.findings.view
    view.setFocus()
    bench.window.side.findings.choose(MANY)
    bench.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert bench.text().textCursor().selectionStart() == 6
    bench.key(Qt.Key.Key_F8, CONTROL)
    assert bench.text().textCursor().selectionStart() == 11
    bench.key(Qt.Key.Key_F8, SHIFT)
    assert bench.window.findings.chosen is not None and bench.window.findings.chosen.excerpt == "再布署"


def test_escape_in_the_row_gives_up(bench: Bench) -> None:
    click(bench, SECOND, DISMISS)
    row = bench.window.side.findings.reason

    bench.qtbot.keyClick(row.choices[0], Qt.Key.Key_Escape)

    assert not row.isVisible() and bench.opened.report.dismissals == ()


def test_the_row_goes_when_its_finding_is_gone(bench: Bench) -> None:
    click(bench, SECOND, DISMISS)

    bench.opened.show_findings((FIRST,))

    assert not bench.window.side.findings.reason.isVisible()


def test_the_menu_of_a_card_names_all_it_can_do(bench: Bench) -> None:
    panel = bench.window.side.findings
    panel.choose(FIRST)
    panel.view.menu_asked.emit(panel.view.card, QPoint(10, 10))
    menus: list[QMenu] = panel.findChildren(QMenu)

    texts = [action.text() for menu in menus for action in menu.actions()]
    menus[0].close()

    assert texts == ["到那里", "改为“部署”", "同类的 3 处都改", "忽略…", "看依据", "说明和例子"]


def test_the_basis_unfolds_and_leads_to_the_help(bench: Bench) -> None:
    click(bench, FIRST, "basis")
    click(bench, FIRST, "help")

    assert bench.outside.called == ["help W004"]


def test_counts_of_a_gravity_show_only_those(bench: Bench) -> None:
    levels = bench.window.side.findings.levels

    bench.qtbot.mouseClick(levels.buttons[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert shown(bench) == (GRAVE,)
    bench.qtbot.mouseClick(levels.buttons[Severity.ERROR], Qt.MouseButton.LeftButton)

    assert len(shown(bench)) == 5
    assert [button.text() for button in levels.buttons.values()] == ["必改 1", "请核 4", "提示 0"]


def test_undo_leads_to_the_page_of_what_was_set_aside(bench: Bench) -> None:
    bench.window.findings.dismiss(SECOND, "确实如此")
    bench.window.go_to_task(part_task("plan"))

    bench.window.undo()

    assert bench.window.task == INTRODUCTION


def test_on_another_page_no_key_repairs_what_is_out_of_sight(bench: Bench) -> None:
    elsewhere = replace(FIRST, place=Place(part_task("plan"), "k1", "text", 0, 2))
    bench.opened.show_findings((FIRST, elsewhere))
    bench.window.side.findings.choose(FIRST)

    bench.window.go_to_task(part_task("plan"))

    assert bench.window.side.findings.view.card is None
    bench.key(Qt.Key.Key_Return, ALT)
    assert introduction(bench) == TEXT and not bench.opened.can_undo


def test_the_link_to_all_is_there_when_there_is_more_to_see(bench: Bench) -> None:
    switch = bench.window.side.findings.switch
    assert not switch.isVisible()
    bench.window.go_to_task(part_task("plan"))
    assert switch.isVisible() and switch.text() == "看全文的 5 个问题"
    bench.window.review()
    assert switch.text() == "只看本项"
    bench.opened.show_findings(())
    assert not switch.isVisible()
