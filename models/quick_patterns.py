"""Lets Python compile regular expressions on Chinese text at a fair price.

For every class of three or more Chinese characters (`[，。；]`) the compiler of `re` fills and folds a map of 65,536
bytes: half a millisecond each, a third of the whole run of `check`. Left as it is written, a small class means the same
and is as quick to match. The step is private to Python; where it is not what we know, nothing is changed.
"""

from __future__ import annotations

import re
from typing import Any

LARGEST = 64  # items of a class; the map pays for larger ones, as they are matched one by one
FIRST_BEYOND_MAP = 256  # classes below this character have a small map, which is cheap


def install() -> bool:
    """Put our step before Python's own and return whether that was possible."""
    compiler = getattr(re, "_compiler", None)
    fold = getattr(compiler, "_optimize_charset", None)
    if fold is None or fold.__code__.co_varnames[:4] != ("charset", "iscased", "fixup", "fixes"):
        return fold is not None and fold.__name__ == "leave_or_fold"

    def leave_or_fold(items: list[Any], *case: Any, **words: Any) -> tuple[list[Any], bool]:
        if any(case) or words or len(items) > LARGEST or not any(_beyond(value) for _, value in items):
            folded: tuple[list[Any], bool] = fold(items, *case, **words)
            return folded
        return items, False

    setattr(compiler, "_optimize_charset", leave_or_fold)  # noqa: B010  # mypy knows no private module
    return True


def _beyond(value: object) -> bool:
    """Return whether `value` of an item, a character or a range of them, lies beyond the small map."""
    last = value[1] if isinstance(value, tuple) else value
    return type(last) is int and last >= FIRST_BEYOND_MAP
