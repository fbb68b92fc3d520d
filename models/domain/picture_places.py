"""Where among the paragraphs of a text its pictures stand, and how they keep their places while it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from models.domain.report import LAST, Attachment, Entry, Picture, PlanTask, Problem, Topic

OwnerT = TypeVar("OwnerT", bound=Attachment | Topic | Problem | PlanTask)


def paragraphs_in(text: str) -> list[str]:
    """Return the lines of `text` that print."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def paragraphs_up_to(text: str, line: int) -> int:
    """Return how many paragraphs of `text` stand on its lines up to `line`, counted from 0."""
    return len(paragraphs_in("\n".join(text.split("\n")[:line + 1])))


def slot(picture: Picture, owner: Attachment | Entry) -> int:
    """Return after how many paragraphs of the text of `owner` its `picture` stands.

    One more than there are means behind what follows the text: a table, cause and remedy of a problem.
    """
    count = len(paragraphs_in(owner.text))
    if picture.after == LAST:
        return count + _goes_on(owner)
    return min(max(picture.after, 0), count)


def with_text(owner: OwnerT, text: str) -> OwnerT:
    """Return `owner` with `text`; its pictures stay with the paragraphs they stood between."""
    return replace(owner, text=text, pictures=_kept(owner.pictures, paragraphs_in(owner.text), paragraphs_in(text)))


def with_picture(owner: OwnerT, picture: Picture) -> OwnerT:
    """Return `owner` with `picture` added, behind those that stand at the same place."""
    return _sorted(owner, (*owner.pictures, picture))


def with_changed(owner: OwnerT, picture: Picture) -> OwnerT:
    """Return `owner` with `picture` in the place of the one of the same id."""
    return replace(owner, pictures=tuple(picture if each.id == picture.id else each for each in owner.pictures))


def without_picture(owner: OwnerT, picture_id: str) -> OwnerT:
    """Return `owner` without the picture `picture_id`."""
    return replace(owner, pictures=tuple(each for each in owner.pictures if each.id != picture_id))


def with_moved(owner: OwnerT, picture_id: str, offset: int) -> OwnerT:
    """Return `owner` with a picture one place up (-1) or down (1): past another picture, else past a paragraph.

    Unchanged where it stands at the end already.
    """
    count = len(paragraphs_in(owner.text))
    pictures = list(_sorted(owner, owner.pictures).pictures)
    at = next(index for index, each in enumerate(pictures) if each.id == picture_id)
    here = slot(pictures[at], owner)
    beside = at + offset
    if 0 <= beside < len(pictures) and slot(pictures[beside], owner) == here:
        pictures[at], pictures[beside] = pictures[beside], pictures[at]
        return replace(owner, pictures=tuple(pictures))
    if not 0 <= here + offset <= count + _goes_on(owner):
        return owner
    after = here + offset
    pictures[at] = replace(pictures[at], after=LAST if after > count else after)
    return replace(owner, pictures=tuple(pictures))


def in_order(owner: Attachment | Entry) -> tuple[tuple[int, Picture], ...]:
    """Return the pictures of `owner` in the order they print, each with its number in `owner`."""
    return tuple(sorted(enumerate(owner.pictures), key=lambda each: slot(each[1], owner)))


def _sorted(owner: OwnerT, pictures: Iterable[Picture]) -> OwnerT:
    """Return `owner` with `pictures` in the order they print."""
    return replace(owner, pictures=tuple(sorted(pictures, key=lambda each: slot(each, owner))))


def _goes_on(owner: Attachment | Entry) -> bool:
    """Return whether anything follows the text of `owner`."""
    if isinstance(owner, Problem):
        return bool(owner.cause.strip() or owner.remedy.strip())
    return not isinstance(owner, PlanTask) and bool(owner.table)


def _kept(pictures: tuple[Picture, ...], before: Sequence[str], after: Sequence[str]) -> tuple[Picture, ...]:
    """Return `pictures` with their places in the paragraphs `before` made those in the paragraphs `after`."""
    if len(before) == len(after) or not pictures:
        return pictures
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    end = next((at for at in range(shorter - start) if before[-1 - at] != after[-1 - at]), shorter - start)
    return tuple(
        each if each.after == LAST else replace(each, after=_shifted(each.after, start, end, len(before), len(after)))
        for each in pictures)


def _shifted(place: int, start: int, end: int, before: int, after: int) -> int:
    """Return `place` when of `before` paragraphs, now `after`, the first `start` and the last `end` are the same."""
    place = min(place, before)
    if place <= start:
        return place
    if place >= before - end:
        return place + after - before
    return min(place, after - end)
