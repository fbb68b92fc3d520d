"""Paints a page: text glyph by glyph at the advances it was set with, rules as filled rectangles, pictures."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QPolygonF

from exporters.pages.placed import Page, Placed, PlacedPicture, PlacedRule, PlacedText
from ui.preview.faces import DrawnFaces

MM_PER_PT = 25.4 / 72
RUNS_KEPT = 20_000  # about 500 pages
IMAGES_KEPT = 16
UNSEEN = frozenset("\t\n\r\u200b\u200c\u200d\ufeff")


class PagePainter:
    """Paints pages at one scale; what was laid out once is kept."""

    def __init__(self, faces: DrawnFaces, scale: float, thinnest: float = 0.0) -> None:
        """Paint `scale` units a millimetre, no rule thinner than `thinnest` units."""
        self.scale = scale
        self._faces = faces
        self._thinnest = thinnest
        self._runs: dict[tuple[object, ...], tuple[QGlyphRun, ...]] = {}
        self._images: dict[bytes, QImage] = {}

    def paint(self, painter: QPainter, page: Page, seen: QRectF | None = None) -> None:
        """Paint `page` with its upper left corner at the origin; None paints all, else what touches `seen` (mm)."""
        for item in page.items:
            if seen is None or seen.intersects(box(item)):
                self._paint(painter, item)

    def _paint(self, painter: QPainter, item: Placed) -> None:
        if isinstance(item, PlacedText):
            self._paint_text(painter, item)
        elif isinstance(item, PlacedRule):
            self._paint_rule(painter, item)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(scaled(box(item), self.scale), self._image(item))

    def _paint_text(self, painter: QPainter, item: PlacedText) -> None:
        painter.setPen(QColor(f"#{item.colour}"))
        origin = QPointF(item.x * self.scale, item.baseline * self.scale)
        if item.scale_percent == 100 and not item.turned:
            for run in self._laid_out(item):
                painter.drawGlyphRun(origin, run)
            return
        painter.save()
        painter.translate(origin)
        if item.turned:
            painter.rotate(90)
        painter.scale(item.scale_percent / 100, 1)
        for run in self._laid_out(item):
            painter.drawGlyphRun(QPointF(0, 0), run)
        painter.restore()

    def _laid_out(self, item: PlacedText) -> tuple[QGlyphRun, ...]:
        """Return the glyphs of `item` at their places from its beginning, before they are narrowed (长体)."""
        key = (item.text, item.face, item.size_pt, item.bold, item.scale_percent, item.advances)
        found = self._runs.get(key)
        if found is None:
            if len(self._runs) >= RUNS_KEPT:
                self._runs.clear()
            found = self._runs[key] = self._lay_out(item)
        return found

    def _lay_out(self, item: PlacedText) -> tuple[QGlyphRun, ...]:
        share = self.scale * 100 / item.scale_percent
        places, at = [], 0.0
        for advance in item.advances:
            places.append(QPointF(at * share, 0))
            at += advance
        runs = []
        for part in self._faces.glyphs(item.face, item.bold, item.text):
            shown = [index for index in range(len(part.indexes)) if item.text[part.start + index] not in UNSEEN]
            run = QGlyphRun()
            run.setRawFont(self._faces.font(part.drawn, item.size_pt * MM_PER_PT * self.scale))
            run.setGlyphIndexes([part.indexes[index] for index in shown])
            run.setPositions([places[part.start + index] for index in shown])
            runs.append(run)
        return tuple(runs)

    def _paint_rule(self, painter: QPainter, rule: PlacedRule) -> None:
        weight = max(rule.weight * self.scale, self._thinnest) / 2
        start = QPointF(rule.x1 * self.scale, rule.y1 * self.scale)
        end = QPointF(rule.x2 * self.scale, rule.y2 * self.scale)
        length = hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
        aside = QPointF(-(end.y() - start.y()) * weight / length, (end.x() - start.x()) * weight / length)
        painter.save()
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(f"#{rule.colour}"))
        if rule.x1 == rule.x2 or rule.y1 == rule.y2:
            painter.fillRect(QRectF(start - _abs(aside), end + _abs(aside)).normalized(), QColor(f"#{rule.colour}"))
        else:
            painter.drawPolygon(QPolygonF([start + aside, end + aside, end - aside, start - aside]))
        painter.restore()

    def _image(self, item: PlacedPicture) -> QImage:
        found = self._images.get(item.data)
        if found is None:
            if len(self._images) >= IMAGES_KEPT:
                self._images.clear()
            found = self._images[item.data] = QImage.fromData(item.data)
        return found


def box(item: Placed) -> QRectF:
    """Return the box of `item` on its page in millimetres; that of text is one em high round its characters."""
    if isinstance(item, PlacedText):
        em = item.size_pt * MM_PER_PT
        if item.turned:
            return QRectF(item.x - 0.22 * em, item.baseline, 1.1 * em, max(item.width, 0.1))
        return QRectF(item.x, item.baseline - 0.88 * em, max(item.width, 0.1), 1.1 * em)
    if isinstance(item, PlacedRule):
        half = max(item.weight, 0.1) / 2
        return QRectF(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2)).normalized().adjusted(
            -half, -half, half, half)
    return QRectF(item.x, item.y, item.width, item.height)


def scaled(area: QRectF, scale: float) -> QRectF:
    """Return `area` with its place and size multiplied by `scale`."""
    return QRectF(area.x() * scale, area.y() * scale, area.width() * scale, area.height() * scale)


def _abs(point: QPointF) -> QPointF:
    return QPointF(abs(point.x()), abs(point.y()))
