"""From the open report to paper and PDF: what is printed, what is told, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from exporters.pages.placed import PagedDocument, PlacedText
from main import main
from models.domain.head import DocumentHead
from models.domain.report import ExportForm, Report, SecrecyReview
from models.samples import sample_report
from models.standards.loader import load_standard
from office import Office, answer
from ui.app.export_flow import ExportFlow
from ui.app.open_report import OpenReport
from ui.dialogs.export_dialog import ExportChoice, ExportDialog
from ui.preview import printing
from ui.preview.wishes import PageWishes

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "reports" / "misnumbered.txt"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the clerk always choose a printer that prints into a file, and return that file."""
    path = tmp_path / "paper.pdf"

    def ask(document: PagedDocument, page: int, parent: QWidget) -> QPrinter:
        printer = printing.ready_printer(document)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(printing, "ask_printer", ask)
    return path


def a_flow(qtbot: QtBot) -> ExportFlow:
    """Return the ways out of a window."""
    window = QWidget()
    qtbot.addWidget(window)
    return ExportFlow(window)


def an_open_report(report: Report | None = None) -> OpenReport:
    """Return `report`, or a complete one, opened."""
    report = report or a_report()
    return OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock)


def text_of(path: Path) -> str:
    """Return the text of the PDF file at `path`, without line ends."""
    return "".join(page.extract_text() for page in PdfReader(path).pages).replace("\n", "")


def test_the_report_is_printed_and_told(qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answer(monkeypatch, 0)
    a_flow(qtbot).print(an_open_report(sample_report()))
    sides = len(PdfReader(paper).pages)

    assert told == [f"已送去打印，共{sides}面。可以送签了。"]


def test_what_is_missing_is_told_and_printed_as_a_draft(
    qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(monkeypatch, 0)
    a_flow(qtbot).print(an_open_report(replace(a_report(), head=DocumentHead(title=a_report().head.title))))

    assert "还缺" in told[0] and "草稿" in told[0]


def test_a_public_form_without_its_review_is_not_printed(
    qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(monkeypatch, 0)
    report = replace(a_report(), secrecy_review=None)
    a_flow(qtbot).print(an_open_report(report), PageWishes(ExportForm.PUBLIC))

    assert "保密审查" in told[0]
    assert not paper.exists()


@pytest.mark.parametrize(
    ("form", "stands", "gone"),
    [(ExportForm.PUBLIC, "139××××××××", "13912345678"), (ExportForm.SUBMISSION, "13912345678", "139××××××××")])
def test_what_is_certain_to_be_private_is_not_printed_in_the_public_form(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, form: ExportForm, stands: str, gone: str
) -> None:
    printed: list[PagedDocument] = []
    monkeypatch.setattr(printing, "ask_printer", lambda document, *words: printed.append(document))
    report = replace(a_report(), introduction="举报人来电13912345678反映问题。", secrecy_review=SecrecyReview("李明", "2026年3月1日"))
    a_flow(qtbot).print(an_open_report(report), PageWishes(form))

    text = "".join(item.text for page in printed[0].pages for item in page.items if isinstance(item, PlacedText))
    assert stands in text
    assert gone not in text


def test_whoever_leaves_the_dialog_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "ask_printer", lambda *words: None)
    told = answer(monkeypatch)
    a_flow(qtbot).print(an_open_report())

    assert told == []


def test_a_pdf_file_is_written_by_the_worker(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(monkeypatch, 2)
    target = tmp_path / "报送版.pdf"
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: ExportChoice(
        ExportForm.SUBMISSION, target, "常用", "方正", None, None))
    flow = a_flow(qtbot)
    flow.start(an_open_report(), None, ".pdf")
    qtbot.waitUntil(lambda: bool(told))
    flow.stop()

    properties = PdfReader(target).metadata
    assert properties is not None and properties.title
    assert "依法" in text_of(target)


def test_the_dialog_is_filled_with_what_the_preview_shows(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(a_report(), tmp_path, lambda form: (), lambda fonts: ())
    qtbot.addWidget(dialog)
    dialog.choose(PageWishes(ExportForm.REVIEW, "33476.2", "Windows自带", 1.5), ".pdf")
    choice = dialog.choice

    assert (choice.form, choice.profile, choice.fonts, choice.line_spacing) == (
        ExportForm.REVIEW, "33476.2", "Windows自带", 1.5)
    assert choice.path.name.endswith("（送审稿）.pdf")

    dialog.path.setText(str(tmp_path / "a.docx"))
    assert not dialog.primary.isEnabled()


def test_the_window_prints_what_its_preview_shows(
    tmp_path: Path, qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, qtbot)
    office.create(replace(a_report(), secrecy_review=SecrecyReview("办公室 李明", "2026年3月10日")))
    work = office.window.work
    assert work is not None
    work.previewing.open()
    assert work.previewing.panel is not None
    work.previewing.panel.bar.form.activated.emit(1)
    qtbot.waitUntil(lambda: work.previewing.up_to_date)
    answer(monkeypatch, 0)

    work.previewing.panel.bar.print_button.click()

    assert a_report().head.document_number not in text_of(paper)
    assert office.window.state is not None


def test_the_command_writes_a_pdf_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["export", str(SAMPLE), "-o", str(tmp_path / "报告.pdf")])

    assert status == 1  # the file has faults; it is written all the same
    assert "报告.pdf" in capsys.readouterr().out
    assert len(PdfReader(tmp_path / "报告.pdf").pages) >= 3
    assert "法治政府建设" in text_of(tmp_path / "报告.pdf")
