"""The versions of a report, the files exported of it, and two versions side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

AT = datetime(2026, 1, 20, 14, 32)
REASONS = ("每日", "导出", "读入之前", "手动")


def dialogs() -> list[tuple[str, Callable[[QWidget], QDialog]]]:
    """Return the name and the maker of each dialog, filled as a clerk would see it."""
    from models.domain.report import ExportForm, Topic
    from models.samples import sample_report
    from models.standards.loader import load_standard
    from models.storage.summary import Exported, ExportRecord, RevisionSummary
    from ui.app.open_report import OpenReport
    from ui.dialogs.compare_dialog import CompareDialog
    from ui.dialogs.versions_dialog import VersionsDialog

    revisions = tuple(
        RevisionSummary(30 - each, AT - timedelta(hours=9 * each), REASONS[each % 4], "送审稿一" if each == 3 else "",
                        "", 4321 - 37 * each) for each in range(8))
    files = tuple(
        ExportRecord(number, 29, Exported(f"D:/法治年报/{name}", "ab12" * 16, form, "常用", "方正", 0.0, AT))
        for number, name, form in (
            (2, "云岭县交通运输局2025年度法治政府建设年度报告（报送版）.docx", ExportForm.SUBMISSION),
            (1, "公开版.html", ExportForm.PUBLIC)))

    def versions(parent: QWidget, tab: int = 0) -> QDialog:
        dialog = VersionsDialog(parent=parent)
        dialog.show_versions(revisions, files)
        dialog.show_states({2: "没有改动", 1: "已不在原处"})
        dialog.tabs.setCurrentIndex(tab)
        return dialog

    def none(parent: QWidget) -> QDialog:
        dialog = VersionsDialog(parent=parent)
        dialog.show_versions((), ())
        dialog.tell("没有留下版本：磁盘已满。请清理磁盘后再试，或另存到别的盘。")
        return dialog

    def comparison(parent: QWidget) -> QDialog:
        sample = sample_report()
        part = sample.parts[0]
        first = part.entries[0]
        changed = replace(first, text=first.text.replace("依法", "严格依法", 1)[:-12] + "成效明显。")
        later = sample.with_part(replace(part, entries=(changed, *part.entries[2:], Topic(title="新加的一条"))))
        return CompareDialog(OpenReport(later, load_standard(sample.organ.kind)), sample, "送审稿一", parent=parent)

    return [
        ("versions", versions), ("versions-files", lambda parent: versions(parent, 1)), ("versions-none", none),
        ("versions-compared", comparison)]
