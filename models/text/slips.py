"""Slips of the pen: the digits of a figure in another order, 2846 for 2486."""

from __future__ import annotations

_FEWEST = 2


def transposed(one: str, other: str) -> bool:
    """Return whether two different figures, as printed, are made of the same digits."""
    return one != other and len(one) >= _FEWEST and len(one) == len(other) and sorted(one) == sorted(other)
