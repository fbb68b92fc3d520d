"""What is exported, for whom and where to; shows gaps and missing faces before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from exporters.export import ENDINGS
from models.checks.finding import Finding
from models.domain.place import Place
from models.domain.report import ExportForm, Report, SecrecyReview
from models.layout.loader import FONT_SETS, PROFILES
from models.publication.redactions import Redaction
from ui.app.export_checklist import checklist, gaps_text
from ui.dialogs.form_dialog import FormDialog, asked, named
from ui.dialogs.organ_dialog import choice, text_of
from ui.dialogs.radio_list import RadioList
from ui.preview.wishes import PageWishes
from ui.widgets.checklist_view import ChecklistView
from ui.widgets.redaction_list import RedactionList
from ui.widgets.labels import allow, link_button, plain_label

FORMS = {
    ExportForm.SUBMISSION: "报送版：红头、签发人、版记齐全，打印后送签、报送",
    ExportForm.PUBLIC: "公开版：没有红头和版记，用于网站公开，先确认保密审查",
    ExportForm.REVIEW: "送审稿：页眉标“送审稿”，送领导修改",
}
KINDS = [
    ("Word 文件（.docx），可以再改", ".docx"), ("PDF 文件（.pdf），用来打印和发送", ".pdf"),
    ("网页（.html），用于网站公开", ".html"), ("纯文本（.txt），只有文字", ".txt"),
]
PAGED = (".docx", ".pdf")  # the other kinds have no pages and no faces
FORM_WORDS = {ExportForm.SUBMISSION: "报送版", ExportForm.PUBLIC: "公开版", ExportForm.REVIEW: "送审稿"}
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
SPACINGS = [("按标准行距", ""), ("1.5 倍行距，便于手改", "1.5"), ("2 倍行距，便于手改", "2")]
REVIEW_WANTED = "公开前要做保密审查：请填审查人和日期。"
PROFILE_WORDS = {"常用": "上 37、下 35、左 28、右 26 毫米", "33476.2": "上 34.58、下 32.58、左 28、右 26 毫米"}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the clerk chose. `secrecy_review` is None unless the 公开版 was confirmed; `line_spacing` None is standard.

    The 公开版 does not say what is `hidden`. `copied` means: to the clipboard, and no file; `replacing`: what lies at
    `path` is to go, the clerk was asked.
    """

    form: ExportForm
    path: Path
    profile: str
    fonts: str
    line_spacing: float | None
    secrecy_review: SecrecyReview | None
    hidden: tuple[Redaction, ...] = ()
    copied: bool = False
    replacing: bool = False


def file_name(report: Report, form: ExportForm, suffix: str = ".docx") -> str:
    """Return a file name for `report` in `form` that every system takes: at most 80 characters, no forbidden ones."""
    title = FORBIDDEN.sub("_", report.head.title or f"{report.organ.name}{report.year}年法治政府建设年度报告")
    return f"{title[:72].strip(' .')}（{FORM_WORDS[form]}）{suffix}"


class ExportDialog(FormDialog):
    """Asks for form, format and target. `gaps_of` tells what is still missing in a form.

    `redactions_of` tells what the 公开版 should not say, asked for when that is wanted: the clerk confirms each.
    """

    def __init__(
        self,
        report: Report,
        folder: Path,
        gaps_of: Callable[[ExportForm], tuple[Finding, ...]],
        missing_faces: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
        wishes: PageWishes | None = None,
        suffix: str = ".docx",
        redactions_of: Callable[[], tuple[Redaction, ...]] = tuple,
    ) -> None:
        """Ask about `report` and `folder`; `wishes` and the kind of file `suffix` are chosen beforehand."""
        super().__init__("导出", "导出", parent, "选好种类，核对一遍，再点“导出”。中途出错，原来的文件不会坏。")
        self._report = report
        self._gaps_of = gaps_of
        self._missing_faces = missing_faces
        self._redactions_of = redactions_of
        self.redactions: RedactionList | None = None
        self._folder = folder
        self._copied = False
        self.place: Place | None = None  # where the clerk wants to go instead
        self._browsed = ""  # what the system's own dialog took, which asks before it takes a file that is there
        self._build_form()
        self._build_checklist()
        self._build_redactions()
        self._build_format()
        self._build_target()
        self.choose(wishes or PageWishes(), suffix)
        self._connect()

    @classmethod
    def ask(
        cls, report: Report, folder: Path, gaps_of: Callable[[ExportForm], tuple[Finding, ...]],
        missing_faces: Callable[[str], tuple[str, ...]], parent: QWidget, wishes: PageWishes | None, suffix: str,
        redactions_of: Callable[[], tuple[Redaction, ...]],
    ) -> ExportChoice | Place | None:
        """Return the choice, the place the clerk wants to change, None when the clerk left."""
        dialog = cls(report, folder, gaps_of, missing_faces, parent, wishes, suffix, redactions_of)
        return dialog.choice if asked(dialog) else dialog.place

    def choose(self, wishes: PageWishes, suffix: str) -> None:
        """Choose `wishes` and the kind of file `suffix` in the fields."""
        self.form.choose(wishes.form)
        spacing = f"{wishes.line_spacing:g}" if wishes.line_spacing else ""
        for box, value in (
            (self.profile, wishes.profile), (self.fonts, wishes.fonts), (self.spacing, spacing), (self.kind, suffix),
        ):
            box.setCurrentIndex(box.findData(value))
        self._suggest_path()
        self._refresh()

    @property
    def choice(self) -> ExportChoice:
        """What the fields say now."""
        form = self._form
        review = SecrecyReview(text_of(self.reviewer), text_of(self.review_date)) if form is ExportForm.PUBLIC else None
        spacing = str(self.spacing.currentData()) if form is ExportForm.REVIEW else ""
        hidden = self.redactions.hidden if review and self.redactions is not None else ()
        return ExportChoice(
            form, Path(self.path.text()), str(self.profile.currentData()), str(self.fonts.currentData()),
            float(spacing) if spacing else None, review, hidden, self._copied, self.path.text() == self._browsed)

    @property
    def _form(self) -> ExportForm:
        return ExportForm(self.form.value)

    @property
    def _suffix(self) -> str:
        return str(self.kind.currentData())

    def _build_form(self) -> None:
        group = self.group("导出哪一种")
        self.form = RadioList("导出哪一种", {each.value: label for each, label in FORMS.items()}, ExportForm.SUBMISSION)
        group.addRow(self.form)
        self.gaps = plain_label("", "must")
        group.addRow(self.gaps)
        review = self._report.secrecy_review or SecrecyReview()
        self.reviewer = named(QLineEdit(review.by), "保密审查人", "谁做的保密审查，如：办公室 李明")
        self.review_date = named(QLineEdit(review.date), "保密审查日期", "如：2026年3月10日")
        self.reviewer_label = plain_label("保密审查人")
        self.review_date_label = plain_label("审查日期")
        group.addRow(self.reviewer_label, self.reviewer)
        group.addRow(self.review_date_label, self.review_date)
        self.spacing_label = plain_label("行距")
        self.spacing = choice("行距", SPACINGS)
        group.addRow(self.spacing_label, self.spacing)
        self._public_only: tuple[QWidget, ...] = (
            self.reviewer_label, self.reviewer, self.review_date_label, self.review_date)
        self._review_only: tuple[QWidget, ...] = (self.spacing_label, self.spacing)

    def _build_checklist(self) -> None:
        self.checklist = ChecklistView(checklist(self._report, ExportForm.SUBMISSION))
        self.checklist.change_wanted.connect(self._go_to)
        self.group("导出前再看一遍").addRow(self.checklist)

    def _build_redactions(self) -> None:
        self._redacting = self.group("公开前逐项确认")
        self._public_only = (*self._public_only, self._redacting.parentWidget())

    def _list_redactions(self) -> None:
        """Show what the 公开版 should not say, found out when it is wanted for the first time."""
        redactions = self._redactions_of()
        self.redactions = RedactionList(redactions)
        many = f"报告里有 {len(redactions)} 项可能不宜公开。打勾的在公开版里隐去，报告本身不变。"
        words = many if redactions else "没有发现要隐去的内容。公开前请自己再看一遍。"
        self._redacting.addRow(plain_label(words, "muted"))
        self._redacting.addRow(self.redactions)

    def _build_format(self) -> None:
        group = self.group("版式")
        self._format = group.parentWidget()
        self.profile = choice("页面尺寸", [(f"{name}（{PROFILE_WORDS[name]}）", name) for name in PROFILES])
        self.fonts = choice("字体", [(f"{name}字体", name) for name in FONT_SETS])
        self.faces = plain_label("", "check")
        self.about_faces = link_button("各种字体在这台电脑上的情况")
        self.about_faces.clicked.connect(self._show_faces)
        group.addRow("页面尺寸(&G)", self.profile)
        group.addRow("字体(&T)", self.fonts)
        group.addRow(self.faces)
        group.addRow("", self.about_faces)

    def _build_target(self) -> None:
        group = self.group("存到哪里")
        self.kind = choice("文件类型", KINDS)
        group.addRow("文件类型(&K)", self.kind)
        self.path = named(QLineEdit(), "文件")
        self.browse = QPushButton("浏览…")
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        label = plain_label("文件(&F)", wrap=False)
        label.setBuddy(self.path)
        group.addRow(label, row)
        self.copy = QPushButton("复制为网页内容")
        self.copy.setToolTip("不存文件：复制以后，到网站的编辑器里粘贴")
        self.copy.setAutoDefault(False)
        group.addRow("", self.copy)
        self._public_only = (*self._public_only, self.copy)

    def _connect(self) -> None:
        for changed in (self.form.chosen, self.kind.currentIndexChanged):
            changed.connect(self._suggest_path)
            changed.connect(self._refresh)
        self.copy.clicked.connect(self._copy)
        self.fonts.currentIndexChanged.connect(self._refresh)
        for field in (self.path, self.reviewer, self.review_date):
            field.textChanged.connect(self._refresh_problem)
        for field in (self.reviewer, self.review_date):
            field.textChanged.connect(self._refresh_checklist)

    def _suggest_path(self) -> None:
        """Name the file after title and form, in the folder last chosen."""
        self.path.setText(str(self._folder / file_name(self._report, self._form, self._suffix)))
        self.path.setCursorPosition(0)

    def _browse(self) -> None:
        suffix = self._suffix
        kinds = f"{self.kind.currentText().partition('（')[0]} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, "存到哪里", self.path.text(), kinds)
        if chosen:
            path = Path(chosen)
            name = path.stem if path.suffix.lower() in ENDINGS else path.name  # 年报v1.2 is a whole name
            self._folder = path.parent
            self.path.setText(str(path.with_name(f"{name}{suffix}")))
            self._browsed = chosen if self.path.text() == chosen else ""

    def _copy(self) -> None:
        self._copied = True
        self.accept()

    def _go_to(self, place: Place) -> None:
        """Leave for `place`, but stay for the 保密审查 of the 公开版, which is filled in here."""
        if self._form is ExportForm.PUBLIC and place.field == "by":
            return self.show_field(self.reviewer)
        self.place = place
        self.reject()

    def _show_faces(self) -> None:
        """Open the table of faces of the set that is chosen."""
        from ui.dialogs.faces_dialog import FacesDialog

        FacesDialog.open_for(str(self.fonts.currentData()), (), self)

    def _refresh(self) -> None:
        form = self._form
        public, review = form is ExportForm.PUBLIC, form is ExportForm.REVIEW
        if public and self.redactions is None:
            self._list_redactions()
        for widget in self._public_only:
            widget.setVisible(public)
        for widget in self._review_only:
            widget.setVisible(review)
        self._format.setVisible(self._suffix in PAGED)
        self.gaps.setText(gaps_text(form, self._gaps_of(form)))
        self.gaps.setVisible(bool(self.gaps.text()))
        self._refresh_checklist()
        missing = self._missing_faces(str(self.fonts.currentData()))
        self.faces.setText(f"这台电脑没有：{'、'.join(missing)}。文件里仍写这些字体，在装有它们的电脑上打开就是对的。" if missing else "")
        self.faces.setVisible(bool(missing))
        self._refresh_problem()

    def _refresh_checklist(self) -> None:
        """Show what the lines say of the report with what is entered here."""
        review = SecrecyReview(text_of(self.reviewer), text_of(self.review_date))
        self.checklist.show_lines(checklist(replace(self._report, secrecy_review=review), self._form))

    def _refresh_problem(self) -> None:
        target = self.path.text().strip()
        reviewed = bool(text_of(self.reviewer) and text_of(self.review_date))
        allow(self.copy, "" if reviewed else REVIEW_WANTED)
        if not target:
            self.show_problem("请选一个文件名。")
        elif not target.lower().endswith(self._suffix):
            self.show_problem(f"文件名要以 {self._suffix} 结尾。")
        elif self._form is ExportForm.PUBLIC and not reviewed:
            self.show_problem(REVIEW_WANTED)
        else:
            self.show_problem("")


def with_review(report: Report, choice: ExportChoice) -> Report:
    """Return `report` with the 保密审查 that `choice` confirms; unchanged when it confirms none."""
    return replace(report, secrecy_review=choice.secrecy_review) if choice.secrecy_review else report
