"""The clerk confirms what was read before it becomes a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.domain.organ import OrganKind
from models.domain.report import Picture, Problem, SectionKey
from models.domain.source_document import Certainty, ImportedReport, SectionReading
from models.importers import read_report
from models.standards.loader import load_standard
from ui.dialogs.mapping_dialog import LEAVE_OUT, TO_INTRODUCTION, MappingDialog, doubt_of, told

FILE = Path(__file__).resolve().parents[2] / "resources" / "reports" / "misnumbered.txt"


@pytest.fixture(scope="module")
def reading() -> tuple[ImportedReport, ImportedReport]:
    """Return the report in the file as it stands and repaired."""
    return read_report(FILE), read_report(FILE, repair=True)


@pytest.fixture
def dialog(qtbot: QtBot, reading: tuple[ImportedReport, ImportedReport]) -> MappingDialog:
    """Return the dialog on the report of our own with many faults."""
    plain, repaired = reading
    made = MappingDialog(plain, repaired, load_standard(plain.report.organ.kind))
    qtbot.addWidget(made)
    return made


def put(dialog: MappingDialog, key: SectionKey, target: str) -> None:
    """Choose `target` for the first part of `key`."""
    keys = [part.key for part in dialog._plain.report.parts]
    box = dialog.targets[keys.index(key)]
    box.setCurrentIndex(box.findData(target))


def test_confirmed_at_once_the_report_is_the_repaired_one(
    dialog: MappingDialog, reading: tuple[ImportedReport, ImportedReport]
) -> None:
    assert dialog.report == reading[1].report


def test_without_the_repairs_the_words_stand_as_in_the_file(
    dialog: MappingDialog, reading: tuple[ImportedReport, ImportedReport]
) -> None:
    dialog.repair.setChecked(False)

    assert dialog.report == reading[0].report


def test_a_part_can_be_put_into_another_block(dialog: MappingDialog) -> None:
    tasks = dialog.report.parts_of(SectionKey.PLAN)[0].entries
    put(dialog, SectionKey.PLAN, SectionKey.PROBLEMS.value)

    report = dialog.report
    assert report.parts_of(SectionKey.PLAN) == ()
    assert tasks and all(isinstance(report.entry(task.id), Problem) for task in tasks)


def test_a_part_can_be_left_out_or_put_into_the_introduction(dialog: MappingDialog) -> None:
    before = len(dialog.report.introduction)
    put(dialog, SectionKey.PLAN, LEAVE_OUT)
    put(dialog, SectionKey.MEASURES, TO_INTRODUCTION)

    report = dialog.report
    assert not report.parts_of(SectionKey.PLAN) and not report.parts_of(SectionKey.MEASURES)
    assert len(report.introduction) > before + 200


def test_pictures_that_the_introduction_cannot_take_are_told_of(
    qtbot: QtBot, reading: tuple[ImportedReport, ImportedReport]
) -> None:
    plain, repaired = (_with_picture(each) for each in reading)
    dialog = MappingDialog(plain, repaired, load_standard(plain.report.organ.kind))
    qtbot.addWidget(dialog)
    dialog.show()
    warning = next(label for label in dialog.findChildren(QLabel) if "1 张图片不会读进报告" in label.text())
    shown = [warning.isVisible()]

    for target in (TO_INTRODUCTION, SectionKey.MEASURES.value):
        put(dialog, SectionKey.MEASURES, target)
        shown.append(warning.isVisible())

    assert shown == [False, True, False]


def _with_picture(reading: ImportedReport) -> ImportedReport:
    """Return `reading` with a picture in the first entry of 主要举措."""
    part = reading.report.parts_of(SectionKey.MEASURES)[0]
    entries = (replace(part.entries[0], pictures=(Picture(),)), *part.entries[1:])
    return replace(reading, report=reading.report.with_part(replace(part, entries=entries)))


def test_a_duty_that_is_not_proved_can_be_taken_off(dialog: MappingDialog) -> None:
    box, entry = dialog.duty_boxes[0]

    box.setChecked(False)

    assert entry.key not in {each.key for each in dialog.report.duties}
    assert len(dialog.report.duties) == len(dialog.duty_boxes) - 1


def test_the_year_can_be_corrected(dialog: MappingDialog) -> None:
    dialog.year.setCurrentIndex(dialog.year.findData("2022"))

    assert dialog.report.year == 2022


@pytest.mark.parametrize(("reading", "said", "doubt"), [
    (SectionReading(True, True, "一、主要举措", "办案。"), "单列：一、主要举措", 0),
    (SectionReading(True, False, None, "带头。", Certainty.LIKELY, "只在句子里看到"), "写在别的部分里\n大致认得：只在句子里看到", 1),
    (SectionReading(True, True, "三、考虑", "将加强。", Certainty.GUESS, "按内容取的"), "单列：三、考虑\n拿不准：按内容取的", 3),
    (SectionReading(), "没有找到", 2),
], ids=["certain", "likely", "guess", "absent"])
def test_each_block_says_how_it_was_found(reading: SectionReading, said: str, doubt: int) -> None:
    assert (told(reading), doubt_of(SectionKey.PLAN, reading)) == (said, doubt)


def test_no_other_matters_is_no_doubt() -> None:
    assert doubt_of(SectionKey.OTHER, SectionReading()) == 0


def test_what_is_unsure_stands_first_and_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("一、主要举措\n全年办案5起。\n存在的不足\n人手少。\n三、今年考虑\n下一步加强培训。将继续规范。\n", encoding="utf-8")
    plain = read_report(path)
    dialog = MappingDialog(plain, plain, load_standard(plain.report.organ.kind))
    qtbot.addWidget(dialog)

    labels = [(label.text(), label.property("kind")) for label in dialog.findChildren(QLabel)]
    found = [text.split("\n")[0] for text, _ in labels if text.startswith("单列") or text == "没有找到"]
    assert found[0] == "单列：三、今年考虑"
    assert found[-1] == "没有找到"
    assert [kind for text, kind in labels if text == "今年考虑"] == ["check"]
    assert {kind for text, kind in labels if "拿不准，请看一看" in text} == {"check"}


def test_the_words_of_a_part_are_level_with_its_field(dialog: MappingDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)

    for box in dialog.targets:
        row = box.parentWidget()
        assert row is not None
        labels = [label.geometry() for label in row.findChildren(QLabel)]
        assert abs((labels[0].top() + labels[-1].bottom()) / 2 - box.geometry().center().y()) <= 2
    assert len({box.mapTo(dialog, QPoint()).x() for box in dialog.targets}) == 1


def test_nothing_of_the_dialog_is_cut_at_the_right(qtbot: QtBot) -> None:
    path = Path(__file__).parents[2] / "resources" / "reports" / "misnumbered.txt"
    dialog = MappingDialog(read_report(path), read_report(path, repair=True), load_standard(OrganKind.DEPARTMENT))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    captions = [label for label in dialog.content.findChildren(QLabel) if label.text() in ("标题", "成文日期")]
    assert len(captions) == 2
    assert all(label.minimumWidth() < dialog.width() // 3 for label in captions)
    assert dialog.content.minimumSizeHint().width() <= dialog.width()
