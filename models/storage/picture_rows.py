"""Between rows and the pictures of a report: how each is printed in one table, its bytes once in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from models.domain.report import Picture, Report
from models.storage.own_fields import Row, row_of, value_of

KEPT = 32  # pictures whose digest is remembered: they stay the same from save to save


def attachment_picture_rows(report: Report, number: int) -> list[Row]:
    """Return the rows of the pictures in the attachments of `report`, whose short number is `number`."""
    return [
        _row(picture, report=number, attachment=outer, position=position)
        for outer, each in enumerate(report.attachments) for position, picture in enumerate(each.pictures)]


def entry_picture_rows(report: Report, number: int) -> list[Row]:
    """Return the rows of the pictures in the text of `report`, whose short number is `number`."""
    return [
        _row(picture, report=number, part=outer, entry=inner, position=position)
        for outer, part in enumerate(report.parts) for inner, entry in enumerate(part.entries)
        for position, picture in enumerate(entry.pictures)]


def picture_data_rows(report: Report, number: int) -> list[Row]:
    """Return the bytes that the pictures of `report` show, each once."""
    shown = {_digest(picture.data): picture.data for picture in _pictures(report)}
    return [{"report": number, "digest": digest, "data": data} for digest, data in sorted(shown.items())]


def pictures_by(
    rows: Sequence[Row], held: Sequence[Row], *owners: str
) -> defaultdict[tuple[int, ...], tuple[Picture, ...]]:
    """Return the pictures of `rows` by the places `owners` they belong to; `held` are the rows of their bytes.

    LookupError when the bytes of one are not there.
    """
    data = {each["digest"]: each["data"] for each in held}
    found: defaultdict[tuple[int, ...], tuple[Picture, ...]] = defaultdict(tuple)
    for row in rows:
        found[tuple(row[owner] for owner in owners)] += (value_of(Picture, row, data=data[row["digest"]]),)
    return found


def _pictures(report: Report) -> Iterator[Picture]:
    for part in report.parts:
        for entry in part.entries:
            yield from entry.pictures
    for attachment in report.attachments:
        yield from attachment.pictures


def _row(picture: Picture, **keys: int) -> Row:
    return {**row_of(picture, **keys), "digest": _digest(picture.data)}


@lru_cache(KEPT)
def _digest(data: bytes) -> str:
    """Return the SHA-256 of `data`, remembered."""
    return sha256(data).hexdigest()
