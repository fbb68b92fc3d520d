"""The others of a whole: 11个乡镇中，8个已建成，其余3个; 14个问题，除2个外，其余12个 — what is left when the named ones are taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from models.text.listings import alike_units
from models.text.pattern import Pattern
from models.text.quantities import Amount, between, find_figures
from models.text.sentences import Span, sentences_up_to

_LONGEST_SENTENCE = 300
_MOST = 6  # counts of one kind; a sentence with more is a list of its own
_OTHERS = Pattern(r"(?:其余|余下|剩余|剩下|其他)(?:的|均为|都是|为|是|尚有|还有|仍有)*$")
_OF_THEM = Pattern(r"[^，。；、\d]{0,10}中[，,有已共现\d]|[^。；]*?除|[，,（]其中(?!.*其中)")
_LISTED = Pattern("其中[^。；]*其[他余][^。；]{0,6}$")
_OVERLAPPING = Pattern("新增|[^，（]其中|另有|另外|同时|此外|和其余|及其余")


class Others(NamedTuple):
    """A `whole`, its `named` ones and the count of the others, `left`."""

    whole: Amount
    named: tuple[Amount, ...]
    left: Amount

    @property
    def rest(self) -> Decimal:
        """What is left of the whole without the named ones."""
        return self.whole.value - sum((each.value for each in self.named), Decimal(0))


@lru_cache(maxsize=2048)
def wrong_others(text: str) -> tuple[Others, ...]:
    """Return the counts of others in `text` that no whole and no named ones before them give."""
    if not any(word in text for word in ("其余", "余下", "剩余", "剩下", "其他")):
        return ()
    return tuple(found for span in sentences_up_to(text, _LONGEST_SENTENCE) for found in _in_sentence(text, span))


def _in_sentence(text: str, span: Span) -> Iterator[Others]:
    """Yield the others of the sentence `span` that are not what is left."""
    figures = between(find_figures(text), span.start, span.end)
    for at, left in enumerate(figures):
        if _OTHERS.search(text[max(span.start, left.start - 8):left.start]) is None:
            continue
        if _LISTED.search(text[span.start:left.start]) is not None:  # 其中甲3件、其他2件: a list of parts
            continue
        before = [each for each in figures[:at] if alike_units(each, left)]
        if not 2 <= len(before) <= _MOST or any(each.approximate or each.chinese for each in (*before, left)):
            continue
        found = Others(before[0], tuple(before[1:]), left)
        if _told_to_be_of_it(text, found) and not _given(before, left):
            yield found


def _told_to_be_of_it(text: str, found: Others) -> bool:
    """Return whether the words behind the whole say that what follows is of it, and nothing else comes in."""
    said = text[found.whole.end:found.left.start]
    return _OF_THEM.match(said) is not None and _OVERLAPPING.search(said) is None and found.rest > 0


def _given(before: Sequence[Amount], left: Amount) -> bool:
    """Return whether one of the counts `before`, less some of those behind it, is `left`."""
    for at, whole in enumerate(before):
        later = [each.value for each in before[at + 1:]]
        for number in range(1, len(later) + 1):
            if any(whole.value - sum(some) == left.value for some in combinations(later, number)):
                return True
    return False
