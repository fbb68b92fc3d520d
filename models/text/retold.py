"""Whether one matter is told with other words: 共调处各类矛盾纠纷423件 and 调处纠纷423件, 制发文件3件 and 制定文件3件.

A name is taken apart into what was done (an act, by the class of its word) and what it was done to, without the
modifiers that change nothing (行政执法人员 are 执法人员). The act is looked for where it stands in a report: first, behind a
general subject, or last (执法事项清单编制). A name with any other subject (市本级受理复议) keeps it, so that it matches no other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from models.resources import read_yaml

_SHORTEST = 2  # characters of a thing: 纠纷


class Matter(NamedTuple):
    """What a name says: the class of the act (empty: none is told) and the thing."""

    act: str
    thing: str

    def may_be(self, other: Matter) -> bool:
        """Return whether both can be one matter: the thing is the same, and one act or an untold one."""
        return self.of_one_thing(other) and (self.act == other.act or not self.act or not other.act)

    def of_one_thing(self, other: Matter) -> bool:
        """Return whether both are told of the same thing."""
        return len(self.thing) >= _SHORTEST and self.thing == other.thing


@lru_cache(maxsize=8192)
def matter_of(name: str) -> Matter:
    """Return what `name`, an indicator's name without fillings, says."""
    forms = _forms()
    thing, act = name, ""
    for _ in range(2):  # 主持召开, 编制并公布
        first = forms.first.match(thing)
        if first is None:
            break
        thing, act = thing[first.end():], forms.classes[first["act"]]
    last = forms.last.search(thing)
    if last is not None and last.start() >= _SHORTEST and act in ("", forms.held, forms.classes[last["act"]]):
        thing, act = thing[:last.start()].removesuffix("事项"), forms.classes[last["act"]]
    for modifier in forms.modifiers:
        shorter = thing.replace(modifier, "")
        thing = shorter if len(shorter) >= _SHORTEST else thing
    return Matter(act, thing)


class _Forms(NamedTuple):
    classes: dict[str, str]
    held: str  # the act of 开展涉企检查, which is another word for 涉企检查
    first: re.Pattern[str]
    last: re.Pattern[str]
    modifiers: tuple[str, ...]


@cache
def _forms() -> _Forms:
    data = read_yaml("wording", "indicators.yaml")
    classes = {word: group[0] for group in data["acts"] for word in group}
    acts = "|".join(sorted(classes, key=len, reverse=True))
    subjects = "|".join(sorted((*data["subjects"], *data["leaders"]), key=len, reverse=True))
    first = re.compile(rf"(?:{subjects}|并|经|和)*(?P<act>{acts})(?!率)")
    last = re.compile(rf"(?:进行|予以|开展|实施|得到|获得)?(?P<act>{acts})$")
    return _Forms(classes, classes["开展"], first, last, tuple(data["modifiers"]))
