"""A fingerprint of stored content, so that damage the database engine does not see is noticed.

Fields at their default are left out of the canonical form: a field added to the domain later leaves the
fingerprints of older reports as they are.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from json import dumps
from typing import TypeAlias

Canonical: TypeAlias = str | int | None | list["Canonical"] | dict[str, "Canonical"]

_DEFAULTS: dict[type, tuple[tuple[str, object], ...]] = {}


def digest_of(value: object) -> str:
    """Return the SHA-256 of the canonical form of the domain value `value`, as hexadecimal text."""
    text = dumps(canonical(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(text.encode("utf-8")).hexdigest()


def canonical(value: object) -> Canonical:
    """Return `value` as plain lists and dictionaries; TypeError for a type no domain value holds."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, bytes):
        return ["bytes", sha256(value).hexdigest()]
    if isinstance(value, tuple):
        return [canonical(each) for each in value]
    if isinstance(value, frozenset):
        return list(sorted(value))
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, _changed_fields(value)]
    raise TypeError(f"no canonical form of {type(value).__name__}")


def _changed_fields(value: object) -> Canonical:
    """Return the fields of the dataclass `value` that are not at their default."""
    found: dict[str, Canonical] = {}
    for name, default in _defaults(type(value)):
        held = getattr(value, name)
        if held is not default and held != default:
            found[name] = canonical(held)
    return found


def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """Return name and default of each field of the dataclass `kind`; MISSING where it has none."""
    known = _DEFAULTS.get(kind)
    if known is None:
        assert is_dataclass(kind)
        known = _DEFAULTS[kind] = tuple(
            (each.name, each.default_factory() if each.default_factory is not MISSING else each.default)
            for each in fields(kind)
        )
    return known
