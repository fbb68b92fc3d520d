"""Characters that are wrong, left out or doubled in fixed phrases, words that stand twice, and words with a slip.

The phrases and words stand in `resources/wording/misspellings.yaml`. Phrases are cut into pieces of four characters.
Two characters that are no word, but would be part of a piece or a word if one of them were another of the same sound or
a similar shape, are looked at; a wrong character that forms a word with its neighbour is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from models.checks.misspelling_tables import PIECE, Lists, lists, mask, seen
from models.text.pattern import Pattern

PHRASES = "党和国家文件、法律法规和各地法治政府建设年度报告的通用词语"
_TWICE = Pattern(r"([一-鿿]{2})\1")
_CLAUSE_TWICE = Pattern(r"(?<![一-鿿])([一-鿿]{4,24})[，、；]\1(?=[，。；])")
_CERTAIN = 6  # characters of a phrase that are enough, whatever stands beside it
_COUNTING = frozenset("一几多很许那这如极每各逐")  # 一件一件, 很多很多
_SINGLE = frozenset("是的了在有和与及等为对将把被从到由于以上下大小多少中，。；：、")  # words of one character
_MOST_DULL = 100_000
_DULL: set[tuple[str, str]] = set()  # neighbouring characters known not to be looked at: most of any text


class Misspelling(NamedTuple):
    """A phrase as it should be, and where in the text it stands with one wrong character.

    Not `sure`: what stands there is no word, and the word of the same sound or shape that it is like may be meant.
    """

    start: int
    end: int
    right: str
    sure: bool = True


def find_misspellings(text: str, pairs: Set[tuple[str, str]]) -> Iterator[Misspelling]:
    """Yield the phrases that stand in `text` with one wrong, doubled or two exchanged characters.

    `pairs` are its neighbouring characters.
    """
    to_look_at, dull = seen(), []
    for pair in pairs - _DULL:
        one, other = pair
        if other in to_look_at.get(one, ""):
            yield from _with_pair(text, one + other)
        elif one != other:
            dull.append(pair)
        if one == other:
            yield from (each for at in _places(text, one * 2) if (each := _twice(text, at)) is not None)
    if len(_DULL) > _MOST_DULL:
        _DULL.clear()
    _DULL.update(dull)
    yield from _words_twice(text)


def _with_pair(text: str, pair: str) -> Iterator[Misspelling]:
    """Yield the misspellings of `text` that `pair`, which is to be looked at, is part of."""
    data = lists()
    one, other = pair[0], pair[1]
    places = list(_places(text, pair))
    for at in places if other not in data.only.get(one, "") else ():
        yield from filter(None, (_at(text, at), _at(text, at + 1), _moved(text, at)))
    if other in data.slips.get(one, ""):
        yield from filter(None, (_slip_of_word(text, at) for at in places))
    for form, right in data.left_out(pair) if pair in data.gaps else ():
        yield from (
            Misspelling(at, at + len(form), right) for at in _places(text, form) if _stands(text, at, form, right))


def _places(text: str, pair: str) -> Iterator[int]:
    """Yield where `pair` stands in `text`."""
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


def _at(text: str, place: int) -> Misspelling | None:
    """Return the misspelling whose wrong character stands at `place`; None when there is none."""
    data = lists()
    wrong = text[place]
    mixed = data.groups.get(wrong, ())
    if not mixed or data.is_word(text[place - 1:place + 1]) or data.is_word(text[place:place + 2]):
        return None
    for start in range(max(0, place - PIECE + 1), place + 1):
        window = text[start:start + PIECE]
        if window in data.phrases:
            return None
        for right in data.masks.get(mask(window, place - start), ""):
            piece = f"{window[:place - start]}{right}{window[place - start + 1:]}"
            if not set(mixed).isdisjoint(data.groups.get(right, ())) and _goes_on(text, start, place, piece, data):
                return _whole(text, start, piece, data)
    return None


def _moved(text: str, at: int) -> Misspelling | None:
    """Return the phrase that stands at `at` with two characters exchanged or its last one doubled; else None."""
    data = lists()
    if text[at] == text[at + 1]:
        goes_on = "一" <= text[at + 2:at + 3] <= "龥"  # 实事求是是必须的, 文件件数
        if text[at - 3:at + 1] in data.phrases and not goes_on:
            return Misspelling(at - 3, at + 2, text[at - 3:at + 1])
        return None
    exchanged = f"{text[max(0, at - 2):at]}{text[at + 1]}{text[at]}{text[at + 2:at + 4]}"
    for first in range(len(exchanged) - PIECE + 1):
        piece = exchanged[first:first + PIECE]
        if piece in data.phrases:
            start = max(0, at - 2) + first
            if start <= at and at + 2 <= start + PIECE:
                return _whole(text, start, piece, data)
    return None


def _stands(text: str, start: int, form: str, right: str) -> bool:
    """Return whether `form` at `start` is `right` with one character left out, and no piece of other words."""
    end = start + len(form)
    if right[-1] != form[-1]:  # the last one: no word goes on there
        return not "一" <= text[end:end + 1] <= "龥"
    return len(form) >= _CERTAIN or _alone(text, start, end)


def _alone(text: str, start: int, end: int) -> bool:
    """Return whether neither end of the range is part of a word with its neighbour: 正规化建设 leaves nothing out."""
    data = lists()
    return not (data.is_word(text[max(0, start - 1):start + 1]) or data.is_word(text[end - 1:end + 1]))


def _twice(text: str, at: int) -> Misspelling | None:
    """Return the phrase that stands around `at` with one of its characters twice; None when there is none."""
    data = lists()
    if text[at - 2:at - 1] == text[at - 1:at]:  # 扎扎实实
        return None
    once = text[:at] + text[at + 1:at + 1 + PIECE]
    for start in (at - 1, at - 2):
        piece = once[max(0, start):max(0, start) + PIECE]
        if start >= 0 and piece in data.phrases:
            return Misspelling(start, start + PIECE + 1, piece)
    ends = text[at] not in _SINGLE and not data.is_word(text[at + 1:at + 3])
    if text[at - 3:at + 1] in data.phrases and ends and data.is_word(text[at + 2:at + 4]):
        return Misspelling(at - 3, at + 2, text[at - 3:at + 1])
    return None


def _slip_of_word(text: str, at: int) -> Misspelling | None:
    """Return the word meant by the two characters at `at`, when they belong to no word with their neighbours either."""
    data = lists()
    if at and (text[at - 1] in data.surnames or data.is_word(text[at - 1:at + 1])):
        return None
    known = any(text[start:start + PIECE] in data.phrases for start in range(max(0, at - 2), at + 1))
    if known or data.is_word(text[at + 1:at + 3]):
        return None
    meant = [word for word in data.slip_words if _sounds_alike(text[at:at + 2], word, data)]
    return Misspelling(at, at + 2, "”或者“".join(meant), sure=False) if meant else None


def _sounds_alike(pair: str, word: str, data: Lists) -> bool:
    """Return whether `pair` is `word` with one character of the same sound or a similar shape in place of another."""
    apart = [at for at in (0, 1) if pair[at] != word[at]]
    if len(apart) != 1:
        return False
    return data.mixed_up(pair[apart[0]], word[apart[0]])


def _words_twice(text: str) -> Iterator[Misspelling]:
    """Yield the words that stand in `text` twice, one behind the other, unless the second begins a name: 规范规范性."""
    for match in _CLAUSE_TWICE.finditer(text):
        yield Misspelling(match.start(1), match.end(), match[1])
    for match in _TWICE.finditer(text):
        word, end, data = match[1], match.end(), lists()
        names = word[0] != word[1] and any(text.startswith(each, end) for each in data.names)
        before = text[max(0, match.start() - 2):match.start() + 1]
        begun = data.is_word(before[-2:]) and not data.is_word(before[:2])  # 党组织组织力
        if word[0] not in _COUNTING and word[0] != word[1] and data.is_word(word) and not names and not begun:
            yield Misspelling(match.start(), end, word)


def _goes_on(text: str, start: int, place: int, piece: str, data: Lists) -> bool:
    """Return whether beside a wrong character at the edge of `piece` its phrase goes on as it should."""
    phrase = data.phrases[piece]
    offset = phrase.index(piece)
    if place == start and offset:
        return text[start - 1:start] == phrase[offset - 1]
    end = offset + PIECE
    if place == start + PIECE - 1 and end < len(phrase):
        return text[place + 1:place + 2] == phrase[end]
    return True


def _whole(text: str, start: int, piece: str, data: Lists) -> Misspelling:
    """Return the misspelling of the whole phrase where all of it stands there, else of `piece` at `start`."""
    phrase = data.phrases[piece]
    first = start - phrase.index(piece)
    stands = text[first:first + len(phrase)] if first >= 0 else ""
    if len(stands) == len(phrase) and sum(map(str.__ne__, stands, phrase)) <= 2:
        return Misspelling(first, first + len(phrase), phrase)
    return Misspelling(start, start + PIECE, piece)
