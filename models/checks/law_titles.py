"""Check of the letter W on laws that do not exist, but for one or two characters: 《道路交通运输安全法》."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.word_lists import find_terms
from models.resources import read_yaml
from models.text.pattern import Pattern

_TITLE = Pattern(r"《(?:中华人民共和国)?(?P<name>[一-鿿]{3,30}法)(?:[（(][^（()）]{0,12}[）)])?》")
_NO_LAW = ("办法", "方法", "做法", "书法", "说法", "手法", "执法", "普法", "司法", "守法", "学法", "尊法", "学法用法", "依法")
_SHORTEST = 5  # characters of the shorter of two names that differ by two characters left out or put in
_SHORTEST_OF_ONE = 4  # the same of one character
_LONG = 8  # the same of two characters that are others


@check(
    "W024", slug="typo", severity=Severity.WARNING, local=True, basis="全国人大常委会公布的现行有效法律目录",
    message="没有“{excerpt}”这部法律，像是《{right}》写错了。请查对名称后改正。",
)
def law_of_that_name_does_not_exist(draft: Draft) -> Iterator[Hit]:
    """A law cited in 《》 exists; one that differs from a law by a character or two is that law, misnamed."""
    year = draft.report.year
    for passage in draft.passages:
        for match in _TITLE.finditer(passage.text) if "法》" in passage.text or "）》" in passage.text else ():
            right = meant(match["name"])
            known = right and any(
                each.start < match.end() and match.start() < each.end for each in find_terms(passage.text, year))
            if right and not known:
                yield hit_in(passage, match.start(), match.end(), right=right)


@lru_cache(maxsize=512)
def meant(name: str) -> str:
    """Return the law that `name` is a slip of; empty when it is a law, no law at all, or may be one of several."""
    laws, others_known = _laws()
    if name in laws or name in others_known or name.endswith(_NO_LAW):
        return ""
    for others in (1, 2):
        near = [law for law in laws if _differs_little(name, law, others)]
        if near:
            return near[0] if len(near) == 1 else ""
    return ""


def _differs_little(one: str, other: str, others: int) -> bool:
    """Return whether two names differ by a character (long ones by `others`), two exchanged or up to two left out."""
    short, long = sorted((one, other), key=len)
    gap = len(long) - len(short)
    if gap > 2:
        return False
    same = next((at for at, sign in enumerate(short) if sign != long[at]), len(short))
    behind = next((at for at in range(len(short) - same) if short[-1 - at] != long[-1 - at]), len(short) - same)
    if gap:
        return same + behind == len(short) and len(short) >= (_SHORTEST if gap > 1 else _SHORTEST_OF_ONE)
    middle = len(short) - same - behind
    exchanged = middle == 2 and short[same:same + 2] == long[same:same + 2][::-1]
    return len(short) >= _SHORTEST and (middle == 1 or exchanged or (middle == others and len(short) >= _LONG))


@cache
def _laws() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the names of the laws in force, and those of others that are no slips: former laws, and drafts."""
    data = read_yaml("wording", "law_titles.yaml")
    return tuple(data["titles"].split()), frozenset(f"{data['former']} {data['unverified']}".split())
