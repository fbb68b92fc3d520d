"""Where in a report something stands: what a finding, a search hit or a preview block points at."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.organ import Post

HEAD = "head"  # task ids of the fixed pages
INTRODUCTION = "introduction"
SIGNATURE = "signature"
ATTACHMENTS = "attachments"


def part_task(part_id: str) -> str:
    """Return the task id of the part `part_id`."""
    return f"part:{part_id}"


def duty_task(duty_id: str, post: Post) -> str:
    """Return the task id of a duty entry."""
    return f"duty:{duty_id}:{post.value}"


def evidence_entry(number: int) -> str:
    """Return the entry of a line of evidence of a duty, counted from 0."""
    return f"evidence:{number}"


def evidence_number(entry: str) -> int | None:
    """Return the number of the line of evidence that `entry` names; None when it names none."""
    name, _, number = entry.partition(":")
    return int(number) if name == "evidence" and number.isdecimal() else None


def cell_field(row: int, column: int) -> str:
    """Return the field of a cell of the table of a topic or an attachment; both are counted from 0."""
    return f"table:{row}:{column}"


def cell_of(field: str) -> tuple[int, int] | None:
    """Return row and column of the cell that `field` names; None when it names no cell."""
    name, _, numbers = field.partition(":")
    if name != "table" or not numbers:
        return None
    row, _, column = numbers.partition(":")
    return int(row), int(column)


def picture_field(number: int) -> str:
    """Return the field of the 图题 of a picture of an entry or an attachment, counted from 0."""
    return f"picture:{number}"


def picture_of(field: str) -> int | None:
    """Return the number of the picture whose 图题 `field` names; None when it names none."""
    name, _, number = field.partition(":")
    return int(number) if name == "picture" and number.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a report.

    `task` is a task id (above), `entry` the id of an entry or attachment in it, `field` the attribute name
    of the text ("title", "text", "cause", …; a `cell_field` in a table, a `picture_field`), `start` and `end` offsets
    in that text (end -1: no range).
    `line` is the paragraph's index in the SourceDocument, -1 for a stored report.
    """

    task: str = ""
    entry: str = ""
    field: str = ""
    start: int = 0
    end: int = -1
    line: int = -1
