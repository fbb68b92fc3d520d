"""Fields of a Word file: of a table of contents nothing is read, of all others what they show."""

from __future__ import annotations

from dataclasses import dataclass, field

_CONTENTS = "TOC"


@dataclass(slots=True)
class _Field:
    """A field while it is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether the field makes a table of contents."""
        return self.instruction.split()[:1] == [_CONTENTS]


@dataclass(slots=True)
class Fields:
    """The fields that are open at the present place, the outermost first."""

    _open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Take a field character: begin, separate or end."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown = True
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take `text` of the instruction of the innermost field."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    @property
    def in_contents(self) -> bool:
        """Whether the present place belongs to a table of contents."""
        return any(each.is_contents for each in self._open) if self._open else False
