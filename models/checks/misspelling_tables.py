"""What misspellings are looked for by, made of `resources/wording/misspellings.yaml` once and kept compiled."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple

from models.compiled_data import compiled, packed, unpacked
from models.resources import parse_yaml, resource_path

PIECE = 4  # characters
_LONG = 6  # characters of a phrase that is known without its last one
_FIRST_GROUP = 0x4E00  # no line break
_Found = dict[str, set[str]]


class Lists(NamedTuple):
    """The phrases by their pieces, the pieces by three of their characters, which characters are mixed up, words.

    A group of characters that are mixed up goes by a character as its number. `slips`: which two neighbouring
    characters may be a word with a wrong one, the second ones by the first; `gaps`: phrases by the two that stand
    beside a gap, as they stand then and as they should; `only`: what is to be looked at for one of these two alone.
    """

    phrases: Mapping[str, str]
    masks: Mapping[str, str]
    groups: Mapping[str, str]
    words: Mapping[str, str]
    slips: Mapping[str, str]
    gaps: Mapping[str, str]
    only: Mapping[str, str]
    names: Collection[str]
    slip_words: Collection[str]
    surnames: Collection[str]

    def is_word(self, pair: str) -> bool:
        """Return whether `pair` is a word of two characters."""
        return len(pair) == 2 and pair[1] in self.words.get(pair[0], "")

    def left_out(self, pair: str) -> Iterator[tuple[str, str]]:
        """Yield the phrases that may have lost what stood between `pair`: as they stand then and as they should."""
        forms = self.gaps.get(pair, "").split()
        yield from zip(forms[::2], forms[1::2], strict=True)

    def mixed_up(self, one: str, other: str) -> bool:
        """Return whether two characters have the same sound or a similar shape."""
        return not set(self.groups.get(one, ())).isdisjoint(self.groups.get(other, ()))


@cache
def seen() -> Mapping[str, str]:
    """Return which two neighbouring characters are to be looked at: the second ones by the first."""
    return unpacked(*_kept()[0])


@cache
def lists() -> Lists:
    """Return the lists, unpacked when they are first needed."""
    mappings, others = marshal.loads(_kept()[1])
    return Lists(*(unpacked(*each) for each in mappings), *others)


@cache
def _kept() -> tuple[tuple[str, str], bytes]:
    """Return the two packed, read from YAML only when the file has changed."""
    kept: tuple[tuple[str, str], bytes] = compiled(resource_path("wording", "misspellings.yaml"), _prepared, __file__)
    return kept


def mask(window: str, place: int) -> str:
    """Return `window` with any character at `place`."""
    return f"{window[:place]}_{window[place + 1:]}"


def _prepared(source: str) -> tuple[tuple[str, str], bytes]:
    """Return the tables made of the YAML `source`: it takes a second."""
    data: dict[str, Any] = {key: value["forms"].split() for key, value in parse_yaml(source).items()}
    members = (*data["sounds"], *data["shapes"])
    groups: dict[str, str] = {}
    for number, group in enumerate(members):
        for character in group:
            groups[character] = groups.get(character, "") + chr(_FIRST_GROUP + number)
    alike = {
        each: {other for number in of_it for other in members[ord(number) - _FIRST_GROUP]} - {each}
        for each, of_it in groups.items()
    }
    words = dict(each.split("：") for each in data["words"])
    usual = {phrase[at:at + 2] for phrase in data["phrases"] for at in range(len(phrase) - 1)}
    phrases = {piece: piece for piece in data["exact"]}
    phrases |= {
        piece: phrase for phrase in reversed(data["phrases"]) for piece in _pieces(phrase) if piece not in phrases}
    masks: dict[str, str] = {}
    strange: _Found = {}
    for piece in (piece for piece in phrases if piece not in data["exact"]):
        for place, right in enumerate(piece):
            masks[mask(piece, place)] = masks.get(mask(piece, place), "") + right
        _add(strange, _in_slips_of(piece, alike), words, usual)
    slips: _Found = {}
    for word in data["slip_words"]:
        _add(slips, _misspelt(word, alike, data["alone"][0]), words, usual.union(data["exempt"]))
    gaps = _with_one_left_out(data["phrases"], words, data["optional"])
    only: _Found = {}
    for pair in (*(one + other for one, others in slips.items() for other in others), *gaps):
        if pair[1] not in strange.get(pair[0], ()):
            only.setdefault(pair[0], set()).add(pair[1])
    seen = {one: strange.get(one, set()) | only.get(one, set()) for one in strange.keys() | only.keys()}
    mappings = [packed(each) for each in (phrases, masks, groups, words, _joined(slips), gaps, _joined(only))]
    lists = (data["names"], data["slip_words"], data["surnames"][0])
    return packed(_joined(seen)), marshal.dumps((mappings, lists))


def _pieces(phrase: str) -> Iterator[str]:
    return (phrase[offset:offset + PIECE] for offset in range(len(phrase) - PIECE + 1))


def _in_slips_of(piece: str, alike: Mapping[str, Set[str]]) -> Iterator[str]:
    """Yield what two characters stand side by side where one of `piece` is wrong, doubled or in the other's place."""
    yield from (piece[at + 1] + piece[at] for at in range(PIECE - 1))
    yield piece[-1] * 2
    for place, right in enumerate(piece):
        for wrong in alike.get(right, ()):
            yield from (pair for pair in (piece[max(0, place - 1):place] + wrong, wrong + piece[place + 1:place + 2])
                        if len(pair) == 2)


def _misspelt(word: str, alike: Mapping[str, Set[str]], alone: str) -> Iterator[str]:
    """Yield `word` with a wrong character in each place, none that is a word by itself."""
    for place, right in enumerate(word):
        for wrong in alike.get(right, set()) - set(alone):
            yield wrong + word[1] if place == 0 else word[0] + wrong


def _add(found: _Found, pairs: Iterable[str], words: Mapping[str, str], usual: Set[str]) -> None:
    """Add those of `pairs` that are no word and do not stand side by side as `usual`."""
    for pair in pairs:
        if pair[1] not in words.get(pair[0], "") and pair not in usual:
            found.setdefault(pair[0], set()).add(pair[1])


def _joined(pairs: _Found) -> dict[str, str]:
    """Return by its first character what comes second in each of `pairs`."""
    return {one: "".join(sorted(others)) for one, others in pairs.items()}


def _with_one_left_out(
    phrases: Sequence[str], words: Mapping[str, str], optional: Collection[str]
) -> dict[str, str]:
    """Return the longer `phrases` with a character left out within them, by the two that stand beside the gap then.

    Long ones that end in a word are there without their last character too: 习近平法治思.
    """
    found: dict[str, str] = {}
    whole = "|".join(phrases)
    for phrase in (each for each in phrases if len(each) > PIECE):
        for at in range(1, len(phrase) - 1):
            form, pair = phrase[:at] + phrase[at + 1:], phrase[at - 1] + phrase[at + 1]
            if phrase[at] not in optional and pair[1] not in words.get(pair[0], "") and form not in whole:
                found[pair] = f"{found.get(pair, '')}{form} {phrase} "
        if len(phrase) >= _LONG and phrase[-1] in words.get(phrase[-2], "") and phrase[-1] not in optional:
            found[phrase[-3:-1]] = f"{found.get(phrase[-3:-1], '')}{phrase[:-1]} {phrase} "
    return found
