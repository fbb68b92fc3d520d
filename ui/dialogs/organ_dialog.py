"""The organ's profile (单位信息), entered once."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from models.domain.organ import Organ, OrganKind, OrganLevel
from models.text.cleaning import clean
from ui.dialogs.form_dialog import FormDialog, asked, named

KINDS = {
    OrganKind.DEPARTMENT: "政府部门", OrganKind.GOVERNMENT: "人民政府", OrganKind.PARTY_COMMITTEE: "党委",
    OrganKind.TOWNSHIP: "乡镇", OrganKind.SUBDISTRICT: "街道", OrganKind.DEVELOPMENT_ZONE: "开发区管委会",
}
LEVELS = {
    OrganLevel.PROVINCE: "省级", OrganLevel.CITY: "市州", OrganLevel.COUNTY: "县区", OrganLevel.TOWNSHIP: "乡镇街道",
}
HEAD_TITLES = {
    OrganKind.DEPARTMENT: ("党组书记", "局长"), OrganKind.GOVERNMENT: ("党委书记", "县长"),
    OrganKind.PARTY_COMMITTEE: ("党委书记", "县长"), OrganKind.TOWNSHIP: ("党委书记", "乡长"),
    OrganKind.SUBDISTRICT: ("党工委书记", "办事处主任"), OrganKind.DEVELOPMENT_ZONE: ("党工委书记", "管委会主任"),
}
SEPARATORS = re.compile(r"[\n；;，,、]+")


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in `text`, one a line or separated by 、，；."""
    return tuple(name.strip() for name in SEPARATORS.split(text) if name.strip())


class OrganDialog(FormDialog):
    """Asks for everything that is the same in each year's report; `organ` is what the fields say now."""

    def __init__(self, organ: Organ, parent: QWidget | None = None) -> None:
        super().__init__("单位信息", "保存单位信息", parent, "只填一次，以后每年的报告都从这里取。")
        self._before = organ
        self._build_organ()
        self._build_persons()
        self._build_recipients()
        self._show(organ)
        self._titles_touched = organ.full_name != ""
        self._connect()
        self._refresh()

    @classmethod
    def ask(cls, organ: Organ, parent: QWidget | None = None) -> Organ | None:
        """Return the profile as entered, None when the clerk left without saving."""
        dialog = cls(organ, parent)
        return dialog.organ if asked(dialog) else None

    @property
    def organ(self) -> Organ:
        """The profile as the fields stand."""
        same = self.same_person.isChecked()
        head = text_of(self.head)
        return replace(
            self._before, full_name=text_of(self.full_name), short_name=text_of(self.short_name),
            issuing_organ_mark=text_of(self.mark), organ_code=text_of(self.organ_code),
            kind=OrganKind(self.kind.currentData()), level=OrganLevel(self.level.currentData()),
            head=head, head_title=text_of(self.head_title), secretary=head if same else text_of(self.secretary),
            secretary_title=text_of(self.secretary_title), same_person=same,
            main_recipients=names_of(self.main_recipients.toPlainText()),
            copy_recipients=names_of(self.copy_recipients.toPlainText()),
            distributing_organ=text_of(self.distributing_organ),
        )

    def _build_organ(self) -> None:
        form = self.group("单位")
        self.full_name = named(QLineEdit(), "单位全称", "如：云峰县交通运输局")
        self.short_name = named(QLineEdit(), "规范化简称", "没有就不填，标题用全称")
        self.kind = choice("单位类型", [(label, kind.value) for kind, label in KINDS.items()])
        self.level = choice("层级", [(label, level.value) for level, label in LEVELS.items()])
        self.mark = named(QLineEdit(), "发文机关标志", "不填就用“全称＋文件”")
        self.organ_code = named(QLineEdit(), "机关代字", "如：云交，发文字号印成 云交〔2026〕1号")
        form.addRow("单位全称(&N)", self.full_name)
        form.addRow("规范化简称", self.short_name)
        form.addRow("单位类型(&K)", self.kind)
        form.addRow("层级(&L)", self.level)
        form.addRow("发文机关标志", self.mark)
        form.addRow("机关代字(&D)", self.organ_code)

    def _build_persons(self) -> None:
        form = self.group("第一责任人")
        self.same_person = QCheckBox("党组（党委）书记和行政主要负责人是同一人(&S)")
        self.head = named(QLineEdit(), "行政主要负责人姓名", "姓名")
        self.head_title = named(QLineEdit(), "行政主要负责人职务", "如：局长")
        self.secretary = named(QLineEdit(), "书记姓名", "姓名")
        self.secretary_title = named(QLineEdit(), "书记职务", "如：党组书记")
        form.addRow(self.same_person)
        form.addRow("主要负责人(&H)", self.head)
        form.addRow("职务称呼", self.head_title)
        form.addRow("书记", self.secretary)
        form.addRow("书记职务称呼", self.secretary_title)

    def _build_recipients(self) -> None:
        form = self.group("报送对象")
        self.main_recipients = lines_field("主送机关", "一行一个，如：\n中共云峰县委\n云峰县人民政府")
        self.copy_recipients = lines_field("抄送机关", "一行一个，如：\n县委全面依法治县委员会办公室\n市交通运输局")
        self.distributing_organ = named(QLineEdit(), "印发机关", "如：云峰县交通运输局办公室")
        form.addRow("主送机关(&M)", self.main_recipients)
        form.addRow("抄送机关(&C)", self.copy_recipients)
        form.addRow("印发机关(&P)", self.distributing_organ)

    def _show(self, organ: Organ) -> None:
        self.full_name.setText(organ.full_name)
        self.short_name.setText(organ.short_name)
        self.kind.setCurrentIndex(self.kind.findData(organ.kind.value))
        self.level.setCurrentIndex(self.level.findData(organ.level.value))
        self.mark.setText(organ.issuing_organ_mark)
        self.organ_code.setText(organ.organ_code)
        self.same_person.setChecked(organ.same_person)
        self.head.setText(organ.head)
        self.head_title.setText(organ.head_title)
        self.secretary.setText("" if organ.same_person else organ.secretary)
        self.secretary_title.setText(organ.secretary_title)
        self.main_recipients.setPlainText("\n".join(organ.main_recipients))
        self.copy_recipients.setPlainText("\n".join(organ.copy_recipients))
        self.distributing_organ.setText(organ.distributing_organ)

    def _connect(self) -> None:
        self.full_name.textChanged.connect(self._refresh)
        self.head.textChanged.connect(self._refresh)
        self.same_person.toggled.connect(self._refresh)
        self.kind.currentIndexChanged.connect(self._suggest_titles)
        self.head_title.textEdited.connect(self._remember_titles)
        self.secretary_title.textEdited.connect(self._remember_titles)

    def _remember_titles(self) -> None:
        self._titles_touched = True

    def _suggest_titles(self) -> None:
        """Offer the usual titles of the kind of organ until the clerk wrote others."""
        if not self._titles_touched:
            secretary, head = HEAD_TITLES[OrganKind(self.kind.currentData())]
            self.secretary_title.setText(secretary)
            self.head_title.setText(head)

    def _refresh(self) -> None:
        self.secretary.setEnabled(not self.same_person.isChecked())
        self.secretary.setPlaceholderText("同上" if self.same_person.isChecked() else "姓名")
        self.show_problem("" if text_of(self.full_name) else "请先填单位全称。")


def text_of(field: QLineEdit) -> str:
    """Return what `field` holds, cleaned and without blanks around."""
    return clean(field.text()).text.strip()


def choice(name: str, options: list[tuple[str, str]]) -> QComboBox:
    """Return a list to choose from: labels with their values, under the accessible `name`."""
    box = QComboBox()
    box.setAccessibleName(name)
    for label, value in options:
        box.addItem(label, value)
    return box


def lines_field(name: str, hint: str) -> QPlainTextEdit:
    """Return a field of a few lines, one name each."""
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setTabChangesFocus(True)
    field.setFixedHeight(72)
    return field
