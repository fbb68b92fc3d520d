"""The two rows above the pages: what is shown and what one does with it, which page it is and how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from models.domain.report import ExportForm
from models.layout.loader import FONT_SETS, LINE_SPACINGS, PROFILES
from ui.app.icons import icon
from ui.preview.arrangement import Fit
from ui.preview.wishes import PageWishes
from ui.widgets.labels import flat_button, plain_label

FORMS = ((ExportForm.SUBMISSION, "报送版"), (ExportForm.PUBLIC, "公开版"), (ExportForm.REVIEW, "送审稿"))
FITS = (Fit.WIDTH, Fit.PAGE, Fit.TWO)
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class PreviewBar(QFrame):
    """Says what the clerk wants of the pages; it shows nothing by itself."""

    wishes_changed = Signal(object)  # PageWishes
    fit_chosen = Signal(object)  # Fit
    zoom_chosen = Signal(float)
    zoom_stepped = Signal(int)
    find_requested = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    whole_requested = Signal(bool)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the 报送版 in the usual 版式."""
        super().__init__(parent)
        self.setObjectName("preview_bar")
        self.wishes = PageWishes()
        self.form = QComboBox()
        self.form.setAccessibleName("看哪一种")
        for _, label in FORMS:
            self.form.addItem(label)
        self.form.activated.connect(lambda index: self._choose(form=FORMS[index][0]))
        self.layout_button = flat_button("版式")
        self.layout_button.setObjectName("layout_button")
        self.layout_button.setToolTip("页面尺寸、字体、行距")
        self.layout_button.setMenu(self._layout_menu())
        self.print_button = flat_button("打印…")
        self.print_button.clicked.connect(self.print_requested)
        self.pdf_button = flat_button("存为 PDF…")
        self.pdf_button.clicked.connect(self.pdf_requested)
        self.whole_button = flat_button("占满窗口")
        self.whole_button.setCheckable(True)
        self.whole_button.setToolTip("预览占满窗口，再按一次回到与填写并排")
        self.whole_button.clicked.connect(self.whole_requested)
        self.page = plain_label("", wrap=False)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("显示大小")
        self.zoom.addItems([each.value for each in FITS] + [percent(each) for each in ZOOMS])
        self.zoom.setMinimumContentsLength(4)
        self.zoom.activated.connect(self._choose_zoom)
        self.find_button = flat_button("查找")
        self.find_button.setToolTip("在页面里找（Ctrl+F）")
        self.find_button.clicked.connect(self.find_requested)
        self._assemble()

    def show_page(self, number: int, count: int) -> None:
        """Say which page of how many one looks at."""
        self.page.setText(f"第{number}页，共{count}页" if count else "")

    def show_zoom(self, fit: Fit, zoom: float) -> None:
        """Show what the size of the pages follows, or how large they are."""
        with QSignalBlocker(self.zoom):
            if fit is not Fit.FREE:
                self.zoom.setCurrentIndex(FITS.index(fit))
                return
            near = next((index for index, each in enumerate(ZOOMS) if abs(each - zoom) < 0.005), -1 - len(FITS))
            self.zoom.setPlaceholderText(percent(zoom))
            self.zoom.setCurrentIndex(near + len(FITS))

    def show_wishes(self, wishes: PageWishes) -> None:
        """Show `wishes` as chosen."""
        self.wishes = wishes
        self.form.setCurrentIndex([form for form, _ in FORMS].index(wishes.form))
        for action in self._actions:
            name, value = action.data()
            action.setChecked(getattr(wishes, name) == value)
            if name == "line_spacing":
                action.setEnabled(wishes.form is ExportForm.REVIEW)

    def _choose(self, **changed: object) -> None:
        wishes = PageWishes(**{
            "form": self.wishes.form, "profile": self.wishes.profile, "fonts": self.wishes.fonts,
            "line_spacing": self.wishes.line_spacing, **changed})  # type: ignore[arg-type]
        if wishes != self.wishes:
            self.show_wishes(wishes)
            self.wishes_changed.emit(wishes)

    def _choose_zoom(self, index: int) -> None:
        if index < len(FITS):
            self.fit_chosen.emit(FITS[index])
        else:
            self.zoom_chosen.emit(ZOOMS[index - len(FITS)])

    def _layout_menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions: list[QAction] = []
        spacings: list[tuple[str, object]] = [("标准行距", None)]
        spacings += [(f"{each:g} 倍行距（送审稿）", each) for each in LINE_SPACINGS]
        for title, name, choices in (
            ("页面尺寸", "profile", [(each, each) for each in PROFILES]),
            ("字体", "fonts", [(f"{each}字体", each) for each in FONT_SETS]),
            ("行距", "line_spacing", spacings),
        ):
            menu.addSection(title)
            group = QActionGroup(menu)
            for label, value in choices:
                action = menu.addAction(label)
                action.setCheckable(True)
                action.setData((name, value))
                action.triggered.connect(self._chooser(name, value))
                group.addAction(action)
                self._actions.append(action)
        return menu

    def _chooser(self, name: str, value: object) -> Callable[[], None]:
        return lambda: self._choose(**{name: value})

    def _assemble(self) -> None:
        close = _icon_button("close", "关闭预览")
        close.clicked.connect(self.close_requested)
        smaller = QToolButton()
        smaller.setText("－")
        larger = QToolButton()
        larger.setText("＋")
        for button, words, by in ((smaller, "缩小（Ctrl+－）", -1), (larger, "放大（Ctrl+＋）", 1)):
            button.setAccessibleName(words.partition("（")[0])
            button.setToolTip(words)
            button.clicked.connect(lambda _=False, by=by: self.zoom_stepped.emit(by))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        for widgets in (
            (self.form, self.layout_button, None, self.print_button, self.pdf_button, self.whole_button, close),
            (self.page, None, self.find_button, smaller, self.zoom, larger),
        ):
            row = QHBoxLayout()
            row.setSpacing(4)
            for widget in widgets:
                row.addStretch(1) if widget is None else row.addWidget(widget)
            column.addLayout(row)
        self.show_wishes(self.wishes)


def percent(zoom: float) -> str:
    """Return `zoom` in words."""
    return f"{zoom * 100:.0f}%"


def _icon_button(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
