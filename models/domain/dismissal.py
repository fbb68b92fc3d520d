"""A finding that the clerk set aside, and why: it is kept with the report and travels with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding set aside. It holds while the same words stand at the same place.

    `task`, `entry` and `field` are those of the finding's Place. `before` is what stands right before the words,
    so that the same words further on in the text are not set aside with them. `excerpt` is the message where the
    finding is about no words. `date` is ISO.
    """

    code: str = ""
    slug: str = ""
    task: str = ""
    entry: str = ""
    field: str = ""
    before: str = ""
    excerpt: str = ""
    reason: str = ""
    date: str = ""
