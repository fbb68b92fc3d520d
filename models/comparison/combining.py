"""One value that two people have changed, each on their own, put together field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from models.domain.duty import DutyEntry
from models.domain.material import Material
from models.domain.report import new_id

Value = TypeVar("Value")
Item = TypeVar("Item")


def combined(origin: Any, mine: Value, theirs: Any) -> tuple[Value, bool]:
    """Return `mine` with what only they have changed since `origin`, and whether a field was changed by both.

    Of such a field mine is kept. A dataclass is put together by its fields; a tuple of fixed parts by `combined_parts`.
    """
    if mine == theirs or theirs == origin:
        return mine, False
    if mine == origin:
        return theirs, False
    if not is_dataclass(mine) or isinstance(mine, type) or not type(mine) is type(theirs) is type(origin):
        return mine, True
    made, clashes = {}, []
    for each in fields(mine):
        made[each.name], clash = combined(
            getattr(origin, each.name), getattr(mine, each.name), getattr(theirs, each.name))
        clashes.append(clash)
    return replace(mine, **made), any(clashes)


def combined_parts(origin: Any, mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[tuple[Any, ...], bool]:
    """Return as `combined` two tuples whose places each have a meaning of their own; `origin` None: not known."""
    if origin is None:
        return mine, mine != theirs
    pairs = [combined(*each) for each in zip(origin, mine, theirs, strict=True)]
    return tuple(value for value, _ in pairs), any(clash for _, clash in pairs)


def joined_texts(mine: str, theirs: str) -> str:
    """Return both texts, one below the other; a text that holds the other stands for both."""
    if theirs in mine:
        return mine
    return theirs if mine in theirs else f"{mine}\n{theirs}"


def joined_duties(origin: Any, mine: DutyEntry, theirs: DutyEntry) -> DutyEntry:
    """Return the entry of one duty with the texts and the evidence of both; what else both have changed is mine."""
    made, _ = combined(origin, mine, theirs)
    text = joined_texts(mine.text, theirs.text) if made.text != theirs.text else made.text
    reason = joined_texts(mine.reason, theirs.reason) if made.reason != theirs.reason else made.reason
    return replace(made, text=text, reason=reason, evidence=united(None, mine.evidence, theirs.evidence))


def united(origin: Iterable[Item] | None, mine: Iterable[Item], theirs: Iterable[Item]) -> tuple[Item, ...]:
    """Return what either has, mine first, without what either has taken away since `origin`; None: not known."""
    before, own, other = tuple(origin or ()), tuple(mine), tuple(theirs)
    gone = [each for each in before if each not in own or each not in other]
    return tuple(each for each in dict.fromkeys((*own, *other)) if each not in gone)


def united_materials(
    origin: Iterable[Material] | None, mine: Iterable[Material], theirs: Iterable[Material]
) -> tuple[Material, ...]:
    """Return what was delivered to either side; where both changed one, both stay, theirs as another one."""
    found: dict[str, Material] = {}
    for each in united(origin, mine, theirs):
        name = each.id if each.id not in found else new_id()
        found[name] = replace(each, id=name)
    return tuple(found.values())
