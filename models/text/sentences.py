"""Sentences of running text, with their offsets."""

from __future__ import annotations

from typing import NamedTuple

from models.text.pattern import Pattern

_SENTENCE = Pattern(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)\"]*|\n|$)")


class Span(NamedTuple):
    """A piece of a text: `text` stands there from `start` to `end`."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order; joined they are `text` again, line breaks with the sentence before."""
    return tuple(
        Span(match.start(), match.end(), match.group()) for match in _SENTENCE.finditer(text) if match.group()
    )
