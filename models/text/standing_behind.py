"""Figures every report gives, with their thing behind them: 我局88名持证执法人员全部参加考试, 45项行政许可事项均可网办.

Read are the things that name their figure by themselves, where a word says that it is all of them. What stands before
the count may tell whose it is, and nothing else: 新增3名法律顾问 counts others, 2名法律顾问参与接待 perhaps some.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from models.text.clauses import clause_begin
from models.text.pattern import Pattern
from models.text.quantities import find_figures
from models.text.standing import Standing, figures_by, figures_told, owner_of

_LEAD = Pattern(
    r"(?:[我全本][局县市区州旗镇乡委厅]|目前|现有|共有|上述|以上|这|的|聘请|配备|聘任|通过|对|将|由|向|所有|全部|全年|已|共|在)*"
)
_ALL_BEFORE = Pattern("所有|全部|现有|共有|上述|以上|这|聘请的|配备的")
_ALL_BEHIND = Pattern("全部|全年|全员|均|都|无一")
_IN_COURT = "出庭应诉"
_OF_THE_HEAD = Pattern(
    r"其中[，,]?(?P<said>(?:主要负责人|主要负责同志|党政正职|书记|局长|厅长|主任|[省市县区州镇乡旗]长)(?:本人|亲自)?出庭(?:应诉)?)(?=\d)"
)
_BEHIND = Pattern(r"[，。；、（]|全|均|都|已|无|参与|参加|为|对|开展|实现|按|在|由|分别|进行|得到|将|从|担任|$")


def find_standing_behind(text: str, section: str, read: Collection[int]) -> Iterator[Standing]:
    """Yield the standing figures of `text`, in the block `section`, whose thing stands behind the count.

    `read` are the offsets of the counts read already.
    """
    for amount in find_figures(text):
        thing = _things().match(text, amount.end) if amount.start not in read else None
        if thing is None or amount.approximate or amount.weak or _BEHIND.match(text, thing.end()) is None:
            continue
        lead = text[clause_begin(text, amount.start):amount.start]
        known = figures_by(figures_told().alone, thing.group())
        figure = next((one for one in known if amount.unit in one.units), None)
        if figure is None or _LEAD.fullmatch(lead) is None:
            continue
        if _ALL_BEFORE.search(lead) is not None or _ALL_BEHIND.match(text, thing.end()) is not None:
            yield Standing(figure, lead + thing.group(), None, True, False, owner_of(lead), amount, section)


def find_leaders_part(text: str, section: str) -> Iterator[Standing]:
    """Yield what the head did of all there was in the sentence: 负责人出庭10件，其中局长出庭应诉2次."""
    if "其中" not in text or "出庭" not in text:
        return
    figures = {amount.start: amount for amount in find_figures(text)}
    figure = next((one for one in figures_by(figures_told().said, _IN_COURT)), None)
    for match in _OF_THE_HEAD.finditer(text) if figure is not None else ():
        amount = figures.get(match.end())
        if amount is not None and figure is not None and amount.unit in figure.units and not amount.approximate:
            yield Standing(figure, match["said"], None, True, True, "", amount, section)


@cache
def _things() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, figures_told().alone), key=len, reverse=True)))
