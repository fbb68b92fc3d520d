"""The pictures of a text among its blocks, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from models.domain.picture_places import in_order, paragraphs_in, slot
from models.domain.place import Place, picture_field
from models.domain.report import Attachment, Entry, Picture
from models.manuscript.blocks import Block, Heading, Paragraph, PrintedPicture
from models.text.pattern import Pattern

TEXT = "text"
_NUMBER = Pattern(r"\s*附?图\s*\d+(?:[-—－.．]\d+)?[\s：:.．、]+(?=\S)")


def with_pictures(blocks: list[Block], owner: Entry | Attachment, place: Place) -> list[Block]:
    """Return `blocks`, made of `owner` at `place`, with its pictures among them."""
    if not owner.pictures:
        return blocks
    waiting = [
        (slot(picture, owner), _printed(picture, replace(place, field=picture_field(number))))
        for number, picture in in_order(owner)]
    total = len(paragraphs_in(owner.text))
    found: list[Block] = []
    told = 0
    for block in blocks:
        of_text = isinstance(block, Paragraph) and block.place.field == TEXT
        if not isinstance(block, Heading):
            found += _due(waiting, told if of_text else total)
        found.append(block)
        told += of_text
    return [*found, *(picture for _, picture in waiting)]


def numbered(blocks: Iterable[Block], numbers: Iterator[int]) -> tuple[Block, ...]:
    """Return `blocks` with the next of `numbers` for each picture that has a 图题."""
    return tuple(
        replace(block, number=next(numbers)) if isinstance(block, PrintedPicture) and block.caption else block
        for block in blocks)


def picture_numbers() -> Iterator[int]:
    """Return the numbers of the pictures of one document."""
    return count(1)


def _due(waiting: list[tuple[int, PrintedPicture]], told: int) -> list[PrintedPicture]:
    """Take those of the `waiting` pictures that stand after `told` paragraphs or fewer, and return them."""
    due = [picture for at, picture in waiting if at <= told]
    del waiting[:len(due)]
    return due


def _printed(picture: Picture, place: Place) -> PrintedPicture:
    """Return `picture` with its 图题 on one line and without the number that the clerk wrote before it."""
    start = len(picture.caption) - len(picture.caption.lstrip())
    number = _NUMBER.match(picture.caption)
    start = number.end() if number else start
    caption = " ".join(picture.caption[start:].split())
    return PrintedPicture(
        picture.data, caption, 0, picture.alternative.strip(), picture.width, picture.pixel_width,
        picture.pixel_height, replace(place, start=start))
