"""What the clerk decided about the 公开版, kept while the program runs: asked again, the same boxes are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # a report is opened without them
    from models.publication.redactions import Redaction

Decisions: TypeAlias = Mapping[tuple[str, str], bool]  # by what it is and its words, whether it is hidden


class Confirmed:
    """Remembers by its words which redaction was hidden."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.decisions: Decisions = {}  # never changed in place: whoever holds it has a snapshot

    def remember(self, shown: Iterable[Redaction], hidden: Iterable[Redaction]) -> None:
        """Keep which of `shown` are `hidden`."""
        chosen = {(each.what, each.words) for each in hidden}
        told = {(each.what, each.words): (each.what, each.words) in chosen for each in shown}
        self.decisions = {**self.decisions, **told}


def proposed(redactions: Iterable[Redaction], decisions: Decisions) -> tuple[Redaction, ...]:
    """Return `redactions`, those decided before as they were decided; a mark of secrecy stays what it is."""
    return tuple(
        each if each.instead is None
        else replace(each, certain=decisions.get((each.what, each.words), each.certain))
        for each in redactions
    )
