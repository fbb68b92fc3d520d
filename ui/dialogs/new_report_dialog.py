"""The steps of a new report: year and organ, way of delivery, what is taken over from last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.domain.delivery import Delivery, recipients_for
from models.domain.organ import Organ
from models.manuscript.new_report import Reuse
from models.storage.summary import ReportSummary
from ui.dialogs.form_dialog import FormDialog, asked
from ui.dialogs.organ_dialog import choice
from ui.dialogs.radio_list import RadioList
from ui.widgets.labels import allow, plain_label

DELIVERIES = {
    Delivery.TOGETHER: "并列主送党委和政府",
    Delivery.GOVERNMENT: "主送政府，抄送党委和上级部门",
    Delivery.SEPARATE: "分别行文，一个机关一份",
}
MOST = 100  # earlier reports that are offered: those of the organ come first
REUSES = {
    Reuse.TEXTS: "沿用小标题和正文，逐条标上“去年”，改过才去掉",
    Reuse.HEADINGS: "只沿用小标题",
    Reuse.NOTHING: "不沿用，从空表开始",
}


@dataclass(frozen=True, slots=True)
class NewReportChoice:
    """What the clerk chose. `previous_id` is empty without an earlier report."""

    organ: Organ
    year: int
    delivery: Delivery
    previous_id: str
    reuse: Reuse


class NewReportDialog(FormDialog):
    """Asks for the facts that a new report starts from; needs at least one organ in `organs`."""

    def __init__(
        self, organs: Sequence[Organ], reports: Sequence[ReportSummary], year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("新建年度报告", "开始填写", parent, "三步，每一步以后都还能改。")
        self._organs = {organ.id: organ for organ in organs}
        self._reports = reports
        self._build_year(year)
        self._build_delivery()
        self._build_previous()
        self.organ.currentIndexChanged.connect(self._refresh)
        self.year.currentIndexChanged.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(
        cls, organs: Sequence[Organ], reports: Sequence[ReportSummary], year: int, parent: QWidget | None = None
    ) -> NewReportChoice | None:
        """Return the choice, None when the clerk left."""
        dialog = cls(organs, reports, year, parent)
        return dialog.choice if asked(dialog) else None

    @property
    def choice(self) -> NewReportChoice:
        """What the fields say now."""
        previous = str(self.previous.currentData() or "")
        reuse = Reuse(self.reuse.value) if previous else Reuse.NOTHING
        return NewReportChoice(self._organ(), self._year, Delivery(self.delivery.value), previous, reuse)

    def _build_year(self, year: int) -> None:
        form = self.group("1  写哪一年、哪个单位")
        self.year = choice("报告年度", [(f"{each}年度", str(each)) for each in range(year + 1, year - 8, -1)])
        self.year.setCurrentIndex(self.year.findData(str(year)))
        self.organ = choice("单位", [(organ.full_name, organ.id) for organ in self._organs.values()])
        form.addRow("报告年度(&Y)", self.year)
        form.addRow("单位(&U)", self.organ)

    def _build_delivery(self) -> None:
        form = self.group("2  怎样报送")
        self.delivery = RadioList("报送方式", {each.value: label for each, label in DELIVERIES.items()}, Delivery.TOGETHER)
        form.addRow(self.delivery)
        form.addRow(plain_label("规定要求报本级党委和政府、上一级部门，抄送依法治县（市、区）办；当地有习惯的按当地习惯选。", "muted"))
        self.recipients = plain_label("", "caption")
        form.addRow(self.recipients)
        self.delivery.chosen.connect(self._refresh)

    def _build_previous(self) -> None:
        form = self.group("3  从去年开始")
        self.previous = choice("去年的报告", [])
        form.addRow("去年的报告(&L)", self.previous)
        self.reuse = RadioList("沿用多少", {each.value: label for each, label in REUSES.items()}, Reuse.TEXTS)
        form.addRow(self.reuse)
        form.addRow(plain_label("去年的报告是 Word 文件？先在首页“读入已有报告”，再回到这里。", "muted"))
        self.previous.currentIndexChanged.connect(self._refresh_reuse)

    @property
    def _year(self) -> int:
        return int(self.year.currentData())

    def _organ(self) -> Organ:
        return self._organs[str(self.organ.currentData())]

    def _refresh(self) -> None:
        organ = self._organ()
        main, copies = recipients_for(Delivery(self.delivery.value), organ)
        self.recipients.setText(f"主送：{'、'.join(main) or '（单位信息里还没有填）'}\n抄送：{'、'.join(copies) or '（无）'}")
        self.show_problem("")
        self._refill_previous(organ)

    def _refill_previous(self, organ: Organ) -> None:
        """List the earlier reports, last year's of the same organ first."""
        chosen = self.previous.currentData()
        self.previous.blockSignals(True)
        self.previous.clear()
        earlier = [each for each in self._reports if each.year < self._year and not each.sample]
        names = (organ.full_name, organ.short_name)
        earlier.sort(key=lambda each: (each.organ not in names, -each.year))
        for each in earlier[:MOST]:
            self.previous.addItem(f"{each.year}年度  {each.title or each.organ}", each.id)
        self.previous.addItem("没有，从空表开始", "")
        index = self.previous.findData(chosen) if chosen else 0
        self.previous.setCurrentIndex(max(index, 0))
        self.previous.blockSignals(False)
        self._refresh_reuse()

    def _refresh_reuse(self) -> None:
        allow(self.reuse, "" if self.previous.currentData() else "先在上面选一份以前的报告。")
