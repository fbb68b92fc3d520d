"""A fingerprint of stored content, so that damage the database engine does not see is noticed.

The canonical form is JSON with sorted keys. Fields at their default are left out of it: a field added to the domain
later leaves the fingerprints of older reports as they are.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

from models.domain.report import Part, Report
from models.domain.source_document import SourceDocument

KEPT = 512  # small values whose form is remembered; from save to save nearly all of a report is the same
WHOLE = (Report, Part, SourceDocument)  # long, and new with each key: not worth remembering


def digest_of(value: object) -> str:
    """Return the SHA-256 of the canonical form of the domain value `value`, as hexadecimal text."""
    return sha256(canonical(value).encode("utf-8")).hexdigest()


def canonical(value: object) -> str:
    """Return `value` as JSON; TypeError for a type no domain value holds."""
    if isinstance(value, Enum):
        value = str(value.value)
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, bytes):
        return f'["bytes","{sha256(value).hexdigest()}"]'
    if isinstance(value, (tuple, frozenset)):
        return f"[{','.join(map(canonical, sorted(value) if isinstance(value, frozenset) else value))}]"
    if not isinstance(value, type) and is_dataclass(value) and isinstance(value, Hashable):
        return _dataclass_form(value) if isinstance(value, WHOLE) else _kept_form(value)
    raise TypeError(f"no canonical form of {type(value).__name__}")


@lru_cache(KEPT)
def _kept_form(value: Hashable) -> str:
    """Return the form of the dataclass `value`, remembered."""
    return _dataclass_form(value)


def _dataclass_form(value: Hashable) -> str:
    """Return the dataclass `value` as its name and those of its fields that are not at their default."""
    found: list[str] = []
    for name, default in _defaults(type(value)):
        held = getattr(value, name)
        if held is not default and held != default:
            found.append(f'"{name}":{canonical(held)}')
    return f'["{type(value).__name__}",{{{",".join(found)}}}]'


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """Return name and default of each field of the dataclass `kind` by name; MISSING where it has none."""
    assert is_dataclass(kind)
    return tuple(sorted(
        (each.name, each.default_factory() if each.default_factory is not MISSING else each.default)
        for each in fields(kind)
    ))
