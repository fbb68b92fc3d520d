"""Named rates in running text, 办结率98%, and rates and shares with the figures they are the quotient of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.clauses import clause_begin, prints_as, quotient
from models.text.pattern import Pattern
from models.text.quantities import SHARE, Amount, between, find_figures
from models.text.sentences import Span, split_sentences

_NAME = Pattern(
    r"(?P<name>[^\d\s“”‘’《》]{0,14}?(?:率|满意度))(?:均|都|分别|已|也|仍|基本|全部|实现)*"
    r"(?:为|是|达到了?|达|至|到|保持在?|稳定在|维持在|高达|提升至|上升至|提高到|接近|约|超过?|近|逾)*[：: ]*$"
)
_LONGEST_SENTENCE = 2000
COUNTED_ALIKE = (frozenset("件起宗例案次场"), frozenset(("人", "名", "位", "人次")), frozenset(("家", "户", "个", "家次")))


class Rate(NamedTuple):
    """A named rate with its figure; `start` is where the name begins, `sentence` where it stands."""

    name: str
    figure: Amount
    start: int
    sentence: Span


class Quotient(NamedTuple):
    """A stated rate or share beside the two figures it should be the quotient of."""

    name: str
    figure: Amount
    part: Amount
    whole: Amount

    @property
    def start(self) -> int:
        """Where the first of its figures begins."""
        return min(self.figure.start, self.part.start, self.whole.start)

    @property
    def end(self) -> int:
        """Where the last of its figures ends."""
        return max(self.figure.end, self.part.end, self.whole.end)

    @property
    def right(self) -> bool:
        """Whether the figures give the rate, rounded or cut off to its printed places."""
        return prints_as(quotient(self.part, self.whole), self.figure.number)


@lru_cache(maxsize=2048)
def find_rates(text: str) -> tuple[Rate, ...]:
    """Return the named rates of `text` that carry a figure in per cent."""
    if "率" not in text and "满意度" not in text:
        return ()
    shares = [each for each in find_figures(text) if each.unit == SHARE]
    found = []
    for span in split_sentences(text) if shares else ():
        for figure in between(shares, span.start, span.end) if len(span.text) <= _LONGEST_SENTENCE else ():
            lead = text[max(span.start, figure.start - 4):figure.start]
            place = figure.start - len(lead) + len(lead.rstrip("：: -－"))
            begin = clause_begin(text, place, span.start)
            name = _NAME.search(text[begin:place])
            if name is not None:
                found.append(Rate(name["name"], figure, begin + name.start(), span))
    return tuple(found)


def bounded(name: str) -> bool:
    """Return whether a rate called `name` cannot exceed 100 %."""
    return not name.endswith(_unbounded())


@cache
def _unbounded() -> tuple[str, ...]:
    growth = read_yaml("wording", "growth.yaml")
    changes = (f"{word}率" for word in (*growth["up"], *growth["down"]) if len(word) > 1)  # 压缩率 is no 办结率
    return (*read_yaml("wording", "rates.yaml")["unbounded"], *changes)
