"""What the clerk decided about the 公开版, kept while the program runs: asked again, the same boxes are ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.publication.redactions import Redaction


class Confirmed:
    """Remembers by its words which redaction was hidden."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._hidden: dict[tuple[str, str], bool] = {}

    def remember(self, shown: Iterable[Redaction], hidden: Iterable[Redaction]) -> None:
        """Keep which of `shown` are `hidden`."""
        chosen = {(each.what, each.words) for each in hidden}
        for each in shown:
            self._hidden[each.what, each.words] = (each.what, each.words) in chosen

    def proposed(self, redactions: Iterable[Redaction]) -> tuple[Redaction, ...]:
        """Return `redactions`, those decided before as they were decided; a mark of secrecy stays what it is."""
        return tuple(
            each if each.instead is None
            else replace(each, certain=self._hidden.get((each.what, each.words), each.certain))
            for each in redactions
        )
