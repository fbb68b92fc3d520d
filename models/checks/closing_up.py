"""A draft with the blanks around its figures closed up, and what is found in it put back where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import is_not
from typing import Any, NamedTuple, TypeAlias

from models.checks.finding import Draft, Edit, Finding
from models.checks.once import LastTime, Once
from models.domain.place import Place
from models.text.closing_up import ClosedUp, closed_up

_CLOSED: LastTime[Any] = LastTime()  # what was not touched stays the very same

Key: TypeAlias = tuple[str, str, str] | int  # a field of a stored report, a paragraph of a file


class Piece(NamedTuple):
    """A text with blanks as it stands from `start` on, and the same closed up."""

    start: int
    text: str
    closed: ClosedUp


class ClosedDraft(NamedTuple):
    """A draft that the checks read without stray blanks; `pieces` has the texts that had some, by their place."""

    draft: Draft
    pieces: Mapping[Key, Sequence[Piece]]

    def put_back(self, finding: Finding) -> Finding:
        """Return `finding`, which was made in this draft, where it stands in the draft with its blanks."""
        fix = finding.fix
        if fix is not None:
            fix = replace(fix, edits=tuple(Edit(self._place(edit.place), edit.text) for edit in fix.edits))
        return replace(
            finding, place=self._place(finding.place), others=tuple(map(self._place, finding.others)),
            excerpt=self._excerpt(finding), fix=fix,
        )

    def _piece(self, place: Place) -> Piece | None:
        """Return the text with blanks in which `place` is; None when there are none."""
        here = self.pieces.get(_key(place), ())
        return next((piece for piece in here if piece.start <= place.start < piece.start + len(piece.text)), None)

    def _place(self, place: Place) -> Place:
        """Return `place` as it was before."""
        piece = self._piece(place)
        if piece is None or place.end < 0:
            return place
        start = piece.closed.start(place.start - piece.start)
        end = piece.closed.end(place.end - piece.start) if place.end > place.start else start
        return replace(place, start=piece.start + start, end=piece.start + end)

    def _excerpt(self, finding: Finding) -> str | None:
        """Return the excerpt of `finding` letter by letter as before."""
        piece, excerpt = self._piece(finding.place), finding.excerpt
        if piece is None or not excerpt:
            return excerpt
        start = finding.place.start - piece.start
        if piece.closed.text[start:start + len(excerpt)] != excerpt:
            start = piece.closed.text.find(excerpt)
        if start < 0:
            return excerpt
        return piece.text[piece.closed.start(start):piece.closed.end(start + len(excerpt))]


def close_up(draft: Draft) -> ClosedDraft:
    """Return `draft` without stray blanks, and where they were."""
    pieces: dict[Key, list[Piece]] = {}
    for passage in draft.passages:
        closed = closed_up(passage.text)
        if closed is not None:
            pieces.setdefault(_key(passage.place), []).append(Piece(passage.place.start, passage.text, closed))
    once = _CLOSED.round()
    return ClosedDraft(replace(
        draft, report=_closed(draft.report, once), passages=_closed(draft.passages, once),
        sections=_closed(draft.sections, once), source=_closed(draft.source, once),
        previous=_closed(draft.previous, once),
    ), pieces)


def _key(place: Place) -> Key:
    return place.line if place.line >= 0 else (place.task, place.entry, place.field)


def _closed(value: Any, once: Once[Any]) -> Any:
    """Return `value`, a text or what texts are part of, closed up; itself where that changes nothing.

    What was closed up in the round before `once` and has not changed is the very same.
    """
    kind = type(value)
    if kind is str:
        closed = closed_up(value)
        return value if closed is None else closed.text
    if kind is tuple:
        items = tuple(_closed(item, once) for item in value)
        return items if any(map(is_not, items, value)) else value
    if names := getattr(kind, "__dataclass_fields__", ()):
        return once(value, "", partial(_closed_parts, value, names, once))
    if isinstance(value, Mapping):
        return {key: _closed(item, once) for key, item in value.items()}
    return value


def _closed_parts(value: Any, names: Iterable[str], once: Once[Any]) -> Any:
    """Return the dataclass `value` with the fields `names` closed up; itself where that changes nothing."""
    changes = {}
    for name in names:
        before = getattr(value, name)
        after = _closed(before, once)
        if after is not before:
            changes[name] = after
    return replace(value, **changes) if changes else value
