"""Names of organs held against each other: the same organ in full and in short, or two organs, or an old name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern

# 市 in 市场 and 区 in 社区 are no units of a region
_UNIT = Pattern(
    r"自治[区州县旗]|(?:新|特)区|[省州盟旗镇]|(?<!城)乡(?!村)|(?<!城)市(?![场政容民])|县(?!域)|(?<![社园景地片])区(?![域块])|街道(?!办公)"
)
_GOVERNING = frozenset({
    "人民政府", "政府", "委员会", "党委", "委", "办事处", "街道办事处", "党工委", "管委会", "管理委员会", "人民政府办公室",
})
_TAIL = Pattern(r"(?:党组|党委|文件|办公室)$")
_SHORTEST_ABBREVIATION = 3
# a name without one of these is that of another organ, no abbreviation: 教育局, 教育体育局
_TASKS = ("体育", "旅游", "规划", "水利", "水务", "科技", "信息化", "粮食", "广播", "新闻", "宗教", "林业", "畜牧", "商务", "知识产权")


class OrganName(NamedTuple):
    """A name cut in two: 云峰县 and 交通运输局; either may be empty."""

    region: str
    office: str


class Called(NamedTuple):
    """How a department is called besides: short names, and names it bore before a reform."""

    short: frozenset[str]
    former: frozenset[str]


@cache
def known_names() -> dict[str, Called]:
    """Return how departments are called, by their full name; ValueError when an entry has other keys."""
    found = {}
    for entry in read_yaml("wording", "organ_names.yaml"):
        if not entry.keys() <= {"name", "short", "former"}:
            raise ValueError(f"wording/organ_names.yaml, {entry.get('name')}: unknown keys")
        found[str(entry["name"])] = Called(frozenset(entry.get("short", ())), frozenset(entry.get("former", ())))
    return found


@lru_cache(maxsize=512)
def cut(name: str) -> OrganName:
    """Return `name` cut after the last unit of its region; 文件 and 党组 at its end are left out."""
    plain = "".join(name.split()).removeprefix("中国共产党").removeprefix("中共")
    plain = _TAIL.sub("", plain) if len(plain) > 4 else plain
    last = max((match.end() for match in _UNIT.finditer(plain)), default=0)
    return OrganName(plain[:last], plain[last:])


def same_organ(first: str, second: str) -> bool:
    """Return whether both names may stand for one organ in one report: equal, or full and short."""
    one, other = cut(first), cut(second)
    return same_region(one.region, other.region) and same_office(one.office, other.office)


def same_region(first: str, second: str) -> bool:
    """Return whether one name may be the other in short: 青屏州, 青屏土家族自治州; 澄河区, 云津市澄河区; 县, 云峰县."""
    shorter, longer = sorted((first, second), key=len)
    if longer.endswith(shorter):
        return True
    return shorter[-1:] == longer[-1:] and _within(shorter, longer)


def same_office(first: str, second: str) -> bool:
    """Return whether one name may be the other in short; a former name never is, none at all always."""
    if first == second or not first or not second or (first in _GOVERNING and second in _GOVERNING):
        return True
    if is_former(first, second) or is_former(second, first):
        return False
    names = known_names()
    if any(other in names[one].short for one, other in ((first, second), (second, first)) if one in names):
        return True
    shorter, longer = sorted((first, second), key=len)
    if any(task in longer and task[0] not in shorter for task in _TASKS):
        return False
    return len(shorter) >= _SHORTEST_ABBREVIATION and shorter[0] == longer[0] and _within(shorter, longer)


def is_former(name: str, office: str) -> bool:
    """Return whether `name` is what `office` was called before a reform."""
    known = known_names().get(office)
    return known is not None and name in known.former


def _within(shorter: str, longer: str) -> bool:
    """Return whether the characters of `shorter` stand in `longer` in this order."""
    rest = iter(longer)
    return all(character in rest for character in shorter)
