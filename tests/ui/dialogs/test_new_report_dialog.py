"""The steps of a new report."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from builders import an_organ
from pytestqt.qtbot import QtBot

from models.domain.delivery import Delivery
from models.manuscript.new_report import Reuse
from models.storage.summary import ReportSummary
from ui.dialogs.new_report_dialog import MOST, NewReportDialog

LAST_YEAR = ReportSummary("r24", 3, 2024, "云峰县交通运输局", "2024年度报告", datetime(2025, 2, 1), False)
OLDER = ReportSummary("r23", 1, 2023, "云峰县交通运输局", "2023年度报告", datetime(2024, 2, 1), False)
SAMPLE = ReportSummary("s", 2, 2024, "云峰县交通运输局", "示例", datetime(2025, 2, 1), True)


@pytest.fixture
def dialog(qtbot: QtBot) -> NewReportDialog:
    """Return the dialog with one organ and three reports at hand."""
    made = NewReportDialog([an_organ()], [OLDER, SAMPLE, LAST_YEAR], 2025)
    qtbot.addWidget(made)
    return made


def test_last_years_report_is_offered_first(dialog: NewReportDialog) -> None:
    assert dialog.choice.previous_id == "r24"
    assert dialog.choice.reuse is Reuse.TEXTS


def test_the_sample_is_never_a_previous_report(dialog: NewReportDialog) -> None:
    offered = [dialog.previous.itemData(row) for row in range(dialog.previous.count())]

    assert offered == ["r24", "r23", ""]


def test_without_a_previous_report_nothing_is_reused(dialog: NewReportDialog) -> None:
    dialog.previous.setCurrentIndex(dialog.previous.findData(""))

    assert dialog.choice.previous_id == ""
    assert dialog.choice.reuse is Reuse.NOTHING
    assert not dialog.reuse.isEnabled()


def test_only_reports_on_earlier_years_are_offered(dialog: NewReportDialog) -> None:
    dialog.year.setCurrentIndex(dialog.year.findData("2024"))

    assert [dialog.previous.itemData(row) for row in range(dialog.previous.count())] == ["r23", ""]


def test_reports_of_the_organ_come_first_and_not_all_of_a_large_library_are_offered(qtbot: QtBot) -> None:
    others = [replace(OLDER, id=f"o{number}", organ="云峰县司法局") for number in range(3000)]
    organ = an_organ(full_name="云峰县交通运输局机关", short_name="云峰县交通运输局")
    made = NewReportDialog([organ], [*others, OLDER, LAST_YEAR], 2025)
    qtbot.addWidget(made)

    assert [made.previous.itemData(row) for row in (0, 1)] == ["r24", "r23"]
    assert made.previous.count() == MOST + 1


def test_the_recipients_follow_the_way_of_delivery(dialog: NewReportDialog) -> None:
    dialog.delivery.choose(Delivery.GOVERNMENT)

    assert dialog.choice.delivery is Delivery.GOVERNMENT
    assert dialog.recipients.text().startswith("主送：云峰县人民政府\n抄送：中共云峰县委")
