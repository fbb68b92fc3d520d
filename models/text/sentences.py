"""Sentences of running text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)\"]*|\n|$)")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: `text` stands there from `start` to `end`."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order; joined they are `text` again, line breaks with the sentence before."""
    return tuple(
        Span(match.start(), match.end(), match.group()) for match in _SENTENCE.finditer(text) if match.group()
    )
