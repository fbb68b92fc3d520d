"""A page in use: what it hands in becomes the report it shows, as in the work window."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea
from pytestqt.qtbot import QtBot

from models.domain.organ import OrganKind
from models.domain.place import Place
from models.domain.report import Report
from models.domain.standard import Standard
from models.standards.loader import load_standard
from ui.pages.factory import page_for
from ui.pages.form_page import FormPage


@dataclass
class Desk:
    """A page, the report as it stands, and what was handed in: labels and burst keys in order."""

    page: FormPage
    report: Report
    standard: Standard
    area: QScrollArea
    labels: list[str] = field(default_factory=list)
    bursts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def take(self, report: object, label: str, burst: str) -> None:
        """Make `report` the present one and show it."""
        assert isinstance(report, Report)
        self.report = report
        self.labels.append(label)
        self.bursts.append(burst)
        self.page.show_report(report, self.standard)


def a_desk(qtbot: QtBot, task: str, report: Report, width: int = 762, standard: Standard | None = None) -> Desk:
    """Return the page of `task` of `report` in a window of its own, `width` pixels wide, settled."""
    standard = standard or load_standard(OrganKind.DEPARTMENT)
    page = page_for(task, report, standard)
    assert isinstance(page, FormPage)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(page)
    area.resize(width, 600)
    qtbot.addWidget(area)
    desk = Desk(page, report, standard, area)
    page.edited.connect(desk.take)
    page.place_requested.connect(desk.places.append)
    area.show()
    qtbot.waitExposed(area)
    return desk
