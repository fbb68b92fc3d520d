"""The pages in a scrolling view: painted where they are seen, zoomed, marked, asked for the field under a click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from exporters.pages.placed import PagedDocument
from models.domain.place import Place
from ui.app.guarded import guarded
from ui.app.theme import PAPER, load_theme, shown_theme
from ui.preview.arrangement import LARGEST, SMALLEST, Arrangement, Fit, next_zoom
from ui.preview.faces import DrawnFaces
from ui.preview.page_text import PageText, Spot
from ui.preview.painter import PagePainter, scaled

LINE = 40  # pixels a press of an arrow key scrolls
HIT, HIT_AT_HAND = "#FFE38A", "#FFB84D"  # under black text: contrast above 12:1
EMPTY_DOCUMENT = PagedDocument((), ())
ARROWS = {Qt.Key.Key_Down: LINE, Qt.Key.Key_Up: -LINE}


class PagesView(QAbstractScrollArea):
    """Shows a paged document. It paints only what is seen and keeps nothing but the glyphs laid out."""

    place_requested = Signal(object)  # Place
    page_changed = Signal(int)  # the index of the page one looks at
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages, at the width of a page."""
        super().__init__(parent)
        self.setObjectName("pages_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("报告页面")
        self.viewport().setMouseTracking(True)
        self.document = EMPTY_DOCUMENT
        self.text = PageText(EMPTY_DOCUMENT)
        self.fit = Fit.WIDTH
        self.page = 0
        self.hits: list[list[Spot]] = []
        self.hit = -1
        self.marked: Place | None = None
        self._marked_spots: list[Spot] = []
        self._faces: DrawnFaces | None = None
        self._painter: PagePainter | None = None
        self._free_zoom = 1.0
        self.arrangement = Arrangement((), QSizeF(1, 1))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._note_scroll)

    @property
    def zoom(self) -> float:
        """The zoom of what is seen; 1 is the size on paper."""
        return self.arrangement.zoom

    def show_document(self, document: PagedDocument, text: PageText, faces: DrawnFaces) -> None:
        """Show `document`, whose `text` was read beforehand, in `faces`; what one looks at stays in view."""
        seen = self.sees_marked()
        self.document, self.text = document, text
        if faces is not self._faces:
            self._faces, self._painter = faces, None
        self._arrange()
        self._marked_spots = text.spots_of(self.marked) if self.marked is not None else []
        spot = text.spot_of(self.marked) if seen and self.marked is not None else None
        if spot is not None:
            self.bring_into_view(spot)
        self._tell_page(again=True)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow `fit`, keeping the page one looks at."""
        page, self.fit = self.page, fit
        self._arrange()
        self.show_page(page)
        self.zoom_changed.emit()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom to `zoom`; what stands at `at` of the viewport stays there, None means its middle."""
        at = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 3)
        before = self.arrangement
        place = at + self._offset()
        page = before.page_at(place)
        inner = before.on_page(page, place) if page is not None else None
        self.fit, self._free_zoom = Fit.FREE, min(max(zoom, SMALLEST), LARGEST)
        self._arrange()
        if page is not None and inner is not None:
            target = self.arrangement.boxes[page].topLeft() + inner * self.arrangement.scale - at
            self.horizontalScrollBar().setValue(round(target.x()))
            self.verticalScrollBar().setValue(round(target.y()))
        self.zoom_changed.emit()

    def step_zoom(self, by: int) -> None:
        """Zoom to the next larger step, or the next smaller when `by` is -1."""
        self.set_zoom(next_zoom(self.zoom, by))

    def show_page(self, index: int) -> None:
        """Bring the top of the page `index` to the top of the view."""
        if 0 <= index < len(self.arrangement.boxes):
            self.verticalScrollBar().setValue(round(self.arrangement.boxes[index].top() - 8))

    def show_place(self, place: Place | None) -> None:
        """Mark the field of `place` softly and bring its line into view; None takes the mark away."""
        self.marked = place
        self._marked_spots = self.text.spots_of(place) if place is not None else []
        spot = self.text.spot_of(place) if place is not None else None
        if spot is not None:
            self.bring_into_view(spot)
        self.viewport().update()

    def show_hits(self, hits: list[list[Spot]], at: int = -1) -> None:
        """Mark `hits`; the one at `at` stronger and in view, -1 means none."""
        self.hits, self.hit = hits, at
        if 0 <= at < len(hits) and hits[at]:
            self.bring_into_view(hits[at][0])
        self.viewport().update()

    def bring_into_view(self, spot: Spot) -> None:
        """Scroll as little as it takes to see `spot` with some room round it."""
        if spot.page >= len(self.arrangement.boxes):
            return
        area = self.arrangement.from_page(spot.page, spot.box)
        room = min(80.0, self.viewport().height() / 4)
        for bar, first, last, size in (
            (self.verticalScrollBar(), area.top() - room, area.bottom() + room, self.viewport().height()),
            (self.horizontalScrollBar(), area.left() - 24, area.right() + 24, self.viewport().width()),
        ):
            if first < bar.value() or last - first > size:
                bar.setValue(round(first))
            elif last > bar.value() + size:
                bar.setValue(round(last - size))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = shown_theme()
        painter.fillRect(event.rect(), theme.color("line"))
        if self._faces is None:
            return
        if self._painter is None or self._painter.scale != self.arrangement.scale:
            self._painter = PagePainter(self._faces, self.arrangement.scale, 1 / self.devicePixelRatioF())
        offset = self._offset()
        painter.translate(-offset)
        seen = QRectF(event.rect()).translated(offset)
        for index in self.arrangement.visible(seen.top(), seen.bottom()):
            area = self.arrangement.boxes[index]
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.setBrush(QColor("white"))
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
            self._paint_marks(painter, index, load_theme(PAPER).color("accent_soft"))
            painter.save()
            painter.translate(area.topLeft())
            inner = scaled(seen.intersected(area).translated(-area.topLeft()), 1 / self.arrangement.scale)
            self._painter.paint(painter, self.document.pages[index], inner)
            painter.restore()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page, within = self.page, self._within_page()
        self._arrange()
        if page < len(self.arrangement.boxes):
            self.verticalScrollBar().setValue(
                round(self.arrangement.boxes[page].top() + within * self.arrangement.scale))
        if self.fit is not Fit.FREE:
            self.zoom_changed.emit()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.1 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        known = self._place_under(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.ArrowCursor)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_under(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if place is not None:
            self.place_requested.emit(place)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in ARROWS:
            bar.setValue(bar.value() + ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and not control:
            bar.setValue(bar.value() + self.viewport().height() - LINE)
        elif key == Qt.Key.Key_PageUp and not control:
            bar.setValue(bar.value() - self.viewport().height() + LINE)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.show_page(self.page + (self.fit.columns if key == Qt.Key.Key_PageDown else -self.fit.columns))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif control and key == Qt.Key.Key_0:
            self.set_fit(Fit.WIDTH)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request_place_at_hand()
        else:
            super().keyPressEvent(event)

    def _request_place_at_hand(self) -> None:
        """Ask for the field of the hit at hand, else of the first text in the view."""
        if 0 <= self.hit < len(self.hits) and self.hits[self.hit]:
            spot = self.hits[self.hit][0]
            place = self.text.place_at(spot.page, spot.box.center() - QPointF(spot.box.width() / 2, 0))
        else:
            down = range(8, self.viewport().height(), 8)
            middle = self.viewport().width() / 2
            place = next(filter(None, (self._place_under(QPointF(middle, y)) for y in down)), None)
        if place is not None:
            self.place_requested.emit(place)

    def _place_under(self, point: QPointF) -> Place | None:
        place = point + self._offset()
        page = self.arrangement.page_at(place)
        return None if page is None else self.text.place_at(page, self.arrangement.on_page(page, place))

    def _paint_marks(self, painter: QPainter, page: int, soft: QColor) -> None:
        for spot in self._marked_spots:
            if spot.page == page:
                painter.fillRect(self.arrangement.from_page(page, spot.box.adjusted(-0.5, -0.6, 0.5, 0.6)), soft)
        for number, hit in enumerate(self.hits):
            for spot in hit:
                if spot.page == page:
                    colour = QColor(HIT_AT_HAND if number == self.hit else HIT)
                    painter.fillRect(self.arrangement.from_page(page, spot.box), colour)

    def sees_marked(self) -> bool:
        """Return whether the line of the marked place is in view."""
        spot = self.text.spot_of(self.marked) if self.marked is not None else None
        if spot is None or spot.page >= len(self.arrangement.boxes):
            return self.marked is not None
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        return seen.intersects(self.arrangement.from_page(spot.page, spot.box))

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _within_page(self) -> float:
        """Return how far the upper edge of the view is under the top of the page one looks at, in millimetres."""
        if self.page >= len(self.arrangement.boxes):
            return 0.0
        return (self._offset().y() - self.arrangement.boxes[self.page].top()) / self.arrangement.scale

    def _arrange(self) -> None:
        size = QSizeF(self.viewport().size())
        self.arrangement = Arrangement(self.document.pages, size, self.fit, self._free_zoom)
        for bar, whole, part in (
            (self.verticalScrollBar(), self.arrangement.height, size.height()),
            (self.horizontalScrollBar(), self.arrangement.width, size.width()),
        ):
            bar.setRange(0, max(0, round(whole - part)))
            bar.setPageStep(round(part))
            bar.setSingleStep(LINE)
        self.viewport().update()

    def _note_scroll(self) -> None:
        self.viewport().update()
        self._tell_page()

    def _tell_page(self, again: bool = False) -> None:
        """Tell which page one looks at: the one that stands a third down the view."""
        y = self._offset().y() + self.viewport().height() / 3
        near = self.arrangement.visible(y, y + 1)
        page = min(near.start, len(self.document.pages) - 1) if len(near) else len(self.document.pages) - 1
        page = max(0, page)
        if page != self.page or again:
            self.page = page
            self.page_changed.emit(page)
