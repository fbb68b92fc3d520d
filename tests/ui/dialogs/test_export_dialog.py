"""What is exported and where to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_report
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.checks.finding import Finding, Severity
from models.domain.head import DocumentHead
from models.domain.place import HEAD, Place
from models.domain.report import ExportForm, SecrecyReview
from models.publication.redactions import Redaction
from ui.dialogs.export_dialog import REVIEW_WANTED, ExportDialog, file_name, with_review
from ui.dialogs.faces_dialog import FacesDialog

GAP = Finding("F001", "document-number-missing", Severity.ERROR, "没有发文字号，请在“版头与主送”填写。")


def gaps_of(form: ExportForm) -> tuple[Finding, ...]:
    """Say that only the 报送版 lacks something."""
    return (GAP,) if form is ExportForm.SUBMISSION else ()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """Return the dialog on a report with one gap and no missing faces."""
    made = ExportDialog(a_report(), tmp_path, gaps_of, lambda fonts: ("仿宋_GB2312",) if fonts == "方正" else ())
    qtbot.addWidget(made)
    return made


def test_gaps_are_named_and_the_draft_mark_announced(dialog: ExportDialog) -> None:
    assert "没有发文字号" in dialog.gaps.text()
    assert "草稿" in dialog.gaps.text()
    assert dialog.primary.isEnabled()


def test_what_goes_out_is_to_be_looked_through(dialog: ExportDialog) -> None:
    said = {line.name: line.said for line in dialog.checklist.lines}

    assert said["签发人"] == "林致远" and "2026年2月20日" in said["署名和成文日期"]
    assert said["附件"] == "没有附件" and said["集体讨论"] == "没有填" and "公开以前要做" in said["保密审查"]


def test_the_list_follows_the_form(dialog: ExportDialog) -> None:
    dialog.form.choose(ExportForm.PUBLIC)

    assert [line.name for line in dialog.checklist.lines] == ["标题", "附件", "署名和成文日期", "保密审查"]


def test_from_a_line_one_goes_to_where_it_is_changed(dialog: ExportDialog, qtbot: QtBot) -> None:
    button = next(each for each in dialog.findChildren(QAbstractButton) if each.accessibleName() == "去改签发人")

    with qtbot.waitSignal(dialog.rejected):
        button.click()

    assert dialog.place == Place(HEAD, "", "signatories")


def test_missing_faces_are_named_for_the_chosen_fonts(dialog: ExportDialog) -> None:
    assert "仿宋_GB2312" in dialog.faces.text()

    dialog.fonts.setCurrentIndex(1)

    assert dialog.faces.isHidden()


@pytest.mark.parametrize(("chosen", "name"), [
    ("年报.docx", "年报.docx"), ("年报", "年报.docx"), ("年报.pdf", "年报.docx"), ("年报v1.2", "年报v1.2.docx"),
    ("2025.12定稿", "2025.12定稿.docx"),
])
def test_a_name_chosen_in_a_folder_is_kept_whole(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / chosen), ""))
    dialog.browse.click()

    assert dialog.path.text() == str(tmp_path / name)
    assert dialog.choice.replacing == (chosen == name)  # of another name the system has not asked


def test_a_name_written_by_hand_was_asked_of_by_nobody(dialog: ExportDialog) -> None:
    dialog.path.setText("年报.docx")

    assert not dialog.choice.replacing


def test_the_state_of_the_fonts_chosen_can_be_looked_up(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.fonts.setCurrentIndex(1)
    dialog.show()
    qtbot.keyClick(dialog.about_faces, Qt.Key.Key_Space)

    opened = dialog.findChild(FacesDialog)
    assert opened is not None and opened.isVisible()
    assert opened.fonts.currentData() == "Windows自带"
    opened.accept()


def test_the_public_form_waits_for_the_secrecy_review(dialog: ExportDialog) -> None:
    dialog.form.choose(ExportForm.PUBLIC)

    assert not dialog.primary.isEnabled()
    assert "保密审查" in dialog.problem.text()

    dialog.reviewer.setText("办公室 李明")
    dialog.review_date.setText("2026年3月10日")

    assert dialog.primary.isEnabled()
    assert dialog.choice.secrecy_review == SecrecyReview("办公室 李明", "2026年3月10日")
    assert with_review(a_report(), dialog.choice).secrecy_review == SecrecyReview("办公室 李明", "2026年3月10日")


def test_wide_lines_are_offered_for_the_review_form_only(dialog: ExportDialog) -> None:
    assert dialog.spacing.isHidden()

    dialog.form.choose(ExportForm.REVIEW)
    dialog.spacing.setCurrentIndex(1)

    assert dialog.choice.line_spacing == 1.5
    dialog.form.choose(ExportForm.SUBMISSION)
    assert dialog.choice.line_spacing is None


def test_a_report_without_a_title_gives_a_file_that_says_the_year_once() -> None:
    report = a_report(year=2025)
    named = file_name(replace(report, head=replace(report.head, title="")), ExportForm.SUBMISSION)

    assert named == f"{report.organ.name}2025年法治政府建设年度报告（报送版）.docx"


def test_the_file_is_named_after_title_and_form(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.choice.path == tmp_path / "云峰县交通运输局2025年度法治政府建设年度报告（报送版）.docx"

    dialog.form.choose(ExportForm.REVIEW)

    assert dialog.choice.path.name.endswith("（送审稿）.docx")


@pytest.mark.parametrize("title", ['a<b>:c"/\\|?*', "长" * 300, "报告. ", "CON"])
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(replace(a_report(), head=DocumentHead(title=title)), ExportForm.SUBMISSION)

    assert not set('<>:"/\\|?*') & set(name)
    assert len(name) <= 84
    assert name.endswith("（报送版）.docx")


def test_without_a_target_nothing_is_exported(dialog: ExportDialog) -> None:
    dialog.path.clear()

    assert not dialog.primary.isEnabled()


PARTY = Redaction("案件当事人", "王建国", "王某", True, (), "处理王建国诉县交通运输局一案")
OFFICIAL = Redaction("工作人员姓名", "李明", "李某", False, (), "副局长李明带队")


@pytest.fixture
def public(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """Return the dialog on a 公开版 that is reviewed and has two things to confirm."""
    report = replace(a_report(), secrecy_review=SecrecyReview("办公室 李明", "2026年3月10日"))
    made = ExportDialog(report, tmp_path, gaps_of, lambda fonts: (), redactions_of=lambda: (PARTY, OFFICIAL))
    qtbot.addWidget(made)
    made.form.choose(ExportForm.PUBLIC)
    made.show()
    return made


def test_the_review_for_the_public_is_changed_in_the_dialog_itself(public: ExportDialog, qtbot: QtBot) -> None:
    button = next(each for each in public.findChildren(QAbstractButton) if each.accessibleName() == "去改保密审查")
    public.resize(700, 300)
    public.scroll_area.verticalScrollBar().setValue(400)
    with qtbot.assertNotEmitted(public.rejected):
        button.click()

    assert public.place is None and public.focusWidget() is public.reviewer
    top = public.reviewer.mapTo(public.scroll_area.viewport(), QPoint()).y()
    assert 0 <= top <= public.scroll_area.viewport().height() - public.reviewer.height()


@pytest.mark.parametrize(("suffix", "paged"), [(".docx", True), (".pdf", True), (".html", False), (".txt", False)])
def test_every_kind_of_file_is_offered_and_only_pages_have_a_format(
    suffix: str, paged: bool, public: ExportDialog
) -> None:
    public.kind.setCurrentIndex(public.kind.findData(suffix))

    assert public.choice.path.suffix == suffix
    assert public.profile.isVisible() is paged and public.fonts.isVisible() is paged
    assert public.primary.isEnabled()


def test_what_the_public_form_hides_is_confirmed_item_by_item(public: ExportDialog) -> None:
    assert public.choice.hidden == (PARTY,)

    for box in public.redactions.boxes.values():
        box.toggle()

    assert public.choice.hidden == (OFFICIAL,)


def test_other_forms_hide_nothing(public: ExportDialog) -> None:
    public.form.choose(ExportForm.SUBMISSION)

    assert not public.redactions.isVisible() and not public.copy.isVisible()
    assert public.choice.hidden == ()


def test_the_web_page_can_be_copied_instead_of_saved(public: ExportDialog, qtbot: QtBot) -> None:
    assert not public.choice.copied

    with qtbot.waitSignal(public.accepted, timeout=1000):
        qtbot.keyClick(public.copy, Qt.Key.Key_Space)

    assert public.choice.copied and public.choice.hidden == (PARTY,)


def test_nothing_is_copied_before_the_review(dialog: ExportDialog) -> None:
    dialog.form.choose(ExportForm.PUBLIC)

    assert not dialog.copy.isEnabled()


def test_the_tab_key_passes_every_choice_in_reading_order(public: ExportDialog, qtbot: QtBot) -> None:
    passed = []
    widget = public.form.buttons[ExportForm.PUBLIC]
    changes = [each for each in public.checklist.findChildren(QAbstractButton) if each.isVisibleTo(public)]
    stops: list[QWidget] = [widget, public.reviewer, public.review_date, *changes, *public.redactions.boxes.values(),
                            public.profile, public.fonts, public.about_faces, public.kind, public.path,
                            public.browse, public.copy]
    widget.setFocus()
    for _ in range(len(stops)):
        focused = public.focusWidget()
        assert focused is not None
        passed.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert passed == stops
    assert all(stop.accessibleName() or isinstance(stop, QAbstractButton) for stop in stops)


def test_the_checklist_says_what_is_entered_of_the_secrecy_review(dialog: ExportDialog) -> None:
    dialog.form.choose(ExportForm.PUBLIC)

    def said() -> str:
        return next(line.said for line in dialog.checklist.lines if line.name == "保密审查")

    assert "还没有做" in said()
    assert not dialog.copy.isEnabled() and dialog.copy.toolTip() == REVIEW_WANTED

    dialog.reviewer.setText("办公室 李明")
    dialog.review_date.setText("2026年3月10日")

    assert said() == "办公室 李明　2026年3月10日"
    assert said() in [each.text() for each in dialog.checklist.findChildren(QLabel)]
    assert dialog.copy.isEnabled() and not dialog.copy.toolTip()
