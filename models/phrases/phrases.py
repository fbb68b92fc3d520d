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
EVERYWHERE = ""  # the block of the clerk's own phrases that fit everywhere
NAMES = {  # how a heading in the file of the clerk's own phrases calls a block
    "introduction": "引言", SectionKey.MEASURES: "举措和成效", SectionKey.PROBLEMS: "不足和原因",
    SectionKey.CAUSES: "产生原因", SectionKey.FIRST_RESPONSIBLE: "第一责任人", SectionKey.PLAN: "下一年度安排",
    SectionKey.OTHER: "其他", "closing": "结语",
}
HEADING = "# "
BREAK = "⏎"  # stands in a line where another paragraph of the phrase begins
LONGEST = 500  # characters of a phrase
MOST = 1000  # own phrases


@dataclass(frozen=True, slots=True)
class Phrase:
    """A `text` to insert, `about` one subject of the `block` it fits; one of the clerk's `own` has no subject."""

    text: str
    about: str = ""
    block: str = EVERYWHERE
    own: bool = False


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
    """Return the phrases in `text`, one a line, those behind “# 不足和原因” for that block.

    Lines too long are cut, empty and doubled ones left out, MOST taken.
    """
    blocks = {name: block for block, name in NAMES.items()}
    found: dict[str, Phrase] = {}
    block = EVERYWHERE
    for line in (line.strip() for line in clean(text.replace("\ufeff", "")).text.splitlines()):
        heading = line.removeprefix(HEADING.strip()).strip() if line.startswith(HEADING.strip()) else ""
        if heading in blocks:
            block = blocks[heading]
        elif line:
            words = line[:LONGEST].replace(BREAK, "\n")
            found.setdefault(words, Phrase(words, block=block, own=True))
    return tuple(found.values())[:MOST]


def own_lines(phrases: Iterable[Phrase]) -> str:
    """Return the text from which `own_phrases` reads `phrases`: by block, those that fit everywhere first."""
    lines = []
    phrases = tuple(phrases)
    for block in (EVERYWHERE, *BLOCKS):
        of_block = [each.text.replace("\n", BREAK) for each in phrases if each.block == block]
        lines += [f"{HEADING}{NAMES[block]}"] if of_block and block else []
        lines += of_block
    return "".join(f"{line}\n" for line in lines)


def fits_block(phrase: Phrase, block: str) -> bool:
    """Return whether `phrase` is for `block` or for everywhere."""
    return phrase.block in (EVERYWHERE, block)


def found_phrases(phrases: Iterable[Phrase], block: str, words: str) -> tuple[Phrase, ...]:
    """Return those of `phrases` with all `words` in text or subject, or whose subject begins with these initials.

    First those of the `block` at hand, the clerk's own and those for everywhere before the program's; then the others
    likewise. Empty `words` find everything.
    """
    wanted = words.casefold().split()
    hits = [each for each in phrases if _fits(each, wanted)]
    return tuple(sorted(hits, key=lambda each: (not fits_block(each, block), not each.own)))


def _fits(phrase: Phrase, wanted: list[str]) -> bool:
    text = f"{phrase.about} {phrase.text}".casefold()
    return all(word in text or initials(phrase.about or phrase.text).startswith(word) for word in wanted)
