"""Sentences of running text, with their offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.text.pattern import Pattern

_SENTENCE = Pattern(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)\"]*|\n|$)")
# a full stop of half width stands between Chinese characters or at the end: 工作.现将 — 1.5万元 has none
_HALF_WIDTH = Pattern(r"(?<=[一-鿿）])\.(?=[ \t]*(?:[一-鿿“（(《]|$|\n))")


class Span(NamedTuple):
    """A piece of a text: `text` stands there from `start` to `end`."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=2048)  # all that is read from a passage is read by its sentences
def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order; joined they are `text` again, line breaks with the sentence before."""
    plain = _HALF_WIDTH.sub("。", text) if "." in text else text
    return tuple(
        Span(start, end, text[start:end])
        for start, end in map(re.Match.span, _SENTENCE.finditer(plain)) if end > start
    )


def sentences_up_to(text: str, longest: int) -> tuple[Span, ...]:
    """Return the sentences of `text` that have no more than `longest` characters, in order."""
    return tuple(span for span in split_sentences(text) if len(span.text) <= longest)
