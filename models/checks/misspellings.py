"""Fixed phrases with one character that is wrong, of the same sound or shape as the right one, or with two exchanged.

The phrases stand in `resources/wording/misspellings.yaml`. They are cut into pieces of four characters. Two characters
that are no word, but would be part of a piece if one of them were another, are looked at; a wrong character that forms
a word with its neighbour is left alone.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from models.compiled_data import compiled
from models.resources import parse_yaml, resource_path
from models.text.pattern import Pattern

PHRASES = "党和国家文件、法律法规和各地法治政府建设年度报告的通用词语"
_PIECE = 4  # characters
_TWICE = Pattern(r"([一-鿿]{2})\1")
_CLAUSE_TWICE = Pattern(r"(?<![一-鿿])([一-鿿]{4,24})[，、；]\1(?=[，。；])")
_SINGLE = frozenset("是的了在有和与及等为对将把被从到由于以上下大小多少中，。；：、")  # words of one character


class Misspelling(NamedTuple):
    """A phrase as it should be, and where in the text it stands with one wrong character."""

    start: int
    end: int
    right: str


# characters that stand beside one another in a slip, phrases with one left out by the pair beside the gap, the lists
_Table: TypeAlias = tuple[dict[str, str], dict[str, list[tuple[str, str]]], bytes]


class _Lists(NamedTuple):
    """The phrases by their pieces, the pieces by three of their characters, which characters are mixed up, words."""

    phrases: Mapping[str, str]
    masks: Mapping[str, str]
    groups: Mapping[str, Collection[int]]
    words: Mapping[str, str]
    names: Collection[str]


def find_misspellings(text: str, pairs: Set[tuple[str, str]]) -> Iterator[Misspelling]:
    """Yield the phrases that stand in `text` with one wrong, doubled or two exchanged characters.

    `pairs` are its neighbouring characters.
    """
    strange, left_out, _ = _table()
    for one, other in pairs:
        if one in strange and other in strange[one]:
            for at in _places(text, one + other):
                for misspelling in (_at(text, at), _at(text, at + 1), _moved(text, at)):
                    if misspelling is not None:
                        yield misspelling
        for form, right in left_out.get(one + other, ()):
            yield from (Misspelling(at, at + len(form), right) for at in _places(text, form))
        if one == other:
            yield from (each for at in _places(text, one * 2) if (each := _twice(text, at)) is not None)
    yield from _words_twice(text)


def _places(text: str, pair: str) -> Iterator[int]:
    """Yield where `pair` stands in `text`."""
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


def _twice(text: str, at: int) -> Misspelling | None:
    """Return the phrase that stands around `at` with one of its characters twice; None when there is none."""
    lists = _lists()
    once = text[:at] + text[at + 1:at + 1 + _PIECE]
    for start in (at - 1, at - 2):
        piece = once[max(0, start):max(0, start) + _PIECE]
        if start >= 0 and piece in lists.phrases:
            return Misspelling(start, start + _PIECE + 1, piece)
    ends = text[at] not in _SINGLE and not _is_word(text[at + 1:at + 3], lists)
    if text[at - 3:at + 1] in lists.phrases and ends and _is_word(text[at + 2:at + 4], lists):
        return Misspelling(at - 3, at + 2, text[at - 3:at + 1])
    return None


def _words_twice(text: str) -> Iterator[Misspelling]:
    """Yield the words that stand in `text` twice, one behind the other, unless the second begins a name: 规范规范性."""
    lists = _lists()
    for match in _CLAUSE_TWICE.finditer(text):
        yield Misspelling(match.start(1), match.end(), match[1])
    for match in _TWICE.finditer(text):
        word, end = match[1], match.end()
        names = word[0] != word[1] and any(text.startswith(each, end) for each in lists.names)
        before = text[max(0, match.start() - 2):match.start() + 1]
        begun = _is_word(before[-2:], lists) and not _is_word(before[:2], lists)  # 党组织组织力
        if word[0] != word[1] and _is_word(word, lists) and not names and not begun:
            yield Misspelling(match.start(), end, word)


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
def _table() -> _Table:
    """Return which pairs of characters are to be looked at, for a wrong one and one left out, and the lists, packed."""
    table: _Table = compiled(resource_path("wording", "misspellings.yaml"), _prepared)
    return table


@cache
def _lists() -> _Lists:
    return _Lists(*marshal.loads(_table()[2]))


def _prepared(source: str) -> _Table:
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
    lists = (phrases, masks, groups, words, data["names"])
    return (
        {one: "".join(others) for one, others in strange.items()},
        _with_one_left_out(data["phrases"], words, data["optional"]), marshal.dumps(lists),
    )


def _with_one_left_out(
    phrases: Sequence[str], words: Mapping[str, str], optional: Collection[str]
) -> dict[str, list[tuple[str, str]]]:
    """Return the longer `phrases` with a character left out within them, by the two that stand beside the gap then."""
    found: dict[str, list[tuple[str, str]]] = {}
    whole = "|".join(phrases)
    for phrase in (each for each in phrases if len(each) > _PIECE):
        for at in range(1, len(phrase) - 1):
            form, pair = phrase[:at] + phrase[at + 1:], phrase[at - 1] + phrase[at + 1]
            if phrase[at] not in optional and pair[1] not in words.get(pair[0], "") and form not in whole:
                found.setdefault(pair, []).append((form, phrase))
    return found
