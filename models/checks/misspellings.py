"""Fixed phrases with one character that is wrong, of the same sound or shape as the right one, or with two exchanged.

The phrases stand in `resources/wording/misspellings.yaml`. They are cut into pieces of four characters. Two characters
that are no word, but would be part of a piece if one of them were another, are looked at; a wrong character that forms
a word with its neighbour is left alone.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator, Mapping, Set
from functools import cache
from typing import Any, NamedTuple

from models.compiled_data import compiled
from models.resources import parse_yaml, resource_path

PHRASES = "党和国家文件、法律法规和各地法治政府建设年度报告的通用词语"
_PIECE = 4  # characters


class Misspelling(NamedTuple):
    """A phrase as it should be, and where in the text it stands with one wrong character."""

    start: int
    end: int
    right: str


class _Lists(NamedTuple):
    """The phrases by their pieces, the pieces by three of their characters, which characters are mixed up, words."""

    phrases: Mapping[str, str]
    masks: Mapping[str, str]
    groups: Mapping[str, Collection[int]]
    words: Mapping[str, str]


def find_misspellings(text: str, pairs: Set[tuple[str, str]]) -> Iterator[Misspelling]:
    """Yield the phrases that stand in `text` with one wrong, doubled or two exchanged characters.

    `pairs` are its neighbouring characters.
    """
    strange = _table()[0]
    for one, other in pairs:
        if one in strange and other in strange[one]:
            for at in _places(text, one + other):
                for misspelling in (_at(text, at), _at(text, at + 1), _moved(text, at)):
                    if misspelling is not None:
                        yield misspelling


def _places(text: str, pair: str) -> Iterator[int]:
    """Yield where the characters of `pair` stand in `text`."""
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


def _at(text: str, place: int) -> Misspelling | None:
    """Return the misspelling whose wrong character stands at `place`; None when there is none."""
    lists = _lists()
    wrong = text[place]
    mixed = lists.groups.get(wrong, ())
    if not mixed or _is_word(text[place - 1:place + 1], lists) or _is_word(text[place:place + 2], lists):
        return None
    for start in range(max(0, place - _PIECE + 1), place + 1):
        window = text[start:start + _PIECE]
        if window in lists.phrases:
            return None
        for right in lists.masks.get(_mask(window, place - start), ""):
            piece = f"{window[:place - start]}{right}{window[place - start + 1:]}"
            if not set(mixed).isdisjoint(lists.groups.get(right, ())) and _goes_on(text, start, place, piece, lists):
                return _whole(text, start, piece, lists)
    return None


def _moved(text: str, at: int) -> Misspelling | None:
    """Return the phrase that stands at `at` with two characters exchanged or its last one doubled; else None."""
    lists = _lists()
    if text[at] == text[at + 1]:
        goes_on = "一" <= text[at + 2:at + 3] <= "龥"  # 实事求是是必须的, 文件件数
        if text[at - 3:at + 1] in lists.phrases and not goes_on:
            return Misspelling(at - 3, at + 2, text[at - 3:at + 1])
        return None
    exchanged = f"{text[max(0, at - 2):at]}{text[at + 1]}{text[at]}{text[at + 2:at + 4]}"
    for first in range(len(exchanged) - _PIECE + 1):
        piece = exchanged[first:first + _PIECE]
        if piece in lists.phrases:
            start = max(0, at - 2) + first
            if start <= at and at + 2 <= start + _PIECE:
                return _whole(text, start, piece, lists)
    return None


def _is_word(pair: str, lists: _Lists) -> bool:
    return len(pair) == 2 and pair[1] in lists.words.get(pair[0], "")


def _mask(window: str, place: int) -> str:
    return f"{window[:place]}_{window[place + 1:]}"


def _goes_on(text: str, start: int, place: int, piece: str, lists: _Lists) -> bool:
    """Return whether beside a wrong character at the edge of `piece` its phrase goes on as it should."""
    phrase = lists.phrases[piece]
    offset = phrase.index(piece)
    if place == start and offset:
        return text[start - 1:start] == phrase[offset - 1]
    end = offset + _PIECE
    if place == start + _PIECE - 1 and end < len(phrase):
        return text[place + 1:place + 2] == phrase[end]
    return True


def _whole(text: str, start: int, piece: str, lists: _Lists) -> Misspelling:
    """Return the misspelling of the whole phrase where all of it stands there, else of `piece` at `start`."""
    phrase = lists.phrases[piece]
    first = start - phrase.index(piece)
    stands = text[first:first + len(phrase)] if first >= 0 else ""
    if len(stands) == len(phrase) and sum(map(str.__ne__, stands, phrase)) <= 2:
        return Misspelling(first, first + len(phrase), phrase)
    return Misspelling(start, start + _PIECE, piece)


@cache
def _table() -> tuple[dict[str, str], bytes]:
    """Return which pairs of characters are to be looked at, and the lists, packed until they are needed."""
    table: tuple[dict[str, str], bytes] = compiled(resource_path("wording", "misspellings.yaml"), _prepared)
    return table


@cache
def _lists() -> _Lists:
    return _Lists(*marshal.loads(_table()[1]))


def _prepared(source: str) -> tuple[dict[str, str], bytes]:
    """Return the table made of the YAML `source`: done once and kept, it takes a second."""
    data: dict[str, Any] = {key: value["forms"].split() for key, value in parse_yaml(source).items()}
    groups: dict[str, list[int]] = {}
    members = (*data["sounds"], *data["shapes"])
    for number, group in enumerate(members):
        for character in group:
            groups.setdefault(character, []).append(number)
    words = dict(each.split("：") for each in data["words"])
    phrases = {piece: piece for piece in data["exact"]}
    masks: dict[str, str] = {}
    strange: dict[str, set[str]] = {}
    usual = {phrase[at:at + 2] for phrase in data["phrases"] for at in range(len(phrase) - 1)}
    for phrase in data["phrases"]:
        for piece in (phrase[offset:offset + _PIECE] for offset in range(len(phrase) - _PIECE + 1)):
            if piece in phrases:
                continue
            phrases[piece] = phrase
            moved = [piece[at + 1] + piece[at] for at in range(_PIECE - 1)]
            for one, other in (*moved, piece[-1] * 2):
                if other not in words.get(one, "") and one + other not in usual:
                    strange.setdefault(one, set()).add(other)
            for place, right in enumerate(piece):
                mask = _mask(piece, place)
                masks[mask] = masks.get(mask, "") + right
                for wrong in {each for number in groups.get(right, ()) for each in members[number]} - {right}:
                    for one, other in ((piece[place - 1:place], wrong), (wrong, piece[place + 1:place + 2])):
                        if one and other and other not in words.get(one, "") and one + other not in usual:
                            strange.setdefault(one, set()).add(other)
    return {one: "".join(others) for one, others in strange.items()}, marshal.dumps((phrases, masks, groups, words))
