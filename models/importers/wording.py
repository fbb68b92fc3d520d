"""The words by which sections, causes and web furniture are known, from `resources/wording/import.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from models.domain.report import SectionKey
from models.errors import UserError
from models.resources import read_yaml
from models.text.pattern import Pattern

_FILE = ("wording", "import.yaml")
_KEYS = frozenset((
    "headings", "measure_openers", "solving", "done", "problems_always", "plan_always", "heading_nouns", "sentences",
    "summary_openers", "closing", "chrome",
))

Patterns = Mapping[SectionKey, Pattern]


class Wording(NamedTuple):
    """The word lists; their patterns are compiled at first use."""

    headings: Patterns
    sentences: Patterns
    closing: Pattern
    chrome: Pattern
    solving: Pattern
    done: Pattern
    problems_always: Pattern
    plan_always: Pattern
    measure_openers: tuple[str, ...]
    heading_nouns: tuple[str, ...]
    summary_openers: tuple[str, ...]


@cache
def wording() -> Wording:
    """Return the word lists; UserError when the data file is damaged."""
    data = read_yaml(*_FILE)
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise UserError("程序自带的文件 wording/import.yaml 缺少或多出了项目。", "请重新安装本程序。")
    try:
        return Wording(
            headings={SectionKey(key): _any(patterns) for key, patterns in data["headings"].items()},
            sentences={SectionKey(key): _any(patterns) for key, patterns in data["sentences"].items()},
            closing=_any(data["closing"]),
            chrome=_any(data["chrome"]),
            solving=_any(data["solving"]),
            done=_any(data["done"]),
            problems_always=_any(data["problems_always"]),
            plan_always=_any(data["plan_always"]),
            measure_openers=tuple(data["measure_openers"]),
            heading_nouns=tuple(data["heading_nouns"]),
            summary_openers=tuple(data["summary_openers"]),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise UserError("程序自带的文件 wording/import.yaml 里有一条写错了。", "请重新安装本程序。") from error


def _any(patterns: Sequence[str]) -> Pattern:
    """Return one pattern that finds any of `patterns`."""
    return Pattern("|".join(f"(?:{pattern})" for pattern in patterns))
