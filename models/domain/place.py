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


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a report.

    `task` is a task id (above), `entry` the id of an entry or attachment in it, `field` the attribute name
    of the text ("title", "text", "cause", …), `start` and `end` offsets in that text (end -1: no range).
    `line` is the paragraph's index in the SourceDocument, -1 for a stored report.
    """

    task: str = ""
    entry: str = ""
    field: str = ""
    start: int = 0
    end: int = -1
    line: int = -1
