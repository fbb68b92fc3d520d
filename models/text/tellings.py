"""One matter counted in two places in other words: 查处各类交通运输违法案件2318件 and 全年查处违法案件2138件.

A telling is a count with what was done (the class of its word), the thing it was done to, and whose count it is. Its
words are freer than those of an indicator: a modifier may be left out (食品安全抽检 is 食品抽检), the act may stand behind
the thing or behind the figure (对52件重大执法决定进行法制审核), a subject may come first. In return two tellings contradict
one another only where the figures give the slip away: the same digits in another order, less of all than there is of
a part, or two blocks of the report with figures that are near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from models.text.acts import NUMBERED, SHORTEST, TOGETHER, in_full, owner_in, taken_apart, words_of_acts
from models.text.clauses import clause_begin, clause_end
from models.text.pattern import Pattern
from models.text.quantities import Amount, counted_as, find_figures
from models.text.sentences import Span, split_sentences
from models.text.slips import transposed

_YEAR = Pattern(r"(20\d\d) ?年度?")
_PERIOD = Pattern(r"全年度?|年内|今年以来|今年|一年来|本年度")
_YEARS_END = Pattern(r"截[至止](?:20\d\d ?年)?(?:12 ?月(?:底|末|31 ?日)|年底|年末)")
_DIGIT = Pattern(r"\d")
_DATED = Pattern(r"\d ?[月日]")
_FOR_WHOM = ("为", "向", "给", "帮助", "帮")
_NOT_OF_IT = ("中", "的")
_HEAD = 2
_LONGEST_TAIL, _LONGEST_SENTENCE, _LONGEST_THING = 18, 2000, 18
_MOST_LEFT_OUT = 8  # characters
_TELLING = 3  # digits: fewer stand in another order by chance
_LONG = 4  # characters of a thing that hardly means another one
_NEAR = Decimal("1.25")
_LED_NEAR = 12


class Telling(NamedTuple):
    """A count of a `thing` with the class of what was done (`act`, empty: untold) and its scope."""

    name: str
    act: str
    thing: str
    year: int | None
    whole: bool  # it is told of the whole year or of all there is
    led: bool  # of what one person took part in
    owner: str  # whose count it is, or of which part of the organ; empty: untold
    topic: bool  # it stands behind words for a part of the work: 专项行动中
    amount: Amount
    sentence: str
    section: str = ""  # the block it stands in; empty: it is not known

    @property
    def general(self) -> bool:
        """Whether it names a thing of which many kinds are counted, and no act: 问题, 人员."""
        return not self.act and self.thing in words_of_acts().general

    @property
    def key(self) -> tuple[str, ...]:
        """What tellings of one matter have in common: how the thing ends, and the unit."""
        return "述", self.thing[-_HEAD:], counted_as(self.amount.unit)

    @property
    def slip_key(self) -> tuple[str, ...]:
        """What two figures have in common of which one may be a slip: the digits, in any order, and the unit."""
        unit, documents = self.amount.unit, words_of_acts().documents
        counted = documents[0] if unit in documents else counted_as(unit)
        return "误", "".join(sorted(self.amount.number)), self.amount.scale, counted

    def contradicts(self, other: Telling, year: int | None) -> bool:
        """Return whether both tell of one matter, and the figures cannot both be right; `year` is the report's."""
        if not self._may_be(other, year) or not _kin(self.thing, other.thing):
            return False
        return self._less_of_all(other) or other._less_of_all(self) or self._told_again(other)

    def slips_from(self, other: Telling, year: int | None) -> bool:
        """Return whether both may tell of one matter, and their figures are of the same digits in another order."""
        one, two = self.amount.number, other.amount.number
        if not transposed(one, two) or not self._may_be(other, year) or not _overlap(self.thing, other.thing):
            return False
        same = self.act == other.act and bool(self.act)
        if len(one.replace(".", "")) >= _TELLING:
            return same or not (self.act and other.act or self.general or other.general)
        if self.led or other.led or self.topic or other.topic or not _kin(self.thing, other.thing):
            return False
        least = min(len(self.thing), len(other.thing))
        untold = not self.act and not other.act and (self.whole or other.whole) and least > _LONG
        same = same and self.thing == other.thing and self.act not in words_of_acts().repeated
        return untold or (same and least >= _LONG)

    def _may_be(self, other: Telling, year: int | None) -> bool:
        """Return whether both are told in two sentences, of one year and by one owner, with two figures."""
        if self.amount.value == other.amount.value or (self.year or year) != (other.year or year):
            return False
        return self.sentence != other.sentence and _of_one_owner(self.owner, other.owner)

    def _told_again(self, other: Telling) -> bool:
        """Return whether two blocks of the report tell of one act on one thing, with figures that are near."""
        if self.section == other.section or not self.section or not other.section or self.thing != other.thing:
            return False
        plain = self.act == other.act and bool(self.act) and self.act not in words_of_acts().repeated
        if not plain or len(self.thing) < _LONG or any(each.led or each.topic for each in (self, other)):
            return False
        less, more = sorted((self.amount.value, other.amount.value))
        return more <= less * _NEAR

    def _less_of_all(self, other: Telling) -> bool:
        """Return whether there is less of all (`self`) than of a thing told with more words; the figures are near."""
        if not self.whole or self.led or self.topic or len(self.thing) >= len(other.thing) or len(self.thing) < _LONG:
            return False
        near = self.amount.value < other.amount.value <= self.amount.value * _NEAR
        return near and bool(self.act) and self.act == other.act and self.act not in words_of_acts().repeated


def _of_one_owner(one: str, other: str) -> bool:
    """Return whether two counts may be of the same: one owner, an organ that the other leaves untold, or two organs."""
    if one == other:
        return True
    organ = words_of_acts().organ
    return all(not each or organ.search(each) is not None for each in (one, other))


@lru_cache(maxsize=8192)
def _kin(one: str, other: str) -> bool:
    """Return whether the shorter thing is the longer one with words left out, and both end alike."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or long[-_HEAD:] != short[-_HEAD:] or len(long) - len(short) > _MOST_LEFT_OUT:
        return short == long
    signs = iter(long)
    return all(sign in signs for sign in short)


@lru_cache(maxsize=8192)
def _overlap(one: str, other: str) -> bool:
    """Return whether two things have a word in common and none stands against another: 环境信访投诉, 群众环境信访.

    道路运输 and 水路运输 do not: what is left before the word they share is 道 and 水.
    """
    short, long = sorted((one, other), key=len)
    if any((word in long) is not (word in short) for word in words_of_acts().part_of_things):
        return False
    if _kin(one, other):
        return True
    for length in range(len(short), SHORTEST - 1, -1):
        for start in range(len(short) - length + 1):
            at = long.find(short[start:start + length])
            if at >= 0:
                before, after = (short[:start], long[:at]), (short[start + length:], long[at + length:])
                return length * 2 > len(short) and not all(before) and not all(after)
    return False


@lru_cache(maxsize=2048)
def find_tellings(text: str) -> tuple[Telling, ...]:
    """Return the counts of `text` of two digits or more that can be told again, in order."""
    figures = [each for each in find_figures(text) if not each.relative]
    if not figures:
        return ()
    found: list[Telling] = []
    spans, at = split_sentences(text), 0
    for place, amount in enumerate(figures):
        while spans[at].end <= amount.start:
            at += 1
        exact = not amount.approximate and not amount.chinese and len(amount.number) >= SHORTEST
        if exact and len(spans[at].text) <= _LONGEST_SENTENCE:
            found += _read(text, figures, place, spans[at])
    return tuple(found)


def _read(text: str, figures: Sequence[Amount], place: int, span: Span) -> Iterator[Telling]:
    """Yield what the figure at `place` of `figures`, in the sentence `span`, tells; nothing when it is of a part."""
    begin, end = _clause(text, figures, place, span)
    if begin == end:
        return
    amount, words, lead = figures[place], words_of_acts(), text[span.start:begin]
    before, after = text[begin:amount.start], text[amount.end:end]
    after = "" if after.startswith(_NOT_OF_IT) or len(after) > _LONGEST_TAIL else after
    years = {int(match[1]) for match in _YEAR.finditer(before)} if "年" in before else set()
    partial = words.partial.search(before) is not None or _dated(before)
    if len(years) > 1 or partial and _YEARS_END.search(before) is None:
        return
    whole = bool(years) or TOGETHER.search(before) is not None or words.whole.search(before) is not None
    if not _stands_alone(lead, whole, text[begin - 1:begin]):
        return
    topic = not whole and words.topics.search(lead) is not None
    period = _PERIOD.search(before)
    cut, said = ("", before) if period is None else (before[:period.start()], before[period.end():])
    for subject, act, thing in taken_apart(in_full(said), in_full(after)):
        if len(thing) > _LONGEST_THING or _DIGIT.search(thing) is not None:
            continue
        owner = next((word for word in words.part_of_organ if word in cut + subject), "") or owner_in(subject)
        near = cut + subject if whole else cut + subject + lead[-_LED_NEAR:]
        led = words.led.search(near) is not None
        name, act = NUMBERED.sub("", before).strip("，,：: "), "" if act in words.any_act else act
        yield Telling(name, act, thing, min(years, default=None), whole, led, owner, topic, amount, span.text)


def _clause(text: str, figures: Sequence[Amount], place: int, span: Span) -> tuple[int, int]:
    """Return from where to where the words about the figure at `place` stand; twice the same when they tell nothing."""
    amount, least = figures[place], figures[place - 1].end if place else 0
    begin = max(clause_begin(text, amount.start, span.start), least)
    while begin > span.start and text[begin - 1] == "、" and begin - 1 > least:  # 建议、提案共37件
        begin = max(clause_begin(text, begin - 1, span.start), least)
    if begin == least and place:  # the second figure of a clause: 为8216名劳动者追发工资4126万元
        first = figures[place - 1].start
        act = words_of_acts().acts.search(text, least, amount.start) if text.endswith(_FOR_WHOM, 0, first) else None
        if act is None:
            return begin, begin
        begin = act.start()
    end = clause_end(text, amount.end, span.end)
    return begin, amount.end if place + 1 < len(figures) and figures[place + 1].start < end else end


def _stands_alone(lead: str, whole: bool, mark: str) -> bool:
    """Return whether the clause behind `lead`, the words of its sentence before it, is of no part told there."""
    if mark and mark in "（(：:":
        return False
    segment = lead[max(lead.rfind("；"), lead.rfind(";")) + 1:]
    plain = _YEARS_END.sub("", segment) if "截" in segment else segment
    return words_of_acts().carried.search(plain) is None and (whole or not _dated(plain))


def _dated(words: str) -> bool:
    """Return whether `words` tell a month or a day."""
    return ("月" in words or "日" in words) and _DATED.search(_YEAR.sub("", words)) is not None
