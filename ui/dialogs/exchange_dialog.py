"""导出交换文件: where to, with which versions, under which password; and the password when one is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from models.domain.report import Report
from models.exchange.exchange import SUFFIX
from models.exchange.locking import SHORTEST
from ui.dialogs.export_dialog import FORBIDDEN
from ui.dialogs.form_dialog import FormDialog, asked, named, value_label
from ui.widgets.labels import allow, plain_label

EXPLANATION = "一个文件带走整份报告，拷到另一台电脑上用本程序打开，两边都写过也能逐处合并。"
PASSWORD = f"不填就不加密码。密码至少 {SHORTEST} 个字符，忘了谁也打不开，请另外告诉对方。"
NO_PASSWORD = "先填密码。"
FILES = f"交换文件 (*{SUFFIX})"


@dataclass(frozen=True, slots=True)
class ExchangeChoice:
    """What the clerk chose; an empty `password` means none."""

    path: Path
    history: bool
    password: str


def exchange_name(report: Report) -> str:
    """Return a file name for the exchange file of `report` that every system takes."""
    title = FORBIDDEN.sub("_", report.head.title or f"{report.organ.name}{report.year}年法治政府建设年度报告")
    return f"{title[:72].strip(' .')}{SUFFIX}"


class ExchangeDialog(FormDialog):
    """Asks for everything an exchange file needs, and says what is missing."""

    def __init__(self, report: Report, folder: Path, parent: QWidget | None = None) -> None:
        """Propose a name for `report` in `folder`."""
        super().__init__("导出交换文件", "导出", parent, EXPLANATION)
        target = self.group("存到哪里")
        self.path = named(QLineEdit(str(folder / exchange_name(report))), "文件")
        browse = QPushButton("选择(&S)…")
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        label = plain_label("文件(&F)", wrap=False)
        label.setBuddy(self.path)
        target.addRow(label, row)
        self.history = QCheckBox("连同留下的版本一起带走(&V)")
        self.history.setChecked(True)
        target.addRow("", self.history)
        lock = self.group("密码")
        self.password, self.again = _password("密码"), _password("再输一遍密码")
        lock.addRow("密码(&P)", self.password)
        lock.addRow("再输一遍(&A)", self.again)
        lock.addRow("", value_label(PASSWORD, "muted"))
        for field in (self.path, self.password, self.again):
            field.textChanged.connect(self._refresh)
        self._refresh()

    @classmethod
    def ask(cls, report: Report, folder: Path, parent: QWidget) -> ExchangeChoice | None:
        """Show the dialog and return the choice; None when it was left."""
        dialog = cls(report, folder, parent)
        return dialog.choice if asked(dialog) else None

    @property
    def choice(self) -> ExchangeChoice:
        """What the fields say now; a name without the ending gets it."""
        path = Path(self.path.text().strip())
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        return ExchangeChoice(path, self.history.isChecked(), self.password.text())

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "导出交换文件", self.path.text(), FILES)
        if chosen:
            self.path.setText(chosen)

    def _refresh(self) -> None:
        self.show_problem(self._problem())

    def _problem(self) -> str:
        word = self.password.text()
        if not Path(self.path.text().strip()).name:
            return "请写明存到哪个文件。"
        if word and len(word) < SHORTEST:
            return f"密码至少要 {SHORTEST} 个字符。"
        return "" if word == self.again.text() else "两遍密码不一样。"


class PasswordDialog(FormDialog):
    """Asks for the password of a file."""

    def __init__(self, name: str, problem: str = "", parent: QWidget | None = None) -> None:
        """Ask for the password of the file `name`; `problem` says why again, empty the first time."""
        super().__init__("打开交换文件", "打开", parent, f"“{name}”加了密码。")
        form = self.group("密码")
        self.password = _password("密码")
        form.addRow("密码(&P)", self.password)
        form.addRow("", value_label(problem or "密码请向导出这个文件的人问。", "must" if problem else "muted"))
        self.password.textChanged.connect(lambda word: allow(self.primary, "" if word else NO_PASSWORD))
        allow(self.primary, NO_PASSWORD)
        self.resize(520, 280)

    @classmethod
    def ask(cls, name: str, problem: str, parent: QWidget) -> str:
        """Show the dialog and return the password; empty when it was left."""
        dialog = cls(name, problem, parent)
        return dialog.password.text() if asked(dialog) else ""


def _password(name: str) -> QLineEdit:
    field = named(QLineEdit(), name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
