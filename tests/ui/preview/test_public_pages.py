"""The 公开版 in the preview: as it leaves the house, and still the way to what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from builders import a_report
from exporters.pages.placed import PagedDocument, PlacedText
from models.checks.finding import Edit
from models.domain.place import INTRODUCTION, Place
from models.domain.report import ExportForm, SecrecyReview
from models.publication.redactions import Redaction, redactions_of
from office import Office, answer
from placed_pages import a_page, a_text
from ui.dialogs.export_dialog import ExportChoice, ExportDialog
from ui.preview.page_text import PageText
from ui.preview.preview_panel import PreviewPanel
from work_bench import Bench

TEXT = "妥善处理王建国诉县交通运输局一案，来电13912345678已答复。独角兽。"
HIDDEN = "妥善处理王某诉县交通运输局一案，来电139××××××××已答复。独角兽。"
FORMS = list(ExportForm)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """Return a work window over a report with a person and a telephone number in it, the preview open."""
    made = Bench(replace(a_report(), introduction=TEXT), qtbot)
    made.actions["preview"].trigger()
    return made


def pages_in(bench: Bench, form: ExportForm) -> PreviewPanel:
    """Choose `form` in the preview as the clerk does, and return it when it is set."""
    panel = bench.window.previewing.panel
    assert panel is not None
    index = FORMS.index(form)
    panel.bar.form.setCurrentIndex(index)
    panel.bar.form.activated.emit(index)
    return settled(bench)


def settled(bench: Bench) -> PreviewPanel:
    """Return the preview when it shows the report as it stands."""
    bench.qtbot.waitUntil(lambda: bench.window.previewing.up_to_date)
    panel = bench.window.previewing.panel
    assert panel is not None
    return panel


def written(panel: PreviewPanel) -> str:
    """Return all text of the pages."""
    items = (item for page in panel.view.document.pages for item in page.items)
    return "".join(item.text for item in items if isinstance(item, PlacedText))


def listed(bench: Bench) -> tuple[Redaction, ...]:
    """Return what the clerk is asked about."""
    return redactions_of(bench.opened.report, bench.opened.standard)


@pytest.mark.parametrize(("form", "text"), [
    (ExportForm.SUBMISSION, TEXT), (ExportForm.PUBLIC, HIDDEN), (ExportForm.REVIEW, TEXT)])
def test_only_the_public_form_hides(bench: Bench, form: ExportForm, text: str) -> None:
    assert text in written(pages_in(bench, form))
    assert bench.opened.report.introduction == TEXT


def test_back_in_another_form_everything_stands_there_again(bench: Bench) -> None:
    pages_in(bench, ExportForm.PUBLIC)

    assert TEXT in written(pages_in(bench, ExportForm.SUBMISSION))
    assert HIDDEN in written(pages_in(bench, ExportForm.PUBLIC))


def test_a_box_that_is_ticked_otherwise_changes_the_pages(bench: Bench) -> None:
    panel = pages_in(bench, ExportForm.PUBLIC)
    shown = listed(bench)

    bench.opened.confirm(shown, [each for each in shown if each.hidden and each.words != "王建国"])
    settled(bench)
    assert "王建国" in written(panel)
    assert "13912345678" not in written(panel)

    bench.opened.confirm(shown, [each for each in shown if each.hidden])
    settled(bench)
    assert "王建国" not in written(panel)


def test_a_box_ticked_while_the_preview_was_closed_is_heeded_when_it_opens(bench: Bench) -> None:
    panel = pages_in(bench, ExportForm.PUBLIC)
    bench.window.previewing.close()
    bench.opened.confirm(listed(bench), ())

    bench.actions["preview"].trigger()
    settled(bench)

    assert TEXT in written(panel)


@pytest.mark.parametrize(("form", "wanted", "count"), [
    (ExportForm.PUBLIC, "王建国", 0), (ExportForm.PUBLIC, "13912345678", 0), (ExportForm.PUBLIC, "王某", 1),
    (ExportForm.SUBMISSION, "王建国", 1), (ExportForm.SUBMISSION, "王某", 0)])
def test_a_search_finds_what_the_form_says(bench: Bench, form: ExportForm, wanted: str, count: int) -> None:
    panel = pages_in(bench, form)
    panel.open_search()
    panel.find_bar.field.setText(wanted)

    assert len(panel.view.hits) == count


def test_a_search_that_stands_open_follows_the_form(bench: Bench) -> None:
    panel = pages_in(bench, ExportForm.SUBMISSION)
    panel.open_search()
    panel.find_bar.field.setText("王建国")
    pages_in(bench, ExportForm.PUBLIC)

    assert panel.view.hits == []


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_behind_hidden_words_leads_to_itself(bench: Bench, form: ExportForm) -> None:
    panel = pages_in(bench, form)
    panel.open_search("独角兽")
    panel.step_search(0)
    spot = panel.view.hits[0][0]
    place = panel.view.text.place_at(spot.page, QPointF(spot.box.left(), spot.box.center().y()))
    assert place is not None
    panel.place_requested.emit(place)

    field = bench.window.pages.page(INTRODUCTION).findChildren(QPlainTextEdit)[0]
    assert place.start == TEXT.index("独角兽")
    assert field.textCursor().position() == TEXT.index("独角兽")


def test_the_line_with_the_cursor_is_kept_in_view_behind_hidden_words(bench: Bench) -> None:
    bench.opened.edit(replace(bench.opened.report, introduction="来电13912345678。" * 150), "修改引言")
    panel = pages_in(bench, ExportForm.PUBLIC)
    bench.text().moveCursor(QTextCursor.MoveOperation.End)
    settled(bench)

    assert panel.view.sees_marked()


# one shorter, one deleted, one longer: 甲[乙丙]丁[戊己]庚[辛]壬。
EDITS = tuple(
    Edit(Place(INTRODUCTION, "", "introduction", start, end), text)
    for start, end, text in [(1, 3, "某"), (4, 6, ""), (7, 8, "某某")])
TOP, LINE = 40, 20  # millimetres


@pytest.fixture
def lines() -> PageText:
    """Return the text of a page with one character in each line, after `EDITS`."""
    items = [a_text(each, baseline=TOP + at * LINE, start=at) for at, each in enumerate("甲某丁庚某某壬。")]
    return PageText(PagedDocument((a_page(*items),), ()), EDITS)


@pytest.mark.parametrize(("on_page", "in_report"), [(0, 0), (1, 1), (2, 3), (3, 6), (4, 7), (5, 7), (6, 8), (7, 9)])
def test_each_character_of_a_page_has_its_place_in_the_report(lines: PageText, on_page: int, in_report: int) -> None:
    found = lines.place_at(0, QPointF(28, TOP + on_page * LINE))

    assert found == Place(INTRODUCTION, "", "introduction", in_report, in_report)


@pytest.mark.parametrize(
    ("in_report", "on_page"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 3), (7, 4), (8, 6), (9, 7)])
def test_each_character_of_the_report_has_its_line_on_the_page(lines: PageText, in_report: int, on_page: int) -> None:
    spot = lines.spot_of(Place(INTRODUCTION, "", "introduction", in_report, in_report))

    assert spot is not None
    assert spot.box.contains(28.5, TOP + on_page * LINE)


def test_what_is_kept_in_the_export_dialog_is_on_the_pages_and_proposed_for_the_next_report(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, qtbot)
    review = SecrecyReview("办公室 李明", "2026年3月10日")  # the same before and after: no edit tells the pages
    office.create(replace(a_report(), introduction=TEXT, secrecy_review=review))
    work = office.window.work
    assert work is not None
    work.previewing.open()
    assert work.previewing.panel is not None
    work.previewing.panel.bar.form.activated.emit(FORMS.index(ExportForm.PUBLIC))
    qtbot.waitUntil(lambda: work.previewing.up_to_date)
    assert "王建国" not in written(work.previewing.panel)
    monkeypatch.setattr(ExportDialog, "ask", lambda *words: ExportChoice(
        ExportForm.PUBLIC, tmp_path / "公开版.html", "常用", "方正", None, review, (), True))
    answer(monkeypatch, 0)

    office.window.export()
    qtbot.waitUntil(lambda: work.previewing.up_to_date)

    assert TEXT in written(work.previewing.panel)
    first = work.opened.decisions
    office.create(replace(a_report(), id="next", introduction=TEXT))
    assert office.window.work is not None and office.window.work is not work
    assert office.window.work.opened.decisions is first
