"""The text of the pages: what is under the mouse, where a place of the report stands, where words are found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from exporters.pages.placed import PagedDocument, PlacedPicture, PlacedText
from models.checks.finding import Edit
from models.domain.place import Place
from ui.preview.painter import box

LIMIT = 500  # more hits than anyone walks through


class Spot(NamedTuple):
    """A box on a page, in millimetres."""

    page: int
    box: QRectF


class Run(NamedTuple):
    """A run of text on a page."""

    page: int
    item: PlacedText


class PageText:
    """All runs of a document in reading order, found by place and by words. Making it is cheap, no Qt widget needed.

    Places are told and asked for as they are in the report, also where the pages say something else instead.
    """

    def __init__(self, document: PagedDocument, edits: Iterable[Edit] = ()) -> None:
        """Read the runs of `document`, set from the report after `edits`: those in one field in order, apart."""
        self._edits: dict[tuple[str, str, str], list[Edit]] = {}
        for edit in edits:
            self._edits.setdefault(_field(edit.place), []).append(edit)
        self._runs: list[Run] = []
        self._by_field: dict[tuple[str, str, str], list[Run]] = {}
        for number, page in enumerate(document.pages):
            for item in page.items:
                if isinstance(item, PlacedText):
                    run = Run(number, item)
                    self._runs.append(run)
                    place = item.place
                    if place.task:
                        self._by_field.setdefault(_field(place), []).append(run)
        self._pictures = [
            (number, item) for number, page in enumerate(document.pages) for item in page.items
            if isinstance(item, PlacedPicture)]
        self._joined: tuple[str, list[int], list[Run]] | None = None

    def place_at(self, page: int, point: QPointF) -> Place | None:
        """Return the place in the report of what stands at `point` (mm) of `page`; None where nothing of it stands.

        A point beside the text of a line belongs to that line.
        """
        for number, picture in self._pictures:
            if number == page and box(picture).contains(point):
                return picture.place
        near: tuple[float, Run] | None = None
        for run in self._runs:
            if run.page != page or not run.item.place.task:
                continue
            area = box(run.item)
            if not area.top() - 2 <= point.y() <= area.bottom() + 2:
                continue
            away = max(area.left() - point.x(), point.x() - area.right(), 0.0) + abs(area.center().y() - point.y())
            if near is None or away < near[0]:
                near = away, run
        if near is None:
            return None
        place = _place_in(near[1].item, point.x())
        at = _in_report(place.start, self._edits.get(_field(place), ()))
        return replace(place, start=at, end=at)

    def spots_of(self, place: Place) -> list[Spot]:
        """Return the boxes of the field of `place`, one a line; none when it is not printed."""
        shown = [Spot(page, box(each)) for page, each in self._pictures if _field(each.place) == _field(place)]
        return shown + [Spot(run.page, box(run.item)) for run in self._by_field.get(_field(place), ())]

    def spot_of(self, place: Place) -> Spot | None:
        """Return the box of the line in which the character at `place` stands; None when its field is not printed."""
        runs = self._by_field.get(_field(place), [])
        at = _on_pages(place.start, self._edits.get(_field(place), ()))
        text = [run for run in runs if run.item.place.end != run.item.place.start] or runs
        found = next((run for run in reversed(text) if run.item.place.start <= at), text[0] if text else None)
        return next(iter(self.spots_of(place)), None) if found is None else Spot(found.page, box(found.item))

    def find(self, wanted: str) -> list[list[Spot]]:
        """Return the boxes of each hit of `wanted`, without regard to case; one that runs over a line end has two."""
        if not wanted:
            return []
        text, starts, runs = self._text()
        folded, sought = _folded(text), _folded(wanted)
        hits: list[list[Spot]] = []
        at = folded.find(sought)
        while at >= 0 and len(hits) < LIMIT:
            hits.append(_spots(at, at + len(sought), starts, runs))
            at = folded.find(sought, at + len(sought))
        return hits

    def _text(self) -> tuple[str, list[int], list[Run]]:
        """Return the text of the report, then what stands round it; where each run starts in it, and the runs."""
        if self._joined is None:
            ordered = [run for run in self._runs if run.item.place.task]
            ordered += [run for run in self._runs if not run.item.place.task]
            starts, parts, at, field = [], [], 0, ("", "", "")
            for run in ordered:
                place = run.item.place
                if _field(place) != field or not place.task:
                    parts.append("\n")  # no hit runs from one field into another
                    at += 1
                    field = _field(place)
                starts.append(at)
                parts.append(run.item.text)
                at += len(run.item.text)
            self._joined = "".join(parts), starts, ordered
        return self._joined


def _field(place: Place) -> tuple[str, str, str]:
    return place.task, place.entry, place.field


def _in_report(at: int, edits: Iterable[Edit]) -> int:
    """Return where the character at `at` of a field after `edits` stands before; of new words, where the old begin."""
    growth = 0
    for edit in edits:
        start = edit.place.start + growth
        if at < start:
            break
        if at < start + len(edit.text):
            return edit.place.start
        growth += len(edit.text) - (edit.place.end - edit.place.start)
    return at - growth


def _on_pages(at: int, edits: Iterable[Edit]) -> int:
    """Return where the character at `at` of a field stands after `edits`; of replaced words, where the new begin."""
    growth = 0
    for edit in edits:
        if at < edit.place.end:
            return min(at, edit.place.start) + growth
        growth += len(edit.text) - (edit.place.end - edit.place.start)
    return at + growth


def _place_in(item: PlacedText, x: float) -> Place:
    """Return the place of the character of `item` that stands at `x`, as a cursor before it."""
    place = item.place
    if place.end == place.start:
        return place
    ends = accumulate(item.advances, initial=item.x)
    index = sum(1 for start, advance in zip(ends, item.advances, strict=False) if start + advance / 2 <= x)
    return replace(place, start=place.start + index, end=place.start + index)


def _spots(start: int, end: int, starts: list[int], runs: list[Run]) -> list[Spot]:
    """Return the boxes of the characters from `start` to `end` of the joined text."""
    spots = []
    for index in range(max(0, bisect_right(starts, start) - 1), len(runs)):
        run, first = runs[index], starts[index]
        if first >= end:
            break
        begin, stop = max(start - first, 0), min(end - first, len(run.item.text))
        if begin < stop:
            area = box(run.item)
            left = sum(run.item.advances[:begin])
            width = sum(run.item.advances[begin:stop])
            spots.append(Spot(run.page, QRectF(area.left() + left, area.top(), width, area.height())))
    return spots


def _folded(text: str) -> str:
    """Return `text` without case, as long as it was."""
    for folded in (text.casefold(), text.lower()):
        if len(folded) == len(text):
            return folded
    return text
