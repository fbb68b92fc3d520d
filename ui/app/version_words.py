"""How versions and changes are called."""

from __future__ import annotations

from datetime import datetime

from models.comparison.units import ATTACHMENT_ORDER, BASICS, EVIDENCE, ORDER, PICTURES, TABLE
from models.comparison.versions import Change, ChangeKind
from models.domain.place import ATTACHMENTS
from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.storage.summary import ExportRecord, RevisionSummary
from ui.item_models.task_rows import task_rows

FORMS = {ExportForm.SUBMISSION: "报送版", ExportForm.PUBLIC: "公开版", ExportForm.REVIEW: "送审稿"}
KINDS = {ChangeKind.CHANGED: "改", ChangeKind.ADDED: "增", ChangeKind.REMOVED: "删"}
FIELDS = {
    "title": "标题", "text": "正文", "cause": "原因", "remedy": "整改措施", "heading": "部分标题", "office": "责任科室",
    "deadline": "时限", "reason": "理由", "introduction": "引言", "closing": "结语", TABLE: "表格", PICTURES: "图题",
    EVIDENCE: "佐证材料", "main_recipients": "主送", "copy_recipients": "抄送", "signatories": "签发人", "document_number": "发文字号",
    "issuing_organ_mark": "发文机关标志", "issuing_organ_signature": "署名", "date_of_issue": "成文日期",
    "distributing_organ": "印发机关", "distribution_date": "印发日期", "remark": "附注", "secrecy": "密级",
    "urgency": "紧急程度", "copy_number": "份号", "deliberation": "集体讨论",
}
_NOT_TEXT = "文字没有变，变的是层级、次序、状态、图片等设置。"
_SHOWN = 16  # characters of an entry that name it


def moment(at: datetime) -> str:
    """Return `at` as a list shows it, e.g. 2026-01-20 14:32."""
    return f"{at:%Y-%m-%d %H:%M}"


def revision_name(revision: RevisionSummary) -> str:
    """Return how `revision` is called: by its name, else by its time and why it was kept."""
    return revision.name or f"{moment(revision.at)}（{revision.reason}）"


def exports_of(revision: RevisionSummary, exports: tuple[ExportRecord, ...]) -> str:
    """Return as what `revision` was exported; empty when it was not."""
    return "、".join(dict.fromkeys(FORMS[each.file.form] for each in exports if each.revision == revision.number))


class ChangeNames:
    """What the changes between two reports are called."""

    def __init__(self, older: Report, newer: Report, standard: Standard) -> None:
        """Take the titles of the tasks from both reports."""
        self._titles = {
            row.task: row.title.strip() for report in (older, newer) for row in task_rows(report, standard) if row.task}
        self._reports = (newer, older)

    def of(self, change: Change) -> str:
        """Return the line of `change` in a list."""
        return f"{KINDS[change.kind]}　{self._where(change)}"

    def _where(self, change: Change) -> str:
        if change.key == BASICS:
            return "年度和单位信息"
        if change.key == ORDER:
            return "各部分的次序"
        if change.key == ATTACHMENT_ORDER:
            return "附件的次序"
        task, entry = change.key
        title = self._titles.get(task, "报告的一部分")
        name = self._entry_name(task, entry) if entry else ""
        return f"{title}：{name}" if name else title

    def _entry_name(self, task: str, entry: str) -> str:
        for report in self._reports:
            found = (next((each for each in report.attachments if each.id == entry), None) if task == ATTACHMENTS
                     else report.entry(entry))
            if found is not None:
                words = " ".join((found.title or found.text).split())
                return words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
        return ""


def field_name(field: str) -> str:
    """Return how the texts called `field` are called."""
    return FIELDS.get(field, "其他文字")


def note_of(change: Change) -> str:
    """Return what to say of a change that no text shows; empty when texts do."""
    return "" if change.fields else _NOT_TEXT
