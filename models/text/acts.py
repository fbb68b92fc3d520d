"""What the words around a count say was done, to what, and by whom: 区复议机构受理复议申请 — 受理, 复议, 区复议机构.

The act is the last word of acts with a noun behind it, or one that closes the clause (文化市场案件立案查处) or the words
behind the figure (对52件重大执法决定进行法制审核). The words stand in `resources/wording/tellings.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml
from models.text.pattern import Pattern, any_of

_CASES = "案件"
SHORTEST = 2  # characters of a thing: 纠纷
TOGETHER = Pattern(r"(?<!公)共(?![享建治同青驻])|合计|总")
NUMBERED = Pattern(r"^[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．]|是)+")
_YEAR = Pattern(r"(20\d\d) ?年度?")
_ORGANISATION = "(?<=社会)组织|(?<=[党解团业济])组织"  # a noun there
_BEFORE_THINGS = "对为将向由经就"
_HOTLINE = Pattern(r"(?<!\d)1[12]\d{3}(?:政务|服务|便民|市民|公共|法律|消费者)*")
_ENDINGS = Pattern(r"(?:[仅只才]|决定书|案件|事项|申请|决定|行为|工作|业务|情况|信息|活动|案)+$")


@lru_cache(maxsize=4096)
def in_full(words: str) -> str:
    """Return `words` in full forms, without numbers of the line, years and fillings."""
    data = words_of_acts()
    words = _HOTLINE.sub("", _YEAR.sub("", NUMBERED.sub("", words.strip())))
    for short, full in data.short_forms:
        if short in words:
            words = words.replace(short, full)
    return TOGETHER.sub("", data.dropped.sub("", words))


def taken_apart(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Yield subject, class of the act and thing of the words `before` and `after` a figure; two readings of 食品抽检."""
    acts = list(words_of_acts().acts.finditer(before))
    found = list(_act_first(before, acts))
    if not acts:
        found = list(_act_behind(before, after))
    elif not found and acts[-1].end() >= len(before.rstrip("：:")):
        found = list(_act_last(before, acts))
    yield from found


def _act_first(before: str, acts: Sequence[re.Match[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the readings with the last of `acts` that has a thing behind it, or that is done to cases alone."""
    data = words_of_acts()
    for match in reversed(acts):
        subject, act, thing = before[:match.start()], data.classes[match.group()], _thing(before[match.end():])
        if len(thing) >= SHORTEST:
            yield subject, act, thing
        any_kind = thing in data.without_kind or (not thing and len(_thing(subject)) < SHORTEST)
        if any_kind and act in data.of_cases:
            yield subject, act, _CASES
        if len(thing) >= SHORTEST or (any_kind and act in data.of_cases):
            return


def _act_last(before: str, acts: Sequence[re.Match[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the readings where the last of `acts` ends the clause: as what was done, and as the name of the thing."""
    data = words_of_acts()
    rest = before[:acts[-1].start()]
    first = data.acts.match(rest)
    thing = _thing(rest[first.end():] if first is not None else rest)
    if len(thing) >= SHORTEST:
        act = data.classes[acts[-1].group()]
        yield "", act, thing
        yield "", act, thing + acts[-1].group()


def _act_behind(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Yield the reading where the act stands behind the figure, or is not told at all."""
    data = words_of_acts()
    said = _thing(data.manners.sub("", before.lstrip(_BEFORE_THINGS)))
    last = data.last.search(after)
    if last is not None and len(said) < SHORTEST:
        thing = _thing(after[:last.start()])
        if len(thing) >= SHORTEST:
            yield "", data.classes[last["act"]], thing
    elif len(said) >= SHORTEST and (not after or before.startswith(tuple(_BEFORE_THINGS)) or after.startswith("全部")):
        yield "", "", said


@lru_cache(maxsize=4096)
def owner_in(subject: str) -> str:
    """Return who or what stands in `subject`, the words before an act, besides the whole organ and further acts."""
    data = words_of_acts()
    owner = subject.strip("，,：: ")
    if data.organ.search(owner) is None or owner in data.classes:  # 组织追讨, 各级调解组织
        owner = data.further.sub("", owner)
    return data.manners.sub("", data.subjects.sub("", owner)).strip(_BEFORE_THINGS + "在共")


@lru_cache(maxsize=4096)
def _thing(words: str) -> str:
    """Return the noun in `words` without subjects, modifiers that change nothing, and general nouns at its end."""
    data = words_of_acts()
    thing = data.subjects.sub("", words.strip("：: ，,"))
    thing = _ENDINGS.sub("", thing)
    for modifier in data.modifiers:
        if modifier in thing:
            shorter = thing.replace(modifier, "")
            thing = shorter if len(shorter) >= SHORTEST else thing
    return thing


class WordsOfActs(NamedTuple):
    """The words of `resources/wording/tellings.yaml` and of the indicators, made ready."""

    short_forms: tuple[tuple[str, str], ...]
    classes: dict[str, str]
    acts: re.Pattern[str]
    last: re.Pattern[str]
    further: re.Pattern[str]
    organ: re.Pattern[str]
    any_act: frozenset[str]
    general: frozenset[str]
    of_cases: frozenset[str]
    without_kind: frozenset[str]
    repeated: frozenset[str]
    dropped: re.Pattern[str]
    subjects: re.Pattern[str]
    manners: re.Pattern[str]
    part_of_things: tuple[str, ...]
    documents: tuple[str, ...]
    part_of_organ: tuple[str, ...]
    led: Pattern
    partial: Pattern
    carried: Pattern
    topics: Pattern
    whole: Pattern
    modifiers: tuple[str, ...]


@cache
def words_of_acts() -> WordsOfActs:
    """Return the words by which acts, things and owners are told."""
    data, indicators = read_yaml("wording", "tellings.yaml"), read_yaml("wording", "indicators.yaml")
    classes = {word: group[0] for group in (*indicators["acts"], *data["acts"]) for word in group}
    acts = "|".join(sorted(classes, key=len, reverse=True))
    return WordsOfActs(
        tuple(data["short_forms"].items()), classes,
        re.compile(f"(?!{_ORGANISATION})(?:{acts})(?!率|{data['no_act_before']})"),
        re.compile(rf"(?:进行|予以|开展|实施|作出|做)?了?(?P<act>{acts})$"),
        re.compile(rf"(?:{acts}|并|和|后|、|主持|亲自|带头|指导|督促|推动)+$"), re.compile(data["organ"]),
        frozenset(classes.get(word, word) for word in data["any_act"]),
        frozenset(data["general"]), frozenset(classes.get(word, word) for word in data["of_cases"]),
        frozenset(data["without_kind"]), frozenset(classes.get(word, word) for word in data["repeated"]),
        _any(data["dropped"]), _any(data["subjects"]), _any(data["manners"]), tuple(data["part_of_things"]),
        tuple(data["documents"]), tuple(data["part_of_organ"]), any_of(data["led"]),
        any_of(data["partial"]), any_of(data["carried"]), any_of(data["topics"]),
        any_of(("全年", "年内", "今年", "一年来", "年度", "累计", "实有", *data["subjects"])), tuple(indicators["modifiers"]),
    )


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
