"""Setting the pages while typing: in the worker, a breath after a change; a stale outcome is dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from exporters.pages.face_metrics import installed_metrics
from exporters.pages.placed import PagedDocument
from exporters.pages.setter import first_pages, set_pages
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.layout.layout import Layout
from models.layout.loader import load_layout
from models.manuscript.compose import compose
from ui.app.confirmed import Decisions
from ui.app.let_out import let_out
from ui.app.open_report import OpenReport
from ui.app.tasks import TaskQueue
from ui.preview.page_text import PageText
from ui.preview.wishes import PageWishes

DELAY = 1  # milliseconds after a change; further keys do not put it off, so the pages follow while one types
REST = 40  # milliseconds in which the first pages are painted
FIRST = 2  # pages that are shown before the rest of a long document is set


@dataclass(frozen=True, slots=True)
class SetPages:
    """Pages as they were set: their text for searching, the layout, and whether these are all pages."""

    document: PagedDocument
    text: PageText
    layout: Layout
    whole: bool = True


class Paging(QObject):
    """Keeps the pages of the open report up to date while it is `active`."""

    pages_set = Signal(object)  # SetPages

    def __init__(
        self, opened: OpenReport, queue: TaskQueue, draft: Callable[[], bool], delay: int = DELAY,
        parent: QObject | None = None,
    ) -> None:
        """Set `opened` through `queue`; `draft` tells whether a 报送版 would bear 草稿 now."""
        super().__init__(parent)
        self.wishes = PageWishes()
        self.active = False
        self._opened = opened
        self._queue = queue
        self._draft = draft
        self._latest: tuple[object, ...] = ()
        self._shown = False
        self._timer = QTimer(self, singleShot=True, interval=delay)
        self._timer.timeout.connect(self.set_now)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.set_now)
        opened.report_changed.connect(self._note_change)
        opened.findings_changed.connect(self._note_change)
        opened.confirmed_changed.connect(self._note_change)

    @property
    def up_to_date(self) -> bool:
        """Whether the last pages told are those of the report as it stands."""
        return not (self._timer.isActive() or self._rest.isActive() or self._queue.busy)

    def begin(self) -> None:
        """Follow the report from now on; the very first time the first pages come before the rest."""
        self.active = True
        self.set_now(first=not self._shown)

    def rest(self) -> None:
        """Follow the report no more until `begin`."""
        self.active = False
        self._timer.stop()
        self._rest.stop()

    def choose(self, wishes: PageWishes) -> None:
        """Set the pages by `wishes` from now on."""
        if wishes != self.wishes:
            self.wishes = wishes
            if self.active:
                self.set_now()

    def set_now(self, first: bool = False) -> None:
        """Set the present value in the worker, the `first` pages beforehand; nothing when it is set already."""
        self._timer.stop()
        self._rest.stop()
        opened, wishes = self._opened, self.wishes
        report, standard, decisions = opened.report, opened.standard, opened.decisions
        mark = load_layout().words.draft_mark if wishes.form is ExportForm.SUBMISSION and self._draft() else ""
        wanted = (report, standard, wishes, mark, decisions)
        if len(self._latest) and all(one is other for one, other in zip(wanted, self._latest, strict=True)):
            return
        self._latest = wanted
        self._queue.run(
            lambda: pages_for(report, standard, wishes, mark, decisions, not first), self._show, _fail, "pages")

    def _note_change(self) -> None:
        if self.active and not self._timer.isActive():
            self._timer.start()

    def _show(self, pages: SetPages) -> None:
        if not self.active:  # closed meanwhile: set anew when opened again
            self._latest = ()
            return
        self._shown = True
        self.pages_set.emit(pages)
        if not pages.whole:  # the rest when the first pages are painted: both want the interpreter
            self._latest = ()
            self._rest.start()


def pages_for(
    report: Report, standard: Standard, wishes: PageWishes, mark: str, decisions: Decisions, whole: bool = True
) -> SetPages:
    """Return the pages of `report` by `wishes`, all when `whole`, else the first, with the draft `mark` in their head.

    A 公开版 is shown as it leaves the house, after the `decisions` about what it hides.
    """
    out, layout = let_out(report, standard, wishes.form, decisions), wishes.layout
    manuscript = compose(out.report, standard, wishes.form, mark)
    if whole:
        document = set_pages(manuscript, layout, installed_metrics(layout))
    else:
        pages = first_pages(manuscript, layout, FIRST, installed_metrics(layout))
        document = PagedDocument(pages, (), manuscript.plain_title, manuscript.organ)
    return SetPages(document, PageText(document, out.edits), layout, whole)


def _fail(error: Exception) -> None:
    raise error
