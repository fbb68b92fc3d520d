"""The words by which sections, causes and web furniture are known, from `resources/wording/import.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from models.domain.report import SectionKey
from models.errors import UserError
from models.resources import read_yaml

_FILE = ("wording", "import.yaml")
_KEYS = frozenset((
    "headings", "measure_openers", "solving", "done", "problems_always", "plan_always", "heading_nouns", "sentences",
    "summary_openers", "closing", "chrome",
))

Patterns = Mapping[SectionKey, "re.Pattern[str]"]


class Wording(NamedTuple):
    """The word lists, compiled."""

    headings: Patterns
    sentences: Patterns
    closing: re.Pattern[str]
    chrome: re.Pattern[str]
    solving: re.Pattern[str]
    done: re.Pattern[str]
    problems_always: re.Pattern[str]
    plan_always: re.Pattern[str]
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
    except (re.error, ValueError, TypeError, AttributeError) as error:
        raise UserError("程序自带的文件 wording/import.yaml 里有一条写错了。", "请重新安装本程序。") from error


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern that finds any of `patterns`."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
