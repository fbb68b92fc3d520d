"""Makes the pictures of every page and dialog: `python tests/pictures/make.py FOLDER [SIZE [LOOK]]`.

The report is the sample. LOOK is a table of tokens.yaml, light when it is left out. Without SIZE one process runs for
each size and for each other look, since the scale of a screen is fixed when Qt starts; FOLDER/index.html shows all.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import exchange_scenes  # noqa: E402 — beside this file
import finding_scenes  # noqa: E402 — beside this file
import library_scenes  # noqa: E402 — beside this file
import material_scenes  # noqa: E402 — beside this file
import new_scenes  # noqa: E402 — beside this file
import outline_scenes  # noqa: E402 — beside this file
import picture_scenes  # noqa: E402 — beside this file
import preview_scenes  # noqa: E402 — beside this file
from office_screens import SCREENS, Screen, use_screen  # noqa: E402 — beside this file
from picture_page import write_page  # noqa: E402 — beside this file
import version_scenes  # noqa: E402 — beside this file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from models.domain.report import Report
    from ui.main_window import MainWindow

USUAL, LIGHT, OTHER_LOOKS = "1366x768-100", "light", ("dark", "green", "contrast")
SMALLEST = 0  # Qt's quality of a PNG: no loss, the most effort


def main(folder: Path, size: str = "", look: str = LIGHT) -> int:
    """Save the pictures of `size` in `look`, or of all that are to be seen, below `folder`; return the exit status."""
    if size:
        return take_pictures(folder / (size if look == LIGHT else f"{size}-{look}"), SCREENS[size], look)
    for name, each in (*((name, LIGHT) for name in SCREENS), *((USUAL, each) for each in OTHER_LOOKS)):
        scale = str(SCREENS[name].scale)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, str(folder), name, each]
        status = subprocess.run(command, env=environment, check=False).returncode
        if status:
            return status
    print(write_page(folder))
    return 0


def take_pictures(folder: Path, screen: Screen, look: str) -> int:
    """Open every page and dialog in a window of this `look` that fills `screen` and save each."""
    from ui.app.look import show_look
    from ui.application import make_application

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data:
        use_screen(screen, Path(data))
        application = make_application()
        show_look(look)
        window = _window(Path(data), screen)
        for name, widget in _scenes(application, window):
            widget.grab().save(str(folder / f"{name}.png"), "PNG", SMALLEST)
        window.session.stop()
    print(f"{folder}: {len(list(folder.glob('*.png')))} 张")
    return 0


def clock() -> datetime:
    """Return the moment of all pictures."""
    return datetime(2026, 1, 19, 14, 32, 5)


def _window(data: Path, screen: Screen) -> MainWindow:
    """Return the main window of a fresh library in `data`."""
    from models.storage.store import ReportStore
    from ui.app.library import Library
    from ui.app.session import Session
    from ui.main_window import MainWindow

    session = Session(Library(lambda: ReportStore.open(data / "library.db", clock)), clock)
    window = MainWindow(session, data)
    window.resize(*screen.window)
    window.begin()
    return window


def _scenes(application: QApplication, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield the name and the widget of each scene, in the order of the clerk's day."""
    from ui.app.look import show_look
    from models.domain import place
    from ui.app.phrasing import Phrasing
    from ui.app.theme import shown_theme
    from ui.app.tour import take_tour
    from ui.widgets.side_panel import LAST_YEAR
    from ui.widgets.text_input import TextInput

    look = shown_theme().name
    wait(application, lambda: window.session.library.ready)
    yield "01-start-empty", window
    for name, make in (*dialogs(), *version_scenes.dialogs(), *exchange_scenes.dialogs()):
        dialog = make(window)
        dialog.resize(min(dialog.width(), window.width()), min(dialog.height(), window.height()))
        dialog.show()
        wait(application, lambda: False, 0.2)
        yield name, dialog
        dialog.close()
        show_look(look)  # leaving the choice of looks brings back the kept one
    window.session.open_sample()
    wait(application, lambda: window.work is not None)
    work = window.work
    assert work is not None
    wait(application, lambda: False, 1.0)
    for index, task in enumerate(_tasks(window)):
        work.go_to_task(task)
        wait(application, lambda: False, 0.5)
        yield f"10-{index:02}-{task.partition(':')[0]}", window
    work.review()
    wait(application, lambda: False, 0.3)
    yield "30-review", window
    assert window.session.opened is not None
    window.session.opened.use_previous(_stored()[0])
    work.side.show_tab(LAST_YEAR)
    work.go_to_task(_tasks(window)[2])
    wait(application, lambda: False, 0.5)
    yield "30-last-year", window
    work.go_to_task(place.INTRODUCTION)
    field = work.pages.page(place.INTRODUCTION).findChildren(TextInput)[0]
    phrasing = Phrasing(work, field, Path("D:/没有这个文件夹"))
    wait(application, lambda: False, 0.2)
    yield "30-phrases", window
    phrasing.panel.left.emit()
    tour = take_tour(work)
    for step in range(5):
        wait(application, lambda: False, 0.2)
        yield f"30-tour-{step + 1}", window
        tour.card.next.click()
    for name in preview_scenes.scenes(work):
        wait(application, lambda: work.previewing.up_to_date and work.previewing.panel is not None)
        wait(application, lambda: False, 0.5)
        yield name, window
    for name in picture_scenes.scenes(window, work):
        wait(application, lambda: work.previewing.up_to_date or not work.previewing.shown)
        wait(application, lambda: False, 0.5)
        yield name, window
    for name in outline_scenes.scenes(work):
        wait(application, lambda: False, 0.5)
        yield name, application.activePopupWidget() or window
    for name in material_scenes.scenes(work):
        wait(application, lambda: False, 0.5)
        yield name, window
    window.show_help()
    wait(application, lambda: False, 0.3)
    assert window.help is not None
    yield "31-help", window.help
    window.help.show_check("N001")
    wait(application, lambda: False, 0.3)
    yield "32-help-check", window.help
    window.help.close()
    assert window.session.checking is not None
    window.session.checking.stop()  # the findings of these scenes are planted
    for name in finding_scenes.scenes(work):
        wait(application, lambda: False, 1.0)  # a page of many entries is laid out meanwhile
        yield name, window
    window.show_start()
    for report in _stored():
        window.session.library.change(lambda store, kept=report: store.save(kept))
    wait(application, lambda: len(window.session.library.contents.reports) > 1)
    yield "50-start", window
    for scenes in (library_scenes.scenes, new_scenes.scenes):
        for name in scenes(window, lambda condition: wait(application, condition)):
            wait(application, lambda: False, 0.5)
            yield name, window


def _stored() -> list[Report]:
    """Return what the start page lists: this year's report and last year's."""
    from dataclasses import replace

    from models.samples import sample_report

    sample = replace(sample_report(), sample=False)
    earlier = replace(sample.head, title=sample.head.title.replace("2025", "2024"))
    return [replace(sample, id="2024", year=2024, head=earlier), replace(sample, id="2025")]


def _tasks(window: MainWindow) -> list[str]:
    """Return a task of each kind of page, every part and three duties."""
    from models.domain import place

    opened = window.session.opened
    assert opened is not None
    parts = [place.part_task(part.id) for part in opened.report.parts]
    duties = [place.duty_task(*entry.key) for entry in opened.report.duties]
    return [place.HEAD, place.INTRODUCTION, *parts, *duties[:3], *duties[-2:], place.ATTACHMENTS, place.SIGNATURE]


def dialogs() -> list[tuple[str, Callable[[QWidget], QDialog]]]:
    """Return the name and the maker of each dialog, filled as a clerk would see it."""
    from dataclasses import replace

    from exporters.export import gaps_of
    from models.checks.runner import draft_of_report, run_checks
    from models.comparison.figure_series import figure_series
    from models.domain.head import DocumentHead
    from models.domain.organ import Organ
    from models.domain.report import ExportForm
    from models.importers import read_report
    from models.publication.redactions import redactions_of
    from models.samples import sample_report
    from models.standards.loader import load_standard
    from models.storage.summary import ReportSummary
    from ui.app.replacing import swaps
    from ui.dialogs.export_dialog import ExportDialog
    from ui.dialogs.mapping_dialog import MappingDialog
    from ui.dialogs.new_report_dialog import NewReportDialog
    from ui.dialogs.faces_dialog import FacesDialog
    from ui.dialogs.look_dialog import LookDialog
    from ui.dialogs.organ_dialog import OrganDialog
    from ui.dialogs.replace_dialog import ReplaceDialog
    from ui.dialogs.series_dialog import SeriesDialog
    from ui.item_models.task_rows import task_rows

    sample = sample_report()
    organ = replace(sample.organ, id="organ")
    standard = load_standard(organ.kind)
    lacking = replace(sample, head=DocumentHead(title=sample.head.title))
    gaps = gaps_of(run_checks(draft_of_report(lacking, standard, ExportForm.SUBMISSION, clock().date())))
    earlier = ReportSummary("r", 1, 2024, organ.full_name, "2024年法治政府建设年度报告", datetime(2025, 2, 10), False)
    foreign = ROOT / "tests" / "resources" / "reports" / "misnumbered.txt"
    folder = Path("D:/法治政府建设/2025年度")
    private = replace(sample, introduction=(
        "全年办结复议3件。当事人王建国不服处罚决定，提起诉讼（案号（2025）湘1103行初45号），县长张毅批示：“请县交通运输局依法应诉。”"
        "来电13912345678反映的问题由副局长李明带队核实。"))

    def export(parent: QWidget) -> QDialog:
        return ExportDialog(lacking, folder, lambda form: gaps, lambda fonts: ("方正小标宋简体", "仿宋_GB2312"), parent)

    def public(parent: QWidget) -> QDialog:
        listed = redactions_of(private, standard)
        dialog = ExportDialog(private, folder, lambda form: (), lambda fonts: (), parent, redactions_of=lambda: listed)
        dialog.form.choose(ExportForm.PUBLIC)
        dialog.kind.setCurrentIndex(dialog.kind.findData(".html"))
        return dialog

    return [
        ("02-organ-empty", lambda parent: OrganDialog(Organ(), parent)),
        ("03-organ", lambda parent: OrganDialog(organ, parent)),
        ("04-new-report", lambda parent: NewReportDialog([organ], [earlier], 2025, parent)),
        ("05-mapping", lambda parent: MappingDialog(
            read_report(foreign), read_report(foreign, repair=True), standard, parent)),
        ("06-export-draft", export),
        ("07-export-public", public),
        ("08-replace", lambda parent: ReplaceDialog(
            swaps(sample, "法治政府"), "依法行政", {row.task: row.title for row in task_rows(sample, standard)}, parent)),
        ("09-series", lambda parent: SeriesDialog(
            organ.full_name, [2024, 2025], figure_series([replace(sample, year=2024), sample]), (), parent)),
        ("09-fonts", lambda parent: FacesDialog("方正", ("堃", "㛃", "𬀩"), parent)),
        ("09-look", lambda parent: LookDialog(Path("D:/法治政府建设"), parent)),
    ]


def wait(application: QApplication, until: Callable[[], bool], seconds: float = 5.0) -> None:
    """Let the window work until the condition holds, `seconds` at most."""
    end = monotonic() + seconds
    while monotonic() < end and not until():
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:4]))
