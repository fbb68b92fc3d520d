"""From a click on the start page to an open report, and from 导出 to a file; real library, real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_report, an_organ, fixed_clock
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from models.domain.delivery import Delivery
from models.domain.organ import Organ
from models.domain.report import ExportForm, SectionKey, SecrecyReview
from models.domain.source_document import ImportedReport
from models.importers import read_report
from models.manuscript.new_report import Reuse
from models.standards.loader import load_standard
from ui.app.export_flow import ExportFlow
from ui.app.flows import Flows
from ui.app.library import Library, open_store_at
from ui.app.open_report import OpenReport
from ui.app.session import Session
from ui.dialogs import messages
from ui.dialogs.export_dialog import ExportChoice, ExportDialog
from ui.dialogs.mapping_dialog import MappingDialog
from ui.dialogs.new_report_dialog import NewReportChoice, NewReportDialog
from ui.dialogs.organ_dialog import OrganDialog
from ui.pages.start_page import StartPage

FILE = Path(__file__).resolve().parents[2] / "resources" / "reports" / "misnumbered.txt"


class Desk:
    """A session on a library of its own, its start page and the ways in."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.session = Session(Library(lambda: open_store_at(folder / "library.db")), fixed_clock)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page = StartPage(fixed_clock().date(), self.window)
        self.flows = Flows(self.session, self.page, self.window)
        with qtbot.waitSignal(self.session.library.changed, timeout=10_000):
            self.session.library.refresh()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return a desk with an empty library."""
    made = Desk(tmp_path, qtbot)
    yield made
    made.flows.stop()
    made.session.stop()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what message boxes say; each is answered with its last verb."""
    texts: list[str] = []

    def ask(parent: object, title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
        texts.append(f"{text}{detail}")
        return len(verbs) - 1

    monkeypatch.setattr(messages, "ask", ask)
    return texts


def test_the_first_report_asks_for_the_organ_once(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrganDialog, "ask", lambda organ, parent=None: an_organ(id=""))
    monkeypatch.setattr(NewReportDialog, "ask", lambda organs, reports, year, parent=None: NewReportChoice(
        organs[0], year, Delivery.TOGETHER, "", Reuse.NOTHING))

    with qtbot.waitSignal(desk.session.report_opened, timeout=10_000):
        desk.page.new_button.click()

    report = opened(desk).report
    assert report.year == 2025
    assert report.organ.full_name == "云峰县交通运输局"
    assert report.organ.id != ""
    qtbot.waitUntil(lambda: bool(desk.session.library.contents.organs), timeout=10_000)


def test_leaving_a_dialog_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrganDialog, "ask", lambda organ, parent=None: None)

    desk.flows.start_new()

    assert desk.session.opened is None


def test_last_years_report_is_taken_over(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    organ = store(desk, qtbot, an_organ(id=""))
    desk.session.create_report(replace(a_report(), organ=organ))
    desk.session.close_report()
    monkeypatch.setattr(NewReportDialog, "ask", lambda organs, reports, year, parent=None: NewReportChoice(
        organ, 2026, Delivery.TOGETHER, "report-1", Reuse.TEXTS))

    with qtbot.waitSignal(desk.session.report_opened, timeout=10_000):
        desk.flows.start_new()

    report = opened(desk).report
    assert report.previous_id == "report-1"
    assert report.parts_of(SectionKey.MEASURES)[0].entries[0].carried


def test_a_file_read_in_becomes_a_report_with_its_source_and_all_blocks(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MappingDialog, "ask", confirm)

    with qtbot.waitSignal(desk.session.report_opened, timeout=30_000):
        desk.flows.import_source(FILE)

    report = opened(desk).report
    assert report.head.title
    assert {part.key for part in report.parts} >= {
        SectionKey.MEASURES, SectionKey.PROBLEMS, SectionKey.FIRST_RESPONSIBLE, SectionKey.PLAN}
    sources: list[object] = []
    desk.session.library.ask(lambda library: library.load_source(report.id), sources.append)
    qtbot.waitUntil(lambda: bool(sources), timeout=10_000)
    assert sources == [read_report(FILE).source]


def test_an_organ_known_by_name_keeps_its_profile(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MappingDialog, "ask", confirm)
    name = read_report(FILE).report.organ.full_name
    organ = store(desk, qtbot, an_organ(id="", full_name=name))

    with qtbot.waitSignal(desk.session.report_opened, timeout=30_000):
        desk.flows.import_source(FILE)

    assert opened(desk).report.organ == organ


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path, told: list[str]
) -> None:
    broken = tmp_path / "坏文件.docx"
    broken.write_bytes(b"PK\x03\x04 broken")

    desk.flows.import_source(broken)

    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "坏文件.docx" in told[0]
    assert desk.session.opened is None


def test_wrong_local_requirements_are_refused_with_a_sentence(
    desk: Desk, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "通知.yaml"
    wrong.write_text("extends: [", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *words: (str(wrong), ""))

    desk.flows.import_overlay()

    assert len(told) == 1 and "通知.yaml" in told[0]


def test_a_public_form_is_exported_and_its_review_kept_as_one_step(
    qtbot: QtBot, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "公开版.docx"
    review = SecrecyReview("办公室 李明", "2026年3月10日")
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: ExportChoice(
        ExportForm.PUBLIC, target, "常用", "方正", None, review))
    window, report = QWidget(), a_report()
    qtbot.addWidget(window)
    desk_report = OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock)
    flow = ExportFlow(window)

    flow.start(desk_report)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    flow.stop()

    assert read_report(target).report.year == 2025
    assert desk_report.report.secrecy_review == review
    assert desk_report.undo_label == "确认保密审查"


def test_a_target_that_cannot_be_written_is_told_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: ExportChoice(
        ExportForm.REVIEW, tmp_path / "没有" / "报告.docx", "常用", "方正", 1.5, None))
    window, report = QWidget(), a_report()
    qtbot.addWidget(window)
    flow = ExportFlow(window)

    flow.start(OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock))
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    flow.stop()

    assert "没有" in told[0]
    assert list(tmp_path.iterdir()) == []


def opened(desk: Desk) -> OpenReport:
    """Return the report that is open."""
    assert desk.session.opened is not None
    return desk.session.opened


def store(desk: Desk, qtbot: QtBot, organ: Organ) -> Organ:
    """Store `organ`, wait until the library lists it, and return it as stored."""
    desk.session.library.change(lambda library: library.save_organ(organ))
    qtbot.waitUntil(lambda: bool(desk.session.library.contents.organs), timeout=10_000)
    return desk.session.library.contents.organs[0]


def confirm(plain: ImportedReport, repaired: ImportedReport, standard: object, parent: object = None) -> object:
    """Confirm the mapping as it was read."""
    return repaired.report


def test_an_import_is_preceded_by_a_backup(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MappingDialog, "ask", confirm)
    store(desk, qtbot, an_organ(id=""))

    with qtbot.waitSignal(desk.session.report_opened, timeout=30_000):
        desk.flows.import_source(FILE)

    assert any("读入之前" in path.name for path in (tmp_path / "备份").iterdir())


def test_a_report_is_checked_against_the_one_it_came_from(desk: Desk, qtbot: QtBot) -> None:
    text = "联合公安、市场监管部门开展非法营运专项整治，检查车辆1206辆次，纠正违法行为83起，约谈企业9家。"
    measures = a_report().parts[0]
    same = replace(measures, entries=(replace(measures.entries[0], text=text),))
    older = replace(a_report(), id="old", year=2024).with_part(same)
    newer = replace(a_report(), id="new", previous_id="old").with_part(same)
    with qtbot.waitSignal(desk.session.library.changed, timeout=10_000):
        desk.session.library.change(lambda store: (store.save(older), store.save(newer)))
    desk.session.open_report("new")
    qtbot.waitUntil(lambda: desk.session.opened is not None, timeout=10_000)
    opened = desk.session.opened

    assert opened is not None
    qtbot.waitUntil(lambda: "stale-copy" in {each.slug for each in opened.findings}, timeout=10_000)
