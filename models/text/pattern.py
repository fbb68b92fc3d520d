"""Regular expressions that are compiled at their first use: fifty of them cost more than the rest of the start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Pattern:
    """A regular expression with the methods of `re.Pattern` that the checks need."""

    __slots__ = ("_compiled", "text")

    def __init__(self, text: str) -> None:
        """Keep `text`; a mistake in it shows at the first use."""
        self.text = text
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.text)
        return self._compiled

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at `start` of `text`; None when there is none."""
        return self.compiled.match(text, start)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in `text` from `start` on; None when there is none."""
        return self.compiled.search(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole of `text`; None when it does not match."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in `text`, in order."""
        return self.compiled.finditer(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with its matches (the first `count` of them; 0 means all) replaced."""
        return self.compiled.sub(replacement, text, count)
