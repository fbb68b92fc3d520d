"""What was read from a file, part by part, for the clerk to confirm before it becomes a report."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.block_names import APART, NAMES
from models.domain.duty import DutyEntry
from models.domain.remap import into_introduction, merged, with_part_key, without_part
from models.domain.report import Part, Report, SectionKey
from models.domain.source_document import Certainty, ImportedReport, Role, SectionReading
from models.domain.standard import Standard
from models.text.counting import count_words
from ui.dialogs.form_dialog import FormDialog, asked, value_label
from ui.dialogs.organ_dialog import choice
from ui.widgets.labels import plain_label

TO_INTRODUCTION = "introduction"
LEAVE_OUT = "leave_out"
TARGETS = {
    **{key.value: name for key, name in NAMES.items()},
    SectionKey.CAUSES.value: f"{NAMES[SectionKey.CAUSES]}（单列一部分）",
    TO_INTRODUCTION: "并入引言", LEAVE_OUT: "不要这一部分",
}
SURE = {Certainty.CERTAIN: "", Certainty.LIKELY: "大致认得", Certainty.GUESS: "拿不准"}
UNSURE = "这几处程序拿不准，请对照原文看一看：归错的在下边改；别的等成为报告以后，到那一项里改。"
PICTURES_LOST = "引言里放不了图片，这一部分的 {count} 张图片不会读进报告。"
FIRST_YEAR, LAST_YEAR = 2016, 2040
SHOWN = 40  # lines of a list shown before the rest is only counted


class MappingDialog(FormDialog):
    """Shows an imported report and lets each part be put elsewhere. `report` is the outcome."""

    def __init__(
        self, plain: ImportedReport, repaired: ImportedReport, standard: Standard, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            f"读入：{plain.source.file}", "确认，成为报告", parent, "请核对每一部分归到了哪里；原文件不会被改动。确认以后还能撤销、再改。")
        self._plain, self._repaired = plain, repaired
        self._standard = standard
        self.targets: list[QComboBox] = []
        self.duty_boxes: list[tuple[QCheckBox, DutyEntry]] = []
        self._build_head()
        self._build_unsure()
        self._build_blocks()
        self._build_parts()
        self._build_duties()
        self._build_repairs()
        self._build_left_out()

    @classmethod
    def ask(
        cls, plain: ImportedReport, repaired: ImportedReport, standard: Standard, parent: QWidget | None = None
    ) -> Report | None:
        """Return the confirmed report, None when the clerk left."""
        dialog = cls(plain, repaired, standard, parent)
        return dialog.report if asked(dialog) else None

    @property
    def report(self) -> Report:
        """The report as confirmed: parts where the clerk put them, duties that were kept."""
        base = (self._repaired if self.repair.isChecked() else self._plain).report
        report = replace(base, year=int(self.year.currentData() or 0))
        for part, target in zip(base.parts, self.targets, strict=True):
            report = moved(report, part, str(target.currentData()))
        for key in (SectionKey.PROBLEMS, SectionKey.PLAN, SectionKey.FIRST_RESPONSIBLE, SectionKey.OTHER):
            report = merged(report, key)
        dropped = {entry.key for box, entry in self.duty_boxes if not box.isChecked()}
        return replace(report, duties=tuple(entry for entry in report.duties if entry.key not in dropped))

    def _build_head(self) -> None:
        report = self._plain.report
        form = self.group("公文要素")
        self.year = year_choice(report.year)
        form.addRow("报告年度(&Y)", self.year)
        found = {
            "标题": report.head.title, "单位": report.organ.full_name, "发文字号": report.head.document_number,
            "签发人": "、".join(report.head.signatories), "主送机关": "、".join(report.head.main_recipients),
            "成文日期": report.signature.date_of_issue,
        }
        for name, value in found.items():
            form.addRow(name, value_label(value or "没有找到，稍后填写", "" if value else "check"))

    def _build_unsure(self) -> None:
        reasons = [reading.reason for reading in self._plain.sections.values() if reading.reason]
        lines = tuple(line for line in self._plain.unsure if not any(reason in line for reason in reasons))
        if lines:
            self._list("待确认", lines, "check", UNSURE)

    def _build_blocks(self) -> None:
        """Add what was found of each block and how sure the reader is, what is unsure first."""
        form = self.group("该写的内容找到了没有")
        readings = [(key, self._plain.sections.get(key, SectionReading())) for key in APART]
        for key, reading in sorted(readings, key=lambda found: doubt_of(*found), reverse=True):
            form.addRow(APART[key], value_label(told(reading), "check" if doubt_of(key, reading) else ""))

    def _build_parts(self) -> None:
        form = self.group("各部分归到哪里")
        doubted_headings = self._doubted_headings()
        for part in self._plain.report.parts:
            target = QComboBox()
            for value, label in TARGETS.items():
                target.addItem(label, value)
            target.setCurrentIndex(target.findData(part.key.value))
            target.setAccessibleName(f"{part.heading or '（无标题）'} 归到")
            target.setMinimumWidth(200)
            words = sum(count_words(text) for entry in part.entries for text in (entry.title, entry.text))
            doubted = f"{part.heading}" in doubted_headings
            size = f"{len(part.entries)} 条，{words} 字{'，拿不准，请看一看' if doubted else ''}"
            form.addRow(_part_row(part.heading or "（无标题）", size, target, doubted))
            self.targets.append(target)
            self._warn_of_pictures(form, part, target)
        if not self._plain.report.parts:
            form.addRow(plain_label("没有找到分成部分的正文，全部放进了引言。", "check"))

    def _warn_of_pictures(self, form: QFormLayout, part: Part, target: QComboBox) -> None:
        """Say below `target` that the introduction takes no pictures, while the `part` with some is put there."""
        count = sum(len(entry.pictures) for entry in part.entries)
        if not count:
            return
        warning = value_label(PICTURES_LOST.format(count=count), "must")
        form.addRow(warning)

        def follow() -> None:
            form.setRowVisible(warning, target.currentData() == TO_INTRODUCTION)

        target.currentIndexChanged.connect(follow)
        follow()

    def _doubted_headings(self) -> set[str]:
        """Return the headings of parts, without numbers, that the reader is not sure of."""
        return {
            paragraph.text.strip().removeprefix(paragraph.mark).strip().rstrip("。：:.")
            for paragraph in self._plain.source.paragraphs if paragraph.role is Role.HEADING and not paragraph.certain
        }

    def _build_duties(self) -> None:
        entries = [entry for entry in self._plain.report.duties if entry.reference]
        if not entries:
            return
        form = self.group("已能证明第一责任人履职的段落")
        form.addRow(plain_label("勾上的算作该项职责的佐证；不对的去掉，以后自己填。", "muted"))
        for entry in entries:
            box = QCheckBox(self._standard.duty(entry.duty_id).title)
            box.setChecked(True)
            form.addRow(box)
            form.addRow(plain_label(f"“{entry.reference.quote}”" if entry.reference else "", "caption"))
            self.duty_boxes.append((box, entry))

    def _build_repairs(self) -> None:
        self.repair = QCheckBox("按标点规范整理文字(&R)")
        self.repair.setChecked(bool(self._repaired.repairs))
        form: QFormLayout = self.group("标点规范")
        form.addRow(self.repair)
        for line in self._repaired.repairs[:SHOWN] or ("没有需要整理的。",):
            form.addRow(plain_label(line, "muted"))
        for line in self._plain.source.cleaned:
            form.addRow(plain_label(line, "muted"))

    def _build_left_out(self) -> None:
        left_out = self._plain.source.left_out
        lines = tuple(f"{each.text.strip()}（{each.reason}）" for each in left_out if each.text.strip())
        if lines:
            self._list("没有读进报告的文字", lines, "muted")

    def _list(self, title: str, lines: tuple[str, ...], kind: str, lead: str = "") -> None:
        """Add a card that lists `lines`, the first of them in full, below the words `lead` where there are some."""
        form = self.group(title)
        if lead:
            form.addRow(plain_label(lead, "muted"))
        for line in lines[:SHOWN]:
            form.addRow(plain_label(line, kind))
        if len(lines) > SHOWN:
            form.addRow(plain_label(f"另有 {len(lines) - SHOWN} 条。", kind))


def _part_row(heading: str, size: str, target: QComboBox, doubted: bool) -> QWidget:
    """Return a row with `heading` and `size` of a part at the left and `target`, level with both, at the right."""
    told = QVBoxLayout()
    told.setSpacing(2)
    told.addWidget(plain_label(heading, "check" if doubted else ""))
    told.addWidget(plain_label(size, "check" if doubted else "caption"))
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(16)
    line.addLayout(told, 1)
    line.addWidget(target)
    return row


def doubt_of(key: SectionKey, reading: SectionReading) -> int:
    """Return how much the clerk has to look at the block `key`: 0 for nothing, more for what is less sure."""
    if not reading.present:
        return 2 if key is not SectionKey.OTHER else 0
    return {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.GUESS: 3}[reading.certainty]


def told(reading: SectionReading) -> str:
    """Return in Chinese how a block was found, and why the reader is not sure."""
    if not reading.present:
        return "没有找到"
    place = "单列" if reading.standalone else "写在别的部分里"
    heading = f"：{reading.heading.strip()}" if reading.heading else ""
    doubt = f"\n{SURE[reading.certainty]}：{reading.reason}" if reading.reason else ""
    return f"{place}{heading}{doubt}"


def year_choice(year: int) -> QComboBox:
    """Return a list of report years with `year` chosen; 0 means not found, then the clerk has to choose."""
    box = choice("报告年度", [(f"{each}年度", str(each)) for each in range(LAST_YEAR, FIRST_YEAR - 1, -1)])
    if not year:
        box.insertItem(0, "没有找到，请选", "")
    box.setCurrentIndex(max(box.findData(str(year) if year else ""), 0))
    return box


def moved(report: Report, part: Part, target: str) -> Report:
    """Return `report` with `part` put where `target` says: a block, the introduction, or left out."""
    if target == LEAVE_OUT:
        return without_part(report, part.id)
    if target == TO_INTRODUCTION:
        return into_introduction(report, part.id)
    return with_part_key(report, part.id, SectionKey(target))
