"""A picture of a file, and where it goes in the report that was made of the file's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.domain.picture_places import paragraphs_in, with_picture
from models.domain.report import LAST, Attachment, Entry, Picture, PlanTask, Problem, Report
from models.manuscript.part_blocks import plan_words

_SHORTEST = 4  # letters by which a paragraph is known at the end of a line
_SURE = 15  # letters by which a line is known inside a paragraph: a date may stand anywhere


class FoundPicture(NamedTuple):
    """A picture as read; `before` is the last line of text over it, `behind_table` whether rows stand between.

    `same` counts the earlier lines of the file that say the same as that one.
    """

    picture: Picture
    before: str
    behind_table: bool = False
    same: int = 0


class _Spot(NamedTuple):
    """A paragraph of the report: its letters, whose it is, and after how many paragraphs its end stands."""

    letters: str
    owner: str
    after: int


def with_pictures(report: Report, found: Sequence[FoundPicture]) -> tuple[Report, int]:
    """Return `report` with `found` after the paragraphs made of the lines over them, and how many have no place.

    Pictures over all text, in the introduction and at the signature have none.
    """
    spots = [*_spots_of_parts(report), *_spots_of_attachments(report.attachments)]
    placed: dict[str, list[Picture]] = {}
    at = lost = 0
    for each in found:
        place = _place(spots, each, at)
        if place is None:
            lost += 1
            continue
        at, spot = place, spots[place]
        after = LAST if each.behind_table else spot.after
        placed.setdefault(spot.owner, []).append(replace(each.picture, after=after))
    parts = tuple(
        replace(part, entries=tuple(_filled(entry, placed) for entry in part.entries)) for part in report.parts)
    attachments = tuple(_filled_attachment(each, placed) for each in report.attachments)
    return (replace(report, parts=parts, attachments=attachments) if placed else report), lost


def _filled(entry: Entry, placed: dict[str, list[Picture]]) -> Entry:
    for picture in placed.get(entry.id, ()):
        entry = with_picture(entry, picture)
    return entry


def _filled_attachment(attachment: Attachment, placed: dict[str, list[Picture]]) -> Attachment:
    for picture in placed.get(attachment.id, ()):
        attachment = with_picture(attachment, picture)
    return attachment


def _place(spots: Sequence[_Spot], found: FoundPicture, start: int) -> int | None:
    """Return which of `spots` was made of the end of the line over `found`: from `start` on, else before it."""
    letters = _letters(found.before)
    if not letters:
        return None
    if found.same:
        alike = [index for index, spot in enumerate(spots) if _ends(letters, spot.letters)]
        return alike[min(found.same, len(alike) - 1)] if alike else None
    order = (*range(start, len(spots)), *range(start))
    ended = next((index for index in order if _ends(letters, spots[index].letters)), None)
    return ended if ended is not None else next(
        (index for index in order if _holds(letters, spots[index].letters)), None)


def _ends(line: str, paragraph: str) -> bool:
    """Return whether `paragraph` is the end of `line`: before it stand a number and perhaps a 小标题."""
    return line == paragraph or len(paragraph) >= _SHORTEST and line.endswith(paragraph)


def _holds(line: str, paragraph: str) -> bool:
    """Return whether `line` is part of `paragraph`, of which torn lines were joined, or the other way round."""
    return min(len(line), len(paragraph)) >= _SURE and (line in paragraph or paragraph in line)


def _spots_of_parts(report: Report) -> Iterator[_Spot]:
    for part in report.parts:
        if part.heading and part.entries:
            yield _Spot(_letters(part.heading), part.entries[0].id, 0)
        for entry in part.entries:
            title, text = plan_words(entry) if isinstance(entry, PlanTask) else (entry.title, entry.text)
            yield from _spots_of(entry.id, title, text)
            if isinstance(entry, Problem):
                for text in (entry.cause, entry.remedy):
                    yield from (_Spot(_letters(line), entry.id, LAST) for line in paragraphs_in(text))


def _spots_of_attachments(attachments: Sequence[Attachment]) -> Iterator[_Spot]:
    for attachment in attachments:
        yield from _spots_of(attachment.id, attachment.title, attachment.text)


def _spots_of(owner: str, title: str, text: str) -> Iterator[_Spot]:
    if title.strip():
        yield _Spot(_letters(title), owner, 0)
    for number, line in enumerate(paragraphs_in(text), 1):
        if letters := _letters(line):
            yield _Spot(letters, owner, number)


def _letters(text: str) -> str:
    """Return the letters and figures of `text`: marks may have been repaired, blanks are none of it."""
    return "".join(character for character in text if character.isalnum())
