"""Phrases by block and subject, and how they are found while one types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from models.domain.report import SectionKey
from models.resources import read_yaml
from models.text.cleaning import clean
from models.text.pinyin_initials import initials

BLOCKS = ("introduction", *SectionKey, "closing")
OWN = ""  # the block of the clerk's own phrases: they fit everywhere
LONGEST = 500  # characters of a phrase
MOST = 1000  # own phrases


@dataclass(frozen=True, slots=True)
class Phrase:
    """A `text` to insert, `about` one subject of the `block` it fits; OWN and no subject for one of the clerk's."""

    text: str
    about: str = ""
    block: str = OWN


@cache
def load_phrases() -> tuple[Phrase, ...]:
    """Return the phrases of resources/phrases; ValueError when the file has another block, or an empty phrase."""
    data = read_yaml("phrases", "phrases.yaml")
    if tuple(data) != BLOCKS:
        raise ValueError(f"phrases.yaml: blocks {tuple(data)}")
    phrases = tuple(Phrase(text, about, block) for block in data for about, text in data[block].items())
    for phrase in phrases:
        if not (isinstance(phrase.text, str) and phrase.text.strip() and isinstance(phrase.about, str)):
            raise ValueError(f"phrases.yaml: {phrase}")
    return phrases


def own_phrases(text: str) -> tuple[Phrase, ...]:
    """Return the phrases in `text`, one a line; lines too long are cut, empty and doubled ones left out, MOST taken."""
    lines = (line.strip()[:LONGEST] for line in clean(text.replace("\ufeff", "")).text.splitlines())
    return tuple(map(Phrase, dict.fromkeys(line for line in lines if line)))[:MOST]


def found_phrases(phrases: Iterable[Phrase], block: str, words: str) -> tuple[Phrase, ...]:
    """Return those of `phrases` with all `words` in text or subject, or whose subject begins with these initials.

    The clerk's own come first, then those of the `block` at hand, then the others; empty `words` find everything.
    """
    wanted = words.casefold().split()
    hits = [each for each in phrases if _fits(each, wanted)]
    return tuple(sorted(hits, key=lambda each: (each.block != OWN, each.block != block)))


def _fits(phrase: Phrase, wanted: list[str]) -> bool:
    text = f"{phrase.about} {phrase.text}".casefold()
    return all(word in text or initials(phrase.about or phrase.text).startswith(word) for word in wanted)
