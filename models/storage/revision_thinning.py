"""Which versions kept by the program may go. `RULE` says the same to the clerk."""

from __future__ import annotations

from collections.abc import Sequence

from models.storage.backups import last_of_each
from models.storage.summary import RevisionSummary

NEWEST = 20
DAILY = 30
WEEKLY = 26
RULE = (
    f"起了名字的、导出过的版本一直保留。自动保留的，最近 {NEWEST} 个都在；再早的，"
    f"有改动的 {DAILY} 天每天留最后一个，有改动的 {WEEKLY} 周每周留最后一个。")


def superfluous_revisions(
    revisions: Sequence[RevisionSummary], exported: frozenset[int] = frozenset()
) -> tuple[RevisionSummary, ...]:
    """Return those of `revisions`, newest first, that may go; never a named one, nor one of the numbers `exported`."""
    automatic = [each for each in revisions if not each.name and each.number not in exported]
    kept = {
        *automatic[:NEWEST],
        *last_of_each(automatic, lambda at: at.date(), DAILY),
        *last_of_each(automatic, lambda at: at.isocalendar()[:2], WEEKLY),
    }
    return tuple(each for each in automatic if each not in kept)
