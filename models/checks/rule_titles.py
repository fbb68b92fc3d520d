"""Check of the letter W on regulations that do not exist, but nearly: 《交通运输行政执法程序规则》 for …程序规定."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.checks.word_lists import find_terms
from models.resources import read_yaml
from models.text.pattern import Pattern, any_of

_TITLE = Pattern(r"《(?P<national>中华人民共和国)?(?P<name>[一-鿿]{6,32})(?P<trial>（试行）)?》")
_SHORTEST = 7  # characters of a title, its ending counted, in which one character may be a slip
_SHORTEST_STEM = 7  # characters before the ending, which may be another one
_FARTHEST = 40  # characters of the clause before a title
_LOCAL = Pattern("[省市县区州盟旗镇]")


@check(
    "W025", slug="typo", severity=Severity.WARNING, local=True, basis="国务院公布的现行有效行政法规目录、各部门公布的规章目录",
    message="没有“{excerpt}”，像是《{right}》写错了。请查对名称后改正；是本地自己的文件，写明制定机关。",
)
def regulation_of_that_name_does_not_exist(draft: Draft) -> Iterator[Hit]:
    """A regulation cited as a basis exists; one that differs from a known one by a slip or its ending is that one."""
    for passage in draft.passages:
        text = passage.text
        if "》" not in text:
            continue
        for match in _TITLE.finditer(text):
            right = meant_rule(match["name"], national=match["national"] is not None)
            if not right or not (match["national"] or _cited(text, match.start())):
                continue
            terms = find_terms(text, draft.report.year)
            if not any(each.start < match.end() and match.start() < each.end for each in terms):
                yield hit_in(passage, match.start(), match.end(), right=right)


@lru_cache(maxsize=512)
def meant_rule(name: str, *, national: bool = False) -> str:
    """Return the regulation that `name` is a slip of; empty when it is one, or may be a local one.

    `national`: it is called one of the People's Republic, which no local rule is.
    """
    rules, others = _rules()
    ending = _ending().search(name)
    if name in rules or (name in others and not national) or ending is None:
        return ""
    stem = name[:ending.start()]
    endings = read_yaml("wording", "rule_titles.yaml")["endings"]
    same = [f"{stem}{other}" for other in endings if f"{stem}{other}" in rules]
    if len(same) == 1 and (national or len(stem) >= _SHORTEST_STEM) and _LOCAL.search(stem[:3]) is None:
        return same[0]
    near = [rule for rule in _by_length().get(len(name), ()) if _one_off(name, rule)] if len(name) >= _SHORTEST else []
    near += [rule for rule in _by_length().get(len(name) + 1, ()) if _left_out(name, rule)]
    if national:
        near += [rule for rule in _by_length().get(len(name) - 2, ()) if name.replace("管理", "", 1) == rule]
    return near[0] if len(near) == 1 else ""


def _cited(text: str, place: int) -> bool:
    """Return whether the words before the title at `place` cite it as a basis, and none say that it is one's own."""
    begin = max(text.rfind(stop, max(0, place - _FARTHEST), place) for stop in "，。；\n")
    lead = text[max(begin + 1, place - _FARTHEST, 0):place]
    before = text[max(0, place - _FARTHEST):place]
    return _words("cited").search(before) is not None and _words("own").search(lead) is None


def _one_off(one: str, other: str) -> bool:
    """Return whether two titles of one length differ by one character inside, or by two exchanged ones."""
    apart = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    if len(apart) == 1:
        return 1 < apart[0]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]


def _left_out(short: str, long: str) -> bool:
    """Return whether `short` is `long` without one character inside."""
    same = next((at for at, sign in enumerate(short) if sign != long[at]), len(short))
    return 1 < same < len(short) and short[same:] == long[same + 1:] and len(short) >= _SHORTEST


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    """Return the titles of the known regulations, and those of others that are no slips."""
    data = read_yaml("wording", "rule_titles.yaml")
    return frozenset(f"{data['regulations']} {data['rules']}".split()), frozenset(data["others"].split())


@cache
def _by_length() -> Mapping[int, tuple[str, ...]]:
    rules: dict[int, list[str]] = {}
    for rule in sorted(_rules()[0]):
        rules.setdefault(len(rule), []).append(rule)
    return {length: tuple(each) for length, each in rules.items()}


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(read_yaml('wording', 'rule_titles.yaml')['endings'])})$")


@cache
def _words(kind: str) -> Pattern:
    return any_of(read_yaml("wording", "rule_titles.yaml")[kind])
