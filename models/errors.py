"""The one error a user is meant to read."""

from __future__ import annotations


class UserError(Exception):
    """An expected failure, told in Chinese: what happened, and what to do about it."""

    def __init__(self, message: str, advice: str = "") -> None:
        """Keep `message` (what happened) and `advice` (what to do; empty means nothing helps)."""
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}{self.advice}"
