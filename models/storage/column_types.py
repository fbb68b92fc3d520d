"""Columns that hold more than a plain text or number."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TypeAlias

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

Texts: TypeAlias = tuple[str, ...]
TextTable: TypeAlias = tuple[tuple[str, ...], ...]


class TextsType(TypeDecorator[Texts]):
    """A few short texts in one column, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Texts | None, dialect: Dialect) -> str:
        """Return `value` as stored."""
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Texts:
        """Return the stored `value` as texts."""
        return tuple(json.loads(value or "[]"))


class TextTableType(TypeDecorator[TextTable]):
    """The cells of a small table in one column, as a JSON list of lists."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: TextTable | None, dialect: Dialect) -> str:
        """Return `value` as stored."""
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> TextTable:
        """Return the stored `value` as rows of cells."""
        return tuple(tuple(row) for row in json.loads(value or "[]"))


class ChoiceType(TypeDecorator[StrEnum]):
    """A member of an enumeration, stored by its value; ValueError when the file holds another one."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        """Take members of `choices`."""
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Return `value` as stored."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Return the member stored as `value`."""
        return None if value is None else self.choices(value)
