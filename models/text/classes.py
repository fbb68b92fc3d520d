"""Lists whose parts are the classes of one classification: 保留30件、修改8件、废止7件 need no 其中 before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, combinations, takewhile
from typing import NamedTuple, TypeAlias

from models.resources import read_yaml
from models.text.listings import SEPARATOR, Part, alike_units, label_before, same_list, style_of, the_rest
from models.text.pattern import Pattern, any_of
from models.text.quantities import Amount, between

_FARTHEST_TOTAL = 6  # amounts back from the parts
_LONGEST_REST = 6  # characters of a label beside the word of its class: 作出维持决定
_LONGEST_TAIL = 8
_WHOLE = ("全年", "合计", "共", "总", "累计")

ClassList: TypeAlias = tuple[Amount, tuple[Part, ...], bool]


class Classification(NamedTuple):
    """The words of a classification with the class they name, longest first, and the groups that leave nothing out."""

    words: tuple[tuple[str, str], ...]
    exhaustive: tuple[frozenset[str], ...]


def class_lists(text: str, near: Sequence[Amount], begin: int, end: int) -> Iterator[ClassList]:
    """Yield total, parts and whether they are all classes, for each such list between `begin` and `end` of `text`.

    `near` are the amounts up to `end` of this sentence and the one before: the total may stand there.
    """
    amounts = between(near, begin, end)
    if len(near) < 3 or len(amounts) < 2:
        return
    meanings, sentence = _meanings(), text[begin:end]
    if _any_meaning().search(sentence) is None:
        return
    used = [word for word in meanings if word in sentence]
    labels = [_label(text, amounts, amount, begin) for amount in amounts]
    told = [{number for word in used if word in label for number in meanings[word]} for label in labels]
    often = Counter(chain.from_iterable(told))
    for number, kind in enumerate(classifications()):
        if often.get(number, 0) < 2:
            continue
        words = [class_in(label, kind) if number in each else "" for label, each in zip(labels, told, strict=True)]
        for first, last in _runs(text, amounts, words):
            parts = tuple(Part(amounts[at], labels[at]) for at in range(first, last))
            total = _total(text, near, amounts, parts, last)
            if total is not None:
                parts += the_rest(text, amounts, total, parts)
                yield total, parts, frozenset(words[first:last]) in kind.exhaustive


@cache
def classifications() -> tuple[Classification, ...]:
    """Return the classifications of `resources/wording/classifications.yaml`."""
    return tuple(
        Classification(
            tuple(sorted(((word, names[0]) for names in each["classes"] for word in names), key=_length, reverse=True)),
            tuple(map(frozenset, each["exhaustive"])),
        )
        for each in read_yaml("wording", "classifications.yaml")["classifications"]
    )


@cache
def _meanings() -> dict[str, tuple[int, ...]]:
    """Return in which classifications each word of a class occurs, by the place they have in the list."""
    found: dict[str, tuple[int, ...]] = {}
    for number, kind in enumerate(classifications()):
        for word, _ in kind.words:
            found[word] = (*found.get(word, ()), number)
    return found


@cache
def _any_meaning() -> Pattern:
    return any_of(_meanings())


def _label(text: str, amounts: Sequence[Amount], amount: Amount, begin: int) -> str:
    """Return the words before `amount`, or when there are none the words behind it: 30件予以保留."""
    label = label_before(text, amounts, amount, begin)
    if label:
        return label
    tail = text[amount.end:amount.end + _LONGEST_TAIL]
    stop = SEPARATOR.search(tail)
    return tail[:stop.start()] if stop is not None else ""


def class_in(label: str, kind: Classification) -> str:
    """Return the class of `kind` that `label` names; empty when it names none."""
    return next((name for word, name in kind.words if word in label and len(label) <= len(word) + _LONGEST_REST), "")


def classes_told(labels: Sequence[str]) -> bool | None:
    """Return whether `labels` name all classes of a classification; None when they name no one classification."""
    for kind in classifications():
        words = frozenset(takewhile(bool, (class_in(label, kind) for label in labels if kind.exhaustive)))
        if labels and len(words) == len(labels):
            return words in kind.exhaustive
    return None


def _length(word: tuple[str, str]) -> int:
    return len(word[0])


def _runs(text: str, amounts: Sequence[Amount], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where runs of two or more different classes begin and end in `amounts`."""
    first = 0
    while first < len(amounts):
        last, style = first, ""
        while last < len(amounts) and words[last] and words[last] not in words[first:last]:
            if amounts[last].approximate or not alike_units(amounts[last], amounts[first]):
                break
            if last > first:
                gap = text[amounts[last - 1].end:amounts[last].start]
                if not same_list(gap, style):
                    break
                style = style or style_of(gap)
            last += 1
        if last - first > 1:
            yield first, last
        first = max(last, first + 1)


def _total(
    text: str, near: Sequence[Amount], amounts: Sequence[Amount], parts: Sequence[Part], last: int
) -> Amount | None:
    """Return the amount the `parts` are classes of: the nearest one that fits; None when none does."""
    unit, start = parts[0].amount, parts[0].amount.start
    if last < len(amounts) and alike_units(amounts[last], unit):
        following = amounts[last]
        gap = text[parts[-1].amount.end:following.start].lstrip("，,；;。 ")
        if gap.startswith(_WHOLE) and not following.approximate:
            return following
    before = [each for each in near if each.end <= start and alike_units(each, unit)]
    candidates = before[-3:]
    if not candidates or candidates[-1].approximate or candidates[-1].weak:
        return None
    whole = sum((part.amount.value for part in parts), Decimal(0))
    if any(one.value + other.value == whole for one, other in combinations(candidates, 2)):
        return None
    return next((each for each in before[-_FARTHEST_TOTAL:] if each.value == whole), candidates[-1])
