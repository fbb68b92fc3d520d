"""One picture of a text: seen small, with its 图题, its width, and buttons that move and remove it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.domain.report import Picture
from ui.widgets.field import ChoiceField, LineField
from ui.widgets.labels import flat_button, plain_label

SEEN = QSize(112, 84)
WIDTHS = ((0, "与正文同宽"), (120, "12 厘米"), (100, "10 厘米"), (80, "8 厘米"), (60, "6 厘米"), (40, "4 厘米"))


class PictureRow(QFrame):
    """Shows one picture and tells what the clerk wants changed; it keeps nothing but what it shows."""

    caption_edited = Signal(str)
    alternative_edited = Signal(str)
    width_edited = Signal(int)
    moved = Signal(int)  # -1 up, 1 down
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "picture")
        self._shown: tuple[bytes, float] = (b"", 0.0)
        self.image = QLabel()
        self.image.setFixedSize(SEEN)
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place = plain_label("", "caption", wrap=False)
        self.caption = LineField("图题", placeholder="印在图下；“图1”这样的编号由程序写，不写图题就不编号")
        self.alternative = LineField("图片说明", placeholder="图里是什么，读给看不见的人听；不印出来")
        self.width_choice = ChoiceField("宽度")
        self.up, self.down, self.remove = flat_button("上移"), flat_button("下移"), flat_button("删除")
        self._arrange()
        self.caption.edited.connect(self.caption_edited)
        self.alternative.edited.connect(self.alternative_edited)
        self.width_choice.edited.connect(lambda value: self.width_edited.emit(int(value)))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def show_picture(self, picture: Picture, number: int, place: str, movable: tuple[bool, bool]) -> None:
        """Show `picture`, the `number`th of its text, which stands at `place`; `movable` up and down."""
        name = f"图片 {number}"
        self.setAccessibleName(f"{name}，{place}")
        self.place.setText(f"{name}　{place}")
        self.caption.set_text(picture.caption)
        self.alternative.set_text(picture.alternative)
        self.width_choice.set_choices(_widths(picture.width))
        self.width_choice.set_value(str(picture.width))
        self.caption.line.setAccessibleName(f"{name}的图题")
        self.alternative.line.setAccessibleName(f"{name}的说明")
        self.width_choice.box.setAccessibleName(f"{name}的宽度")
        for button, verb, on in ((self.up, "上移", movable[0]), (self.down, "下移", movable[1]), (self.remove, "删除", True)):
            button.setAccessibleName(f"{verb}：{name}")
            button.setEnabled(on)
        self._show_image(picture)

    def _show_image(self, picture: Picture) -> None:
        """Draw `picture` small, sharp on this screen; what is drawn already stays."""
        ratio = self.devicePixelRatioF()
        if self._shown == (picture.data, ratio):
            return
        self._shown = (picture.data, ratio)
        self.image.setPixmap(_small(picture.data, ratio))
        self.image.setAccessibleName(picture.alternative or picture.caption or "图片")

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.caption, 5)
        fields.addWidget(self.width_choice, 2)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(fields)
        column.addWidget(self.alternative)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.image, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


def _widths(width: int) -> tuple[tuple[str, str], ...]:
    """Return the widths to choose from, `width` among them."""
    offered = [(str(each), label) for each, label in WIDTHS]
    if all(each != width for each, _ in WIDTHS):
        offered.append((str(width), f"{width / 10:g} 厘米"))
    return tuple(offered)


def _small(data: bytes, ratio: float) -> QPixmap:
    """Return the picture in the file `data` as large as it is seen; an empty one when it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setScaledSize(reader.size().scaled(SEEN * ratio, Qt.AspectRatioMode.KeepAspectRatio))
    drawn = QPixmap.fromImage(reader.read())
    drawn.setDevicePixelRatio(ratio)
    return drawn
