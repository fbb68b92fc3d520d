"""Strict reading of data files: every mistake becomes a UserError that names the file and the key."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Never, TypeVar

from models.errors import UserError

ADVICE = "请改正这个文件后再试。"
TRUE, FALSE = ("true", "是"), ("false", "否")

EnumT = TypeVar("EnumT", bound=Enum)


def refuse(file: str, where: str, problem: str, advice: str = ADVICE) -> Never:
    """Raise the UserError that tells of `problem` at `where` in `file`; empty `where` means the whole file."""
    place = f"文件“{file}”中“{where}”" if where else f"文件“{file}”"
    raise UserError(f"{place}{problem}。", advice)


class Fields:
    """One mapping of a data file, read key by key; `close` refuses what nobody asked for."""

    def __init__(self, file: str, where: str, value: object) -> None:
        """Take the mapping `value` found at `where` in `file`; UserError when it is none."""
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            refuse(file, where, "应当是“名称: 内容”的形式")
        self.file = file
        self.where = where
        self._values: dict[str, object] = value
        self._asked: set[str] = set()

    def path(self, key: str) -> str:
        """Return how messages name the place of `key`."""
        return f"{self.where}.{key}" if self.where else key

    def has(self, key: str) -> bool:
        """Return whether `key` is there; asking counts as knowing it."""
        self._asked.add(key)
        return key in self._values

    def raw(self, key: str) -> object:
        """Return the value of `key` as it stands; UserError when it is missing."""
        if not self.has(key):
            refuse(self.file, self.path(key), "没有写，这一项必须有")
        return self._values[key]

    def text(self, key: str) -> str:
        """Return the non-empty text `key`."""
        return as_text(self.file, self.path(key), self.raw(key))

    def optional_text(self, key: str) -> str:
        """Return the text `key`; empty when the key is not there (there but empty is a mistake)."""
        return self.text(key) if self.has(key) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of non-empty texts `key`, at least one."""
        value = self.items(key)
        if not value:
            refuse(self.file, self.path(key), "是空的，至少要有一项")
        return tuple(as_text(self.file, f"{self.path(key)}[{at}]", each) for at, each in enumerate(value, 1))

    def optional_texts(self, key: str) -> tuple[str, ...]:
        """Return the list `key`; empty when the key is not there."""
        return self.texts(key) if self.has(key) else ()

    def items(self, key: str) -> list[object]:
        """Return the list `key` as it stands."""
        value = self.raw(key)
        if not isinstance(value, list):
            refuse(self.file, self.path(key), "应当是一个清单（每项以“- ”开头或写在方括号里）")
        return value

    def optional_items(self, key: str) -> list[object]:
        """Return the list `key`; empty when the key is not there."""
        return self.items(key) if self.has(key) else []

    def flag(self, key: str) -> bool:
        """Return the yes or no `key`; no when it is not there."""
        if not self.has(key):
            return False
        value = self._values[key]
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in TRUE + FALSE:
            return value.strip().lower() in TRUE
        refuse(self.file, self.path(key), "只能写 true（是）或 false（否）")

    def choice(self, key: str, kind: type[EnumT]) -> EnumT:
        """Return the member of `kind` whose value is written at `key`."""
        return as_choice(self.file, self.path(key), self.raw(key), kind)

    def fields(self, key: str) -> Fields:
        """Return the mapping `key`."""
        return Fields(self.file, self.path(key), self.raw(key))

    def keys(self) -> tuple[str, ...]:
        """Return all keys as written, for mappings whose keys are free; they count as known."""
        self._asked.update(self._values)
        return tuple(self._values)

    def close(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                refuse(self.file, self.path(key), "不认识，可能写错了名称")


def as_text(file: str, where: str, value: object) -> str:
    """Return `value` as stripped text; UserError when it is no text or empty."""
    if not isinstance(value, str):
        refuse(file, where, "应当是文字")
    if not value.strip():
        refuse(file, where, "是空的，必须写内容")
    return value.strip()


def as_choice(file: str, where: str, value: object, kind: type[EnumT]) -> EnumT:
    """Return the member of `kind` that `value` names; UserError listing the possible ones otherwise."""
    for member in kind:
        if member.value == value:
            return member
    refuse(file, where, f"只能写 {'、'.join(str(member.value) for member in kind)} 之一")


def refuse_repeated(file: str, where: str, names: Iterable[str]) -> None:
    """Raise UserError when a name comes twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            refuse(file, where, f"重复了编号“{name}”")
        seen.add(name)
