"""Keeps what Python compiles anew at each start, as it keeps modules: expressions, methods of dataclasses, annotations.

A `check` compiles two hundred regular expressions, three hundred methods, a hundred named tuples and four hundred
annotations; that is half of its whole run. They are the same each time, so their compiled form is kept in one file and
read at once. What is not in the file, or was made by another Python, is compiled as ever. The steps are private to
Python; where they are not what we know, nothing is changed.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the engine of re
import atexit
import collections
import dataclasses
import marshal
import re
import sys
import typing
from array import array
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias, TypeVar, cast

from models.compiled_data import keep

PLACE = Path(__file__).parent / "__pycache__" / f"kept_code.{sys.implementation.cache_tag}"
STAMP = (2, sys.version, sys.byteorder, _sre.MAGIC)  # the first: of the form of the file
LONGEST = 20_000  # characters of a text that is kept
MOST = 1000  # texts of one kind in the file; beyond it what this run had no use for goes

Compiled: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # code: unsigned integers

Key = TypeVar("Key", tuple[str, int], tuple[str, str])


class Store:
    """The compiled forms in the file `path`: expressions by text and flags, methods by their text."""

    def __init__(self, path: Path) -> None:
        """Read `path`; absent, damaged or of another Python it counts as empty."""
        self.path = path
        self.expressions: dict[tuple[str, int], bytes] = {}  # packed: what a run has no use for costs it nothing
        self.sources: dict[tuple[str, str], bytes] = {}  # packed, by text and mode, exec or eval
        self.used: set[tuple[str, int] | tuple[str, str]] = set()
        self._unpacked: dict[tuple[str, str], CodeType] = {}  # most annotations stand at many fields
        self.grown = False
        self._load()

    def compile_expression(self, text: str, flags: int) -> re.Pattern[str]:
        """Return the expression `text`, as `re` would compile it."""
        key = (text, flags)
        packed = self.expressions.get(key)
        if packed is None:
            packed = self.expressions[key] = marshal.dumps(_compiled(text, flags))
            self.grown = True
        self.used.add(key)
        final, code, groups, index, names = cast(Compiled, marshal.loads(packed))
        steps = array("I", code).tolist()
        made: re.Pattern[str] = _sre.compile(text, final, steps, groups, index, names)
        return made

    def compile_source(self, text: str, file: str = "<string>", mode: str = "exec") -> CodeType:
        """Return the code of the source `text`, as `compile` would make it."""
        key = (text, mode)
        made = self._unpacked.get(key)
        if made is None:
            packed = self.sources.get(key)
            if packed is None:
                packed = self.sources[key] = marshal.dumps(compile(text, file, mode))
                self.grown = True
            self.used.add(key)
            made = self._unpacked[key] = cast(CodeType, marshal.loads(packed))
        return made

    def value(self, text: str, scope: dict[str, Any]) -> Any:
        """Return the value of the expression `text`, as `eval` would."""
        return eval(self.compile_source(text, mode="eval"), scope)  # noqa: S307  # what namedtuple wrote

    def run(self, text: str, scope: dict[str, Any] | None = None, names: Mapping[str, object] | None = None) -> None:
        """Execute the source `text`, as `exec` would."""
        exec(self.compile_source(text), scope, names)  # noqa: S102  # the text is what dataclasses wrote

    def save(self) -> None:
        """Write the file when there is something new, whole; it is no loss when that cannot be done."""
        if self.grown:
            others = Store(self.path)
            expressions = self._fitting({**others.expressions, **self.expressions})
            sources = self._fitting({**others.sources, **self.sources})
            self.grown = not keep(self.path, (STAMP, expressions, sources))

    def _fitting(self, kept: dict[Key, bytes]) -> dict[Key, bytes]:
        """Return what of `kept` goes into the file: all short texts, or only those used when that is too much."""
        short = {key: value for key, value in kept.items() if len(key[0]) <= LONGEST}
        if len(short) <= MOST:
            return short
        return {key: value for key, value in short.items() if key in self.used}

    def _load(self) -> None:
        with suppress(OSError, ValueError, EOFError, TypeError):
            stamp, expressions, sources = marshal.loads(self.path.read_bytes())
            if stamp == STAMP:
                self.expressions, self.sources = expressions, sources


def install(path: Path = PLACE) -> bool:
    """Let `re`, `dataclasses`, `typing` and `collections` use what `path` keeps; return whether that was possible."""
    compiler = getattr(re, "_compiler", None)
    own = getattr(compiler, "compile", None)
    if own is None or not _known(own):
        return False
    store = Store(path)

    def compiled(text: Any, flags: int = 0) -> re.Pattern[Any]:
        if type(text) is str and not flags & re.DEBUG:
            return store.compile_expression(text, int(flags))
        made: re.Pattern[Any] = own(text, flags)
        return made

    setattr(compiler, "compile", compiled)  # noqa: B010  # mypy knows no private module
    setattr(dataclasses, "exec", store.run)  # noqa: B010  # found there before the built-in one
    setattr(typing, "compile", store.compile_source)  # noqa: B010
    setattr(collections, "eval", store.value)  # noqa: B010
    atexit.register(store.save)
    return True


def _known(own: Any) -> bool:
    """Return whether `own` is the step of `re` whose outcome we can keep."""
    steps = {"_parser", "_code", "groupdict", "tuple"}
    return array("I").itemsize == 4 and own.__module__ == "re._compiler" and steps <= set(own.__code__.co_names)


def _compiled(text: str, flags: int) -> Compiled:
    """Return what `re` makes of the expression `text`, in plain values; re.error when it is wrong."""
    compiler: Any = getattr(re, "_compiler")  # noqa: B009
    parsed = compiler._parser.parse(text, flags)
    code = array("I", map(int, compiler._code(parsed, flags))).tobytes()
    index: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in index.items():
        names[number] = name
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, index, tuple(names)
