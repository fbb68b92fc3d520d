"""结构层次序数: 一、 （一） 1. （1） (GB/T 9704 7.3.3), made from values, never stored."""

from __future__ import annotations

from models.text.numerals import chinese_numeral

DEEPEST = 4


def printed_number(level: int, number: int) -> str:
    """Return `number` (from 1) as printed at heading `level` 1 to 4."""
    if level == 1:
        return f"{chinese_numeral(number)}、"
    if level == 2:
        return f"（{chinese_numeral(number)}）"
    return f"{number}." if level == 3 else f"（{number}）"


class Numbering:
    """Counts headings level by level; a heading starts the levels below it anew and never skips one."""

    def __init__(self) -> None:
        """Start before the first heading."""
        self._counts = [0] * (DEEPEST + 1)
        self._level = 0

    def next(self, level: int) -> tuple[int, str]:
        """Return the level and the printed number of the next heading asked for at `level`.

        The level is at most one below that of the heading before.
        """
        level = max(1, min(level, self._level + 1, DEEPEST))
        self._counts[level] += 1
        self._counts[level + 1:] = [0] * (DEEPEST - level)
        self._level = level
        return level, printed_number(level, self._counts[level])
